// swift-format-ignore-file
// Written by Sources/FoveaKernels/generate; do not edit.

/// Multiply-adds in registers alone, in so many independent sums that their latency does not show: the most that a
/// processor does. `values` holds 12 vectors of sums, then the two factors.
@inline(never)
package func multiplyAdds(rounds: Int, _ values: UnsafeMutablePointer<Double>) {
  let values = unsafe UnsafeMutableRawPointer(values).assumingMemoryBound(to: DoubleVector.self)
  var a0 = unsafe values[0]
  var a1 = unsafe values[1]
  var a2 = unsafe values[2]
  var a3 = unsafe values[3]
  var a4 = unsafe values[4]
  var a5 = unsafe values[5]
  var a6 = unsafe values[6]
  var a7 = unsafe values[7]
  var a8 = unsafe values[8]
  var a9 = unsafe values[9]
  var a10 = unsafe values[10]
  var a11 = unsafe values[11]
  let x = unsafe values[12]
  let y = unsafe values[13]
  for _ in 0..<rounds {
    a0 = multiplyAdd(a0, x, y)
    a1 = multiplyAdd(a1, x, y)
    a2 = multiplyAdd(a2, x, y)
    a3 = multiplyAdd(a3, x, y)
    a4 = multiplyAdd(a4, x, y)
    a5 = multiplyAdd(a5, x, y)
    a6 = multiplyAdd(a6, x, y)
    a7 = multiplyAdd(a7, x, y)
    a8 = multiplyAdd(a8, x, y)
    a9 = multiplyAdd(a9, x, y)
    a10 = multiplyAdd(a10, x, y)
    a11 = multiplyAdd(a11, x, y)
  }
  unsafe values[0] = a0
  unsafe values[1] = a1
  unsafe values[2] = a2
  unsafe values[3] = a3
  unsafe values[4] = a4
  unsafe values[5] = a5
  unsafe values[6] = a6
  unsafe values[7] = a7
  unsafe values[8] = a8
  unsafe values[9] = a9
  unsafe values[10] = a10
  unsafe values[11] = a11
}
