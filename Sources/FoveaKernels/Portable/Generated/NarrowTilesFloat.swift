// swift-format-ignore-file
// Written by Sources/FoveaKernels/generate; do not edit.

#if !(FOVEA_AVX512 || arch(arm64))
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
      default: unsafe tile6x1(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      }
    } else {
      switch pixels {
      case 1: unsafe tile1x2(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 2: unsafe tile2x2(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 3: unsafe tile3x2(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 4: unsafe tile4x2(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      case 5: unsafe tile5x2(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
      default: unsafe tile6x2(x0, x1, step, runs, count, weights, start, out0, out1, pixel, next)
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
#endif
