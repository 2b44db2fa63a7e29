/// A square of 8 by 8: neighbours of two rows are paired, then pairs of two rows, then halves. The pairs are handled as
/// one wide number, which keeps the compiler from taking the squares apart into single elements.
@inline(__always)
func transposeOctet(_ x: UnsafePointer<Float>, _ step: Int, _ out: UnsafeMutablePointer<Float>, _ outStep: Int) {
  let a0 = unsafe row(x)
  let a1 = unsafe row(x + step)
  let a2 = unsafe row(x + 2 &* step)
  let a3 = unsafe row(x + 3 &* step)
  let a4 = unsafe row(x + 4 &* step)
  let a5 = unsafe row(x + 5 &* step)
  let a6 = unsafe row(x + 6 &* step)
  let a7 = unsafe row(x + 7 &* step)
  let (b0, b1, b2, b3) = (lowPairs(a0, a1), highPairs(a0, a1), lowPairs(a2, a3), highPairs(a2, a3))
  let (b4, b5, b6, b7) = (lowPairs(a4, a5), highPairs(a4, a5), lowPairs(a6, a7), highPairs(a6, a7))
  let (c0, c1, c2, c3) = (evens(b0, b2), odds(b0, b2), evens(b1, b3), odds(b1, b3))
  let (c4, c5, c6, c7) = (evens(b4, b6), odds(b4, b6), evens(b5, b7), odds(b5, b7))
  unsafe store(Pairs(c0[0], c0[1], c4[0], c4[1]), out)
  unsafe store(Pairs(c1[0], c1[1], c5[0], c5[1]), out + outStep)
  unsafe store(Pairs(c2[0], c2[1], c6[0], c6[1]), out + 2 &* outStep)
  unsafe store(Pairs(c3[0], c3[1], c7[0], c7[1]), out + 3 &* outStep)
  unsafe store(Pairs(c0[2], c0[3], c4[2], c4[3]), out + 4 &* outStep)
  unsafe store(Pairs(c1[2], c1[3], c5[2], c5[3]), out + 5 &* outStep)
  unsafe store(Pairs(c2[2], c2[3], c6[2], c6[3]), out + 6 &* outStep)
  unsafe store(Pairs(c3[2], c3[3], c7[2], c7[3]), out + 7 &* outStep)
}

/// A square of 8 by 8 as four squares of 4 by 4.
@inline(__always)
func transposeOctet(_ x: UnsafePointer<Double>, _ step: Int, _ out: UnsafeMutablePointer<Double>, _ outStep: Int) {
  unsafe transposeQuartet(x, step, out, outStep)
  unsafe transposeQuartet(x + 4, step, out + 4 &* outStep, outStep)
  unsafe transposeQuartet(x + 4 &* step, step, out + 4, outStep)
  unsafe transposeQuartet(x + (4 &* step &+ 4), step, out + (4 &* outStep &+ 4), outStep)
}

/// Four pairs of `Float`.
private typealias Pairs = SIMD4<Double>

@inline(__always)
private func row(_ x: UnsafePointer<Float>) -> SIMD8<Float> {
  unsafe UnsafeRawPointer(x).loadUnaligned(as: SIMD8<Float>.self)
}

@inline(__always)
private func store(_ pairs: Pairs, _ out: UnsafeMutablePointer<Float>) {
  unsafe UnsafeMutableRawPointer(out).storeBytes(of: pairs, as: Pairs.self)
}

@inline(__always)
private func lowPairs(_ a: SIMD8<Float>, _ b: SIMD8<Float>) -> Pairs {
  unsafe unsafeBitCast(SIMD8<Float>(a[0], b[0], a[1], b[1], a[4], b[4], a[5], b[5]), to: Pairs.self)
}

@inline(__always)
private func highPairs(_ a: SIMD8<Float>, _ b: SIMD8<Float>) -> Pairs {
  unsafe unsafeBitCast(SIMD8<Float>(a[2], b[2], a[3], b[3], a[6], b[6], a[7], b[7]), to: Pairs.self)
}

@inline(__always)
private func evens(_ a: Pairs, _ b: Pairs) -> Pairs { Pairs(a[0], b[0], a[2], b[2]) }

@inline(__always)
private func odds(_ a: Pairs, _ b: Pairs) -> Pairs { Pairs(a[1], b[1], a[3], b[3]) }
