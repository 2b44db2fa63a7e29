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
  let isDense = step == 1 && pixel == 1
  for first in stride(from: 0, to: pixels, by: 14) {
    let x = unsafe source
    switch (pixels &- first, isDense) {
    case (1, true): unsafe dense1(x, step, offsets, count, weights, start, out, pixel)
    case (2, true): unsafe dense2(x, step, offsets, count, weights, start, out, pixel)
    case (3, true): unsafe dense3(x, step, offsets, count, weights, start, out, pixel)
    case (4, true): unsafe dense4(x, step, offsets, count, weights, start, out, pixel)
    case (5, true): unsafe dense5(x, step, offsets, count, weights, start, out, pixel)
    case (6, true): unsafe dense6(x, step, offsets, count, weights, start, out, pixel)
    case (7, true): unsafe dense7(x, step, offsets, count, weights, start, out, pixel)
    case (8, true): unsafe dense8(x, step, offsets, count, weights, start, out, pixel)
    case (9, true): unsafe dense9(x, step, offsets, count, weights, start, out, pixel)
    case (10, true): unsafe dense10(x, step, offsets, count, weights, start, out, pixel)
    case (11, true): unsafe dense11(x, step, offsets, count, weights, start, out, pixel)
    case (12, true): unsafe dense12(x, step, offsets, count, weights, start, out, pixel)
    case (13, true): unsafe dense13(x, step, offsets, count, weights, start, out, pixel)
    case (_, true): unsafe dense14(x, step, offsets, count, weights, start, out, pixel)
    case (1, false): unsafe sparse1(x, step, offsets, count, weights, start, out, pixel)
    case (2, false): unsafe sparse2(x, step, offsets, count, weights, start, out, pixel)
    case (3, false): unsafe sparse3(x, step, offsets, count, weights, start, out, pixel)
    case (4, false): unsafe sparse4(x, step, offsets, count, weights, start, out, pixel)
    case (5, false): unsafe sparse5(x, step, offsets, count, weights, start, out, pixel)
    case (6, false): unsafe sparse6(x, step, offsets, count, weights, start, out, pixel)
    case (7, false): unsafe sparse7(x, step, offsets, count, weights, start, out, pixel)
    case (8, false): unsafe sparse8(x, step, offsets, count, weights, start, out, pixel)
    case (9, false): unsafe sparse9(x, step, offsets, count, weights, start, out, pixel)
    case (10, false): unsafe sparse10(x, step, offsets, count, weights, start, out, pixel)
    case (11, false): unsafe sparse11(x, step, offsets, count, weights, start, out, pixel)
    case (12, false): unsafe sparse12(x, step, offsets, count, weights, start, out, pixel)
    case (13, false): unsafe sparse13(x, step, offsets, count, weights, start, out, pixel)
    case (_, false): unsafe sparse14(x, step, offsets, count, weights, start, out, pixel)
    }
    unsafe source += 14 &* step
    unsafe out += 14 &* pixel
  }
}

@inline(never)
private func dense1(
  _ x: UnsafePointer<DoubleVector>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
  _ out: UnsafeMutablePointer<DoubleVector>, _ pixel: Int
) {
  var a0 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* 1]
    a0 = unsafe multiplyAdd(a0, p[0 &* 1], w)
  }
  unsafe out[0 &* 1] = a0
}

@inline(never)
private func dense2(
  _ x: UnsafePointer<DoubleVector>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
  _ out: UnsafeMutablePointer<DoubleVector>, _ pixel: Int
) {
  var a0 = unsafe start[0]
  var a1 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* 1]
    a0 = unsafe multiplyAdd(a0, p[0 &* 1], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* 1], w)
  }
  unsafe out[0 &* 1] = a0
  unsafe out[1 &* 1] = a1
}

