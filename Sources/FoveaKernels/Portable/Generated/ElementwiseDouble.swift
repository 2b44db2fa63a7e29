// swift-format-ignore-file
// Written by Sources/FoveaKernels/generate; do not edit.

/// (x − mean) · factor + shift, rounded after each operation.
@inline(never)
package func shiftAndScale(
  count: Int, _ x: UnsafePointer<Double>, mean: Double, factor: Double, shift: Double,
  _ out: UnsafeMutablePointer<Double>
) {
  let whole: Int = count / doubleLanes &* doubleLanes
  let (m, f, s) = (DoubleVector(repeating: mean), DoubleVector(repeating: factor), DoubleVector(repeating: shift))
  for k in stride(from: 0, to: whole, by: doubleLanes) {
    let value = unsafe UnsafeRawPointer(x + k).loadUnaligned(as: DoubleVector.self)
    unsafe UnsafeMutableRawPointer(out + k).storeBytes(of: (value - m) * f + s, as: DoubleVector.self)
  }
  for k in whole..<count { unsafe out[k] = (x[k] - mean) * factor + shift }
}

/// x, (x − mean) · factor + shift if there is a mean, plus the other number if there is one, then not below the first limit nor above
/// the second; NaN stays NaN. Without a mean, factor and shift are not read.
@inline(never)
package func finish(
  count: Int, _ x: UnsafeMutablePointer<Double>, _ mean: UnsafePointer<Double>?, _ factor: UnsafePointer<Double>,
  _ shift: UnsafePointer<Double>, _ limits: UnsafePointer<Double>, _ other: UnsafePointer<Double>?
) {
  let isScaled = unsafe mean != nil
  var (m, f, s): (Double, Double, Double) = (0, 1, 0)
  if let mean = unsafe mean { unsafe (m, f, s) = (mean[0], factor[0], shift[0]) }
  let (low, high): (Double, Double) = unsafe (limits[0], limits[1])
  let (ms, fs, ss) = (DoubleVector(repeating: m), DoubleVector(repeating: f), DoubleVector(repeating: s))
  let (lows, highs) = (DoubleVector(repeating: low), DoubleVector(repeating: high))
  let whole: Int = count / doubleLanes &* doubleLanes
  for k in stride(from: 0, to: whole, by: doubleLanes) {
    var value = unsafe UnsafeRawPointer(x + k).loadUnaligned(as: DoubleVector.self)
    if isScaled { value = (value - ms) * fs + ss }
    if let other = unsafe other { value += unsafe UnsafeRawPointer(other + k).loadUnaligned(as: DoubleVector.self) }
    value = value.replacing(with: lows, where: value .< lows)
    value = value.replacing(with: highs, where: value .> highs)
    unsafe UnsafeMutableRawPointer(x + k).storeBytes(of: value, as: DoubleVector.self)
  }
  for k in whole..<count {
    var value: Double = unsafe x[k]
    if isScaled { value = (value - m) * f + s }
    if let other = unsafe other { value += unsafe other[k] }
    if value < low { value = low }
    if value > high { value = high }
    unsafe x[k] = value
  }
}

/// The same for `pixels` runs of `block` channels, which have means, factors and shifts of their own.
@inline(never)
package func finishRuns(
  pixels: Int, block: Int, _ x: UnsafeMutablePointer<Double>, _ mean: UnsafePointer<Double>?,
  _ factor: UnsafePointer<Double>, _ shift: UnsafePointer<Double>, _ limits: UnsafePointer<Double>,
  _ other: UnsafePointer<Double>?
) {
  let low = unsafe DoubleVector(repeating: limits[0])
  let high = unsafe DoubleVector(repeating: limits[1])
  for lane in stride(from: 0, to: block, by: doubleLanes) {
    var (m, f, s) = (DoubleVector(), DoubleVector(), DoubleVector())
    let isScaled = unsafe mean != nil
    if let mean = unsafe mean {
      m = unsafe UnsafeRawPointer(mean + lane).loadUnaligned(as: DoubleVector.self)
      f = unsafe UnsafeRawPointer(factor + lane).loadUnaligned(as: DoubleVector.self)
      s = unsafe UnsafeRawPointer(shift + lane).loadUnaligned(as: DoubleVector.self)
    }
    for p in 0..<pixels {
      let k: Int = p &* block &+ lane
      var value = unsafe UnsafeRawPointer(x + k).loadUnaligned(as: DoubleVector.self)
      if isScaled { value = (value - m) * f + s }
      if let other = unsafe other { value += unsafe UnsafeRawPointer(other + k).loadUnaligned(as: DoubleVector.self) }
      value = value.replacing(with: low, where: value .< low)
      value = value.replacing(with: high, where: value .> high)
      unsafe UnsafeMutableRawPointer(x + k).storeBytes(of: value, as: DoubleVector.self)
    }
  }
}

