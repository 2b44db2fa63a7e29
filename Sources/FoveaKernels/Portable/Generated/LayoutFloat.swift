// swift-format-ignore-file
// Written by Sources/FoveaKernels/generate; do not edit.

/// Planes become runs of channels: `pixels` pixels of `channels` planes, `plane` numbers apart, are written as runs of
/// `block` channels per pixel; channels that the planes lack are 0.
@inline(never)
package func interleave(
  _ x: UnsafePointer<Float>, plane: Int, channels: Int, pixels: Int, _ out: UnsafeMutablePointer<Float>, block: Int
) {
  unsafe transpose(x, plane, rows: channels, columns: pixels, out, block)
  if channels < block {
    for p in 0..<pixels {
      for c in channels..<block { unsafe out[p &* block &+ c] = 0 }
    }
  }
}

/// Runs of channels become planes: the first `channels` of `block` channels per pixel are written as planes, `plane`
/// numbers apart.
@inline(never)
package func deinterleave(
  _ x: UnsafePointer<Float>, block: Int, channels: Int, pixels: Int, _ out: UnsafeMutablePointer<Float>, plane: Int
) {
  unsafe transpose(x, block, rows: pixels, columns: channels, out, plane)
}

/// `out[column][row] = x[row][column]`, the steps between rows of both given; squares of 8, then of 4, then the rest.
@inline(never)
private func transpose(
  _ x: UnsafePointer<Float>, _ step: Int, rows: Int, columns: Int, _ out: UnsafeMutablePointer<Float>, _ outStep: Int
) {
  var column: Int = 0
  while column &+ 4 <= columns {
    let width: Int = column &+ 8 <= columns ? 8 : 4
    var row: Int = 0
    while row &+ 4 <= rows {
      let source = unsafe x + (row &* step &+ column)
      let target = unsafe out + (column &* outStep &+ row)
      if width == 8 && row &+ 8 <= rows {
        unsafe transposeOctet(source, step, target, outStep)
        row &+= 8
        continue
      }
      unsafe transposeQuartet(source, step, target, outStep)
      if width == 8 { unsafe transposeQuartet(source + 4, step, target + 4 &* outStep, outStep) }
      row &+= 4
    }
    while row < rows {
      for k in 0..<width { unsafe out[(column &+ k) &* outStep &+ row] = x[row &* step &+ column &+ k] }
      row &+= 1
    }
    column &+= width
  }
  while column < columns {
    for row in 0..<rows { unsafe out[column &* outStep &+ row] = x[row &* step &+ column] }
    column &+= 1
  }
}

/// A square of 4 by 4.
@inline(__always)
func transposeQuartet(
  _ x: UnsafePointer<Float>, _ step: Int, _ out: UnsafeMutablePointer<Float>, _ outStep: Int
) {
  let a = unsafe UnsafeRawPointer(x).loadUnaligned(as: SIMD4<Float>.self)
  let b = unsafe UnsafeRawPointer(x + step).loadUnaligned(as: SIMD4<Float>.self)
  let c = unsafe UnsafeRawPointer(x + 2 &* step).loadUnaligned(as: SIMD4<Float>.self)
  let d = unsafe UnsafeRawPointer(x + 3 &* step).loadUnaligned(as: SIMD4<Float>.self)
  let first = SIMD4<Float>(a[0], b[0], c[0], d[0])
  let second = SIMD4<Float>(a[1], b[1], c[1], d[1])
  let third = SIMD4<Float>(a[2], b[2], c[2], d[2])
  let fourth = SIMD4<Float>(a[3], b[3], c[3], d[3])
  unsafe UnsafeMutableRawPointer(out).storeBytes(of: first, as: SIMD4<Float>.self)
  unsafe UnsafeMutableRawPointer(out + outStep).storeBytes(of: second, as: SIMD4<Float>.self)
  unsafe UnsafeMutableRawPointer(out + 2 &* outStep).storeBytes(of: third, as: SIMD4<Float>.self)
  unsafe UnsafeMutableRawPointer(out + 3 &* outStep).storeBytes(of: fourth, as: SIMD4<Float>.self)
}