@inline(never)
private func dense3(
  _ x: UnsafePointer<DoubleVector>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
  _ out: UnsafeMutablePointer<DoubleVector>, _ pixel: Int
) {
  var a0 = unsafe start[0]
  var a1 = unsafe start[0]
  var a2 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* 1]
    a0 = unsafe multiplyAdd(a0, p[0 &* 1], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* 1], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* 1], w)
  }
  unsafe out[0 &* 1] = a0
  unsafe out[1 &* 1] = a1
  unsafe out[2 &* 1] = a2
}

@inline(never)
private func dense4(
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
    let w = unsafe weights[j &* 1]
    a0 = unsafe multiplyAdd(a0, p[0 &* 1], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* 1], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* 1], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* 1], w)
  }
  unsafe out[0 &* 1] = a0
  unsafe out[1 &* 1] = a1
  unsafe out[2 &* 1] = a2
  unsafe out[3 &* 1] = a3
}

@inline(never)
private func dense5(
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
    let w = unsafe weights[j &* 1]
    a0 = unsafe multiplyAdd(a0, p[0 &* 1], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* 1], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* 1], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* 1], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* 1], w)
  }
  unsafe out[0 &* 1] = a0
  unsafe out[1 &* 1] = a1
  unsafe out[2 &* 1] = a2
  unsafe out[3 &* 1] = a3
  unsafe out[4 &* 1] = a4
}

@inline(never)
private func dense6(
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
    let w = unsafe weights[j &* 1]
    a0 = unsafe multiplyAdd(a0, p[0 &* 1], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* 1], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* 1], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* 1], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* 1], w)
    a5 = unsafe multiplyAdd(a5, p[5 &* 1], w)
  }
  unsafe out[0 &* 1] = a0
  unsafe out[1 &* 1] = a1
  unsafe out[2 &* 1] = a2
  unsafe out[3 &* 1] = a3
  unsafe out[4 &* 1] = a4
  unsafe out[5 &* 1] = a5
}

@inline(never)
private func dense7(
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
    let w = unsafe weights[j &* 1]
    a0 = unsafe multiplyAdd(a0, p[0 &* 1], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* 1], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* 1], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* 1], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* 1], w)
    a5 = unsafe multiplyAdd(a5, p[5 &* 1], w)
    a6 = unsafe multiplyAdd(a6, p[6 &* 1], w)
  }
  unsafe out[0 &* 1] = a0
  unsafe out[1 &* 1] = a1
  unsafe out[2 &* 1] = a2
  unsafe out[3 &* 1] = a3
  unsafe out[4 &* 1] = a4
  unsafe out[5 &* 1] = a5
  unsafe out[6 &* 1] = a6
}

@inline(never)
private func dense8(
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
    let w = unsafe weights[j &* 1]
    a0 = unsafe multiplyAdd(a0, p[0 &* 1], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* 1], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* 1], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* 1], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* 1], w)
    a5 = unsafe multiplyAdd(a5, p[5 &* 1], w)
    a6 = unsafe multiplyAdd(a6, p[6 &* 1], w)
    a7 = unsafe multiplyAdd(a7, p[7 &* 1], w)
  }
  unsafe out[0 &* 1] = a0
  unsafe out[1 &* 1] = a1
  unsafe out[2 &* 1] = a2
  unsafe out[3 &* 1] = a3
  unsafe out[4 &* 1] = a4
  unsafe out[5 &* 1] = a5
  unsafe out[6 &* 1] = a6
  unsafe out[7 &* 1] = a7
}

@inline(never)
private func dense9(
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
  var a8 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* 1]
    a0 = unsafe multiplyAdd(a0, p[0 &* 1], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* 1], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* 1], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* 1], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* 1], w)
    a5 = unsafe multiplyAdd(a5, p[5 &* 1], w)
    a6 = unsafe multiplyAdd(a6, p[6 &* 1], w)
    a7 = unsafe multiplyAdd(a7, p[7 &* 1], w)
    a8 = unsafe multiplyAdd(a8, p[8 &* 1], w)
  }
  unsafe out[0 &* 1] = a0
  unsafe out[1 &* 1] = a1
  unsafe out[2 &* 1] = a2
  unsafe out[3 &* 1] = a3
  unsafe out[4 &* 1] = a4
  unsafe out[5 &* 1] = a5
  unsafe out[6 &* 1] = a6
  unsafe out[7 &* 1] = a7
  unsafe out[8 &* 1] = a8
}

