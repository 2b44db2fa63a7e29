// swift-format-ignore-file
// Written by Sources/FoveaKernels/generate; do not edit.

/// `start` plus the products of `rows` rows of weights, `count` numbers each and adjacent, with one vector.
@inline(never)
package func dotProducts(
  rows: Int, count: Int, _ weights: UnsafePointer<Double>, _ x: UnsafePointer<Double>, _ start: UnsafePointer<Double>,
  _ out: UnsafeMutablePointer<Double>
) {
  let width: Int = 4 &* doubleLanes
  let whole: Int = count / width &* width
  let vectorBytes: Int = MemoryLayout<DoubleVector>.stride
  for row in 0..<rows {
    let w = unsafe weights + row &* count
    var (a, b, c, d) = (DoubleVector(), DoubleVector(), DoubleVector(), DoubleVector())
    for k in stride(from: 0, to: whole, by: width) {
      let left = unsafe UnsafeRawPointer(w + k)
      let right = unsafe UnsafeRawPointer(x + k)
      a = unsafe multiplyAdd(
        a, left.loadUnaligned(as: DoubleVector.self), right.loadUnaligned(as: DoubleVector.self))
      b = unsafe multiplyAdd(
        b, left.loadUnaligned(fromByteOffset: vectorBytes, as: DoubleVector.self),
        right.loadUnaligned(fromByteOffset: vectorBytes, as: DoubleVector.self))
      c = unsafe multiplyAdd(
        c, left.loadUnaligned(fromByteOffset: 2 &* vectorBytes, as: DoubleVector.self),
        right.loadUnaligned(fromByteOffset: 2 &* vectorBytes, as: DoubleVector.self))
      d = unsafe multiplyAdd(
        d, left.loadUnaligned(fromByteOffset: 3 &* vectorBytes, as: DoubleVector.self),
        right.loadUnaligned(fromByteOffset: 3 &* vectorBytes, as: DoubleVector.self))
    }
    let lanes = (a + b) + (c + d)
    var sum: Double = unsafe start[row]
    for lane in 0..<doubleLanes { sum += lanes[lane] }
    for k in whole..<count { unsafe sum += w[k] * x[k] }
    unsafe out[row] = sum
  }
}
