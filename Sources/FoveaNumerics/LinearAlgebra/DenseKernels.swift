/// The inner loops over vectors. This file and `ProductTiles` hold the only unsafe code of this folder.
///
/// Arrays come with offsets and counts; each function checks once that they fit and then runs over raw pointers,
/// because a bounds check for every element costs more than the arithmetic. Sums are formed in a fixed order, so that
/// results do not depend on the machine's load or on the build.
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

  private static func vector(_ pointer: UnsafeRawPointer, _ index: Int) -> SIMD4<Double> {
    unsafe pointer.loadUnaligned(fromByteOffset: 8 * index, as: SIMD4<Double>.self)
  }

  static func check(_ size: Int, _ start: Int, _ count: Int) {
    precondition(start >= 0 && count >= 0 && count <= size - start, "a run of elements leaves its array")
  }
}