@inline(never)
private func dense10(
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
  var a8 = unsafe start[0]
  var a9 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* 1]
    a0 = unsafe multiplyAdd(a0, p[0 &* 1], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* 1], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* 1], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* 1], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* 1], w)
    a5 = unsafe multiplyAdd(a5, p[5 &* 1], w)
    a6 = unsafe multiplyAdd(a6, p[6 &* 1], w)
    a7 = unsafe multiplyAdd(a7, p[7 &* 1], w)
    a8 = unsafe multiplyAdd(a8, p[8 &* 1], w)
    a9 = unsafe multiplyAdd(a9, p[9 &* 1], w)
  }
  unsafe out[0 &* 1] = a0
  unsafe out[1 &* 1] = a1
  unsafe out[2 &* 1] = a2
  unsafe out[3 &* 1] = a3
  unsafe out[4 &* 1] = a4
  unsafe out[5 &* 1] = a5
  unsafe out[6 &* 1] = a6
  unsafe out[7 &* 1] = a7
  unsafe out[8 &* 1] = a8
  unsafe out[9 &* 1] = a9
}

@inline(never)
private func dense11(
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
  var a8 = unsafe start[0]
  var a9 = unsafe start[0]
  var a10 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* 1]
    a0 = unsafe multiplyAdd(a0, p[0 &* 1], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* 1], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* 1], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* 1], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* 1], w)
    a5 = unsafe multiplyAdd(a5, p[5 &* 1], w)
    a6 = unsafe multiplyAdd(a6, p[6 &* 1], w)
    a7 = unsafe multiplyAdd(a7, p[7 &* 1], w)
    a8 = unsafe multiplyAdd(a8, p[8 &* 1], w)
    a9 = unsafe multiplyAdd(a9, p[9 &* 1], w)
    a10 = unsafe multiplyAdd(a10, p[10 &* 1], w)
  }
  unsafe out[0 &* 1] = a0
  unsafe out[1 &* 1] = a1
  unsafe out[2 &* 1] = a2
  unsafe out[3 &* 1] = a3
  unsafe out[4 &* 1] = a4
  unsafe out[5 &* 1] = a5
  unsafe out[6 &* 1] = a6
  unsafe out[7 &* 1] = a7
  unsafe out[8 &* 1] = a8
  unsafe out[9 &* 1] = a9
  unsafe out[10 &* 1] = a10
}

@inline(never)
private func dense12(
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
  var a8 = unsafe start[0]
  var a9 = unsafe start[0]
  var a10 = unsafe start[0]
  var a11 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* 1]
    a0 = unsafe multiplyAdd(a0, p[0 &* 1], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* 1], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* 1], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* 1], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* 1], w)
    a5 = unsafe multiplyAdd(a5, p[5 &* 1], w)
    a6 = unsafe multiplyAdd(a6, p[6 &* 1], w)
    a7 = unsafe multiplyAdd(a7, p[7 &* 1], w)
    a8 = unsafe multiplyAdd(a8, p[8 &* 1], w)
    a9 = unsafe multiplyAdd(a9, p[9 &* 1], w)
    a10 = unsafe multiplyAdd(a10, p[10 &* 1], w)
    a11 = unsafe multiplyAdd(a11, p[11 &* 1], w)
  }
  unsafe out[0 &* 1] = a0
  unsafe out[1 &* 1] = a1
  unsafe out[2 &* 1] = a2
  unsafe out[3 &* 1] = a3
  unsafe out[4 &* 1] = a4
  unsafe out[5 &* 1] = a5
  unsafe out[6 &* 1] = a6
  unsafe out[7 &* 1] = a7
  unsafe out[8 &* 1] = a8
  unsafe out[9 &* 1] = a9
  unsafe out[10 &* 1] = a10
  unsafe out[11 &* 1] = a11
}

