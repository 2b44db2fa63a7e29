// swift-format-ignore-file
// Written by Sources/FoveaKernels/generate; do not edit.

#if FOVEA_AVX512 || arch(arm64)
  /// Outputs of up to `tilePixels` pixels in `vectors` vectors of channels: `start` plus, for every offset and
  /// channel, an input times a vector of weights.
  ///
  /// The first half of the pixels, rounded up, is read from `x0` on, the rest from `x1` on, `step` numbers apart.
  @inline(never)
  package func directTile(
    pixels: Int, vectors: Int, _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int,
    _ offsets: UnsafePointer<Int>, _ count: Int, _ channels: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>
  ) {
    let weights = unsafe UnsafeRawPointer(weights).assumingMemoryBound(to: DoubleVector.self)
    let start = unsafe UnsafeRawPointer(start).assumingMemoryBound(to: DoubleVector.self)
    let out = unsafe UnsafeMutableRawPointer(out).assumingMemoryBound(to: DoubleVector.self)
    if vectors == 1 {
      switch pixels {
      case 1: unsafe tile1x1(x0, x1, step, offsets, count, channels, weights, start, out)
      case 2: unsafe tile2x1(x0, x1, step, offsets, count, channels, weights, start, out)
      case 3: unsafe tile3x1(x0, x1, step, offsets, count, channels, weights, start, out)
      case 4: unsafe tile4x1(x0, x1, step, offsets, count, channels, weights, start, out)
      case 5: unsafe tile5x1(x0, x1, step, offsets, count, channels, weights, start, out)
      case 6: unsafe tile6x1(x0, x1, step, offsets, count, channels, weights, start, out)
      case 7: unsafe tile7x1(x0, x1, step, offsets, count, channels, weights, start, out)
      case 8: unsafe tile8x1(x0, x1, step, offsets, count, channels, weights, start, out)
      case 9: unsafe tile9x1(x0, x1, step, offsets, count, channels, weights, start, out)
      case 10: unsafe tile10x1(x0, x1, step, offsets, count, channels, weights, start, out)
      case 11: unsafe tile11x1(x0, x1, step, offsets, count, channels, weights, start, out)
      case 12: unsafe tile12x1(x0, x1, step, offsets, count, channels, weights, start, out)
      case 13: unsafe tile13x1(x0, x1, step, offsets, count, channels, weights, start, out)
      default: unsafe tile14x1(x0, x1, step, offsets, count, channels, weights, start, out)
      }
    } else {
      switch pixels {
      case 1: unsafe tile1x2(x0, x1, step, offsets, count, channels, weights, start, out)
      case 2: unsafe tile2x2(x0, x1, step, offsets, count, channels, weights, start, out)
      case 3: unsafe tile3x2(x0, x1, step, offsets, count, channels, weights, start, out)
      case 4: unsafe tile4x2(x0, x1, step, offsets, count, channels, weights, start, out)
      case 5: unsafe tile5x2(x0, x1, step, offsets, count, channels, weights, start, out)
      case 6: unsafe tile6x2(x0, x1, step, offsets, count, channels, weights, start, out)
      case 7: unsafe tile7x2(x0, x1, step, offsets, count, channels, weights, start, out)
      case 8: unsafe tile8x2(x0, x1, step, offsets, count, channels, weights, start, out)
      case 9: unsafe tile9x2(x0, x1, step, offsets, count, channels, weights, start, out)
      case 10: unsafe tile10x2(x0, x1, step, offsets, count, channels, weights, start, out)
      case 11: unsafe tile11x2(x0, x1, step, offsets, count, channels, weights, start, out)
      case 12: unsafe tile12x2(x0, x1, step, offsets, count, channels, weights, start, out)
      case 13: unsafe tile13x2(x0, x1, step, offsets, count, channels, weights, start, out)
      default: unsafe tile14x2(x0, x1, step, offsets, count, channels, weights, start, out)
      }
    }
  }

  @inline(never)
  private func tile1x1(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
  ) {
    var a0v0 = unsafe start[0]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        unsafe w += 1
      }
    }
    unsafe out[0] = a0v0
  }

  @inline(never)
  private func tile2x1(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
  ) {
    var a0v0 = unsafe start[0]
    var a1v0 = unsafe start[0]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe DoubleVector(repeating: q[c])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        unsafe w += 1
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a1v0
  }

  @inline(never)
  private func tile3x1(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
  ) {
    var a0v0 = unsafe start[0]
    var a1v0 = unsafe start[0]
    var a2v0 = unsafe start[0]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe DoubleVector(repeating: q[c])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        unsafe w += 1
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a1v0
    unsafe out[2] = a2v0
  }

  @inline(never)
  private func tile4x1(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
  ) {
    var a0v0 = unsafe start[0]
    var a1v0 = unsafe start[0]
    var a2v0 = unsafe start[0]
    var a3v0 = unsafe start[0]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe DoubleVector(repeating: q[c])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        let x3 = unsafe DoubleVector(repeating: q[c &+ step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        unsafe w += 1
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a1v0
    unsafe out[2] = a2v0
    unsafe out[3] = a3v0
  }

  @inline(never)
  private func tile5x1(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
  ) {
    var a0v0 = unsafe start[0]
    var a1v0 = unsafe start[0]
    var a2v0 = unsafe start[0]
    var a3v0 = unsafe start[0]
    var a4v0 = unsafe start[0]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe DoubleVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        let x3 = unsafe DoubleVector(repeating: q[c])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        let x4 = unsafe DoubleVector(repeating: q[c &+ step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        unsafe w += 1
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a1v0
    unsafe out[2] = a2v0
    unsafe out[3] = a3v0
    unsafe out[4] = a4v0
  }

  @inline(never)
  private func tile6x1(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
  ) {
    var a0v0 = unsafe start[0]
    var a1v0 = unsafe start[0]
    var a2v0 = unsafe start[0]
    var a3v0 = unsafe start[0]
    var a4v0 = unsafe start[0]
    var a5v0 = unsafe start[0]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe DoubleVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        let x3 = unsafe DoubleVector(repeating: q[c])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        let x4 = unsafe DoubleVector(repeating: q[c &+ step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        let x5 = unsafe DoubleVector(repeating: q[c &+ 2 &* step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        unsafe w += 1
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a1v0
    unsafe out[2] = a2v0
    unsafe out[3] = a3v0
    unsafe out[4] = a4v0
    unsafe out[5] = a5v0
  }

  @inline(never)
  private func tile7x1(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
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
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe DoubleVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        let x3 = unsafe DoubleVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        let x4 = unsafe DoubleVector(repeating: q[c])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        let x5 = unsafe DoubleVector(repeating: q[c &+ step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        let x6 = unsafe DoubleVector(repeating: q[c &+ 2 &* step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        unsafe w += 1
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a1v0
    unsafe out[2] = a2v0
    unsafe out[3] = a3v0
    unsafe out[4] = a4v0
    unsafe out[5] = a5v0
    unsafe out[6] = a6v0
  }

  @inline(never)
  private func tile8x1(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
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
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe DoubleVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        let x3 = unsafe DoubleVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        let x4 = unsafe DoubleVector(repeating: q[c])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        let x5 = unsafe DoubleVector(repeating: q[c &+ step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        let x6 = unsafe DoubleVector(repeating: q[c &+ 2 &* step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        let x7 = unsafe DoubleVector(repeating: q[c &+ 3 &* step])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        unsafe w += 1
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a1v0
    unsafe out[2] = a2v0
    unsafe out[3] = a3v0
    unsafe out[4] = a4v0
    unsafe out[5] = a5v0
    unsafe out[6] = a6v0
    unsafe out[7] = a7v0
  }

  @inline(never)
  private func tile9x1(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
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
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe DoubleVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        let x3 = unsafe DoubleVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        let x4 = unsafe DoubleVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        let x5 = unsafe DoubleVector(repeating: q[c])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        let x6 = unsafe DoubleVector(repeating: q[c &+ step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        let x7 = unsafe DoubleVector(repeating: q[c &+ 2 &* step])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        let x8 = unsafe DoubleVector(repeating: q[c &+ 3 &* step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        unsafe w += 1
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a1v0
    unsafe out[2] = a2v0
    unsafe out[3] = a3v0
    unsafe out[4] = a4v0
    unsafe out[5] = a5v0
    unsafe out[6] = a6v0
    unsafe out[7] = a7v0
    unsafe out[8] = a8v0
  }

  @inline(never)
  private func tile10x1(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
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
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe DoubleVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        let x3 = unsafe DoubleVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        let x4 = unsafe DoubleVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        let x5 = unsafe DoubleVector(repeating: q[c])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        let x6 = unsafe DoubleVector(repeating: q[c &+ step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        let x7 = unsafe DoubleVector(repeating: q[c &+ 2 &* step])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        let x8 = unsafe DoubleVector(repeating: q[c &+ 3 &* step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        let x9 = unsafe DoubleVector(repeating: q[c &+ 4 &* step])
        a9v0 = multiplyAdd(a9v0, x9, w0)
        unsafe w += 1
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a1v0
    unsafe out[2] = a2v0
    unsafe out[3] = a3v0
    unsafe out[4] = a4v0
    unsafe out[5] = a5v0
    unsafe out[6] = a6v0
    unsafe out[7] = a7v0
    unsafe out[8] = a8v0
    unsafe out[9] = a9v0
  }

  @inline(never)
  private func tile11x1(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
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
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe DoubleVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        let x3 = unsafe DoubleVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        let x4 = unsafe DoubleVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        let x5 = unsafe DoubleVector(repeating: p[c &+ 5 &* step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        let x6 = unsafe DoubleVector(repeating: q[c])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        let x7 = unsafe DoubleVector(repeating: q[c &+ step])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        let x8 = unsafe DoubleVector(repeating: q[c &+ 2 &* step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        let x9 = unsafe DoubleVector(repeating: q[c &+ 3 &* step])
        a9v0 = multiplyAdd(a9v0, x9, w0)
        let x10 = unsafe DoubleVector(repeating: q[c &+ 4 &* step])
        a10v0 = multiplyAdd(a10v0, x10, w0)
        unsafe w += 1
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a1v0
    unsafe out[2] = a2v0
    unsafe out[3] = a3v0
    unsafe out[4] = a4v0
    unsafe out[5] = a5v0
    unsafe out[6] = a6v0
    unsafe out[7] = a7v0
    unsafe out[8] = a8v0
    unsafe out[9] = a9v0
    unsafe out[10] = a10v0
  }

  @inline(never)
  private func tile12x1(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
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
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe DoubleVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        let x3 = unsafe DoubleVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        let x4 = unsafe DoubleVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        let x5 = unsafe DoubleVector(repeating: p[c &+ 5 &* step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        let x6 = unsafe DoubleVector(repeating: q[c])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        let x7 = unsafe DoubleVector(repeating: q[c &+ step])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        let x8 = unsafe DoubleVector(repeating: q[c &+ 2 &* step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        let x9 = unsafe DoubleVector(repeating: q[c &+ 3 &* step])
        a9v0 = multiplyAdd(a9v0, x9, w0)
        let x10 = unsafe DoubleVector(repeating: q[c &+ 4 &* step])
        a10v0 = multiplyAdd(a10v0, x10, w0)
        let x11 = unsafe DoubleVector(repeating: q[c &+ 5 &* step])
        a11v0 = multiplyAdd(a11v0, x11, w0)
        unsafe w += 1
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a1v0
    unsafe out[2] = a2v0
    unsafe out[3] = a3v0
    unsafe out[4] = a4v0
    unsafe out[5] = a5v0
    unsafe out[6] = a6v0
    unsafe out[7] = a7v0
    unsafe out[8] = a8v0
    unsafe out[9] = a9v0
    unsafe out[10] = a10v0
    unsafe out[11] = a11v0
  }

  @inline(never)
  private func tile13x1(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
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
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe DoubleVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        let x3 = unsafe DoubleVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        let x4 = unsafe DoubleVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        let x5 = unsafe DoubleVector(repeating: p[c &+ 5 &* step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        let x6 = unsafe DoubleVector(repeating: p[c &+ 6 &* step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        let x7 = unsafe DoubleVector(repeating: q[c])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        let x8 = unsafe DoubleVector(repeating: q[c &+ step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        let x9 = unsafe DoubleVector(repeating: q[c &+ 2 &* step])
        a9v0 = multiplyAdd(a9v0, x9, w0)
        let x10 = unsafe DoubleVector(repeating: q[c &+ 3 &* step])
        a10v0 = multiplyAdd(a10v0, x10, w0)
        let x11 = unsafe DoubleVector(repeating: q[c &+ 4 &* step])
        a11v0 = multiplyAdd(a11v0, x11, w0)
        let x12 = unsafe DoubleVector(repeating: q[c &+ 5 &* step])
        a12v0 = multiplyAdd(a12v0, x12, w0)
        unsafe w += 1
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a1v0
    unsafe out[2] = a2v0
    unsafe out[3] = a3v0
    unsafe out[4] = a4v0
    unsafe out[5] = a5v0
    unsafe out[6] = a6v0
    unsafe out[7] = a7v0
    unsafe out[8] = a8v0
    unsafe out[9] = a9v0
    unsafe out[10] = a10v0
    unsafe out[11] = a11v0
    unsafe out[12] = a12v0
  }

  @inline(never)
  private func tile14x1(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
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
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        let x2 = unsafe DoubleVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        let x3 = unsafe DoubleVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        let x4 = unsafe DoubleVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        let x5 = unsafe DoubleVector(repeating: p[c &+ 5 &* step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        let x6 = unsafe DoubleVector(repeating: p[c &+ 6 &* step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        let x7 = unsafe DoubleVector(repeating: q[c])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        let x8 = unsafe DoubleVector(repeating: q[c &+ step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        let x9 = unsafe DoubleVector(repeating: q[c &+ 2 &* step])
        a9v0 = multiplyAdd(a9v0, x9, w0)
        let x10 = unsafe DoubleVector(repeating: q[c &+ 3 &* step])
        a10v0 = multiplyAdd(a10v0, x10, w0)
        let x11 = unsafe DoubleVector(repeating: q[c &+ 4 &* step])
        a11v0 = multiplyAdd(a11v0, x11, w0)
        let x12 = unsafe DoubleVector(repeating: q[c &+ 5 &* step])
        a12v0 = multiplyAdd(a12v0, x12, w0)
        let x13 = unsafe DoubleVector(repeating: q[c &+ 6 &* step])
        a13v0 = multiplyAdd(a13v0, x13, w0)
        unsafe w += 1
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a1v0
    unsafe out[2] = a2v0
    unsafe out[3] = a3v0
    unsafe out[4] = a4v0
    unsafe out[5] = a5v0
    unsafe out[6] = a6v0
    unsafe out[7] = a7v0
    unsafe out[8] = a8v0
    unsafe out[9] = a9v0
    unsafe out[10] = a10v0
    unsafe out[11] = a11v0
    unsafe out[12] = a12v0
    unsafe out[13] = a13v0
  }

  @inline(never)
  private func tile1x2(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
  ) {
    var a0v0 = unsafe start[0]
    var a0v1 = unsafe start[1]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        unsafe w += 2
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a0v1
  }

  @inline(never)
  private func tile2x2(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
  ) {
    var a0v0 = unsafe start[0]
    var a0v1 = unsafe start[1]
    var a1v0 = unsafe start[0]
    var a1v1 = unsafe start[1]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe DoubleVector(repeating: q[c])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        unsafe w += 2
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a0v1
    unsafe out[2] = a1v0
    unsafe out[3] = a1v1
  }

  @inline(never)
  private func tile3x2(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
  ) {
    var a0v0 = unsafe start[0]
    var a0v1 = unsafe start[1]
    var a1v0 = unsafe start[0]
    var a1v1 = unsafe start[1]
    var a2v0 = unsafe start[0]
    var a2v1 = unsafe start[1]
    var w = unsafe weights
    for j in 0..<count {
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe DoubleVector(repeating: q[c])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        unsafe w += 2
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a0v1
    unsafe out[2] = a1v0
    unsafe out[3] = a1v1
    unsafe out[4] = a2v0
    unsafe out[5] = a2v1
  }

  @inline(never)
  private func tile4x2(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
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
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe DoubleVector(repeating: q[c])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        let x3 = unsafe DoubleVector(repeating: q[c &+ step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        a3v1 = multiplyAdd(a3v1, x3, w1)
        unsafe w += 2
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a0v1
    unsafe out[2] = a1v0
    unsafe out[3] = a1v1
    unsafe out[4] = a2v0
    unsafe out[5] = a2v1
    unsafe out[6] = a3v0
    unsafe out[7] = a3v1
  }

  @inline(never)
  private func tile5x2(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
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
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe DoubleVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        let x3 = unsafe DoubleVector(repeating: q[c])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        a3v1 = multiplyAdd(a3v1, x3, w1)
        let x4 = unsafe DoubleVector(repeating: q[c &+ step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        a4v1 = multiplyAdd(a4v1, x4, w1)
        unsafe w += 2
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a0v1
    unsafe out[2] = a1v0
    unsafe out[3] = a1v1
    unsafe out[4] = a2v0
    unsafe out[5] = a2v1
    unsafe out[6] = a3v0
    unsafe out[7] = a3v1
    unsafe out[8] = a4v0
    unsafe out[9] = a4v1
  }

  @inline(never)
  private func tile6x2(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
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
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe DoubleVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        let x3 = unsafe DoubleVector(repeating: q[c])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        a3v1 = multiplyAdd(a3v1, x3, w1)
        let x4 = unsafe DoubleVector(repeating: q[c &+ step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        a4v1 = multiplyAdd(a4v1, x4, w1)
        let x5 = unsafe DoubleVector(repeating: q[c &+ 2 &* step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        a5v1 = multiplyAdd(a5v1, x5, w1)
        unsafe w += 2
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a0v1
    unsafe out[2] = a1v0
    unsafe out[3] = a1v1
    unsafe out[4] = a2v0
    unsafe out[5] = a2v1
    unsafe out[6] = a3v0
    unsafe out[7] = a3v1
    unsafe out[8] = a4v0
    unsafe out[9] = a4v1
    unsafe out[10] = a5v0
    unsafe out[11] = a5v1
  }

  @inline(never)
  private func tile7x2(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
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
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe DoubleVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        let x3 = unsafe DoubleVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        a3v1 = multiplyAdd(a3v1, x3, w1)
        let x4 = unsafe DoubleVector(repeating: q[c])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        a4v1 = multiplyAdd(a4v1, x4, w1)
        let x5 = unsafe DoubleVector(repeating: q[c &+ step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        a5v1 = multiplyAdd(a5v1, x5, w1)
        let x6 = unsafe DoubleVector(repeating: q[c &+ 2 &* step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        a6v1 = multiplyAdd(a6v1, x6, w1)
        unsafe w += 2
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a0v1
    unsafe out[2] = a1v0
    unsafe out[3] = a1v1
    unsafe out[4] = a2v0
    unsafe out[5] = a2v1
    unsafe out[6] = a3v0
    unsafe out[7] = a3v1
    unsafe out[8] = a4v0
    unsafe out[9] = a4v1
    unsafe out[10] = a5v0
    unsafe out[11] = a5v1
    unsafe out[12] = a6v0
    unsafe out[13] = a6v1
  }

  @inline(never)
  private func tile8x2(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
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
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe DoubleVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        let x3 = unsafe DoubleVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        a3v1 = multiplyAdd(a3v1, x3, w1)
        let x4 = unsafe DoubleVector(repeating: q[c])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        a4v1 = multiplyAdd(a4v1, x4, w1)
        let x5 = unsafe DoubleVector(repeating: q[c &+ step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        a5v1 = multiplyAdd(a5v1, x5, w1)
        let x6 = unsafe DoubleVector(repeating: q[c &+ 2 &* step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        a6v1 = multiplyAdd(a6v1, x6, w1)
        let x7 = unsafe DoubleVector(repeating: q[c &+ 3 &* step])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        a7v1 = multiplyAdd(a7v1, x7, w1)
        unsafe w += 2
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a0v1
    unsafe out[2] = a1v0
    unsafe out[3] = a1v1
    unsafe out[4] = a2v0
    unsafe out[5] = a2v1
    unsafe out[6] = a3v0
    unsafe out[7] = a3v1
    unsafe out[8] = a4v0
    unsafe out[9] = a4v1
    unsafe out[10] = a5v0
    unsafe out[11] = a5v1
    unsafe out[12] = a6v0
    unsafe out[13] = a6v1
    unsafe out[14] = a7v0
    unsafe out[15] = a7v1
  }

  @inline(never)
  private func tile9x2(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
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
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe DoubleVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        let x3 = unsafe DoubleVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        a3v1 = multiplyAdd(a3v1, x3, w1)
        let x4 = unsafe DoubleVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        a4v1 = multiplyAdd(a4v1, x4, w1)
        let x5 = unsafe DoubleVector(repeating: q[c])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        a5v1 = multiplyAdd(a5v1, x5, w1)
        let x6 = unsafe DoubleVector(repeating: q[c &+ step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        a6v1 = multiplyAdd(a6v1, x6, w1)
        let x7 = unsafe DoubleVector(repeating: q[c &+ 2 &* step])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        a7v1 = multiplyAdd(a7v1, x7, w1)
        let x8 = unsafe DoubleVector(repeating: q[c &+ 3 &* step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        a8v1 = multiplyAdd(a8v1, x8, w1)
        unsafe w += 2
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a0v1
    unsafe out[2] = a1v0
    unsafe out[3] = a1v1
    unsafe out[4] = a2v0
    unsafe out[5] = a2v1
    unsafe out[6] = a3v0
    unsafe out[7] = a3v1
    unsafe out[8] = a4v0
    unsafe out[9] = a4v1
    unsafe out[10] = a5v0
    unsafe out[11] = a5v1
    unsafe out[12] = a6v0
    unsafe out[13] = a6v1
    unsafe out[14] = a7v0
    unsafe out[15] = a7v1
    unsafe out[16] = a8v0
    unsafe out[17] = a8v1
  }

  @inline(never)
  private func tile10x2(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
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
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe DoubleVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        let x3 = unsafe DoubleVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        a3v1 = multiplyAdd(a3v1, x3, w1)
        let x4 = unsafe DoubleVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        a4v1 = multiplyAdd(a4v1, x4, w1)
        let x5 = unsafe DoubleVector(repeating: q[c])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        a5v1 = multiplyAdd(a5v1, x5, w1)
        let x6 = unsafe DoubleVector(repeating: q[c &+ step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        a6v1 = multiplyAdd(a6v1, x6, w1)
        let x7 = unsafe DoubleVector(repeating: q[c &+ 2 &* step])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        a7v1 = multiplyAdd(a7v1, x7, w1)
        let x8 = unsafe DoubleVector(repeating: q[c &+ 3 &* step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        a8v1 = multiplyAdd(a8v1, x8, w1)
        let x9 = unsafe DoubleVector(repeating: q[c &+ 4 &* step])
        a9v0 = multiplyAdd(a9v0, x9, w0)
        a9v1 = multiplyAdd(a9v1, x9, w1)
        unsafe w += 2
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a0v1
    unsafe out[2] = a1v0
    unsafe out[3] = a1v1
    unsafe out[4] = a2v0
    unsafe out[5] = a2v1
    unsafe out[6] = a3v0
    unsafe out[7] = a3v1
    unsafe out[8] = a4v0
    unsafe out[9] = a4v1
    unsafe out[10] = a5v0
    unsafe out[11] = a5v1
    unsafe out[12] = a6v0
    unsafe out[13] = a6v1
    unsafe out[14] = a7v0
    unsafe out[15] = a7v1
    unsafe out[16] = a8v0
    unsafe out[17] = a8v1
    unsafe out[18] = a9v0
    unsafe out[19] = a9v1
  }

  @inline(never)
  private func tile11x2(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
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
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe DoubleVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        let x3 = unsafe DoubleVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        a3v1 = multiplyAdd(a3v1, x3, w1)
        let x4 = unsafe DoubleVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        a4v1 = multiplyAdd(a4v1, x4, w1)
        let x5 = unsafe DoubleVector(repeating: p[c &+ 5 &* step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        a5v1 = multiplyAdd(a5v1, x5, w1)
        let x6 = unsafe DoubleVector(repeating: q[c])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        a6v1 = multiplyAdd(a6v1, x6, w1)
        let x7 = unsafe DoubleVector(repeating: q[c &+ step])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        a7v1 = multiplyAdd(a7v1, x7, w1)
        let x8 = unsafe DoubleVector(repeating: q[c &+ 2 &* step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        a8v1 = multiplyAdd(a8v1, x8, w1)
        let x9 = unsafe DoubleVector(repeating: q[c &+ 3 &* step])
        a9v0 = multiplyAdd(a9v0, x9, w0)
        a9v1 = multiplyAdd(a9v1, x9, w1)
        let x10 = unsafe DoubleVector(repeating: q[c &+ 4 &* step])
        a10v0 = multiplyAdd(a10v0, x10, w0)
        a10v1 = multiplyAdd(a10v1, x10, w1)
        unsafe w += 2
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a0v1
    unsafe out[2] = a1v0
    unsafe out[3] = a1v1
    unsafe out[4] = a2v0
    unsafe out[5] = a2v1
    unsafe out[6] = a3v0
    unsafe out[7] = a3v1
    unsafe out[8] = a4v0
    unsafe out[9] = a4v1
    unsafe out[10] = a5v0
    unsafe out[11] = a5v1
    unsafe out[12] = a6v0
    unsafe out[13] = a6v1
    unsafe out[14] = a7v0
    unsafe out[15] = a7v1
    unsafe out[16] = a8v0
    unsafe out[17] = a8v1
    unsafe out[18] = a9v0
    unsafe out[19] = a9v1
    unsafe out[20] = a10v0
    unsafe out[21] = a10v1
  }

  @inline(never)
  private func tile12x2(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
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
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe DoubleVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        let x3 = unsafe DoubleVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        a3v1 = multiplyAdd(a3v1, x3, w1)
        let x4 = unsafe DoubleVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        a4v1 = multiplyAdd(a4v1, x4, w1)
        let x5 = unsafe DoubleVector(repeating: p[c &+ 5 &* step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        a5v1 = multiplyAdd(a5v1, x5, w1)
        let x6 = unsafe DoubleVector(repeating: q[c])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        a6v1 = multiplyAdd(a6v1, x6, w1)
        let x7 = unsafe DoubleVector(repeating: q[c &+ step])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        a7v1 = multiplyAdd(a7v1, x7, w1)
        let x8 = unsafe DoubleVector(repeating: q[c &+ 2 &* step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        a8v1 = multiplyAdd(a8v1, x8, w1)
        let x9 = unsafe DoubleVector(repeating: q[c &+ 3 &* step])
        a9v0 = multiplyAdd(a9v0, x9, w0)
        a9v1 = multiplyAdd(a9v1, x9, w1)
        let x10 = unsafe DoubleVector(repeating: q[c &+ 4 &* step])
        a10v0 = multiplyAdd(a10v0, x10, w0)
        a10v1 = multiplyAdd(a10v1, x10, w1)
        let x11 = unsafe DoubleVector(repeating: q[c &+ 5 &* step])
        a11v0 = multiplyAdd(a11v0, x11, w0)
        a11v1 = multiplyAdd(a11v1, x11, w1)
        unsafe w += 2
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a0v1
    unsafe out[2] = a1v0
    unsafe out[3] = a1v1
    unsafe out[4] = a2v0
    unsafe out[5] = a2v1
    unsafe out[6] = a3v0
    unsafe out[7] = a3v1
    unsafe out[8] = a4v0
    unsafe out[9] = a4v1
    unsafe out[10] = a5v0
    unsafe out[11] = a5v1
    unsafe out[12] = a6v0
    unsafe out[13] = a6v1
    unsafe out[14] = a7v0
    unsafe out[15] = a7v1
    unsafe out[16] = a8v0
    unsafe out[17] = a8v1
    unsafe out[18] = a9v0
    unsafe out[19] = a9v1
    unsafe out[20] = a10v0
    unsafe out[21] = a10v1
    unsafe out[22] = a11v0
    unsafe out[23] = a11v1
  }

  @inline(never)
  private func tile13x2(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
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
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe DoubleVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        let x3 = unsafe DoubleVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        a3v1 = multiplyAdd(a3v1, x3, w1)
        let x4 = unsafe DoubleVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        a4v1 = multiplyAdd(a4v1, x4, w1)
        let x5 = unsafe DoubleVector(repeating: p[c &+ 5 &* step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        a5v1 = multiplyAdd(a5v1, x5, w1)
        let x6 = unsafe DoubleVector(repeating: p[c &+ 6 &* step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        a6v1 = multiplyAdd(a6v1, x6, w1)
        let x7 = unsafe DoubleVector(repeating: q[c])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        a7v1 = multiplyAdd(a7v1, x7, w1)
        let x8 = unsafe DoubleVector(repeating: q[c &+ step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        a8v1 = multiplyAdd(a8v1, x8, w1)
        let x9 = unsafe DoubleVector(repeating: q[c &+ 2 &* step])
        a9v0 = multiplyAdd(a9v0, x9, w0)
        a9v1 = multiplyAdd(a9v1, x9, w1)
        let x10 = unsafe DoubleVector(repeating: q[c &+ 3 &* step])
        a10v0 = multiplyAdd(a10v0, x10, w0)
        a10v1 = multiplyAdd(a10v1, x10, w1)
        let x11 = unsafe DoubleVector(repeating: q[c &+ 4 &* step])
        a11v0 = multiplyAdd(a11v0, x11, w0)
        a11v1 = multiplyAdd(a11v1, x11, w1)
        let x12 = unsafe DoubleVector(repeating: q[c &+ 5 &* step])
        a12v0 = multiplyAdd(a12v0, x12, w0)
        a12v1 = multiplyAdd(a12v1, x12, w1)
        unsafe w += 2
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a0v1
    unsafe out[2] = a1v0
    unsafe out[3] = a1v1
    unsafe out[4] = a2v0
    unsafe out[5] = a2v1
    unsafe out[6] = a3v0
    unsafe out[7] = a3v1
    unsafe out[8] = a4v0
    unsafe out[9] = a4v1
    unsafe out[10] = a5v0
    unsafe out[11] = a5v1
    unsafe out[12] = a6v0
    unsafe out[13] = a6v1
    unsafe out[14] = a7v0
    unsafe out[15] = a7v1
    unsafe out[16] = a8v0
    unsafe out[17] = a8v1
    unsafe out[18] = a9v0
    unsafe out[19] = a9v1
    unsafe out[20] = a10v0
    unsafe out[21] = a10v1
    unsafe out[22] = a11v0
    unsafe out[23] = a11v1
    unsafe out[24] = a12v0
    unsafe out[25] = a12v1
  }

  @inline(never)
  private func tile14x2(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ step: Int, _ offsets: UnsafePointer<Int>,
    _ count: Int, _ channels: Int, _ weights: UnsafePointer<DoubleVector>, _ start: UnsafePointer<DoubleVector>,
    _ out: UnsafeMutablePointer<DoubleVector>
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
      let p = unsafe x0 + offsets[j]
      let q = unsafe x1 + offsets[j]
      for c in 0..<channels {
        let w0 = unsafe w[0]
        let w1 = unsafe w[1]
        let x0 = unsafe DoubleVector(repeating: p[c])
        a0v0 = multiplyAdd(a0v0, x0, w0)
        a0v1 = multiplyAdd(a0v1, x0, w1)
        let x1 = unsafe DoubleVector(repeating: p[c &+ step])
        a1v0 = multiplyAdd(a1v0, x1, w0)
        a1v1 = multiplyAdd(a1v1, x1, w1)
        let x2 = unsafe DoubleVector(repeating: p[c &+ 2 &* step])
        a2v0 = multiplyAdd(a2v0, x2, w0)
        a2v1 = multiplyAdd(a2v1, x2, w1)
        let x3 = unsafe DoubleVector(repeating: p[c &+ 3 &* step])
        a3v0 = multiplyAdd(a3v0, x3, w0)
        a3v1 = multiplyAdd(a3v1, x3, w1)
        let x4 = unsafe DoubleVector(repeating: p[c &+ 4 &* step])
        a4v0 = multiplyAdd(a4v0, x4, w0)
        a4v1 = multiplyAdd(a4v1, x4, w1)
        let x5 = unsafe DoubleVector(repeating: p[c &+ 5 &* step])
        a5v0 = multiplyAdd(a5v0, x5, w0)
        a5v1 = multiplyAdd(a5v1, x5, w1)
        let x6 = unsafe DoubleVector(repeating: p[c &+ 6 &* step])
        a6v0 = multiplyAdd(a6v0, x6, w0)
        a6v1 = multiplyAdd(a6v1, x6, w1)
        let x7 = unsafe DoubleVector(repeating: q[c])
        a7v0 = multiplyAdd(a7v0, x7, w0)
        a7v1 = multiplyAdd(a7v1, x7, w1)
        let x8 = unsafe DoubleVector(repeating: q[c &+ step])
        a8v0 = multiplyAdd(a8v0, x8, w0)
        a8v1 = multiplyAdd(a8v1, x8, w1)
        let x9 = unsafe DoubleVector(repeating: q[c &+ 2 &* step])
        a9v0 = multiplyAdd(a9v0, x9, w0)
        a9v1 = multiplyAdd(a9v1, x9, w1)
        let x10 = unsafe DoubleVector(repeating: q[c &+ 3 &* step])
        a10v0 = multiplyAdd(a10v0, x10, w0)
        a10v1 = multiplyAdd(a10v1, x10, w1)
        let x11 = unsafe DoubleVector(repeating: q[c &+ 4 &* step])
        a11v0 = multiplyAdd(a11v0, x11, w0)
        a11v1 = multiplyAdd(a11v1, x11, w1)
        let x12 = unsafe DoubleVector(repeating: q[c &+ 5 &* step])
        a12v0 = multiplyAdd(a12v0, x12, w0)
        a12v1 = multiplyAdd(a12v1, x12, w1)
        let x13 = unsafe DoubleVector(repeating: q[c &+ 6 &* step])
        a13v0 = multiplyAdd(a13v0, x13, w0)
        a13v1 = multiplyAdd(a13v1, x13, w1)
        unsafe w += 2
      }
    }
    unsafe out[0] = a0v0
    unsafe out[1] = a0v1
    unsafe out[2] = a1v0
    unsafe out[3] = a1v1
    unsafe out[4] = a2v0
    unsafe out[5] = a2v1
    unsafe out[6] = a3v0
    unsafe out[7] = a3v1
    unsafe out[8] = a4v0
    unsafe out[9] = a4v1
    unsafe out[10] = a5v0
    unsafe out[11] = a5v1
    unsafe out[12] = a6v0
    unsafe out[13] = a6v1
    unsafe out[14] = a7v0
    unsafe out[15] = a7v1
    unsafe out[16] = a8v0
    unsafe out[17] = a8v1
    unsafe out[18] = a9v0
    unsafe out[19] = a9v1
    unsafe out[20] = a10v0
    unsafe out[21] = a10v1
    unsafe out[22] = a11v0
    unsafe out[23] = a11v1
    unsafe out[24] = a12v0
    unsafe out[25] = a12v1
    unsafe out[26] = a13v0
    unsafe out[27] = a13v1
  }
#endif
