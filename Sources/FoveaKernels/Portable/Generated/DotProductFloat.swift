// swift-format-ignore-file
// Written by Sources/FoveaKernels/generate; do not edit.

/// `start` plus the products of `rows` rows of weights, `count` numbers each and adjacent, with one vector.
@inline(never)
package func dotProducts(
  rows: Int, count: Int, _ weights: UnsafePointer<Float>, _ x: UnsafePointer<Float>, _ start: UnsafePointer<Float>,
  _ out: UnsafeMutablePointer<Float>
) {
  let width: Int = 4 &* floatLanes
  let whole: Int = count / width &* width
  let vectorBytes: Int = MemoryLayout<FloatVector>.stride
  for row in 0..<rows {
    let w = unsafe weights + row &* count
    var (a, b, c, d) = (FloatVector(), FloatVector(), FloatVector(), FloatVector())
    for k in stride(from: 0, to: whole, by: width) {
      let left = unsafe UnsafeRawPointer(w + k)
      let right = unsafe UnsafeRawPointer(x + k)
      a = unsafe multiplyAdd(
        a, left.loadUnaligned(as: FloatVector.self), right.loadUnaligned(as: FloatVector.self))
      b = unsafe multiplyAdd(
        b, left.loadUnaligned(fromByteOffset: vectorBytes, as: FloatVector.self),
        right.loadUnaligned(fromByteOffset: vectorBytes, as: FloatVector.self))
      c = unsafe multiplyAdd(
        c, left.loadUnaligned(fromByteOffset: 2 &* vectorBytes, as: FloatVector.self),
        right.loadUnaligned(fromByteOffset: 2 &* vectorBytes, as: FloatVector.self))
      d = unsafe multiplyAdd(
        d, left.loadUnaligned(fromByteOffset: 3 &* vectorBytes, as: FloatVector.self),
        right.loadUnaligned(fromByteOffset: 3 &* vectorBytes, as: FloatVector.self))
    }
    let lanes = (a + b) + (c + d)
    var sum: Float = unsafe start[row]
    for lane in 0..<floatLanes { sum += lanes[lane] }
    for k in whole..<count { unsafe sum += w[k] * x[k] }
    unsafe out[row] = sum
  }
}