@inline(never)
private func dense13(
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
  var a8 = unsafe start[0]
  var a9 = unsafe start[0]
  var a10 = unsafe start[0]
  var a11 = unsafe start[0]
  var a12 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* 1]
    a0 = unsafe multiplyAdd(a0, p[0 &* 1], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* 1], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* 1], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* 1], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* 1], w)
    a5 = unsafe multiplyAdd(a5, p[5 &* 1], w)
    a6 = unsafe multiplyAdd(a6, p[6 &* 1], w)
    a7 = unsafe multiplyAdd(a7, p[7 &* 1], w)
    a8 = unsafe multiplyAdd(a8, p[8 &* 1], w)
    a9 = unsafe multiplyAdd(a9, p[9 &* 1], w)
    a10 = unsafe multiplyAdd(a10, p[10 &* 1], w)
    a11 = unsafe multiplyAdd(a11, p[11 &* 1], w)
    a12 = unsafe multiplyAdd(a12, p[12 &* 1], w)
  }
  unsafe out[0 &* 1] = a0
  unsafe out[1 &* 1] = a1
  unsafe out[2 &* 1] = a2
  unsafe out[3 &* 1] = a3
  unsafe out[4 &* 1] = a4
  unsafe out[5 &* 1] = a5
  unsafe out[6 &* 1] = a6
  unsafe out[7 &* 1] = a7
  unsafe out[8 &* 1] = a8
  unsafe out[9 &* 1] = a9
  unsafe out[10 &* 1] = a10
  unsafe out[11 &* 1] = a11
  unsafe out[12 &* 1] = a12
}

@inline(never)
private func dense14(
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
  var a8 = unsafe start[0]
  var a9 = unsafe start[0]
  var a10 = unsafe start[0]
  var a11 = unsafe start[0]
  var a12 = unsafe start[0]
  var a13 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* 1]
    a0 = unsafe multiplyAdd(a0, p[0 &* 1], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* 1], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* 1], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* 1], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* 1], w)
    a5 = unsafe multiplyAdd(a5, p[5 &* 1], w)
    a6 = unsafe multiplyAdd(a6, p[6 &* 1], w)
    a7 = unsafe multiplyAdd(a7, p[7 &* 1], w)
    a8 = unsafe multiplyAdd(a8, p[8 &* 1], w)
    a9 = unsafe multiplyAdd(a9, p[9 &* 1], w)
    a10 = unsafe multiplyAdd(a10, p[10 &* 1], w)
    a11 = unsafe multiplyAdd(a11, p[11 &* 1], w)
    a12 = unsafe multiplyAdd(a12, p[12 &* 1], w)
    a13 = unsafe multiplyAdd(a13, p[13 &* 1], w)
  }
  unsafe out[0 &* 1] = a0
  unsafe out[1 &* 1] = a1
  unsafe out[2 &* 1] = a2
  unsafe out[3 &* 1] = a3
  unsafe out[4 &* 1] = a4
  unsafe out[5 &* 1] = a5
  unsafe out[6 &* 1] = a6
  unsafe out[7 &* 1] = a7
  unsafe out[8 &* 1] = a8
  unsafe out[9 &* 1] = a9
  unsafe out[10 &* 1] = a10
  unsafe out[11 &* 1] = a11
  unsafe out[12 &* 1] = a12
  unsafe out[13 &* 1] = a13
}

@inline(never)
private func sparse1(
  _ x: UnsafePointer<DoubleVector>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
  _ out: UnsafeMutablePointer<DoubleVector>, _ pixel: Int
) {
  var a0 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* pixel]
    a0 = unsafe multiplyAdd(a0, p[0 &* step], w)
  }
  unsafe out[0 &* pixel] = a0
}

