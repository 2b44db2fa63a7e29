// swift-format-ignore-file
// Written by Sources/FoveaKernels/generate; do not edit.

/// Outputs of a row of pixels in one vector of channels, each channel with its own filter.
/// Offsets, `step` and `pixel`, from one output or weight to the next, count vectors.
@inline(never)
package func depthwiseRow(
  pixels: Int, _ x: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ weights: UnsafePointer<Double>, _ start: UnsafePointer<Double>,
  _ out: UnsafeMutablePointer<Double>, pixel: Int
) {
  let x = unsafe UnsafeRawPointer(x).assumingMemoryBound(to: DoubleVector.self)
  let weights = unsafe UnsafeRawPointer(weights).assumingMemoryBound(to: DoubleVector.self)
  let start = unsafe UnsafeRawPointer(start).assumingMemoryBound(to: DoubleVector.self)
  var out = unsafe UnsafeMutableRawPointer(out).assumingMemoryBound(to: DoubleVector.self)
  var source = unsafe x
  for first in stride(from: 0, to: pixels, by: 8) {
    let x = unsafe source
    switch pixels &- first {
    case 1: unsafe depthwise1(x, step, offsets, count, weights, start, out, pixel)
    case 2: unsafe depthwise2(x, step, offsets, count, weights, start, out, pixel)
    case 3: unsafe depthwise3(x, step, offsets, count, weights, start, out, pixel)
    case 4: unsafe depthwise4(x, step, offsets, count, weights, start, out, pixel)
    case 5: unsafe depthwise5(x, step, offsets, count, weights, start, out, pixel)
    case 6: unsafe depthwise6(x, step, offsets, count, weights, start, out, pixel)
    case 7: unsafe depthwise7(x, step, offsets, count, weights, start, out, pixel)
    default: unsafe depthwise8(x, step, offsets, count, weights, start, out, pixel)
    }
    unsafe source += 8 &* step
    unsafe out += 8 &* pixel
  }
}

@inline(never)
private func depthwise1(
  _ x: UnsafePointer<DoubleVector>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
  _ out: UnsafeMutablePointer<DoubleVector>, _ pixel: Int
) {
  var a0 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* pixel]
    a0 = unsafe multiplyAdd(a0, p[0], w)
  }
  unsafe out[0] = a0
}

@inline(never)
private func depthwise2(
  _ x: UnsafePointer<DoubleVector>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
  _ out: UnsafeMutablePointer<DoubleVector>, _ pixel: Int
) {
  var a0 = unsafe start[0]
  var a1 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* pixel]
    a0 = unsafe multiplyAdd(a0, p[0], w)
    a1 = unsafe multiplyAdd(a1, p[step], w)
  }
  unsafe out[0] = a0
  unsafe out[pixel] = a1
}

@inline(never)
private func depthwise3(
  _ x: UnsafePointer<DoubleVector>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
  _ out: UnsafeMutablePointer<DoubleVector>, _ pixel: Int
) {
  var a0 = unsafe start[0]
  var a1 = unsafe start[0]
  var a2 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* pixel]
    a0 = unsafe multiplyAdd(a0, p[0], w)
    a1 = unsafe multiplyAdd(a1, p[step], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* step], w)
  }
  unsafe out[0] = a0
  unsafe out[pixel] = a1
  unsafe out[2 &* pixel] = a2
}

@inline(never)
private func depthwise4(
  _ x: UnsafePointer<DoubleVector>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
  _ out: UnsafeMutablePointer<DoubleVector>, _ pixel: Int
) {
  var a0 = unsafe start[0]
  var a1 = unsafe start[0]
  var a2 = unsafe start[0]
  var a3 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* pixel]
    a0 = unsafe multiplyAdd(a0, p[0], w)
    a1 = unsafe multiplyAdd(a1, p[step], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* step], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* step], w)
  }
  unsafe out[0] = a0
  unsafe out[pixel] = a1
  unsafe out[2 &* pixel] = a2
  unsafe out[3 &* pixel] = a3
}