/// min(max(x, 0), limit), NaN for NaN.
@inline(never)
package func rectify(
  count: Int, _ x: UnsafePointer<Double>, limit: Double, _ out: UnsafeMutablePointer<Double>
) {
  let whole: Int = count / doubleLanes &* doubleLanes
  let (zero, top) = (DoubleVector(), DoubleVector(repeating: limit))
  for k in stride(from: 0, to: whole, by: doubleLanes) {
    var value = unsafe UnsafeRawPointer(x + k).loadUnaligned(as: DoubleVector.self)
    value = value.replacing(with: zero, where: value .< zero)
    value = value.replacing(with: top, where: value .> top)
    unsafe UnsafeMutableRawPointer(out + k).storeBytes(of: value, as: DoubleVector.self)
  }
  for k in whole..<count {
    let value = unsafe x[k] < 0 ? 0 : x[k]
    unsafe out[k] = value > limit ? limit : value
  }
}

/// x + y, element by element.
@inline(never)
package func sums(
  count: Int, _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>
) {
  let whole: Int = count / doubleLanes &* doubleLanes
  for k in stride(from: 0, to: whole, by: doubleLanes) {
    let left = unsafe UnsafeRawPointer(x + k).loadUnaligned(as: DoubleVector.self)
    let right = unsafe UnsafeRawPointer(y + k).loadUnaligned(as: DoubleVector.self)
    unsafe UnsafeMutableRawPointer(out + k).storeBytes(of: left + right, as: DoubleVector.self)
  }
  for k in whole..<count { unsafe out[k] = x[k] + y[k] }
}

/// x · y, element by element.
@inline(never)
package func products(
  count: Int, _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>
) {
  let whole: Int = count / doubleLanes &* doubleLanes
  for k in stride(from: 0, to: whole, by: doubleLanes) {
    let left = unsafe UnsafeRawPointer(x + k).loadUnaligned(as: DoubleVector.self)
    let right = unsafe UnsafeRawPointer(y + k).loadUnaligned(as: DoubleVector.self)
    unsafe UnsafeMutableRawPointer(out + k).storeBytes(of: left * right, as: DoubleVector.self)
  }
  for k in whole..<count { unsafe out[k] = x[k] * y[k] }
}

/// The larger of x and y, element by element; NaN where one of them is.
@inline(never)
package func largest(
  count: Int, _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>
) {
  let whole: Int = count / doubleLanes &* doubleLanes
  for k in stride(from: 0, to: whole, by: doubleLanes) {
    let left = unsafe UnsafeRawPointer(x + k).loadUnaligned(as: DoubleVector.self)
    let right = unsafe UnsafeRawPointer(y + k).loadUnaligned(as: DoubleVector.self)
    let larger = left.replacing(with: right, where: (right .> left) .| (right .!= right))
    unsafe UnsafeMutableRawPointer(out + k).storeBytes(of: larger, as: DoubleVector.self)
  }
  for k in whole..<count {
    let (left, right) = unsafe (x[k], y[k])
    unsafe out[k] = right > left || right.isNaN ? right : left
  }
}

/// The largest of `taps` neighbours (at least one), `step` apart, for every `stride`th first one; NaN where one of them is.
@inline(never)
package func largestOfRow(
  count: Int, taps: Int, step: Int, stride: Int, _ x: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>
) {
  for k in 0..<count {
    let window = unsafe x + k &* stride
    var largest: Double = unsafe window[0]
    for tap in 1..<taps {
      let value = unsafe window[tap &* step]
      if value > largest || value.isNaN { largest = value }
    }
    unsafe out[k] = largest
  }
}

/// The largest of `taps` neighbours (at least one), `step` runs of `block` channels apart, for every `stride`th first run; NaN
/// where one of them is.
@inline(never)
package func largestOfRuns(
  count: Int, taps: Int, step: Int, stride: Int, block: Int, _ x: UnsafePointer<Double>,
  _ out: UnsafeMutablePointer<Double>
) {
  for k in 0..<count {
    for lane in Swift.stride(from: 0, to: block, by: doubleLanes) {
      let window = unsafe x + (k &* stride &* block &+ lane)
      var largest = unsafe UnsafeRawPointer(window).loadUnaligned(as: DoubleVector.self)
      for tap in 1..<taps {
        let value = unsafe UnsafeRawPointer(window + tap &* step &* block).loadUnaligned(as: DoubleVector.self)
        largest = largest.replacing(with: value, where: (value .> largest) .| (value .!= value))
      }
      unsafe UnsafeMutableRawPointer(out + (k &* block &+ lane)).storeBytes(of: largest, as: DoubleVector.self)
    }
  }
}
