// swift-format-ignore-file
// Written by Sources/FoveaKernels/generate; do not edit.

#if FOVEA_AVX512 || arch(arm64)
  /// Outputs of up to `tilePixels` pixels in `vectors` vectors of channels: `start` plus, for every number of every run,
  /// the number times a vector of weights. A run is an offset and a length.
  ///
  /// The first half of the pixels, rounded up, is read from `x0` on, `step` numbers apart, and written from `out0` on,
  /// `pixel` numbers apart; the rest from `x1` to `out1`. The second vector of a pixel follows `next` numbers later.
  @inline(never)
  package func directTile(
    pixels: Int, vectors: Int, _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int,
    _ runs: UnsafePointer<Int>, _ count: Int, _ weights: UnsafePointer<Float>, _ start: UnsafePointer<Float>,
    _ out0: UnsafeMutablePointer<Float>, _ out1: UnsafeMutablePointer<Float>, pixel: Int, next: Int
  ) {
    let weights = unsafe UnsafeRawPointer(weights).assumingMemoryBound(to: FloatVector.self)
    let start = unsafe UnsafeRawPointer(start).assumingMemoryBound(to: FloatVector.self)
    let out0 = unsafe UnsafeMutableRawPointer(out0).assumingMemoryBound(to: FloatVector.self)
    let out1 = unsafe UnsafeMutableRawPointer(out1).assumingMemoryBound(to: FloatVector.self)
    let pixel: Int = pixel / floatLanes
    let next: Int = next / floatLanes
    if vectors == 1 {
      switch pixels {
      case 1: unsafe tile1x1(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 2: unsafe tile2x1(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 3: unsafe tile3x1(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 4: unsafe tile4x1(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 5: unsafe tile5x1(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 6: unsafe tile6x1(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 7: unsafe tile7x1(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 8: unsafe tile8x1(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 9: unsafe tile9x1(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 10: unsafe tile10x1(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 11: unsafe tile11x1(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 12: unsafe tile12x1(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 13: unsafe tile13x1(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      default: unsafe tile14x1(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      }
    } else {
      switch pixels {
      case 1: unsafe tile1x2(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 2: unsafe tile2x2(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 3: unsafe tile3x2(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 4: unsafe tile4x2(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 5: unsafe tile5x2(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 6: unsafe tile6x2(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 7: unsafe tile7x2(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 8: unsafe tile8x2(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 9: unsafe tile9x2(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 10: unsafe tile10x2(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 11: unsafe tile11x2(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 12: unsafe tile12x2(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 13: unsafe tile13x2(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      default: unsafe tile14x2(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      }
    }
  }

  @inline(never)
  private func tile1x1(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        unsafe w += 1
      }
    }
    unsafe out0[0] = a0v0
  }

  @inline(never)
  private func tile2x1(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a1v0 = unsafe start[0]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe FloatVector(repeating: q[c])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        unsafe w += 1
      }
    }
    unsafe out0[0] = a0v0
    unsafe out1[0] = a1v0
  }

  @inline(never)
  private func tile3x1(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a1v0 = unsafe start[0]
    var a2v0 = unsafe start[0]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe FloatVector(repeating: q[c])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        unsafe w += 1
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[pixel] = a1v0
    unsafe out1[0] = a2v0
  }

  @inline(never)
  private func tile4x1(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a1v0 = unsafe start[0]
    var a2v0 = unsafe start[0]
    var a3v0 = unsafe start[0]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe FloatVector(repeating: q[c])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        let x3 = unsafe FloatVector(repeating: q[c &+ step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        unsafe w += 1
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[pixel] = a1v0
    unsafe out1[0] = a2v0
    unsafe out1[pixel] = a3v0
  }

  @inline(never)
  private func tile5x1(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a1v0 = unsafe start[0]
    var a2v0 = unsafe start[0]
    var a3v0 = unsafe start[0]
    var a4v0 = unsafe start[0]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe FloatVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        let x3 = unsafe FloatVector(repeating: q[c])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        let x4 = unsafe FloatVector(repeating: q[c &+ step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        unsafe w += 1
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[pixel] = a1v0
    unsafe out0[2 &* pixel] = a2v0
    unsafe out1[0] = a3v0
    unsafe out1[pixel] = a4v0
  }

  @inline(never)
  private func tile6x1(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a1v0 = unsafe start[0]
    var a2v0 = unsafe start[0]
    var a3v0 = unsafe start[0]
    var a4v0 = unsafe start[0]
    var a5v0 = unsafe start[0]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe FloatVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        let x3 = unsafe FloatVector(repeating: q[c])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        let x4 = unsafe FloatVector(repeating: q[c &+ step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        let x5 = unsafe FloatVector(repeating: q[c &+ 2 &* step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        unsafe w += 1
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[pixel] = a1v0
    unsafe out0[2 &* pixel] = a2v0
    unsafe out1[0] = a3v0
    unsafe out1[pixel] = a4v0
    unsafe out1[2 &* pixel] = a5v0
  }

  @inline(never)
  private func tile7x1(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a1v0 = unsafe start[0]
    var a2v0 = unsafe start[0]
    var a3v0 = unsafe start[0]
    var a4v0 = unsafe start[0]
    var a5v0 = unsafe start[0]
    var a6v0 = unsafe start[0]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe FloatVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        let x3 = unsafe FloatVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        let x4 = unsafe FloatVector(repeating: q[c])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        let x5 = unsafe FloatVector(repeating: q[c &+ step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        let x6 = unsafe FloatVector(repeating: q[c &+ 2 &* step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        unsafe w += 1
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[pixel] = a1v0
    unsafe out0[2 &* pixel] = a2v0
    unsafe out0[3 &* pixel] = a3v0
    unsafe out1[0] = a4v0
    unsafe out1[pixel] = a5v0
    unsafe out1[2 &* pixel] = a6v0
  }

  @inline(never)
  private func tile8x1(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a1v0 = unsafe start[0]
    var a2v0 = unsafe start[0]
    var a3v0 = unsafe start[0]
    var a4v0 = unsafe start[0]
    var a5v0 = unsafe start[0]
    var a6v0 = unsafe start[0]
    var a7v0 = unsafe start[0]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe FloatVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        let x3 = unsafe FloatVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        let x4 = unsafe FloatVector(repeating: q[c])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        let x5 = unsafe FloatVector(repeating: q[c &+ step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        let x6 = unsafe FloatVector(repeating: q[c &+ 2 &* step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        let x7 = unsafe FloatVector(repeating: q[c &+ 3 &* step])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        unsafe w += 1
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[pixel] = a1v0
    unsafe out0[2 &* pixel] = a2v0
    unsafe out0[3 &* pixel] = a3v0
    unsafe out1[0] = a4v0
    unsafe out1[pixel] = a5v0
    unsafe out1[2 &* pixel] = a6v0
    unsafe out1[3 &* pixel] = a7v0
  }

  @inline(never)
  private func tile9x1(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a1v0 = unsafe start[0]
    var a2v0 = unsafe start[0]
    var a3v0 = unsafe start[0]
    var a4v0 = unsafe start[0]
    var a5v0 = unsafe start[0]
    var a6v0 = unsafe start[0]
    var a7v0 = unsafe start[0]
    var a8v0 = unsafe start[0]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe FloatVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        let x3 = unsafe FloatVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        let x4 = unsafe FloatVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        let x5 = unsafe FloatVector(repeating: q[c])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        let x6 = unsafe FloatVector(repeating: q[c &+ step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        let x7 = unsafe FloatVector(repeating: q[c &+ 2 &* step])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        let x8 = unsafe FloatVector(repeating: q[c &+ 3 &* step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        unsafe w += 1
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[pixel] = a1v0
    unsafe out0[2 &* pixel] = a2v0
    unsafe out0[3 &* pixel] = a3v0
    unsafe out0[4 &* pixel] = a4v0
    unsafe out1[0] = a5v0
    unsafe out1[pixel] = a6v0
    unsafe out1[2 &* pixel] = a7v0
    unsafe out1[3 &* pixel] = a8v0
  }

  @inline(never)
  private func tile10x1(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a1v0 = unsafe start[0]
    var a2v0 = unsafe start[0]
    var a3v0 = unsafe start[0]
    var a4v0 = unsafe start[0]
    var a5v0 = unsafe start[0]
    var a6v0 = unsafe start[0]
    var a7v0 = unsafe start[0]
    var a8v0 = unsafe start[0]
    var a9v0 = unsafe start[0]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe FloatVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        let x3 = unsafe FloatVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        let x4 = unsafe FloatVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        let x5 = unsafe FloatVector(repeating: q[c])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        let x6 = unsafe FloatVector(repeating: q[c &+ step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        let x7 = unsafe FloatVector(repeating: q[c &+ 2 &* step])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        let x8 = unsafe FloatVector(repeating: q[c &+ 3 &* step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        let x9 = unsafe FloatVector(repeating: q[c &+ 4 &* step])
        a9v0 = multiplyAdd(a9v0, x9, w0)
        unsafe w += 1
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[pixel] = a1v0
    unsafe out0[2 &* pixel] = a2v0
    unsafe out0[3 &* pixel] = a3v0
    unsafe out0[4 &* pixel] = a4v0
    unsafe out1[0] = a5v0
    unsafe out1[pixel] = a6v0
    unsafe out1[2 &* pixel] = a7v0
    unsafe out1[3 &* pixel] = a8v0
    unsafe out1[4 &* pixel] = a9v0
  }

  @inline(never)
  private func tile11x1(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a1v0 = unsafe start[0]
    var a2v0 = unsafe start[0]
    var a3v0 = unsafe start[0]
    var a4v0 = unsafe start[0]
    var a5v0 = unsafe start[0]
    var a6v0 = unsafe start[0]
    var a7v0 = unsafe start[0]
    var a8v0 = unsafe start[0]
    var a9v0 = unsafe start[0]
    var a10v0 = unsafe start[0]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe FloatVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        let x3 = unsafe FloatVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        let x4 = unsafe FloatVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        let x5 = unsafe FloatVector(repeating: p[c &+ 5 &* step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        let x6 = unsafe FloatVector(repeating: q[c])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        let x7 = unsafe FloatVector(repeating: q[c &+ step])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        let x8 = unsafe FloatVector(repeating: q[c &+ 2 &* step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        let x9 = unsafe FloatVector(repeating: q[c &+ 3 &* step])
        a9v0 = multiplyAdd(a9v0, x9, w0)
        let x10 = unsafe FloatVector(repeating: q[c &+ 4 &* step])
        a10v0 = multiplyAdd(a10v0, x10, w0)
        unsafe w += 1
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[pixel] = a1v0
    unsafe out0[2 &* pixel] = a2v0
    unsafe out0[3 &* pixel] = a3v0
    unsafe out0[4 &* pixel] = a4v0
    unsafe out0[5 &* pixel] = a5v0
    unsafe out1[0] = a6v0
    unsafe out1[pixel] = a7v0
    unsafe out1[2 &* pixel] = a8v0
    unsafe out1[3 &* pixel] = a9v0
    unsafe out1[4 &* pixel] = a10v0
  }

  @inline(never)
  private func tile12x1(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a1v0 = unsafe start[0]
    var a2v0 = unsafe start[0]
    var a3v0 = unsafe start[0]
    var a4v0 = unsafe start[0]
    var a5v0 = unsafe start[0]
    var a6v0 = unsafe start[0]
    var a7v0 = unsafe start[0]
    var a8v0 = unsafe start[0]
    var a9v0 = unsafe start[0]
    var a10v0 = unsafe start[0]
    var a11v0 = unsafe start[0]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe FloatVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        let x3 = unsafe FloatVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        let x4 = unsafe FloatVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        let x5 = unsafe FloatVector(repeating: p[c &+ 5 &* step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        let x6 = unsafe FloatVector(repeating: q[c])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        let x7 = unsafe FloatVector(repeating: q[c &+ step])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        let x8 = unsafe FloatVector(repeating: q[c &+ 2 &* step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        let x9 = unsafe FloatVector(repeating: q[c &+ 3 &* step])
        a9v0 = multiplyAdd(a9v0, x9, w0)
        let x10 = unsafe FloatVector(repeating: q[c &+ 4 &* step])
        a10v0 = multiplyAdd(a10v0, x10, w0)
        let x11 = unsafe FloatVector(repeating: q[c &+ 5 &* step])
        a11v0 = multiplyAdd(a11v0, x11, w0)
        unsafe w += 1
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[pixel] = a1v0
    unsafe out0[2 &* pixel] = a2v0
    unsafe out0[3 &* pixel] = a3v0
    unsafe out0[4 &* pixel] = a4v0
    unsafe out0[5 &* pixel] = a5v0
    unsafe out1[0] = a6v0
    unsafe out1[pixel] = a7v0
    unsafe out1[2 &* pixel] = a8v0
    unsafe out1[3 &* pixel] = a9v0
    unsafe out1[4 &* pixel] = a10v0
    unsafe out1[5 &* pixel] = a11v0
  }

  @inline(never)
  private func tile13x1(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a1v0 = unsafe start[0]
    var a2v0 = unsafe start[0]
    var a3v0 = unsafe start[0]
    var a4v0 = unsafe start[0]
    var a5v0 = unsafe start[0]
    var a6v0 = unsafe start[0]
    var a7v0 = unsafe start[0]
    var a8v0 = unsafe start[0]
    var a9v0 = unsafe start[0]
    var a10v0 = unsafe start[0]
    var a11v0 = unsafe start[0]
    var a12v0 = unsafe start[0]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe FloatVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        let x3 = unsafe FloatVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        let x4 = unsafe FloatVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        let x5 = unsafe FloatVector(repeating: p[c &+ 5 &* step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        let x6 = unsafe FloatVector(repeating: p[c &+ 6 &* step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        let x7 = unsafe FloatVector(repeating: q[c])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        let x8 = unsafe FloatVector(repeating: q[c &+ step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        let x9 = unsafe FloatVector(repeating: q[c &+ 2 &* step])
        a9v0 = multiplyAdd(a9v0, x9, w0)
        let x10 = unsafe FloatVector(repeating: q[c &+ 3 &* step])
        a10v0 = multiplyAdd(a10v0, x10, w0)
        let x11 = unsafe FloatVector(repeating: q[c &+ 4 &* step])
        a11v0 = multiplyAdd(a11v0, x11, w0)
        let x12 = unsafe FloatVector(repeating: q[c &+ 5 &* step])
        a12v0 = multiplyAdd(a12v0, x12, w0)
        unsafe w += 1
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[pixel] = a1v0
    unsafe out0[2 &* pixel] = a2v0
    unsafe out0[3 &* pixel] = a3v0
    unsafe out0[4 &* pixel] = a4v0
    unsafe out0[5 &* pixel] = a5v0
    unsafe out0[6 &* pixel] = a6v0
    unsafe out1[0] = a7v0
    unsafe out1[pixel] = a8v0
    unsafe out1[2 &* pixel] = a9v0
    unsafe out1[3 &* pixel] = a10v0
    unsafe out1[4 &* pixel] = a11v0
    unsafe out1[5 &* pixel] = a12v0
  }

  @inline(never)
  private func tile14x1(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a1v0 = unsafe start[0]
    var a2v0 = unsafe start[0]
    var a3v0 = unsafe start[0]
    var a4v0 = unsafe start[0]
    var a5v0 = unsafe start[0]
    var a6v0 = unsafe start[0]
    var a7v0 = unsafe start[0]
    var a8v0 = unsafe start[0]
    var a9v0 = unsafe start[0]
    var a10v0 = unsafe start[0]
    var a11v0 = unsafe start[0]
    var a12v0 = unsafe start[0]
    var a13v0 = unsafe start[0]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe FloatVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        let x3 = unsafe FloatVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        let x4 = unsafe FloatVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        let x5 = unsafe FloatVector(repeating: p[c &+ 5 &* step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        let x6 = unsafe FloatVector(repeating: p[c &+ 6 &* step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        let x7 = unsafe FloatVector(repeating: q[c])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        let x8 = unsafe FloatVector(repeating: q[c &+ step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        let x9 = unsafe FloatVector(repeating: q[c &+ 2 &* step])
        a9v0 = multiplyAdd(a9v0, x9, w0)
        let x10 = unsafe FloatVector(repeating: q[c &+ 3 &* step])
        a10v0 = multiplyAdd(a10v0, x10, w0)
        let x11 = unsafe FloatVector(repeating: q[c &+ 4 &* step])
        a11v0 = multiplyAdd(a11v0, x11, w0)
        let x12 = unsafe FloatVector(repeating: q[c &+ 5 &* step])
        a12v0 = multiplyAdd(a12v0, x12, w0)
        let x13 = unsafe FloatVector(repeating: q[c &+ 6 &* step])
        a13v0 = multiplyAdd(a13v0, x13, w0)
        unsafe w += 1
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[pixel] = a1v0
    unsafe out0[2 &* pixel] = a2v0
    unsafe out0[3 &* pixel] = a3v0
    unsafe out0[4 &* pixel] = a4v0
    unsafe out0[5 &* pixel] = a5v0
    unsafe out0[6 &* pixel] = a6v0
    unsafe out1[0] = a7v0
    unsafe out1[pixel] = a8v0
    unsafe out1[2 &* pixel] = a9v0
    unsafe out1[3 &* pixel] = a10v0
    unsafe out1[4 &* pixel] = a11v0
    unsafe out1[5 &* pixel] = a12v0
    unsafe out1[6 &* pixel] = a13v0
  }

  @inline(never)
  private func tile1x2(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a0v1 = unsafe start[1]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        unsafe w += 2
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[next] = a0v1
  }

  @inline(never)
  private func tile2x2(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a0v1 = unsafe start[1]
    var a1v0 = unsafe start[0]
    var a1v1 = unsafe start[1]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe FloatVector(repeating: q[c])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        unsafe w += 2
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[next] = a0v1
    unsafe out1[0] = a1v0
    unsafe out1[next] = a1v1
  }

  @inline(never)
  private func tile3x2(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a0v1 = unsafe start[1]
    var a1v0 = unsafe start[0]
    var a1v1 = unsafe start[1]
    var a2v0 = unsafe start[0]
    var a2v1 = unsafe start[1]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe FloatVector(repeating: q[c])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        unsafe w += 2
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[next] = a0v1
    unsafe out0[pixel] = a1v0
    unsafe out0[pixel &+ next] = a1v1
    unsafe out1[0] = a2v0
    unsafe out1[next] = a2v1
  }

  @inline(never)
  private func tile4x2(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a0v1 = unsafe start[1]
    var a1v0 = unsafe start[0]
    var a1v1 = unsafe start[1]
    var a2v0 = unsafe start[0]
    var a2v1 = unsafe start[1]
    var a3v0 = unsafe start[0]
    var a3v1 = unsafe start[1]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe FloatVector(repeating: q[c])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        let x3 = unsafe FloatVector(repeating: q[c &+ step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        a3v1 = multiplyAdd(a3v1, x3, w1)
        unsafe w += 2
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[next] = a0v1
    unsafe out0[pixel] = a1v0
    unsafe out0[pixel &+ next] = a1v1
    unsafe out1[0] = a2v0
    unsafe out1[next] = a2v1
    unsafe out1[pixel] = a3v0
    unsafe out1[pixel &+ next] = a3v1
  }

  @inline(never)
  private func tile5x2(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a0v1 = unsafe start[1]
    var a1v0 = unsafe start[0]
    var a1v1 = unsafe start[1]
    var a2v0 = unsafe start[0]
    var a2v1 = unsafe start[1]
    var a3v0 = unsafe start[0]
    var a3v1 = unsafe start[1]
    var a4v0 = unsafe start[0]
    var a4v1 = unsafe start[1]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe FloatVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        let x3 = unsafe FloatVector(repeating: q[c])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        a3v1 = multiplyAdd(a3v1, x3, w1)
        let x4 = unsafe FloatVector(repeating: q[c &+ step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        a4v1 = multiplyAdd(a4v1, x4, w1)
        unsafe w += 2
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[next] = a0v1
    unsafe out0[pixel] = a1v0
    unsafe out0[pixel &+ next] = a1v1
    unsafe out0[2 &* pixel] = a2v0
    unsafe out0[2 &* pixel &+ next] = a2v1
    unsafe out1[0] = a3v0
    unsafe out1[next] = a3v1
    unsafe out1[pixel] = a4v0
    unsafe out1[pixel &+ next] = a4v1
  }

  @inline(never)
  private func tile6x2(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a0v1 = unsafe start[1]
    var a1v0 = unsafe start[0]
    var a1v1 = unsafe start[1]
    var a2v0 = unsafe start[0]
    var a2v1 = unsafe start[1]
    var a3v0 = unsafe start[0]
    var a3v1 = unsafe start[1]
    var a4v0 = unsafe start[0]
    var a4v1 = unsafe start[1]
    var a5v0 = unsafe start[0]
    var a5v1 = unsafe start[1]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe FloatVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        let x3 = unsafe FloatVector(repeating: q[c])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        a3v1 = multiplyAdd(a3v1, x3, w1)
        let x4 = unsafe FloatVector(repeating: q[c &+ step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        a4v1 = multiplyAdd(a4v1, x4, w1)
        let x5 = unsafe FloatVector(repeating: q[c &+ 2 &* step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        a5v1 = multiplyAdd(a5v1, x5, w1)
        unsafe w += 2
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[next] = a0v1
    unsafe out0[pixel] = a1v0
    unsafe out0[pixel &+ next] = a1v1
    unsafe out0[2 &* pixel] = a2v0
    unsafe out0[2 &* pixel &+ next] = a2v1
    unsafe out1[0] = a3v0
    unsafe out1[next] = a3v1
    unsafe out1[pixel] = a4v0
    unsafe out1[pixel &+ next] = a4v1
    unsafe out1[2 &* pixel] = a5v0
    unsafe out1[2 &* pixel &+ next] = a5v1
  }

  @inline(never)
  private func tile7x2(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a0v1 = unsafe start[1]
    var a1v0 = unsafe start[0]
    var a1v1 = unsafe start[1]
    var a2v0 = unsafe start[0]
    var a2v1 = unsafe start[1]
    var a3v0 = unsafe start[0]
    var a3v1 = unsafe start[1]
    var a4v0 = unsafe start[0]
    var a4v1 = unsafe start[1]
    var a5v0 = unsafe start[0]
    var a5v1 = unsafe start[1]
    var a6v0 = unsafe start[0]
    var a6v1 = unsafe start[1]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe FloatVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        let x3 = unsafe FloatVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        a3v1 = multiplyAdd(a3v1, x3, w1)
        let x4 = unsafe FloatVector(repeating: q[c])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        a4v1 = multiplyAdd(a4v1, x4, w1)
        let x5 = unsafe FloatVector(repeating: q[c &+ step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        a5v1 = multiplyAdd(a5v1, x5, w1)
        let x6 = unsafe FloatVector(repeating: q[c &+ 2 &* step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        a6v1 = multiplyAdd(a6v1, x6, w1)
        unsafe w += 2
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[next] = a0v1
    unsafe out0[pixel] = a1v0
    unsafe out0[pixel &+ next] = a1v1
    unsafe out0[2 &* pixel] = a2v0
    unsafe out0[2 &* pixel &+ next] = a2v1
    unsafe out0[3 &* pixel] = a3v0
    unsafe out0[3 &* pixel &+ next] = a3v1
    unsafe out1[0] = a4v0
    unsafe out1[next] = a4v1
    unsafe out1[pixel] = a5v0
    unsafe out1[pixel &+ next] = a5v1
    unsafe out1[2 &* pixel] = a6v0
    unsafe out1[2 &* pixel &+ next] = a6v1
  }

  @inline(never)
  private func tile8x2(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a0v1 = unsafe start[1]
    var a1v0 = unsafe start[0]
    var a1v1 = unsafe start[1]
    var a2v0 = unsafe start[0]
    var a2v1 = unsafe start[1]
    var a3v0 = unsafe start[0]
    var a3v1 = unsafe start[1]
    var a4v0 = unsafe start[0]
    var a4v1 = unsafe start[1]
    var a5v0 = unsafe start[0]
    var a5v1 = unsafe start[1]
    var a6v0 = unsafe start[0]
    var a6v1 = unsafe start[1]
    var a7v0 = unsafe start[0]
    var a7v1 = unsafe start[1]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe FloatVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        let x3 = unsafe FloatVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        a3v1 = multiplyAdd(a3v1, x3, w1)
        let x4 = unsafe FloatVector(repeating: q[c])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        a4v1 = multiplyAdd(a4v1, x4, w1)
        let x5 = unsafe FloatVector(repeating: q[c &+ step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        a5v1 = multiplyAdd(a5v1, x5, w1)
        let x6 = unsafe FloatVector(repeating: q[c &+ 2 &* step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        a6v1 = multiplyAdd(a6v1, x6, w1)
        let x7 = unsafe FloatVector(repeating: q[c &+ 3 &* step])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        a7v1 = multiplyAdd(a7v1, x7, w1)
        unsafe w += 2
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[next] = a0v1
    unsafe out0[pixel] = a1v0
    unsafe out0[pixel &+ next] = a1v1
    unsafe out0[2 &* pixel] = a2v0
    unsafe out0[2 &* pixel &+ next] = a2v1
    unsafe out0[3 &* pixel] = a3v0
    unsafe out0[3 &* pixel &+ next] = a3v1
    unsafe out1[0] = a4v0
    unsafe out1[next] = a4v1
    unsafe out1[pixel] = a5v0
    unsafe out1[pixel &+ next] = a5v1
    unsafe out1[2 &* pixel] = a6v0
    unsafe out1[2 &* pixel &+ next] = a6v1
    unsafe out1[3 &* pixel] = a7v0
    unsafe out1[3 &* pixel &+ next] = a7v1
  }

  @inline(never)
  private func tile9x2(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a0v1 = unsafe start[1]
    var a1v0 = unsafe start[0]
    var a1v1 = unsafe start[1]
    var a2v0 = unsafe start[0]
    var a2v1 = unsafe start[1]
    var a3v0 = unsafe start[0]
    var a3v1 = unsafe start[1]
    var a4v0 = unsafe start[0]
    var a4v1 = unsafe start[1]
    var a5v0 = unsafe start[0]
    var a5v1 = unsafe start[1]
    var a6v0 = unsafe start[0]
    var a6v1 = unsafe start[1]
    var a7v0 = unsafe start[0]
    var a7v1 = unsafe start[1]
    var a8v0 = unsafe start[0]
    var a8v1 = unsafe start[1]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe FloatVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        let x3 = unsafe FloatVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        a3v1 = multiplyAdd(a3v1, x3, w1)
        let x4 = unsafe FloatVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        a4v1 = multiplyAdd(a4v1, x4, w1)
        let x5 = unsafe FloatVector(repeating: q[c])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        a5v1 = multiplyAdd(a5v1, x5, w1)
        let x6 = unsafe FloatVector(repeating: q[c &+ step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        a6v1 = multiplyAdd(a6v1, x6, w1)
        let x7 = unsafe FloatVector(repeating: q[c &+ 2 &* step])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        a7v1 = multiplyAdd(a7v1, x7, w1)
        let x8 = unsafe FloatVector(repeating: q[c &+ 3 &* step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        a8v1 = multiplyAdd(a8v1, x8, w1)
        unsafe w += 2
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[next] = a0v1
    unsafe out0[pixel] = a1v0
    unsafe out0[pixel &+ next] = a1v1
    unsafe out0[2 &* pixel] = a2v0
    unsafe out0[2 &* pixel &+ next] = a2v1
    unsafe out0[3 &* pixel] = a3v0
    unsafe out0[3 &* pixel &+ next] = a3v1
    unsafe out0[4 &* pixel] = a4v0
    unsafe out0[4 &* pixel &+ next] = a4v1
    unsafe out1[0] = a5v0
    unsafe out1[next] = a5v1
    unsafe out1[pixel] = a6v0
    unsafe out1[pixel &+ next] = a6v1
    unsafe out1[2 &* pixel] = a7v0
    unsafe out1[2 &* pixel &+ next] = a7v1
    unsafe out1[3 &* pixel] = a8v0
    unsafe out1[3 &* pixel &+ next] = a8v1
  }

  @inline(never)
  private func tile10x2(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a0v1 = unsafe start[1]
    var a1v0 = unsafe start[0]
    var a1v1 = unsafe start[1]
    var a2v0 = unsafe start[0]
    var a2v1 = unsafe start[1]
    var a3v0 = unsafe start[0]
    var a3v1 = unsafe start[1]
    var a4v0 = unsafe start[0]
    var a4v1 = unsafe start[1]
    var a5v0 = unsafe start[0]
    var a5v1 = unsafe start[1]
    var a6v0 = unsafe start[0]
    var a6v1 = unsafe start[1]
    var a7v0 = unsafe start[0]
    var a7v1 = unsafe start[1]
    var a8v0 = unsafe start[0]
    var a8v1 = unsafe start[1]
    var a9v0 = unsafe start[0]
    var a9v1 = unsafe start[1]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe FloatVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        let x3 = unsafe FloatVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        a3v1 = multiplyAdd(a3v1, x3, w1)
        let x4 = unsafe FloatVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        a4v1 = multiplyAdd(a4v1, x4, w1)
        let x5 = unsafe FloatVector(repeating: q[c])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        a5v1 = multiplyAdd(a5v1, x5, w1)
        let x6 = unsafe FloatVector(repeating: q[c &+ step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        a6v1 = multiplyAdd(a6v1, x6, w1)
        let x7 = unsafe FloatVector(repeating: q[c &+ 2 &* step])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        a7v1 = multiplyAdd(a7v1, x7, w1)
        let x8 = unsafe FloatVector(repeating: q[c &+ 3 &* step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        a8v1 = multiplyAdd(a8v1, x8, w1)
        let x9 = unsafe FloatVector(repeating: q[c &+ 4 &* step])
        a9v0 = multiplyAdd(a9v0, x9, w0)
        a9v1 = multiplyAdd(a9v1, x9, w1)
        unsafe w += 2
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[next] = a0v1
    unsafe out0[pixel] = a1v0
    unsafe out0[pixel &+ next] = a1v1
    unsafe out0[2 &* pixel] = a2v0
    unsafe out0[2 &* pixel &+ next] = a2v1
    unsafe out0[3 &* pixel] = a3v0
    unsafe out0[3 &* pixel &+ next] = a3v1
    unsafe out0[4 &* pixel] = a4v0
    unsafe out0[4 &* pixel &+ next] = a4v1
    unsafe out1[0] = a5v0
    unsafe out1[next] = a5v1
    unsafe out1[pixel] = a6v0
    unsafe out1[pixel &+ next] = a6v1
    unsafe out1[2 &* pixel] = a7v0
    unsafe out1[2 &* pixel &+ next] = a7v1
    unsafe out1[3 &* pixel] = a8v0
    unsafe out1[3 &* pixel &+ next] = a8v1
    unsafe out1[4 &* pixel] = a9v0
    unsafe out1[4 &* pixel &+ next] = a9v1
  }

  @inline(never)
  private func tile11x2(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a0v1 = unsafe start[1]
    var a1v0 = unsafe start[0]
    var a1v1 = unsafe start[1]
    var a2v0 = unsafe start[0]
    var a2v1 = unsafe start[1]
    var a3v0 = unsafe start[0]
    var a3v1 = unsafe start[1]
    var a4v0 = unsafe start[0]
    var a4v1 = unsafe start[1]
    var a5v0 = unsafe start[0]
    var a5v1 = unsafe start[1]
    var a6v0 = unsafe start[0]
    var a6v1 = unsafe start[1]
    var a7v0 = unsafe start[0]
    var a7v1 = unsafe start[1]
    var a8v0 = unsafe start[0]
    var a8v1 = unsafe start[1]
    var a9v0 = unsafe start[0]
    var a9v1 = unsafe start[1]
    var a10v0 = unsafe start[0]
    var a10v1 = unsafe start[1]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe FloatVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        let x3 = unsafe FloatVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        a3v1 = multiplyAdd(a3v1, x3, w1)
        let x4 = unsafe FloatVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        a4v1 = multiplyAdd(a4v1, x4, w1)
        let x5 = unsafe FloatVector(repeating: p[c &+ 5 &* step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        a5v1 = multiplyAdd(a5v1, x5, w1)
        let x6 = unsafe FloatVector(repeating: q[c])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        a6v1 = multiplyAdd(a6v1, x6, w1)
        let x7 = unsafe FloatVector(repeating: q[c &+ step])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        a7v1 = multiplyAdd(a7v1, x7, w1)
        let x8 = unsafe FloatVector(repeating: q[c &+ 2 &* step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        a8v1 = multiplyAdd(a8v1, x8, w1)
        let x9 = unsafe FloatVector(repeating: q[c &+ 3 &* step])
        a9v0 = multiplyAdd(a9v0, x9, w0)
        a9v1 = multiplyAdd(a9v1, x9, w1)
        let x10 = unsafe FloatVector(repeating: q[c &+ 4 &* step])
        a10v0 = multiplyAdd(a10v0, x10, w0)
        a10v1 = multiplyAdd(a10v1, x10, w1)
        unsafe w += 2
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[next] = a0v1
    unsafe out0[pixel] = a1v0
    unsafe out0[pixel &+ next] = a1v1
    unsafe out0[2 &* pixel] = a2v0
    unsafe out0[2 &* pixel &+ next] = a2v1
    unsafe out0[3 &* pixel] = a3v0
    unsafe out0[3 &* pixel &+ next] = a3v1
    unsafe out0[4 &* pixel] = a4v0
    unsafe out0[4 &* pixel &+ next] = a4v1
    unsafe out0[5 &* pixel] = a5v0
    unsafe out0[5 &* pixel &+ next] = a5v1
    unsafe out1[0] = a6v0
    unsafe out1[next] = a6v1
    unsafe out1[pixel] = a7v0
    unsafe out1[pixel &+ next] = a7v1
    unsafe out1[2 &* pixel] = a8v0
    unsafe out1[2 &* pixel &+ next] = a8v1
    unsafe out1[3 &* pixel] = a9v0
    unsafe out1[3 &* pixel &+ next] = a9v1
    unsafe out1[4 &* pixel] = a10v0
    unsafe out1[4 &* pixel &+ next] = a10v1
  }

  @inline(never)
  private func tile12x2(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a0v1 = unsafe start[1]
    var a1v0 = unsafe start[0]
    var a1v1 = unsafe start[1]
    var a2v0 = unsafe start[0]
    var a2v1 = unsafe start[1]
    var a3v0 = unsafe start[0]
    var a3v1 = unsafe start[1]
    var a4v0 = unsafe start[0]
    var a4v1 = unsafe start[1]
    var a5v0 = unsafe start[0]
    var a5v1 = unsafe start[1]
    var a6v0 = unsafe start[0]
    var a6v1 = unsafe start[1]
    var a7v0 = unsafe start[0]
    var a7v1 = unsafe start[1]
    var a8v0 = unsafe start[0]
    var a8v1 = unsafe start[1]
    var a9v0 = unsafe start[0]
    var a9v1 = unsafe start[1]
    var a10v0 = unsafe start[0]
    var a10v1 = unsafe start[1]
    var a11v0 = unsafe start[0]
    var a11v1 = unsafe start[1]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe FloatVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        let x3 = unsafe FloatVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        a3v1 = multiplyAdd(a3v1, x3, w1)
        let x4 = unsafe FloatVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        a4v1 = multiplyAdd(a4v1, x4, w1)
        let x5 = unsafe FloatVector(repeating: p[c &+ 5 &* step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        a5v1 = multiplyAdd(a5v1, x5, w1)
        let x6 = unsafe FloatVector(repeating: q[c])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        a6v1 = multiplyAdd(a6v1, x6, w1)
        let x7 = unsafe FloatVector(repeating: q[c &+ step])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        a7v1 = multiplyAdd(a7v1, x7, w1)
        let x8 = unsafe FloatVector(repeating: q[c &+ 2 &* step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        a8v1 = multiplyAdd(a8v1, x8, w1)
        let x9 = unsafe FloatVector(repeating: q[c &+ 3 &* step])
        a9v0 = multiplyAdd(a9v0, x9, w0)
        a9v1 = multiplyAdd(a9v1, x9, w1)
        let x10 = unsafe FloatVector(repeating: q[c &+ 4 &* step])
        a10v0 = multiplyAdd(a10v0, x10, w0)
        a10v1 = multiplyAdd(a10v1, x10, w1)
        let x11 = unsafe FloatVector(repeating: q[c &+ 5 &* step])
        a11v0 = multiplyAdd(a11v0, x11, w0)
        a11v1 = multiplyAdd(a11v1, x11, w1)
        unsafe w += 2
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[next] = a0v1
    unsafe out0[pixel] = a1v0
    unsafe out0[pixel &+ next] = a1v1
    unsafe out0[2 &* pixel] = a2v0
    unsafe out0[2 &* pixel &+ next] = a2v1
    unsafe out0[3 &* pixel] = a3v0
    unsafe out0[3 &* pixel &+ next] = a3v1
    unsafe out0[4 &* pixel] = a4v0
    unsafe out0[4 &* pixel &+ next] = a4v1
    unsafe out0[5 &* pixel] = a5v0
    unsafe out0[5 &* pixel &+ next] = a5v1
    unsafe out1[0] = a6v0
    unsafe out1[next] = a6v1
    unsafe out1[pixel] = a7v0
    unsafe out1[pixel &+ next] = a7v1
    unsafe out1[2 &* pixel] = a8v0
    unsafe out1[2 &* pixel &+ next] = a8v1
    unsafe out1[3 &* pixel] = a9v0
    unsafe out1[3 &* pixel &+ next] = a9v1
    unsafe out1[4 &* pixel] = a10v0
    unsafe out1[4 &* pixel &+ next] = a10v1
    unsafe out1[5 &* pixel] = a11v0
    unsafe out1[5 &* pixel &+ next] = a11v1
  }

  @inline(never)
  private func tile13x2(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a0v1 = unsafe start[1]
    var a1v0 = unsafe start[0]
    var a1v1 = unsafe start[1]
    var a2v0 = unsafe start[0]
    var a2v1 = unsafe start[1]
    var a3v0 = unsafe start[0]
    var a3v1 = unsafe start[1]
    var a4v0 = unsafe start[0]
    var a4v1 = unsafe start[1]
    var a5v0 = unsafe start[0]
    var a5v1 = unsafe start[1]
    var a6v0 = unsafe start[0]
    var a6v1 = unsafe start[1]
    var a7v0 = unsafe start[0]
    var a7v1 = unsafe start[1]
    var a8v0 = unsafe start[0]
    var a8v1 = unsafe start[1]
    var a9v0 = unsafe start[0]
    var a9v1 = unsafe start[1]
    var a10v0 = unsafe start[0]
    var a10v1 = unsafe start[1]
    var a11v0 = unsafe start[0]
    var a11v1 = unsafe start[1]
    var a12v0 = unsafe start[0]
    var a12v1 = unsafe start[1]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe FloatVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        let x3 = unsafe FloatVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        a3v1 = multiplyAdd(a3v1, x3, w1)
        let x4 = unsafe FloatVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        a4v1 = multiplyAdd(a4v1, x4, w1)
        let x5 = unsafe FloatVector(repeating: p[c &+ 5 &* step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        a5v1 = multiplyAdd(a5v1, x5, w1)
        let x6 = unsafe FloatVector(repeating: p[c &+ 6 &* step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        a6v1 = multiplyAdd(a6v1, x6, w1)
        let x7 = unsafe FloatVector(repeating: q[c])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        a7v1 = multiplyAdd(a7v1, x7, w1)
        let x8 = unsafe FloatVector(repeating: q[c &+ step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        a8v1 = multiplyAdd(a8v1, x8, w1)
        let x9 = unsafe FloatVector(repeating: q[c &+ 2 &* step])
        a9v0 = multiplyAdd(a9v0, x9, w0)
        a9v1 = multiplyAdd(a9v1, x9, w1)
        let x10 = unsafe FloatVector(repeating: q[c &+ 3 &* step])
        a10v0 = multiplyAdd(a10v0, x10, w0)
        a10v1 = multiplyAdd(a10v1, x10, w1)
        let x11 = unsafe FloatVector(repeating: q[c &+ 4 &* step])
        a11v0 = multiplyAdd(a11v0, x11, w0)
        a11v1 = multiplyAdd(a11v1, x11, w1)
        let x12 = unsafe FloatVector(repeating: q[c &+ 5 &* step])
        a12v0 = multiplyAdd(a12v0, x12, w0)
        a12v1 = multiplyAdd(a12v1, x12, w1)
        unsafe w += 2
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[next] = a0v1
    unsafe out0[pixel] = a1v0
    unsafe out0[pixel &+ next] = a1v1
    unsafe out0[2 &* pixel] = a2v0
    unsafe out0[2 &* pixel &+ next] = a2v1
    unsafe out0[3 &* pixel] = a3v0
    unsafe out0[3 &* pixel &+ next] = a3v1
    unsafe out0[4 &* pixel] = a4v0
    unsafe out0[4 &* pixel &+ next] = a4v1
    unsafe out0[5 &* pixel] = a5v0
    unsafe out0[5 &* pixel &+ next] = a5v1
    unsafe out0[6 &* pixel] = a6v0
    unsafe out0[6 &* pixel &+ next] = a6v1
    unsafe out1[0] = a7v0
    unsafe out1[next] = a7v1
    unsafe out1[pixel] = a8v0
    unsafe out1[pixel &+ next] = a8v1
    unsafe out1[2 &* pixel] = a9v0
    unsafe out1[2 &* pixel &+ next] = a9v1
    unsafe out1[3 &* pixel] = a10v0
    unsafe out1[3 &* pixel &+ next] = a10v1
    unsafe out1[4 &* pixel] = a11v0
    unsafe out1[4 &* pixel &+ next] = a11v1
    unsafe out1[5 &* pixel] = a12v0
    unsafe out1[5 &* pixel &+ next] = a12v1
  }

  @inline(never)
  private func tile14x2(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ step: Int, _ runs: UnsafePointer<Int>,
    _ count: Int, _ weights: UnsafePointer<FloatVector>, _ start: UnsafePointer<FloatVector>,
    _ out0: UnsafeMutablePointer<FloatVector>, _ out1: UnsafeMutablePointer<FloatVector>, _ pixel: Int, _ next: Int
  ) {
    var a0v0 = unsafe start[0]
    var a0v1 = unsafe start[1]
    var a1v0 = unsafe start[0]
    var a1v1 = unsafe start[1]
    var a2v0 = unsafe start[0]
    var a2v1 = unsafe start[1]
    var a3v0 = unsafe start[0]
    var a3v1 = unsafe start[1]
    var a4v0 = unsafe start[0]
    var a4v1 = unsafe start[1]
    var a5v0 = unsafe start[0]
    var a5v1 = unsafe start[1]
    var a6v0 = unsafe start[0]
    var a6v1 = unsafe start[1]
    var a7v0 = unsafe start[0]
    var a7v1 = unsafe start[1]
    var a8v0 = unsafe start[0]
    var a8v1 = unsafe start[1]
    var a9v0 = unsafe start[0]
    var a9v1 = unsafe start[1]
    var a10v0 = unsafe start[0]
    var a10v1 = unsafe start[1]
    var a11v0 = unsafe start[0]
    var a11v1 = unsafe start[1]
    var a12v0 = unsafe start[0]
    var a12v1 = unsafe start[1]
    var a13v0 = unsafe start[0]
    var a13v1 = unsafe start[1]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + runs[2 &* j]
      let q = unsafe x1 + runs[2 &* j]
      let length: Int = unsafe runs[2 &* j &+ 1]
      for c in 0..<length {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe FloatVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe FloatVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe FloatVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        let x3 = unsafe FloatVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        a3v1 = multiplyAdd(a3v1, x3, w1)
        let x4 = unsafe FloatVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        a4v1 = multiplyAdd(a4v1, x4, w1)
        let x5 = unsafe FloatVector(repeating: p[c &+ 5 &* step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        a5v1 = multiplyAdd(a5v1, x5, w1)
        let x6 = unsafe FloatVector(repeating: p[c &+ 6 &* step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        a6v1 = multiplyAdd(a6v1, x6, w1)
        let x7 = unsafe FloatVector(repeating: q[c])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        a7v1 = multiplyAdd(a7v1, x7, w1)
        let x8 = unsafe FloatVector(repeating: q[c &+ step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        a8v1 = multiplyAdd(a8v1, x8, w1)
        let x9 = unsafe FloatVector(repeating: q[c &+ 2 &* step])
        a9v0 = multiplyAdd(a9v0, x9, w0)
        a9v1 = multiplyAdd(a9v1, x9, w1)
        let x10 = unsafe FloatVector(repeating: q[c &+ 3 &* step])
        a10v0 = multiplyAdd(a10v0, x10, w0)
        a10v1 = multiplyAdd(a10v1, x10, w1)
        let x11 = unsafe FloatVector(repeating: q[c &+ 4 &* step])
        a11v0 = multiplyAdd(a11v0, x11, w0)
        a11v1 = multiplyAdd(a11v1, x11, w1)
        let x12 = unsafe FloatVector(repeating: q[c &+ 5 &* step])
        a12v0 = multiplyAdd(a12v0, x12, w0)
        a12v1 = multiplyAdd(a12v1, x12, w1)
        let x13 = unsafe FloatVector(repeating: q[c &+ 6 &* step])
        a13v0 = multiplyAdd(a13v0, x13, w0)
        a13v1 = multiplyAdd(a13v1, x13, w1)
        unsafe w += 2
      }
    }
    unsafe out0[0] = a0v0
    unsafe out0[next] = a0v1
    unsafe out0[pixel] = a1v0
    unsafe out0[pixel &+ next] = a1v1
    unsafe out0[2 &* pixel] = a2v0
    unsafe out0[2 &* pixel &+ next] = a2v1
    unsafe out0[3 &* pixel] = a3v0
    unsafe out0[3 &* pixel &+ next] = a3v1
    unsafe out0[4 &* pixel] = a4v0
    unsafe out0[4 &* pixel &+ next] = a4v1
    unsafe out0[5 &* pixel] = a5v0
    unsafe out0[5 &* pixel &+ next] = a5v1
    unsafe out0[6 &* pixel] = a6v0
    unsafe out0[6 &* pixel &+ next] = a6v1
    unsafe out1[0] = a7v0
    unsafe out1[next] = a7v1
    unsafe out1[pixel] = a8v0
    unsafe out1[pixel &+ next] = a8v1
    unsafe out1[2 &* pixel] = a9v0
    unsafe out1[2 &* pixel &+ next] = a9v1
    unsafe out1[3 &* pixel] = a10v0
    unsafe out1[3 &* pixel &+ next] = a10v1
    unsafe out1[4 &* pixel] = a11v0
    unsafe out1[4 &* pixel &+ next] = a11v1
    unsafe out1[5 &* pixel] = a12v0
    unsafe out1[5 &* pixel &+ next] = a12v1
    unsafe out1[6 &* pixel] = a13v0
    unsafe out1[6 &* pixel &+ next] = a13v1
  }
#endif
