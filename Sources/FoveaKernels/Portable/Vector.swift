// This folder is compiled once per instruction set. Raw pointers and SIMD values only: a specialisation of a generic
// function with wide instructions could be shared with, and called by, code for older machines.

#if FOVEA_AVX512
  typealias FloatVector = SIMD16<Float>
  typealias DoubleVector = SIMD8<Double>
  typealias FloatHalf = SIMD8<Float>
  typealias DoubleHalf = SIMD4<Double>
#elseif FOVEA_AVX2
  typealias FloatVector = SIMD8<Float>
  typealias DoubleVector = SIMD4<Double>
  typealias FloatHalf = SIMD4<Float>
  typealias DoubleHalf = SIMD2<Double>
#else
  typealias FloatVector = SIMD4<Float>
  typealias DoubleVector = SIMD2<Double>
  typealias FloatHalf = SIMD2<Float>
  typealias DoubleHalf = SIMD2<Double>
#endif

/// Numbers in a vector of `Float`.
package var floatLanes: Int { MemoryLayout<FloatVector>.size / MemoryLayout<Float>.size }
/// Numbers in a vector of `Double`.
package var doubleLanes: Int { MemoryLayout<DoubleVector>.size / MemoryLayout<Double>.size }

#if FOVEA_AVX512 || arch(arm64)
  /// Pixels of the largest tile: 28 accumulators of 32 vector registers.
  package var tilePixels: Int { 14 }
  /// Output channels of the largest tile of a product.
  package var productRows: Int { 8 }
#else
  /// Pixels of the largest tile: 12 accumulators of 16 vector registers.
  package var tilePixels: Int { 6 }
  /// Output channels of the largest tile of a product.
  package var productRows: Int { 4 }
#endif

/// Vectors of pixels of the largest tile of a product.
package var productVectors: Int { 3 }

/// Rows of the largest tile of a plane.
package var planeRows: Int { 7 }

// Without the instruction, `addingProduct` calls libm once per lane.
#if FOVEA_AVX512 || FOVEA_AVX2 || arch(arm64)
  @inline(__always)
  func multiplyAdd(_ sum: FloatVector, _ a: FloatVector, _ b: FloatVector) -> FloatVector { sum.addingProduct(a, b) }

  @inline(__always)
  func multiplyAdd(_ sum: DoubleVector, _ a: DoubleVector, _ b: DoubleVector) -> DoubleVector {
    sum.addingProduct(a, b)
  }

  @inline(__always)
  func multiplyAdd(_ sum: FloatHalf, _ a: FloatHalf, _ b: FloatHalf) -> FloatHalf { sum.addingProduct(a, b) }

  #if FOVEA_AVX512 || FOVEA_AVX2
    @inline(__always)
    func multiplyAdd(_ sum: DoubleHalf, _ a: DoubleHalf, _ b: DoubleHalf) -> DoubleHalf { sum.addingProduct(a, b) }
  #endif
#else
  @inline(__always)
  func multiplyAdd(_ sum: FloatVector, _ a: FloatVector, _ b: FloatVector) -> FloatVector { sum + a * b }

  @inline(__always)
  func multiplyAdd(_ sum: DoubleVector, _ a: DoubleVector, _ b: DoubleVector) -> DoubleVector { sum + a * b }

  @inline(__always)
  func multiplyAdd(_ sum: FloatHalf, _ a: FloatHalf, _ b: FloatHalf) -> FloatHalf { sum + a * b }
#endif