@inline(never)
private func sparse2(
  _ x: UnsafePointer<DoubleVector>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
  _ out: UnsafeMutablePointer<DoubleVector>, _ pixel: Int
) {
  var a0 = unsafe start[0]
  var a1 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* pixel]
    a0 = unsafe multiplyAdd(a0, p[0 &* step], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* step], w)
  }
  unsafe out[0 &* pixel] = a0
  unsafe out[1 &* pixel] = a1
}

@inline(never)
private func sparse3(
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
    a0 = unsafe multiplyAdd(a0, p[0 &* step], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* step], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* step], w)
  }
  unsafe out[0 &* pixel] = a0
  unsafe out[1 &* pixel] = a1
  unsafe out[2 &* pixel] = a2
}

@inline(never)
private func sparse4(
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
    a0 = unsafe multiplyAdd(a0, p[0 &* step], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* step], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* step], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* step], w)
  }
  unsafe out[0 &* pixel] = a0
  unsafe out[1 &* pixel] = a1
  unsafe out[2 &* pixel] = a2
  unsafe out[3 &* pixel] = a3
}

@inline(never)
private func sparse5(
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
    a0 = unsafe multiplyAdd(a0, p[0 &* step], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* step], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* step], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* step], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* step], w)
  }
  unsafe out[0 &* pixel] = a0
  unsafe out[1 &* pixel] = a1
  unsafe out[2 &* pixel] = a2
  unsafe out[3 &* pixel] = a3
  unsafe out[4 &* pixel] = a4
}

@inline(never)
private func sparse6(
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
    a0 = unsafe multiplyAdd(a0, p[0 &* step], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* step], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* step], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* step], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* step], w)
    a5 = unsafe multiplyAdd(a5, p[5 &* step], w)
  }
  unsafe out[0 &* pixel] = a0
  unsafe out[1 &* pixel] = a1
  unsafe out[2 &* pixel] = a2
  unsafe out[3 &* pixel] = a3
  unsafe out[4 &* pixel] = a4
  unsafe out[5 &* pixel] = a5
}

@inline(never)
private func sparse7(
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
    a0 = unsafe multiplyAdd(a0, p[0 &* step], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* step], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* step], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* step], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* step], w)
    a5 = unsafe multiplyAdd(a5, p[5 &* step], w)
    a6 = unsafe multiplyAdd(a6, p[6 &* step], w)
  }
  unsafe out[0 &* pixel] = a0
  unsafe out[1 &* pixel] = a1
  unsafe out[2 &* pixel] = a2
  unsafe out[3 &* pixel] = a3
  unsafe out[4 &* pixel] = a4
  unsafe out[5 &* pixel] = a5
  unsafe out[6 &* pixel] = a6
}

@inline(never)
private func sparse8(
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
    a0 = unsafe multiplyAdd(a0, p[0 &* step], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* step], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* step], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* step], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* step], w)
    a5 = unsafe multiplyAdd(a5, p[5 &* step], w)
    a6 = unsafe multiplyAdd(a6, p[6 &* step], w)
    a7 = unsafe multiplyAdd(a7, p[7 &* step], w)
  }
  unsafe out[0 &* pixel] = a0
  unsafe out[1 &* pixel] = a1
  unsafe out[2 &* pixel] = a2
  unsafe out[3 &* pixel] = a3
  unsafe out[4 &* pixel] = a4
  unsafe out[5 &* pixel] = a5
  unsafe out[6 &* pixel] = a6
  unsafe out[7 &* pixel] = a7
}

@inline(never)
private func sparse9(
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
  var a8 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* pixel]
    a0 = unsafe multiplyAdd(a0, p[0 &* step], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* step], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* step], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* step], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* step], w)
    a5 = unsafe multiplyAdd(a5, p[5 &* step], w)
    a6 = unsafe multiplyAdd(a6, p[6 &* step], w)
    a7 = unsafe multiplyAdd(a7, p[7 &* step], w)
    a8 = unsafe multiplyAdd(a8, p[8 &* step], w)
  }
  unsafe out[0 &* pixel] = a0
  unsafe out[1 &* pixel] = a1
  unsafe out[2 &* pixel] = a2
  unsafe out[3 &* pixel] = a3
  unsafe out[4 &* pixel] = a4
  unsafe out[5 &* pixel] = a5
  unsafe out[6 &* pixel] = a6
  unsafe out[7 &* pixel] = a7
  unsafe out[8 &* pixel] = a8
}

