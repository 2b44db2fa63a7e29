// swift-format-ignore-file
// Written by Sources/FoveaKernels/generate; do not edit.

/// Outputs of up to `depthwisePixels` pixels in one vector of channels, each channel with its own filter.
/// Offsets and `step` count vectors.
@inline(never)
package func depthwiseTile(
  pixels: Int, _ x: UnsafePointer<Float>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ weights: UnsafePointer<Float>, _ start: UnsafePointer<Float>,
  _ out: UnsafeMutablePointer<Float>
) {
  let x = unsafe UnsafeRawPointer(x).assumingMemoryBound(to: FloatVector.self)
  let weights = unsafe UnsafeRawPointer(weights).assumingMemoryBound(to: FloatVector.self)
  let start = unsafe UnsafeRawPointer(start).assumingMemoryBound(to: FloatVector.self)
  let out = unsafe UnsafeMutableRawPointer(out).assumingMemoryBound(to: FloatVector.self)
  switch pixels {
  case 1: unsafe depthwise1(x, step, offsets, count, weights, start[0], out)
  case 2: unsafe depthwise2(x, step, offsets, count, weights, start[0], out)
  case 3: unsafe depthwise3(x, step, offsets, count, weights, start[0], out)
  case 4: unsafe depthwise4(x, step, offsets, count, weights, start[0], out)
  case 5: unsafe depthwise5(x, step, offsets, count, weights, start[0], out)
  case 6: unsafe depthwise6(x, step, offsets, count, weights, start[0], out)
  case 7: unsafe depthwise7(x, step, offsets, count, weights, start[0], out)
  default: unsafe depthwise8(x, step, offsets, count, weights, start[0], out)
  }
}

@inline(never)
private func depthwise1(
  _ x: UnsafePointer<FloatVector>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ weights: UnsafePointer<FloatVector>, _ start: FloatVector, _ out: UnsafeMutablePointer<FloatVector>
) {
  var a0 = start
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j]
    a0 = unsafe multiplyAdd(a0, p[0], w)
  }
  unsafe out[0] = a0
}

@inline(never)
private func depthwise2(
  _ x: UnsafePointer<FloatVector>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ weights: UnsafePointer<FloatVector>, _ start: FloatVector, _ out: UnsafeMutablePointer<FloatVector>
) {
  var a0 = start
  var a1 = start
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j]
    a0 = unsafe multiplyAdd(a0, p[0], w)
    a1 = unsafe multiplyAdd(a1, p[step], w)
  }
  unsafe out[0] = a0
  unsafe out[1] = a1
}

@inline(never)
private func depthwise3(
  _ x: UnsafePointer<FloatVector>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ weights: UnsafePointer<FloatVector>, _ start: FloatVector, _ out: UnsafeMutablePointer<FloatVector>
) {
  var a0 = start
  var a1 = start
  var a2 = start
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j]
    a0 = unsafe multiplyAdd(a0, p[0], w)
    a1 = unsafe multiplyAdd(a1, p[step], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* step], w)
  }
  unsafe out[0] = a0
  unsafe out[1] = a1
  unsafe out[2] = a2
}

@inline(never)
private func depthwise4(
  _ x: UnsafePointer<FloatVector>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ weights: UnsafePointer<FloatVector>, _ start: FloatVector, _ out: UnsafeMutablePointer<FloatVector>
) {
  var a0 = start
  var a1 = start
  var a2 = start
  var a3 = start
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j]
    a0 = unsafe multiplyAdd(a0, p[0], w)
    a1 = unsafe multiplyAdd(a1, p[step], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* step], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* step], w)
  }
  unsafe out[0] = a0
  unsafe out[1] = a1
  unsafe out[2] = a2
  unsafe out[3] = a3
}

@inline(never)
private func depthwise5(
  _ x: UnsafePointer<FloatVector>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ weights: UnsafePointer<FloatVector>, _ start: FloatVector, _ out: UnsafeMutablePointer<FloatVector>
) {
  var a0 = start
  var a1 = start
  var a2 = start
  var a3 = start
  var a4 = start
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j]
    a0 = unsafe multiplyAdd(a0, p[0], w)
    a1 = unsafe multiplyAdd(a1, p[step], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* step], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* step], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* step], w)
  }
  unsafe out[0] = a0
  unsafe out[1] = a1
  unsafe out[2] = a2
  unsafe out[3] = a3
  unsafe out[4] = a4
}

@inline(never)
private func depthwise6(
  _ x: UnsafePointer<FloatVector>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ weights: UnsafePointer<FloatVector>, _ start: FloatVector, _ out: UnsafeMutablePointer<FloatVector>
) {
  var a0 = start
  var a1 = start
  var a2 = start
  var a3 = start
  var a4 = start
  var a5 = start
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j]
    a0 = unsafe multiplyAdd(a0, p[0], w)
    a1 = unsafe multiplyAdd(a1, p[step], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* step], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* step], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* step], w)
    a5 = unsafe multiplyAdd(a5, p[5 &* step], w)
  }
  unsafe out[0] = a0
  unsafe out[1] = a1
  unsafe out[2] = a2
  unsafe out[3] = a3
  unsafe out[4] = a4
  unsafe out[5] = a5
}

@inline(never)
private func depthwise7(
  _ x: UnsafePointer<FloatVector>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ weights: UnsafePointer<FloatVector>, _ start: FloatVector, _ out: UnsafeMutablePointer<FloatVector>
) {
  var a0 = start
  var a1 = start
  var a2 = start
  var a3 = start
  var a4 = start
  var a5 = start
  var a6 = start
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j]
    a0 = unsafe multiplyAdd(a0, p[0], w)
    a1 = unsafe multiplyAdd(a1, p[step], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* step], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* step], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* step], w)
    a5 = unsafe multiplyAdd(a5, p[5 &* step], w)
    a6 = unsafe multiplyAdd(a6, p[6 &* step], w)
  }
  unsafe out[0] = a0
  unsafe out[1] = a1
  unsafe out[2] = a2
  unsafe out[3] = a3
  unsafe out[4] = a4
  unsafe out[5] = a5
  unsafe out[6] = a6
}

@inline(never)
private func depthwise8(
  _ x: UnsafePointer<FloatVector>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ weights: UnsafePointer<FloatVector>, _ start: FloatVector, _ out: UnsafeMutablePointer<FloatVector>
) {
  var a0 = start
  var a1 = start
  var a2 = start
  var a3 = start
  var a4 = start
  var a5 = start
  var a6 = start
  var a7 = start
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j]
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
  unsafe out[1] = a1
  unsafe out[2] = a2
  unsafe out[3] = a3
  unsafe out[4] = a4
  unsafe out[5] = a5
  unsafe out[6] = a6
  unsafe out[7] = a7
}
