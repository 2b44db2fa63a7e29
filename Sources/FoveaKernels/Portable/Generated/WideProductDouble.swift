// swift-format-ignore-file
// Written by Sources/FoveaKernels/generate; do not edit.

#if FOVEA_AVX512 || arch(arm64)
  /// `rows` output channels, at most `productRows`, of `vectors` vectors of neighbouring pixels, at most `productVectors`: `start`
  /// plus, for each of `count` planes, the pixels times a weight for each output channel. Weights stand in runs of `productRows`.
  @inline(never)
  package func productTile(
    rows: Int, vectors: Int, _ x: UnsafePointer<Double>, plane: Int, count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, outPlane: Int
  ) {
    switch (rows, vectors) {
    case (1, 1): unsafe product1x1(x, plane, count, weights, start, out, outPlane)
    case (1, 2): unsafe product1x2(x, plane, count, weights, start, out, outPlane)
    case (1, _): unsafe product1x3(x, plane, count, weights, start, out, outPlane)
    case (2, 1): unsafe product2x1(x, plane, count, weights, start, out, outPlane)
    case (2, 2): unsafe product2x2(x, plane, count, weights, start, out, outPlane)
    case (2, _): unsafe product2x3(x, plane, count, weights, start, out, outPlane)
    case (3, 1): unsafe product3x1(x, plane, count, weights, start, out, outPlane)
    case (3, 2): unsafe product3x2(x, plane, count, weights, start, out, outPlane)
    case (3, _): unsafe product3x3(x, plane, count, weights, start, out, outPlane)
    case (4, 1): unsafe product4x1(x, plane, count, weights, start, out, outPlane)
    case (4, 2): unsafe product4x2(x, plane, count, weights, start, out, outPlane)
    case (4, _): unsafe product4x3(x, plane, count, weights, start, out, outPlane)
    case (5, 1): unsafe product5x1(x, plane, count, weights, start, out, outPlane)
    case (5, 2): unsafe product5x2(x, plane, count, weights, start, out, outPlane)
    case (5, _): unsafe product5x3(x, plane, count, weights, start, out, outPlane)
    case (6, 1): unsafe product6x1(x, plane, count, weights, start, out, outPlane)
    case (6, 2): unsafe product6x2(x, plane, count, weights, start, out, outPlane)
    case (6, _): unsafe product6x3(x, plane, count, weights, start, out, outPlane)
    case (7, 1): unsafe product7x1(x, plane, count, weights, start, out, outPlane)
    case (7, 2): unsafe product7x2(x, plane, count, weights, start, out, outPlane)
    case (7, _): unsafe product7x3(x, plane, count, weights, start, out, outPlane)
    case (_, 1): unsafe product8x1(x, plane, count, weights, start, out, outPlane)
    case (_, 2): unsafe product8x2(x, plane, count, weights, start, out, outPlane)
    case (_, _): unsafe product8x3(x, plane, count, weights, start, out, outPlane)
    }
  }

  @inline(never)
  private func product1x1(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }

  @inline(never)
  private func product1x2(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var a0v1 = unsafe DoubleVector(repeating: start[0])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      a0v1 = multiplyAdd(a0v1, x1, w0)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }

  @inline(never)
  private func product1x3(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var a0v1 = unsafe DoubleVector(repeating: start[0])
    var a0v2 = unsafe DoubleVector(repeating: start[0])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      a0v1 = multiplyAdd(a0v1, x1, w0)
      a0v2 = multiplyAdd(a0v2, x2, w0)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }

  @inline(never)
  private func product2x1(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var a1v0 = unsafe DoubleVector(repeating: start[1])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      let w1 = unsafe DoubleVector(repeating: w[1])
      a1v0 = multiplyAdd(a1v0, x0, w1)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t1 = unsafe UnsafeMutableRawPointer(out + outPlane)
    unsafe t1.storeBytes(of: a1v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }

  @inline(never)
  private func product2x2(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var a0v1 = unsafe DoubleVector(repeating: start[0])
    var a1v0 = unsafe DoubleVector(repeating: start[1])
    var a1v1 = unsafe DoubleVector(repeating: start[1])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      a0v1 = multiplyAdd(a0v1, x1, w0)
      let w1 = unsafe DoubleVector(repeating: w[1])
      a1v0 = multiplyAdd(a1v0, x0, w1)
      a1v1 = multiplyAdd(a1v1, x1, w1)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t1 = unsafe UnsafeMutableRawPointer(out + outPlane)
    unsafe t1.storeBytes(of: a1v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t1.storeBytes(of: a1v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }

  @inline(never)
  private func product2x3(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var a0v1 = unsafe DoubleVector(repeating: start[0])
    var a0v2 = unsafe DoubleVector(repeating: start[0])
    var a1v0 = unsafe DoubleVector(repeating: start[1])
    var a1v1 = unsafe DoubleVector(repeating: start[1])
    var a1v2 = unsafe DoubleVector(repeating: start[1])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      a0v1 = multiplyAdd(a0v1, x1, w0)
      a0v2 = multiplyAdd(a0v2, x2, w0)
      let w1 = unsafe DoubleVector(repeating: w[1])
      a1v0 = multiplyAdd(a1v0, x0, w1)
      a1v1 = multiplyAdd(a1v1, x1, w1)
      a1v2 = multiplyAdd(a1v2, x2, w1)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t1 = unsafe UnsafeMutableRawPointer(out + outPlane)
    unsafe t1.storeBytes(of: a1v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t1.storeBytes(of: a1v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t1.storeBytes(of: a1v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }

  @inline(never)
  private func product3x1(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var a1v0 = unsafe DoubleVector(repeating: start[1])
    var a2v0 = unsafe DoubleVector(repeating: start[2])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      let w1 = unsafe DoubleVector(repeating: w[1])
      a1v0 = multiplyAdd(a1v0, x0, w1)
      let w2 = unsafe DoubleVector(repeating: w[2])
      a2v0 = multiplyAdd(a2v0, x0, w2)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t1 = unsafe UnsafeMutableRawPointer(out + outPlane)
    unsafe t1.storeBytes(of: a1v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t2 = unsafe UnsafeMutableRawPointer(out + 2 &* outPlane)
    unsafe t2.storeBytes(of: a2v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }

  @inline(never)
  private func product3x2(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var a0v1 = unsafe DoubleVector(repeating: start[0])
    var a1v0 = unsafe DoubleVector(repeating: start[1])
    var a1v1 = unsafe DoubleVector(repeating: start[1])
    var a2v0 = unsafe DoubleVector(repeating: start[2])
    var a2v1 = unsafe DoubleVector(repeating: start[2])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      a0v1 = multiplyAdd(a0v1, x1, w0)
      let w1 = unsafe DoubleVector(repeating: w[1])
      a1v0 = multiplyAdd(a1v0, x0, w1)
      a1v1 = multiplyAdd(a1v1, x1, w1)
      let w2 = unsafe DoubleVector(repeating: w[2])
      a2v0 = multiplyAdd(a2v0, x0, w2)
      a2v1 = multiplyAdd(a2v1, x1, w2)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t1 = unsafe UnsafeMutableRawPointer(out + outPlane)
    unsafe t1.storeBytes(of: a1v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t1.storeBytes(of: a1v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t2 = unsafe UnsafeMutableRawPointer(out + 2 &* outPlane)
    unsafe t2.storeBytes(of: a2v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t2.storeBytes(of: a2v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }

  @inline(never)
  private func product3x3(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var a0v1 = unsafe DoubleVector(repeating: start[0])
    var a0v2 = unsafe DoubleVector(repeating: start[0])
    var a1v0 = unsafe DoubleVector(repeating: start[1])
    var a1v1 = unsafe DoubleVector(repeating: start[1])
    var a1v2 = unsafe DoubleVector(repeating: start[1])
    var a2v0 = unsafe DoubleVector(repeating: start[2])
    var a2v1 = unsafe DoubleVector(repeating: start[2])
    var a2v2 = unsafe DoubleVector(repeating: start[2])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      a0v1 = multiplyAdd(a0v1, x1, w0)
      a0v2 = multiplyAdd(a0v2, x2, w0)
      let w1 = unsafe DoubleVector(repeating: w[1])
      a1v0 = multiplyAdd(a1v0, x0, w1)
      a1v1 = multiplyAdd(a1v1, x1, w1)
      a1v2 = multiplyAdd(a1v2, x2, w1)
      let w2 = unsafe DoubleVector(repeating: w[2])
      a2v0 = multiplyAdd(a2v0, x0, w2)
      a2v1 = multiplyAdd(a2v1, x1, w2)
      a2v2 = multiplyAdd(a2v2, x2, w2)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t1 = unsafe UnsafeMutableRawPointer(out + outPlane)
    unsafe t1.storeBytes(of: a1v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t1.storeBytes(of: a1v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t1.storeBytes(of: a1v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t2 = unsafe UnsafeMutableRawPointer(out + 2 &* outPlane)
    unsafe t2.storeBytes(of: a2v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t2.storeBytes(of: a2v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t2.storeBytes(of: a2v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }

  @inline(never)
  private func product4x1(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var a1v0 = unsafe DoubleVector(repeating: start[1])
    var a2v0 = unsafe DoubleVector(repeating: start[2])
    var a3v0 = unsafe DoubleVector(repeating: start[3])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      let w1 = unsafe DoubleVector(repeating: w[1])
      a1v0 = multiplyAdd(a1v0, x0, w1)
      let w2 = unsafe DoubleVector(repeating: w[2])
      a2v0 = multiplyAdd(a2v0, x0, w2)
      let w3 = unsafe DoubleVector(repeating: w[3])
      a3v0 = multiplyAdd(a3v0, x0, w3)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t1 = unsafe UnsafeMutableRawPointer(out + outPlane)
    unsafe t1.storeBytes(of: a1v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t2 = unsafe UnsafeMutableRawPointer(out + 2 &* outPlane)
    unsafe t2.storeBytes(of: a2v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t3 = unsafe UnsafeMutableRawPointer(out + 3 &* outPlane)
    unsafe t3.storeBytes(of: a3v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }

  @inline(never)
  private func product4x2(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var a0v1 = unsafe DoubleVector(repeating: start[0])
    var a1v0 = unsafe DoubleVector(repeating: start[1])
    var a1v1 = unsafe DoubleVector(repeating: start[1])
    var a2v0 = unsafe DoubleVector(repeating: start[2])
    var a2v1 = unsafe DoubleVector(repeating: start[2])
    var a3v0 = unsafe DoubleVector(repeating: start[3])
    var a3v1 = unsafe DoubleVector(repeating: start[3])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      a0v1 = multiplyAdd(a0v1, x1, w0)
      let w1 = unsafe DoubleVector(repeating: w[1])
      a1v0 = multiplyAdd(a1v0, x0, w1)
      a1v1 = multiplyAdd(a1v1, x1, w1)
      let w2 = unsafe DoubleVector(repeating: w[2])
      a2v0 = multiplyAdd(a2v0, x0, w2)
      a2v1 = multiplyAdd(a2v1, x1, w2)
      let w3 = unsafe DoubleVector(repeating: w[3])
      a3v0 = multiplyAdd(a3v0, x0, w3)
      a3v1 = multiplyAdd(a3v1, x1, w3)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t1 = unsafe UnsafeMutableRawPointer(out + outPlane)
    unsafe t1.storeBytes(of: a1v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t1.storeBytes(of: a1v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t2 = unsafe UnsafeMutableRawPointer(out + 2 &* outPlane)
    unsafe t2.storeBytes(of: a2v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t2.storeBytes(of: a2v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t3 = unsafe UnsafeMutableRawPointer(out + 3 &* outPlane)
    unsafe t3.storeBytes(of: a3v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t3.storeBytes(of: a3v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }

  @inline(never)
  private func product4x3(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var a0v1 = unsafe DoubleVector(repeating: start[0])
    var a0v2 = unsafe DoubleVector(repeating: start[0])
    var a1v0 = unsafe DoubleVector(repeating: start[1])
    var a1v1 = unsafe DoubleVector(repeating: start[1])
    var a1v2 = unsafe DoubleVector(repeating: start[1])
    var a2v0 = unsafe DoubleVector(repeating: start[2])
    var a2v1 = unsafe DoubleVector(repeating: start[2])
    var a2v2 = unsafe DoubleVector(repeating: start[2])
    var a3v0 = unsafe DoubleVector(repeating: start[3])
    var a3v1 = unsafe DoubleVector(repeating: start[3])
    var a3v2 = unsafe DoubleVector(repeating: start[3])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      a0v1 = multiplyAdd(a0v1, x1, w0)
      a0v2 = multiplyAdd(a0v2, x2, w0)
      let w1 = unsafe DoubleVector(repeating: w[1])
      a1v0 = multiplyAdd(a1v0, x0, w1)
      a1v1 = multiplyAdd(a1v1, x1, w1)
      a1v2 = multiplyAdd(a1v2, x2, w1)
      let w2 = unsafe DoubleVector(repeating: w[2])
      a2v0 = multiplyAdd(a2v0, x0, w2)
      a2v1 = multiplyAdd(a2v1, x1, w2)
      a2v2 = multiplyAdd(a2v2, x2, w2)
      let w3 = unsafe DoubleVector(repeating: w[3])
      a3v0 = multiplyAdd(a3v0, x0, w3)
      a3v1 = multiplyAdd(a3v1, x1, w3)
      a3v2 = multiplyAdd(a3v2, x2, w3)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t1 = unsafe UnsafeMutableRawPointer(out + outPlane)
    unsafe t1.storeBytes(of: a1v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t1.storeBytes(of: a1v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t1.storeBytes(of: a1v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t2 = unsafe UnsafeMutableRawPointer(out + 2 &* outPlane)
    unsafe t2.storeBytes(of: a2v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t2.storeBytes(of: a2v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t2.storeBytes(of: a2v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t3 = unsafe UnsafeMutableRawPointer(out + 3 &* outPlane)
    unsafe t3.storeBytes(of: a3v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t3.storeBytes(of: a3v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t3.storeBytes(of: a3v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }

  @inline(never)
  private func product5x1(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var a1v0 = unsafe DoubleVector(repeating: start[1])
    var a2v0 = unsafe DoubleVector(repeating: start[2])
    var a3v0 = unsafe DoubleVector(repeating: start[3])
    var a4v0 = unsafe DoubleVector(repeating: start[4])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      let w1 = unsafe DoubleVector(repeating: w[1])
      a1v0 = multiplyAdd(a1v0, x0, w1)
      let w2 = unsafe DoubleVector(repeating: w[2])
      a2v0 = multiplyAdd(a2v0, x0, w2)
      let w3 = unsafe DoubleVector(repeating: w[3])
      a3v0 = multiplyAdd(a3v0, x0, w3)
      let w4 = unsafe DoubleVector(repeating: w[4])
      a4v0 = multiplyAdd(a4v0, x0, w4)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t1 = unsafe UnsafeMutableRawPointer(out + outPlane)
    unsafe t1.storeBytes(of: a1v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t2 = unsafe UnsafeMutableRawPointer(out + 2 &* outPlane)
    unsafe t2.storeBytes(of: a2v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t3 = unsafe UnsafeMutableRawPointer(out + 3 &* outPlane)
    unsafe t3.storeBytes(of: a3v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t4 = unsafe UnsafeMutableRawPointer(out + 4 &* outPlane)
    unsafe t4.storeBytes(of: a4v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }

  @inline(never)
  private func product5x2(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var a0v1 = unsafe DoubleVector(repeating: start[0])
    var a1v0 = unsafe DoubleVector(repeating: start[1])
    var a1v1 = unsafe DoubleVector(repeating: start[1])
    var a2v0 = unsafe DoubleVector(repeating: start[2])
    var a2v1 = unsafe DoubleVector(repeating: start[2])
    var a3v0 = unsafe DoubleVector(repeating: start[3])
    var a3v1 = unsafe DoubleVector(repeating: start[3])
    var a4v0 = unsafe DoubleVector(repeating: start[4])
    var a4v1 = unsafe DoubleVector(repeating: start[4])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      a0v1 = multiplyAdd(a0v1, x1, w0)
      let w1 = unsafe DoubleVector(repeating: w[1])
      a1v0 = multiplyAdd(a1v0, x0, w1)
      a1v1 = multiplyAdd(a1v1, x1, w1)
      let w2 = unsafe DoubleVector(repeating: w[2])
      a2v0 = multiplyAdd(a2v0, x0, w2)
      a2v1 = multiplyAdd(a2v1, x1, w2)
      let w3 = unsafe DoubleVector(repeating: w[3])
      a3v0 = multiplyAdd(a3v0, x0, w3)
      a3v1 = multiplyAdd(a3v1, x1, w3)
      let w4 = unsafe DoubleVector(repeating: w[4])
      a4v0 = multiplyAdd(a4v0, x0, w4)
      a4v1 = multiplyAdd(a4v1, x1, w4)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t1 = unsafe UnsafeMutableRawPointer(out + outPlane)
    unsafe t1.storeBytes(of: a1v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t1.storeBytes(of: a1v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t2 = unsafe UnsafeMutableRawPointer(out + 2 &* outPlane)
    unsafe t2.storeBytes(of: a2v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t2.storeBytes(of: a2v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t3 = unsafe UnsafeMutableRawPointer(out + 3 &* outPlane)
    unsafe t3.storeBytes(of: a3v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t3.storeBytes(of: a3v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t4 = unsafe UnsafeMutableRawPointer(out + 4 &* outPlane)
    unsafe t4.storeBytes(of: a4v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t4.storeBytes(of: a4v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }

  @inline(never)
  private func product5x3(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var a0v1 = unsafe DoubleVector(repeating: start[0])
    var a0v2 = unsafe DoubleVector(repeating: start[0])
    var a1v0 = unsafe DoubleVector(repeating: start[1])
    var a1v1 = unsafe DoubleVector(repeating: start[1])
    var a1v2 = unsafe DoubleVector(repeating: start[1])
    var a2v0 = unsafe DoubleVector(repeating: start[2])
    var a2v1 = unsafe DoubleVector(repeating: start[2])
    var a2v2 = unsafe DoubleVector(repeating: start[2])
    var a3v0 = unsafe DoubleVector(repeating: start[3])
    var a3v1 = unsafe DoubleVector(repeating: start[3])
    var a3v2 = unsafe DoubleVector(repeating: start[3])
    var a4v0 = unsafe DoubleVector(repeating: start[4])
    var a4v1 = unsafe DoubleVector(repeating: start[4])
    var a4v2 = unsafe DoubleVector(repeating: start[4])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      a0v1 = multiplyAdd(a0v1, x1, w0)
      a0v2 = multiplyAdd(a0v2, x2, w0)
      let w1 = unsafe DoubleVector(repeating: w[1])
      a1v0 = multiplyAdd(a1v0, x0, w1)
      a1v1 = multiplyAdd(a1v1, x1, w1)
      a1v2 = multiplyAdd(a1v2, x2, w1)
      let w2 = unsafe DoubleVector(repeating: w[2])
      a2v0 = multiplyAdd(a2v0, x0, w2)
      a2v1 = multiplyAdd(a2v1, x1, w2)
      a2v2 = multiplyAdd(a2v2, x2, w2)
      let w3 = unsafe DoubleVector(repeating: w[3])
      a3v0 = multiplyAdd(a3v0, x0, w3)
      a3v1 = multiplyAdd(a3v1, x1, w3)
      a3v2 = multiplyAdd(a3v2, x2, w3)
      let w4 = unsafe DoubleVector(repeating: w[4])
      a4v0 = multiplyAdd(a4v0, x0, w4)
      a4v1 = multiplyAdd(a4v1, x1, w4)
      a4v2 = multiplyAdd(a4v2, x2, w4)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t1 = unsafe UnsafeMutableRawPointer(out + outPlane)
    unsafe t1.storeBytes(of: a1v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t1.storeBytes(of: a1v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t1.storeBytes(of: a1v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t2 = unsafe UnsafeMutableRawPointer(out + 2 &* outPlane)
    unsafe t2.storeBytes(of: a2v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t2.storeBytes(of: a2v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t2.storeBytes(of: a2v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t3 = unsafe UnsafeMutableRawPointer(out + 3 &* outPlane)
    unsafe t3.storeBytes(of: a3v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t3.storeBytes(of: a3v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t3.storeBytes(of: a3v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t4 = unsafe UnsafeMutableRawPointer(out + 4 &* outPlane)
    unsafe t4.storeBytes(of: a4v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t4.storeBytes(of: a4v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t4.storeBytes(of: a4v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }

  @inline(never)
  private func product6x1(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var a1v0 = unsafe DoubleVector(repeating: start[1])
    var a2v0 = unsafe DoubleVector(repeating: start[2])
    var a3v0 = unsafe DoubleVector(repeating: start[3])
    var a4v0 = unsafe DoubleVector(repeating: start[4])
    var a5v0 = unsafe DoubleVector(repeating: start[5])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      let w1 = unsafe DoubleVector(repeating: w[1])
      a1v0 = multiplyAdd(a1v0, x0, w1)
      let w2 = unsafe DoubleVector(repeating: w[2])
      a2v0 = multiplyAdd(a2v0, x0, w2)
      let w3 = unsafe DoubleVector(repeating: w[3])
      a3v0 = multiplyAdd(a3v0, x0, w3)
      let w4 = unsafe DoubleVector(repeating: w[4])
      a4v0 = multiplyAdd(a4v0, x0, w4)
      let w5 = unsafe DoubleVector(repeating: w[5])
      a5v0 = multiplyAdd(a5v0, x0, w5)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t1 = unsafe UnsafeMutableRawPointer(out + outPlane)
    unsafe t1.storeBytes(of: a1v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t2 = unsafe UnsafeMutableRawPointer(out + 2 &* outPlane)
    unsafe t2.storeBytes(of: a2v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t3 = unsafe UnsafeMutableRawPointer(out + 3 &* outPlane)
    unsafe t3.storeBytes(of: a3v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t4 = unsafe UnsafeMutableRawPointer(out + 4 &* outPlane)
    unsafe t4.storeBytes(of: a4v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t5 = unsafe UnsafeMutableRawPointer(out + 5 &* outPlane)
    unsafe t5.storeBytes(of: a5v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }

  @inline(never)
  private func product6x2(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var a0v1 = unsafe DoubleVector(repeating: start[0])
    var a1v0 = unsafe DoubleVector(repeating: start[1])
    var a1v1 = unsafe DoubleVector(repeating: start[1])
    var a2v0 = unsafe DoubleVector(repeating: start[2])
    var a2v1 = unsafe DoubleVector(repeating: start[2])
    var a3v0 = unsafe DoubleVector(repeating: start[3])
    var a3v1 = unsafe DoubleVector(repeating: start[3])
    var a4v0 = unsafe DoubleVector(repeating: start[4])
    var a4v1 = unsafe DoubleVector(repeating: start[4])
    var a5v0 = unsafe DoubleVector(repeating: start[5])
    var a5v1 = unsafe DoubleVector(repeating: start[5])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      a0v1 = multiplyAdd(a0v1, x1, w0)
      let w1 = unsafe DoubleVector(repeating: w[1])
      a1v0 = multiplyAdd(a1v0, x0, w1)
      a1v1 = multiplyAdd(a1v1, x1, w1)
      let w2 = unsafe DoubleVector(repeating: w[2])
      a2v0 = multiplyAdd(a2v0, x0, w2)
      a2v1 = multiplyAdd(a2v1, x1, w2)
      let w3 = unsafe DoubleVector(repeating: w[3])
      a3v0 = multiplyAdd(a3v0, x0, w3)
      a3v1 = multiplyAdd(a3v1, x1, w3)
      let w4 = unsafe DoubleVector(repeating: w[4])
      a4v0 = multiplyAdd(a4v0, x0, w4)
      a4v1 = multiplyAdd(a4v1, x1, w4)
      let w5 = unsafe DoubleVector(repeating: w[5])
      a5v0 = multiplyAdd(a5v0, x0, w5)
      a5v1 = multiplyAdd(a5v1, x1, w5)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t1 = unsafe UnsafeMutableRawPointer(out + outPlane)
    unsafe t1.storeBytes(of: a1v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t1.storeBytes(of: a1v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t2 = unsafe UnsafeMutableRawPointer(out + 2 &* outPlane)
    unsafe t2.storeBytes(of: a2v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t2.storeBytes(of: a2v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t3 = unsafe UnsafeMutableRawPointer(out + 3 &* outPlane)
    unsafe t3.storeBytes(of: a3v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t3.storeBytes(of: a3v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t4 = unsafe UnsafeMutableRawPointer(out + 4 &* outPlane)
    unsafe t4.storeBytes(of: a4v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t4.storeBytes(of: a4v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t5 = unsafe UnsafeMutableRawPointer(out + 5 &* outPlane)
    unsafe t5.storeBytes(of: a5v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t5.storeBytes(of: a5v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }

  @inline(never)
  private func product6x3(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var a0v1 = unsafe DoubleVector(repeating: start[0])
    var a0v2 = unsafe DoubleVector(repeating: start[0])
    var a1v0 = unsafe DoubleVector(repeating: start[1])
    var a1v1 = unsafe DoubleVector(repeating: start[1])
    var a1v2 = unsafe DoubleVector(repeating: start[1])
    var a2v0 = unsafe DoubleVector(repeating: start[2])
    var a2v1 = unsafe DoubleVector(repeating: start[2])
    var a2v2 = unsafe DoubleVector(repeating: start[2])
    var a3v0 = unsafe DoubleVector(repeating: start[3])
    var a3v1 = unsafe DoubleVector(repeating: start[3])
    var a3v2 = unsafe DoubleVector(repeating: start[3])
    var a4v0 = unsafe DoubleVector(repeating: start[4])
    var a4v1 = unsafe DoubleVector(repeating: start[4])
    var a4v2 = unsafe DoubleVector(repeating: start[4])
    var a5v0 = unsafe DoubleVector(repeating: start[5])
    var a5v1 = unsafe DoubleVector(repeating: start[5])
    var a5v2 = unsafe DoubleVector(repeating: start[5])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      a0v1 = multiplyAdd(a0v1, x1, w0)
      a0v2 = multiplyAdd(a0v2, x2, w0)
      let w1 = unsafe DoubleVector(repeating: w[1])
      a1v0 = multiplyAdd(a1v0, x0, w1)
      a1v1 = multiplyAdd(a1v1, x1, w1)
      a1v2 = multiplyAdd(a1v2, x2, w1)
      let w2 = unsafe DoubleVector(repeating: w[2])
      a2v0 = multiplyAdd(a2v0, x0, w2)
      a2v1 = multiplyAdd(a2v1, x1, w2)
      a2v2 = multiplyAdd(a2v2, x2, w2)
      let w3 = unsafe DoubleVector(repeating: w[3])
      a3v0 = multiplyAdd(a3v0, x0, w3)
      a3v1 = multiplyAdd(a3v1, x1, w3)
      a3v2 = multiplyAdd(a3v2, x2, w3)
      let w4 = unsafe DoubleVector(repeating: w[4])
      a4v0 = multiplyAdd(a4v0, x0, w4)
      a4v1 = multiplyAdd(a4v1, x1, w4)
      a4v2 = multiplyAdd(a4v2, x2, w4)
      let w5 = unsafe DoubleVector(repeating: w[5])
      a5v0 = multiplyAdd(a5v0, x0, w5)
      a5v1 = multiplyAdd(a5v1, x1, w5)
      a5v2 = multiplyAdd(a5v2, x2, w5)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t1 = unsafe UnsafeMutableRawPointer(out + outPlane)
    unsafe t1.storeBytes(of: a1v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t1.storeBytes(of: a1v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t1.storeBytes(of: a1v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t2 = unsafe UnsafeMutableRawPointer(out + 2 &* outPlane)
    unsafe t2.storeBytes(of: a2v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t2.storeBytes(of: a2v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t2.storeBytes(of: a2v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t3 = unsafe UnsafeMutableRawPointer(out + 3 &* outPlane)
    unsafe t3.storeBytes(of: a3v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t3.storeBytes(of: a3v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t3.storeBytes(of: a3v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t4 = unsafe UnsafeMutableRawPointer(out + 4 &* outPlane)
    unsafe t4.storeBytes(of: a4v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t4.storeBytes(of: a4v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t4.storeBytes(of: a4v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t5 = unsafe UnsafeMutableRawPointer(out + 5 &* outPlane)
    unsafe t5.storeBytes(of: a5v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t5.storeBytes(of: a5v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t5.storeBytes(of: a5v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }

  @inline(never)
  private func product7x1(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var a1v0 = unsafe DoubleVector(repeating: start[1])
    var a2v0 = unsafe DoubleVector(repeating: start[2])
    var a3v0 = unsafe DoubleVector(repeating: start[3])
    var a4v0 = unsafe DoubleVector(repeating: start[4])
    var a5v0 = unsafe DoubleVector(repeating: start[5])
    var a6v0 = unsafe DoubleVector(repeating: start[6])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      let w1 = unsafe DoubleVector(repeating: w[1])
      a1v0 = multiplyAdd(a1v0, x0, w1)
      let w2 = unsafe DoubleVector(repeating: w[2])
      a2v0 = multiplyAdd(a2v0, x0, w2)
      let w3 = unsafe DoubleVector(repeating: w[3])
      a3v0 = multiplyAdd(a3v0, x0, w3)
      let w4 = unsafe DoubleVector(repeating: w[4])
      a4v0 = multiplyAdd(a4v0, x0, w4)
      let w5 = unsafe DoubleVector(repeating: w[5])
      a5v0 = multiplyAdd(a5v0, x0, w5)
      let w6 = unsafe DoubleVector(repeating: w[6])
      a6v0 = multiplyAdd(a6v0, x0, w6)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t1 = unsafe UnsafeMutableRawPointer(out + outPlane)
    unsafe t1.storeBytes(of: a1v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t2 = unsafe UnsafeMutableRawPointer(out + 2 &* outPlane)
    unsafe t2.storeBytes(of: a2v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t3 = unsafe UnsafeMutableRawPointer(out + 3 &* outPlane)
    unsafe t3.storeBytes(of: a3v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t4 = unsafe UnsafeMutableRawPointer(out + 4 &* outPlane)
    unsafe t4.storeBytes(of: a4v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t5 = unsafe UnsafeMutableRawPointer(out + 5 &* outPlane)
    unsafe t5.storeBytes(of: a5v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t6 = unsafe UnsafeMutableRawPointer(out + 6 &* outPlane)
    unsafe t6.storeBytes(of: a6v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }

  @inline(never)
  private func product7x2(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var a0v1 = unsafe DoubleVector(repeating: start[0])
    var a1v0 = unsafe DoubleVector(repeating: start[1])
    var a1v1 = unsafe DoubleVector(repeating: start[1])
    var a2v0 = unsafe DoubleVector(repeating: start[2])
    var a2v1 = unsafe DoubleVector(repeating: start[2])
    var a3v0 = unsafe DoubleVector(repeating: start[3])
    var a3v1 = unsafe DoubleVector(repeating: start[3])
    var a4v0 = unsafe DoubleVector(repeating: start[4])
    var a4v1 = unsafe DoubleVector(repeating: start[4])
    var a5v0 = unsafe DoubleVector(repeating: start[5])
    var a5v1 = unsafe DoubleVector(repeating: start[5])
    var a6v0 = unsafe DoubleVector(repeating: start[6])
    var a6v1 = unsafe DoubleVector(repeating: start[6])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      a0v1 = multiplyAdd(a0v1, x1, w0)
      let w1 = unsafe DoubleVector(repeating: w[1])
      a1v0 = multiplyAdd(a1v0, x0, w1)
      a1v1 = multiplyAdd(a1v1, x1, w1)
      let w2 = unsafe DoubleVector(repeating: w[2])
      a2v0 = multiplyAdd(a2v0, x0, w2)
      a2v1 = multiplyAdd(a2v1, x1, w2)
      let w3 = unsafe DoubleVector(repeating: w[3])
      a3v0 = multiplyAdd(a3v0, x0, w3)
      a3v1 = multiplyAdd(a3v1, x1, w3)
      let w4 = unsafe DoubleVector(repeating: w[4])
      a4v0 = multiplyAdd(a4v0, x0, w4)
      a4v1 = multiplyAdd(a4v1, x1, w4)
      let w5 = unsafe DoubleVector(repeating: w[5])
      a5v0 = multiplyAdd(a5v0, x0, w5)
      a5v1 = multiplyAdd(a5v1, x1, w5)
      let w6 = unsafe DoubleVector(repeating: w[6])
      a6v0 = multiplyAdd(a6v0, x0, w6)
      a6v1 = multiplyAdd(a6v1, x1, w6)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t1 = unsafe UnsafeMutableRawPointer(out + outPlane)
    unsafe t1.storeBytes(of: a1v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t1.storeBytes(of: a1v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t2 = unsafe UnsafeMutableRawPointer(out + 2 &* outPlane)
    unsafe t2.storeBytes(of: a2v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t2.storeBytes(of: a2v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t3 = unsafe UnsafeMutableRawPointer(out + 3 &* outPlane)
    unsafe t3.storeBytes(of: a3v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t3.storeBytes(of: a3v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t4 = unsafe UnsafeMutableRawPointer(out + 4 &* outPlane)
    unsafe t4.storeBytes(of: a4v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t4.storeBytes(of: a4v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t5 = unsafe UnsafeMutableRawPointer(out + 5 &* outPlane)
    unsafe t5.storeBytes(of: a5v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t5.storeBytes(of: a5v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t6 = unsafe UnsafeMutableRawPointer(out + 6 &* outPlane)
    unsafe t6.storeBytes(of: a6v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t6.storeBytes(of: a6v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }

  @inline(never)
  private func product7x3(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var a0v1 = unsafe DoubleVector(repeating: start[0])
    var a0v2 = unsafe DoubleVector(repeating: start[0])
    var a1v0 = unsafe DoubleVector(repeating: start[1])
    var a1v1 = unsafe DoubleVector(repeating: start[1])
    var a1v2 = unsafe DoubleVector(repeating: start[1])
    var a2v0 = unsafe DoubleVector(repeating: start[2])
    var a2v1 = unsafe DoubleVector(repeating: start[2])
    var a2v2 = unsafe DoubleVector(repeating: start[2])
    var a3v0 = unsafe DoubleVector(repeating: start[3])
    var a3v1 = unsafe DoubleVector(repeating: start[3])
    var a3v2 = unsafe DoubleVector(repeating: start[3])
    var a4v0 = unsafe DoubleVector(repeating: start[4])
    var a4v1 = unsafe DoubleVector(repeating: start[4])
    var a4v2 = unsafe DoubleVector(repeating: start[4])
    var a5v0 = unsafe DoubleVector(repeating: start[5])
    var a5v1 = unsafe DoubleVector(repeating: start[5])
    var a5v2 = unsafe DoubleVector(repeating: start[5])
    var a6v0 = unsafe DoubleVector(repeating: start[6])
    var a6v1 = unsafe DoubleVector(repeating: start[6])
    var a6v2 = unsafe DoubleVector(repeating: start[6])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      a0v1 = multiplyAdd(a0v1, x1, w0)
      a0v2 = multiplyAdd(a0v2, x2, w0)
      let w1 = unsafe DoubleVector(repeating: w[1])
      a1v0 = multiplyAdd(a1v0, x0, w1)
      a1v1 = multiplyAdd(a1v1, x1, w1)
      a1v2 = multiplyAdd(a1v2, x2, w1)
      let w2 = unsafe DoubleVector(repeating: w[2])
      a2v0 = multiplyAdd(a2v0, x0, w2)
      a2v1 = multiplyAdd(a2v1, x1, w2)
      a2v2 = multiplyAdd(a2v2, x2, w2)
      let w3 = unsafe DoubleVector(repeating: w[3])
      a3v0 = multiplyAdd(a3v0, x0, w3)
      a3v1 = multiplyAdd(a3v1, x1, w3)
      a3v2 = multiplyAdd(a3v2, x2, w3)
      let w4 = unsafe DoubleVector(repeating: w[4])
      a4v0 = multiplyAdd(a4v0, x0, w4)
      a4v1 = multiplyAdd(a4v1, x1, w4)
      a4v2 = multiplyAdd(a4v2, x2, w4)
      let w5 = unsafe DoubleVector(repeating: w[5])
      a5v0 = multiplyAdd(a5v0, x0, w5)
      a5v1 = multiplyAdd(a5v1, x1, w5)
      a5v2 = multiplyAdd(a5v2, x2, w5)
      let w6 = unsafe DoubleVector(repeating: w[6])
      a6v0 = multiplyAdd(a6v0, x0, w6)
      a6v1 = multiplyAdd(a6v1, x1, w6)
      a6v2 = multiplyAdd(a6v2, x2, w6)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t1 = unsafe UnsafeMutableRawPointer(out + outPlane)
    unsafe t1.storeBytes(of: a1v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t1.storeBytes(of: a1v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t1.storeBytes(of: a1v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t2 = unsafe UnsafeMutableRawPointer(out + 2 &* outPlane)
    unsafe t2.storeBytes(of: a2v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t2.storeBytes(of: a2v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t2.storeBytes(of: a2v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t3 = unsafe UnsafeMutableRawPointer(out + 3 &* outPlane)
    unsafe t3.storeBytes(of: a3v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t3.storeBytes(of: a3v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t3.storeBytes(of: a3v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t4 = unsafe UnsafeMutableRawPointer(out + 4 &* outPlane)
    unsafe t4.storeBytes(of: a4v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t4.storeBytes(of: a4v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t4.storeBytes(of: a4v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t5 = unsafe UnsafeMutableRawPointer(out + 5 &* outPlane)
    unsafe t5.storeBytes(of: a5v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t5.storeBytes(of: a5v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t5.storeBytes(of: a5v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t6 = unsafe UnsafeMutableRawPointer(out + 6 &* outPlane)
    unsafe t6.storeBytes(of: a6v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t6.storeBytes(of: a6v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t6.storeBytes(of: a6v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }

  @inline(never)
  private func product8x1(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var a1v0 = unsafe DoubleVector(repeating: start[1])
    var a2v0 = unsafe DoubleVector(repeating: start[2])
    var a3v0 = unsafe DoubleVector(repeating: start[3])
    var a4v0 = unsafe DoubleVector(repeating: start[4])
    var a5v0 = unsafe DoubleVector(repeating: start[5])
    var a6v0 = unsafe DoubleVector(repeating: start[6])
    var a7v0 = unsafe DoubleVector(repeating: start[7])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      let w1 = unsafe DoubleVector(repeating: w[1])
      a1v0 = multiplyAdd(a1v0, x0, w1)
      let w2 = unsafe DoubleVector(repeating: w[2])
      a2v0 = multiplyAdd(a2v0, x0, w2)
      let w3 = unsafe DoubleVector(repeating: w[3])
      a3v0 = multiplyAdd(a3v0, x0, w3)
      let w4 = unsafe DoubleVector(repeating: w[4])
      a4v0 = multiplyAdd(a4v0, x0, w4)
      let w5 = unsafe DoubleVector(repeating: w[5])
      a5v0 = multiplyAdd(a5v0, x0, w5)
      let w6 = unsafe DoubleVector(repeating: w[6])
      a6v0 = multiplyAdd(a6v0, x0, w6)
      let w7 = unsafe DoubleVector(repeating: w[7])
      a7v0 = multiplyAdd(a7v0, x0, w7)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t1 = unsafe UnsafeMutableRawPointer(out + outPlane)
    unsafe t1.storeBytes(of: a1v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t2 = unsafe UnsafeMutableRawPointer(out + 2 &* outPlane)
    unsafe t2.storeBytes(of: a2v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t3 = unsafe UnsafeMutableRawPointer(out + 3 &* outPlane)
    unsafe t3.storeBytes(of: a3v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t4 = unsafe UnsafeMutableRawPointer(out + 4 &* outPlane)
    unsafe t4.storeBytes(of: a4v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t5 = unsafe UnsafeMutableRawPointer(out + 5 &* outPlane)
    unsafe t5.storeBytes(of: a5v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t6 = unsafe UnsafeMutableRawPointer(out + 6 &* outPlane)
    unsafe t6.storeBytes(of: a6v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t7 = unsafe UnsafeMutableRawPointer(out + 7 &* outPlane)
    unsafe t7.storeBytes(of: a7v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }

  @inline(never)
  private func product8x2(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var a0v1 = unsafe DoubleVector(repeating: start[0])
    var a1v0 = unsafe DoubleVector(repeating: start[1])
    var a1v1 = unsafe DoubleVector(repeating: start[1])
    var a2v0 = unsafe DoubleVector(repeating: start[2])
    var a2v1 = unsafe DoubleVector(repeating: start[2])
    var a3v0 = unsafe DoubleVector(repeating: start[3])
    var a3v1 = unsafe DoubleVector(repeating: start[3])
    var a4v0 = unsafe DoubleVector(repeating: start[4])
    var a4v1 = unsafe DoubleVector(repeating: start[4])
    var a5v0 = unsafe DoubleVector(repeating: start[5])
    var a5v1 = unsafe DoubleVector(repeating: start[5])
    var a6v0 = unsafe DoubleVector(repeating: start[6])
    var a6v1 = unsafe DoubleVector(repeating: start[6])
    var a7v0 = unsafe DoubleVector(repeating: start[7])
    var a7v1 = unsafe DoubleVector(repeating: start[7])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      a0v1 = multiplyAdd(a0v1, x1, w0)
      let w1 = unsafe DoubleVector(repeating: w[1])
      a1v0 = multiplyAdd(a1v0, x0, w1)
      a1v1 = multiplyAdd(a1v1, x1, w1)
      let w2 = unsafe DoubleVector(repeating: w[2])
      a2v0 = multiplyAdd(a2v0, x0, w2)
      a2v1 = multiplyAdd(a2v1, x1, w2)
      let w3 = unsafe DoubleVector(repeating: w[3])
      a3v0 = multiplyAdd(a3v0, x0, w3)
      a3v1 = multiplyAdd(a3v1, x1, w3)
      let w4 = unsafe DoubleVector(repeating: w[4])
      a4v0 = multiplyAdd(a4v0, x0, w4)
      a4v1 = multiplyAdd(a4v1, x1, w4)
      let w5 = unsafe DoubleVector(repeating: w[5])
      a5v0 = multiplyAdd(a5v0, x0, w5)
      a5v1 = multiplyAdd(a5v1, x1, w5)
      let w6 = unsafe DoubleVector(repeating: w[6])
      a6v0 = multiplyAdd(a6v0, x0, w6)
      a6v1 = multiplyAdd(a6v1, x1, w6)
      let w7 = unsafe DoubleVector(repeating: w[7])
      a7v0 = multiplyAdd(a7v0, x0, w7)
      a7v1 = multiplyAdd(a7v1, x1, w7)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t1 = unsafe UnsafeMutableRawPointer(out + outPlane)
    unsafe t1.storeBytes(of: a1v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t1.storeBytes(of: a1v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t2 = unsafe UnsafeMutableRawPointer(out + 2 &* outPlane)
    unsafe t2.storeBytes(of: a2v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t2.storeBytes(of: a2v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t3 = unsafe UnsafeMutableRawPointer(out + 3 &* outPlane)
    unsafe t3.storeBytes(of: a3v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t3.storeBytes(of: a3v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t4 = unsafe UnsafeMutableRawPointer(out + 4 &* outPlane)
    unsafe t4.storeBytes(of: a4v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t4.storeBytes(of: a4v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t5 = unsafe UnsafeMutableRawPointer(out + 5 &* outPlane)
    unsafe t5.storeBytes(of: a5v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t5.storeBytes(of: a5v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t6 = unsafe UnsafeMutableRawPointer(out + 6 &* outPlane)
    unsafe t6.storeBytes(of: a6v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t6.storeBytes(of: a6v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t7 = unsafe UnsafeMutableRawPointer(out + 7 &* outPlane)
    unsafe t7.storeBytes(of: a7v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t7.storeBytes(of: a7v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }

  @inline(never)
  private func product8x3(
    _ x: UnsafePointer<Double>, _ plane: Int, _ count: Int, _ weights: UnsafePointer<Double>,
    _ start: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ outPlane: Int
  ) {
    var a0v0 = unsafe DoubleVector(repeating: start[0])
    var a0v1 = unsafe DoubleVector(repeating: start[0])
    var a0v2 = unsafe DoubleVector(repeating: start[0])
    var a1v0 = unsafe DoubleVector(repeating: start[1])
    var a1v1 = unsafe DoubleVector(repeating: start[1])
    var a1v2 = unsafe DoubleVector(repeating: start[1])
    var a2v0 = unsafe DoubleVector(repeating: start[2])
    var a2v1 = unsafe DoubleVector(repeating: start[2])
    var a2v2 = unsafe DoubleVector(repeating: start[2])
    var a3v0 = unsafe DoubleVector(repeating: start[3])
    var a3v1 = unsafe DoubleVector(repeating: start[3])
    var a3v2 = unsafe DoubleVector(repeating: start[3])
    var a4v0 = unsafe DoubleVector(repeating: start[4])
    var a4v1 = unsafe DoubleVector(repeating: start[4])
    var a4v2 = unsafe DoubleVector(repeating: start[4])
    var a5v0 = unsafe DoubleVector(repeating: start[5])
    var a5v1 = unsafe DoubleVector(repeating: start[5])
    var a5v2 = unsafe DoubleVector(repeating: start[5])
    var a6v0 = unsafe DoubleVector(repeating: start[6])
    var a6v1 = unsafe DoubleVector(repeating: start[6])
    var a6v2 = unsafe DoubleVector(repeating: start[6])
    var a7v0 = unsafe DoubleVector(repeating: start[7])
    var a7v1 = unsafe DoubleVector(repeating: start[7])
    var a7v2 = unsafe DoubleVector(repeating: start[7])
    var p = unsafe UnsafeRawPointer(x)
    var w = unsafe weights
    for _ in 0..<count {
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
      let w0 = unsafe DoubleVector(repeating: w[0])
      a0v0 = multiplyAdd(a0v0, x0, w0)
      a0v1 = multiplyAdd(a0v1, x1, w0)
      a0v2 = multiplyAdd(a0v2, x2, w0)
      let w1 = unsafe DoubleVector(repeating: w[1])
      a1v0 = multiplyAdd(a1v0, x0, w1)
      a1v1 = multiplyAdd(a1v1, x1, w1)
      a1v2 = multiplyAdd(a1v2, x2, w1)
      let w2 = unsafe DoubleVector(repeating: w[2])
      a2v0 = multiplyAdd(a2v0, x0, w2)
      a2v1 = multiplyAdd(a2v1, x1, w2)
      a2v2 = multiplyAdd(a2v2, x2, w2)
      let w3 = unsafe DoubleVector(repeating: w[3])
      a3v0 = multiplyAdd(a3v0, x0, w3)
      a3v1 = multiplyAdd(a3v1, x1, w3)
      a3v2 = multiplyAdd(a3v2, x2, w3)
      let w4 = unsafe DoubleVector(repeating: w[4])
      a4v0 = multiplyAdd(a4v0, x0, w4)
      a4v1 = multiplyAdd(a4v1, x1, w4)
      a4v2 = multiplyAdd(a4v2, x2, w4)
      let w5 = unsafe DoubleVector(repeating: w[5])
      a5v0 = multiplyAdd(a5v0, x0, w5)
      a5v1 = multiplyAdd(a5v1, x1, w5)
      a5v2 = multiplyAdd(a5v2, x2, w5)
      let w6 = unsafe DoubleVector(repeating: w[6])
      a6v0 = multiplyAdd(a6v0, x0, w6)
      a6v1 = multiplyAdd(a6v1, x1, w6)
      a6v2 = multiplyAdd(a6v2, x2, w6)
      let w7 = unsafe DoubleVector(repeating: w[7])
      a7v0 = multiplyAdd(a7v0, x0, w7)
      a7v1 = multiplyAdd(a7v1, x1, w7)
      a7v2 = multiplyAdd(a7v2, x2, w7)
      unsafe p += plane &* MemoryLayout<Double>.size
      unsafe w += 8
    }
    let t0 = unsafe UnsafeMutableRawPointer(out + 0)
    unsafe t0.storeBytes(of: a0v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t0.storeBytes(of: a0v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t1 = unsafe UnsafeMutableRawPointer(out + outPlane)
    unsafe t1.storeBytes(of: a1v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t1.storeBytes(of: a1v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t1.storeBytes(of: a1v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t2 = unsafe UnsafeMutableRawPointer(out + 2 &* outPlane)
    unsafe t2.storeBytes(of: a2v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t2.storeBytes(of: a2v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t2.storeBytes(of: a2v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t3 = unsafe UnsafeMutableRawPointer(out + 3 &* outPlane)
    unsafe t3.storeBytes(of: a3v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t3.storeBytes(of: a3v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t3.storeBytes(of: a3v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t4 = unsafe UnsafeMutableRawPointer(out + 4 &* outPlane)
    unsafe t4.storeBytes(of: a4v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t4.storeBytes(of: a4v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t4.storeBytes(of: a4v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t5 = unsafe UnsafeMutableRawPointer(out + 5 &* outPlane)
    unsafe t5.storeBytes(of: a5v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t5.storeBytes(of: a5v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t5.storeBytes(of: a5v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t6 = unsafe UnsafeMutableRawPointer(out + 6 &* outPlane)
    unsafe t6.storeBytes(of: a6v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t6.storeBytes(of: a6v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t6.storeBytes(of: a6v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    let t7 = unsafe UnsafeMutableRawPointer(out + 7 &* outPlane)
    unsafe t7.storeBytes(of: a7v0, toByteOffset: 0 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t7.storeBytes(of: a7v1, toByteOffset: 1 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
    unsafe t7.storeBytes(of: a7v2, toByteOffset: 2 &* MemoryLayout<DoubleVector>.size, as: DoubleVector.self)
  }
#endif