@inline(never)
private func sparse10(
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
  var a8 = unsafe start[0]
  var a9 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* pixel]
    a0 = unsafe multiplyAdd(a0, p[0 &* step], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* step], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* step], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* step], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* step], w)
    a5 = unsafe multiplyAdd(a5, p[5 &* step], w)
    a6 = unsafe multiplyAdd(a6, p[6 &* step], w)
    a7 = unsafe multiplyAdd(a7, p[7 &* step], w)
    a8 = unsafe multiplyAdd(a8, p[8 &* step], w)
    a9 = unsafe multiplyAdd(a9, p[9 &* step], w)
  }
  unsafe out[0 &* pixel] = a0
  unsafe out[1 &* pixel] = a1
  unsafe out[2 &* pixel] = a2
  unsafe out[3 &* pixel] = a3
  unsafe out[4 &* pixel] = a4
  unsafe out[5 &* pixel] = a5
  unsafe out[6 &* pixel] = a6
  unsafe out[7 &* pixel] = a7
  unsafe out[8 &* pixel] = a8
  unsafe out[9 &* pixel] = a9
}

@inline(never)
private func sparse11(
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
  var a8 = unsafe start[0]
  var a9 = unsafe start[0]
  var a10 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* pixel]
    a0 = unsafe multiplyAdd(a0, p[0 &* step], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* step], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* step], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* step], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* step], w)
    a5 = unsafe multiplyAdd(a5, p[5 &* step], w)
    a6 = unsafe multiplyAdd(a6, p[6 &* step], w)
    a7 = unsafe multiplyAdd(a7, p[7 &* step], w)
    a8 = unsafe multiplyAdd(a8, p[8 &* step], w)
    a9 = unsafe multiplyAdd(a9, p[9 &* step], w)
    a10 = unsafe multiplyAdd(a10, p[10 &* step], w)
  }
  unsafe out[0 &* pixel] = a0
  unsafe out[1 &* pixel] = a1
  unsafe out[2 &* pixel] = a2
  unsafe out[3 &* pixel] = a3
  unsafe out[4 &* pixel] = a4
  unsafe out[5 &* pixel] = a5
  unsafe out[6 &* pixel] = a6
  unsafe out[7 &* pixel] = a7
  unsafe out[8 &* pixel] = a8
  unsafe out[9 &* pixel] = a9
  unsafe out[10 &* pixel] = a10
}

@inline(never)
private func sparse12(
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
  var a8 = unsafe start[0]
  var a9 = unsafe start[0]
  var a10 = unsafe start[0]
  var a11 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* pixel]
    a0 = unsafe multiplyAdd(a0, p[0 &* step], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* step], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* step], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* step], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* step], w)
    a5 = unsafe multiplyAdd(a5, p[5 &* step], w)
    a6 = unsafe multiplyAdd(a6, p[6 &* step], w)
    a7 = unsafe multiplyAdd(a7, p[7 &* step], w)
    a8 = unsafe multiplyAdd(a8, p[8 &* step], w)
    a9 = unsafe multiplyAdd(a9, p[9 &* step], w)
    a10 = unsafe multiplyAdd(a10, p[10 &* step], w)
    a11 = unsafe multiplyAdd(a11, p[11 &* step], w)
  }
  unsafe out[0 &* pixel] = a0
  unsafe out[1 &* pixel] = a1
  unsafe out[2 &* pixel] = a2
  unsafe out[3 &* pixel] = a3
  unsafe out[4 &* pixel] = a4
  unsafe out[5 &* pixel] = a5
  unsafe out[6 &* pixel] = a6
  unsafe out[7 &* pixel] = a7
  unsafe out[8 &* pixel] = a8
  unsafe out[9 &* pixel] = a9
  unsafe out[10 &* pixel] = a10
  unsafe out[11 &* pixel] = a11
}

