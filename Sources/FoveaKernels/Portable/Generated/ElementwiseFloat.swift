// swift-format-ignore-file
// Written by Sources/FoveaKernels/generate; do not edit.

/// (x − mean) · factor + shift, rounded after each operation.
@inline(never)
package func shiftAndScale(
  count: Int, _ x: UnsafePointer<Float>, mean: Float, factor: Float, shift: Float,
  _ out: UnsafeMutablePointer<Float>
) {
  let whole: Int = count / floatLanes &* floatLanes
  let (m, f, s) = (FloatVector(repeating: mean), FloatVector(repeating: factor), FloatVector(repeating: shift))
  for k in stride(from: 0, to: whole, by: floatLanes) {
    let value = unsafe UnsafeRawPointer(x + k).loadUnaligned(as: FloatVector.self)
    unsafe UnsafeMutableRawPointer(out + k).storeBytes(of: (value - m) * f + s, as: FloatVector.self)
  }
  for k in whole..<count { unsafe out[k] = (x[k] - mean) * factor + shift }
}

/// min(max(x, 0), limit), NaN for NaN.
@inline(never)
package func rectify(
  count: Int, _ x: UnsafePointer<Float>, limit: Float, _ out: UnsafeMutablePointer<Float>
) {
  let whole: Int = count / floatLanes &* floatLanes
  let (zero, top) = (FloatVector(), FloatVector(repeating: limit))
  for k in stride(from: 0, to: whole, by: floatLanes) {
    var value = unsafe UnsafeRawPointer(x + k).loadUnaligned(as: FloatVector.self)
    value = value.replacing(with: zero, where: value .< zero)
    value = value.replacing(with: top, where: value .> top)
    unsafe UnsafeMutableRawPointer(out + k).storeBytes(of: value, as: FloatVector.self)
  }
  for k in whole..<count {
    let value = unsafe x[k] < 0 ? 0 : x[k]
    unsafe out[k] = value > limit ? limit : value
  }
}

/// x + y, element by element.
@inline(never)
package func sums(
  count: Int, _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, _ out: UnsafeMutablePointer<Float>
) {
  let whole: Int = count / floatLanes &* floatLanes
  for k in stride(from: 0, to: whole, by: floatLanes) {
    let left = unsafe UnsafeRawPointer(x + k).loadUnaligned(as: FloatVector.self)
    let right = unsafe UnsafeRawPointer(y + k).loadUnaligned(as: FloatVector.self)
    unsafe UnsafeMutableRawPointer(out + k).storeBytes(of: left + right, as: FloatVector.self)
  }
  for k in whole..<count { unsafe out[k] = x[k] + y[k] }
}

/// x · y, element by element.
@inline(never)
package func products(
  count: Int, _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, _ out: UnsafeMutablePointer<Float>
) {
  let whole: Int = count / floatLanes &* floatLanes
  for k in stride(from: 0, to: whole, by: floatLanes) {
    let left = unsafe UnsafeRawPointer(x + k).loadUnaligned(as: FloatVector.self)
    let right = unsafe UnsafeRawPointer(y + k).loadUnaligned(as: FloatVector.self)
    unsafe UnsafeMutableRawPointer(out + k).storeBytes(of: left * right, as: FloatVector.self)
  }
  for k in whole..<count { unsafe out[k] = x[k] * y[k] }
}

/// The larger of x and y, element by element; NaN where one of them is.
@inline(never)
package func largest(
  count: Int, _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, _ out: UnsafeMutablePointer<Float>
) {
  let whole: Int = count / floatLanes &* floatLanes
  for k in stride(from: 0, to: whole, by: floatLanes) {
    let left = unsafe UnsafeRawPointer(x + k).loadUnaligned(as: FloatVector.self)
    let right = unsafe UnsafeRawPointer(y + k).loadUnaligned(as: FloatVector.self)
    let larger = left.replacing(with: right, where: (right .> left) .| (right .!= right))
    unsafe UnsafeMutableRawPointer(out + k).storeBytes(of: larger, as: FloatVector.self)
  }
  for k in whole..<count {
    let (left, right) = unsafe (x[k], y[k])
    unsafe out[k] = right > left || right.isNaN ? right : left
  }
}

/// The largest of `taps` neighbours (at least one), `step` apart, for every `stride`th first one; NaN where one of them is.
@inline(never)
package func largestOfRow(
  count: Int, taps: Int, step: Int, stride: Int, _ x: UnsafePointer<Float>, _ out: UnsafeMutablePointer<Float>
) {
  for k in 0..<count {
    let window = unsafe x + k &* stride
    var largest: Float = unsafe window[0]
    for tap in 1..<taps {
      let value = unsafe window[tap &* step]
      if value > largest || value.isNaN { largest = value }
    }
    unsafe out[k] = largest
  }
}
