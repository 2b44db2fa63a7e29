/// The inner loops of dense linear algebra: the only unsafe code of this folder.
///
/// Arrays come with offsets and counts; each function checks once that they fit and then runs over raw pointers, because
/// a bounds check for every element costs more than the arithmetic. Sums are formed in a fixed order, so that results do
/// not depend on the machine's load or on the build.
enum DenseKernels {
  /// Σ x[i]·y[i] over `count` elements from the given offsets.
  static func dot(_ x: [Double], _ xStart: Int, _ y: [Double], _ yStart: Int, _ count: Int) -> Double {
    check(x.count, xStart, count)
    check(y.count, yStart, count)
    return unsafe x.withUnsafeBufferPointer { x in
      unsafe y.withUnsafeBufferPointer { y in
        guard count > 0, let x = x.baseAddress, let y = y.baseAddress else { return 0 }
        let (first, second) = unsafe (UnsafeRawPointer(x + xStart), UnsafeRawPointer(y + yStart))
        var sums = (SIMD4<Double>.zero, SIMD4<Double>.zero)
        var index = 0
        while index + 8 <= count {
          unsafe sums.0 += vector(first, index) * vector(second, index)
          unsafe sums.1 += vector(first, index + 4) * vector(second, index + 4)
          index += 8
        }
        var sum = (sums.0 + sums.1).sum()
        while index < count {
          unsafe sum += x[xStart + index] * y[yStart + index]
          index += 1
        }
        return sum
      }
    }
  }

  /// y[i] += factor·x[i].
  static func add(
    _ factor: Double, _ x: [Double], _ xStart: Int, to y: inout [Double], _ yStart: Int, _ count: Int
  ) {
    check(x.count, xStart, count)
    check(y.count, yStart, count)
    unsafe x.withUnsafeBufferPointer { x in
      unsafe y.withUnsafeMutableBufferPointer { y in
        guard let x = x.baseAddress, let y = y.baseAddress else { return }
        let (source, target) = unsafe (x + xStart, y + yStart)
        for index in 0..<count { unsafe target[index] += factor * source[index] }
      }
    }
  }

  /// y[yStart + i] += factor·y[xStart + i]: the same within one array, over runs that do not overlap.
  static func add(_ factor: Double, from xStart: Int, to yStart: Int, _ count: Int, in y: inout [Double]) {
    check(y.count, xStart, count)
    check(y.count, yStart, count)
    unsafe y.withUnsafeMutableBufferPointer { y in
      guard let y = y.baseAddress else { return }
      let (source, target) = unsafe (y + xStart, y + yStart)
      for index in 0..<count { unsafe target[index] += factor * source[index] }
    }
  }

  /// (x, y) ← (c·x − s·y, s·x + c·y) for two runs of one array that do not overlap.
  static func rotate(_ x: inout [Double], _ first: Int, _ second: Int, _ count: Int, cosine c: Double, sine s: Double) {
    check(x.count, first, count)
    check(x.count, second, count)
    unsafe x.withUnsafeMutableBufferPointer { x in
      guard let x = x.baseAddress else { return }
      let (one, two) = unsafe (x + first, x + second)
      for index in 0..<count {
        let (a, b) = unsafe (one[index], two[index])
        unsafe one[index] = c * a - s * b
        unsafe two[index] = s * a + c * b
      }
    }
  }

  /// Copies a block so that each panel of four rows lies column by column, the last panel filled up with zeros.
  static func pack(
    _ source: [Double], _ start: Int, rows: Int, depth: Int, rowStride: Int, columnStride: Int,
    into panels: inout [Double]
  ) {
    guard rows > 0, depth > 0 else { return }
    check(source.count, start, (rows - 1) * rowStride + (depth - 1) * columnStride + 1)
    check(panels.count, 0, (rows + 3) / 4 * 4 * depth)
    unsafe source.withUnsafeBufferPointer { source in
      unsafe panels.withUnsafeMutableBufferPointer { panels in
        guard let source = source.baseAddress, let panels = panels.baseAddress else { return }
        for row in 0..<(rows + 3) / 4 * 4 {
          let to = unsafe panels + (row / 4 * 4 * depth + row % 4)
          guard row < rows else {
            for column in 0..<depth { unsafe to[4 * column] = 0 }
            continue
          }
          let from = unsafe source + (start + row * rowStride)
          for column in 0..<depth { unsafe to[4 * column] = from[column * columnStride] }
        }
      }
    }
  }

  /// Adds the product of packed panels to a block of `c`: of `a` its rows, of `b` its columns lie in panels of four.
  static func multiply(
    _ a: [Double], _ b: [Double], rows: Int, depth: Int, columns: Int, factor: Double,
    into c: inout [Double], _ cStart: Int, rowStride: Int, columnStride: Int
  ) {
    guard rows > 0, depth > 0, columns > 0 else { return }
    check(a.count, 0, (rows + 3) / 4 * 4 * depth)
    check(b.count, 0, (columns + 3) / 4 * 4 * depth)
    check(c.count, cStart, (rows - 1) * rowStride + (columns - 1) * columnStride + 1)
    unsafe a.withUnsafeBufferPointer { a in
      unsafe b.withUnsafeBufferPointer { b in
        unsafe c.withUnsafeMutableBufferPointer { c in
          guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
          for column in stride(from: 0, to: columns, by: 4) {
            for row in stride(from: 0, to: rows, by: 4) {
              unsafe tile(
                a + row * depth, UnsafeRawPointer(b + column * depth), depth, factor,
                c + (cStart + row * rowStride + column * columnStride), min(4, rows - row), min(4, columns - column),
                rowStride, columnStride)
            }
          }
        }
      }
    }
  }

  /// One 4×4 tile, of which `rows`×`columns` are written.
  @inline(__always)
  private static func tile(
    _ a: UnsafePointer<Double>, _ b: UnsafeRawPointer, _ depth: Int, _ factor: Double,
    _ c: UnsafeMutablePointer<Double>, _ rows: Int, _ columns: Int, _ rowStride: Int, _ columnStride: Int
  ) {
    var (s0, s1, s2, s3) = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
    var (left, right) = unsafe (a, b)
    for _ in 0..<depth {
      let row = unsafe vector(right, 0)
      unsafe s0 += left[0] * row
      unsafe s1 += left[1] * row
      unsafe s2 += left[2] * row
      unsafe s3 += left[3] * row
      unsafe left += 4
      unsafe right += 32
    }
    func write(_ row: Int, _ sum: SIMD4<Double>) {
      guard row < rows else { return }
      let target = unsafe c + row * rowStride
      for column in 0..<columns { unsafe target[column * columnStride] += factor * sum[column] }
    }
    write(0, s0)
    write(1, s1)
    write(2, s2)
    write(3, s3)
  }

  private static func vector(_ pointer: UnsafeRawPointer, _ index: Int) -> SIMD4<Double> {
    unsafe pointer.loadUnaligned(fromByteOffset: 8 * index, as: SIMD4<Double>.self)
  }

  private static func check(_ size: Int, _ start: Int, _ count: Int) {
    precondition(start >= 0 && count >= 0 && count <= size - start, "a run of elements leaves its array")
  }
}
