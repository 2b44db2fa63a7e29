// swift-format-ignore-file
// Written by Sources/FoveaKernels/generate; do not edit.

/// `pixels` pixels of `channels` planes, `plane` numbers apart, become runs of `block` channels per pixel; channels that
/// the planes lack are 0.
@inline(never)
package func interleave(
  _ x: UnsafePointer<Float>, plane: Int, channels: Int, pixels: Int, _ out: UnsafeMutablePointer<Float>, block: Int
) {
  let quads: Int = channels & ~3
  let whole: Int = pixels & ~3
  for p in stride(from: 0, to: whole, by: 4) {
    for c in stride(from: 0, to: quads, by: 4) {
      let source = unsafe UnsafeRawPointer(x + (c &* plane &+ p))
      let bytes: Int = plane &* MemoryLayout<Float>.stride
      let a = unsafe source.loadUnaligned(as: SIMD4<Float>.self)
      let b = unsafe source.loadUnaligned(fromByteOffset: bytes, as: SIMD4<Float>.self)
      let d = unsafe source.loadUnaligned(fromByteOffset: 2 &* bytes, as: SIMD4<Float>.self)
      let e = unsafe source.loadUnaligned(fromByteOffset: 3 &* bytes, as: SIMD4<Float>.self)
      let target = unsafe UnsafeMutableRawPointer(out + (p &* block &+ c))
      let step: Int = block &* MemoryLayout<Float>.stride
      unsafe target.storeBytes(of: SIMD4(a[0], b[0], d[0], e[0]), as: SIMD4<Float>.self)
      unsafe target.storeBytes(of: SIMD4(a[1], b[1], d[1], e[1]), toByteOffset: step, as: SIMD4<Float>.self)
      unsafe target.storeBytes(of: SIMD4(a[2], b[2], d[2], e[2]), toByteOffset: 2 &* step, as: SIMD4<Float>.self)
      unsafe target.storeBytes(of: SIMD4(a[3], b[3], d[3], e[3]), toByteOffset: 3 &* step, as: SIMD4<Float>.self)
    }
    for c in quads..<channels {
      for k in 0..<4 { unsafe out[(p &+ k) &* block &+ c] = x[c &* plane &+ p &+ k] }
    }
  }
  for p in whole..<pixels {
    for c in 0..<channels { unsafe out[p &* block &+ c] = x[c &* plane &+ p] }
  }
  if channels < block {
    for p in 0..<pixels {
      for c in channels..<block { unsafe out[p &* block &+ c] = 0 }
    }
  }
}

/// The first `channels` of runs of `block` channels per pixel become planes, `plane` numbers apart.
@inline(never)
package func deinterleave(
  _ x: UnsafePointer<Float>, block: Int, channels: Int, pixels: Int, _ out: UnsafeMutablePointer<Float>, plane: Int
) {
  let quads: Int = channels & ~3
  let whole: Int = pixels & ~3
  for c in stride(from: 0, to: quads, by: 4) {
    for p in stride(from: 0, to: whole, by: 4) {
      let source = unsafe UnsafeRawPointer(x + (p &* block &+ c))
      let step: Int = block &* MemoryLayout<Float>.stride
      let a = unsafe source.loadUnaligned(as: SIMD4<Float>.self)
      let b = unsafe source.loadUnaligned(fromByteOffset: step, as: SIMD4<Float>.self)
      let d = unsafe source.loadUnaligned(fromByteOffset: 2 &* step, as: SIMD4<Float>.self)
      let e = unsafe source.loadUnaligned(fromByteOffset: 3 &* step, as: SIMD4<Float>.self)
      let target = unsafe UnsafeMutableRawPointer(out + (c &* plane &+ p))
      let bytes: Int = plane &* MemoryLayout<Float>.stride
      unsafe target.storeBytes(of: SIMD4(a[0], b[0], d[0], e[0]), as: SIMD4<Float>.self)
      unsafe target.storeBytes(of: SIMD4(a[1], b[1], d[1], e[1]), toByteOffset: bytes, as: SIMD4<Float>.self)
      unsafe target.storeBytes(of: SIMD4(a[2], b[2], d[2], e[2]), toByteOffset: 2 &* bytes, as: SIMD4<Float>.self)
      unsafe target.storeBytes(of: SIMD4(a[3], b[3], d[3], e[3]), toByteOffset: 3 &* bytes, as: SIMD4<Float>.self)
    }
    for p in whole..<pixels {
      for k in 0..<4 { unsafe out[(c &+ k) &* plane &+ p] = x[p &* block &+ c &+ k] }
    }
  }
  for c in quads..<channels {
    for p in 0..<pixels { unsafe out[c &* plane &+ p] = x[p &* block &+ c] }
  }
}