@inline(never)
private func sparse13(
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
  var a8 = unsafe start[0]
  var a9 = unsafe start[0]
  var a10 = unsafe start[0]
  var a11 = unsafe start[0]
  var a12 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* pixel]
    a0 = unsafe multiplyAdd(a0, p[0 &* step], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* step], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* step], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* step], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* step], w)
    a5 = unsafe multiplyAdd(a5, p[5 &* step], w)
    a6 = unsafe multiplyAdd(a6, p[6 &* step], w)
    a7 = unsafe multiplyAdd(a7, p[7 &* step], w)
    a8 = unsafe multiplyAdd(a8, p[8 &* step], w)
    a9 = unsafe multiplyAdd(a9, p[9 &* step], w)
    a10 = unsafe multiplyAdd(a10, p[10 &* step], w)
    a11 = unsafe multiplyAdd(a11, p[11 &* step], w)
    a12 = unsafe multiplyAdd(a12, p[12 &* step], w)
  }
  unsafe out[0 &* pixel] = a0
  unsafe out[1 &* pixel] = a1
  unsafe out[2 &* pixel] = a2
  unsafe out[3 &* pixel] = a3
  unsafe out[4 &* pixel] = a4
  unsafe out[5 &* pixel] = a5
  unsafe out[6 &* pixel] = a6
  unsafe out[7 &* pixel] = a7
  unsafe out[8 &* pixel] = a8
  unsafe out[9 &* pixel] = a9
  unsafe out[10 &* pixel] = a10
  unsafe out[11 &* pixel] = a11
  unsafe out[12 &* pixel] = a12
}

@inline(never)
private func sparse14(
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
  var a8 = unsafe start[0]
  var a9 = unsafe start[0]
  var a10 = unsafe start[0]
  var a11 = unsafe start[0]
  var a12 = unsafe start[0]
  var a13 = unsafe start[0]
  for j in 0..<count {
    let p = unsafe x + offsets[j]
    let w = unsafe weights[j &* pixel]
    a0 = unsafe multiplyAdd(a0, p[0 &* step], w)
    a1 = unsafe multiplyAdd(a1, p[1 &* step], w)
    a2 = unsafe multiplyAdd(a2, p[2 &* step], w)
    a3 = unsafe multiplyAdd(a3, p[3 &* step], w)
    a4 = unsafe multiplyAdd(a4, p[4 &* step], w)
    a5 = unsafe multiplyAdd(a5, p[5 &* step], w)
    a6 = unsafe multiplyAdd(a6, p[6 &* step], w)
    a7 = unsafe multiplyAdd(a7, p[7 &* step], w)
    a8 = unsafe multiplyAdd(a8, p[8 &* step], w)
    a9 = unsafe multiplyAdd(a9, p[9 &* step], w)
    a10 = unsafe multiplyAdd(a10, p[10 &* step], w)
    a11 = unsafe multiplyAdd(a11, p[11 &* step], w)
    a12 = unsafe multiplyAdd(a12, p[12 &* step], w)
    a13 = unsafe multiplyAdd(a13, p[13 &* step], w)
  }
  unsafe out[0 &* pixel] = a0
  unsafe out[1 &* pixel] = a1
  unsafe out[2 &* pixel] = a2
  unsafe out[3 &* pixel] = a3
  unsafe out[4 &* pixel] = a4
  unsafe out[5 &* pixel] = a5
  unsafe out[6 &* pixel] = a6
  unsafe out[7 &* pixel] = a7
  unsafe out[8 &* pixel] = a8
  unsafe out[9 &* pixel] = a9
  unsafe out[10 &* pixel] = a10
  unsafe out[11 &* pixel] = a11
  unsafe out[12 &* pixel] = a12
  unsafe out[13 &* pixel] = a13
}