@inline(never)
private func depthwise5(
  _ x: UnsafePointer<DoubleVector>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
  _ out: UnsafeMutablePointer<DoubleVector>, _ pixel: Int
) {
  var a0 = unsafe start[0]
  var a1 = unsafe start[0]
  var a2 = unsafe start[0]
  var a3 = unsafe start[0]
  var a4 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* pixel]
    a0 = unsafe multiplyAdd(a0, p[0], w)
    a1 = unsafe multiplyAdd(a1, p[step], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* step], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* step], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* step], w)
  }
  unsafe out[0] = a0
  unsafe out[pixel] = a1
  unsafe out[2 &* pixel] = a2
  unsafe out[3 &* pixel] = a3
  unsafe out[4 &* pixel] = a4
}

@inline(never)
private func depthwise6(
  _ x: UnsafePointer<DoubleVector>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
  _ out: UnsafeMutablePointer<DoubleVector>, _ pixel: Int
) {
  var a0 = unsafe start[0]
  var a1 = unsafe start[0]
  var a2 = unsafe start[0]
  var a3 = unsafe start[0]
  var a4 = unsafe start[0]
  var a5 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* pixel]
    a0 = unsafe multiplyAdd(a0, p[0], w)
    a1 = unsafe multiplyAdd(a1, p[step], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* step], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* step], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* step], w)
    a5 = unsafe multiplyAdd(a5, p[5 &* step], w)
  }
  unsafe out[0] = a0
  unsafe out[pixel] = a1
  unsafe out[2 &* pixel] = a2
  unsafe out[3 &* pixel] = a3
  unsafe out[4 &* pixel] = a4
  unsafe out[5 &* pixel] = a5
}

@inline(never)
private func depthwise7(
  _ x: UnsafePointer<DoubleVector>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
  _ out: UnsafeMutablePointer<DoubleVector>, _ pixel: Int
) {
  var a0 = unsafe start[0]
  var a1 = unsafe start[0]
  var a2 = unsafe start[0]
  var a3 = unsafe start[0]
  var a4 = unsafe start[0]
  var a5 = unsafe start[0]
  var a6 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* pixel]
    a0 = unsafe multiplyAdd(a0, p[0], w)
    a1 = unsafe multiplyAdd(a1, p[step], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* step], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* step], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* step], w)
    a5 = unsafe multiplyAdd(a5, p[5 &* step], w)
    a6 = unsafe multiplyAdd(a6, p[6 &* step], w)
  }
  unsafe out[0] = a0
  unsafe out[pixel] = a1
  unsafe out[2 &* pixel] = a2
  unsafe out[3 &* pixel] = a3
  unsafe out[4 &* pixel] = a4
  unsafe out[5 &* pixel] = a5
  unsafe out[6 &* pixel] = a6
}

@inline(never)
private func depthwise8(
  _ x: UnsafePointer<DoubleVector>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
  _ out: UnsafeMutablePointer<DoubleVector>, _ pixel: Int
) {
  var a0 = unsafe start[0]
  var a1 = unsafe start[0]
  var a2 = unsafe start[0]
  var a3 = unsafe start[0]
  var a4 = unsafe start[0]
  var a5 = unsafe start[0]
  var a6 = unsafe start[0]
  var a7 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* pixel]
    a0 = unsafe multiplyAdd(a0, p[0], w)
    a1 = unsafe multiplyAdd(a1, p[step], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* step], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* step], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* step], w)
    a5 = unsafe multiplyAdd(a5, p[5 &* step], w)
    a6 = unsafe multiplyAdd(a6, p[6 &* step], w)
    a7 = unsafe multiplyAdd(a7, p[7 &* step], w)
  }
  unsafe out[0] = a0
  unsafe out[pixel] = a1
  unsafe out[2 &* pixel] = a2
  unsafe out[3 &* pixel] = a3
  unsafe out[4 &* pixel] = a4
  unsafe out[5 &* pixel] = a5
  unsafe out[6 &* pixel] = a6
  unsafe out[7 &* pixel] = a7
}
