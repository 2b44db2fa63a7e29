import FoveaNumerics

/// Points at which polynomials of a given degree along each axis are evaluated, so that composing banks becomes one
/// matrix product for each point.
///
/// Along an axis of n + 1 taps the points are (cos θ, sin θ), θ = πj/(n + 1), and tap k counts as cosⁿ⁻ᵏθ·sinᵏθ: as
/// many real points as there are taps, where the Fourier transform needs complex ones, and a condition number that
/// grows like the root of the largest binomial coefficient.
struct EvaluationGrid: Sendable {
  /// The taps of the composition.
  let shape: [Int]
  /// For each axis, (TᵀT)⁻¹ for T from taps to points.
  private let metrics: [Matrix]
  /// For each axis, T⁻¹.
  private let inverses: [Matrix]

  var points: Int { shape.reduce(1, *) }

  init(shape: [Int]) {
    self.shape = shape
    inverses = shape.map { size in
      let forward = Self.values(taps: size, step: 1, points: size)
      return PivotedQR(forward).leastSquares(.identity(size))
    }
    metrics = inverses.map { $0.transposedTimes($0) }
  }

  /// The values of each tap of a layer at the points (points × taps).
  func values(kernel: [Int], steps: [Int]) -> Matrix {
    let axes = kernel.indices.map { Self.values(taps: kernel[$0], step: steps[$0], points: shape[$0]) }
    let (places, taps) = (gridPositions(shape), gridPositions(kernel))
    return Matrix(rows: places.count, columns: taps.count) { point, tap in
      axes.indices.reduce(1) { $0 * axes[$1][places[point][$1], taps[tap][$1]] }
    }
  }

  /// Taps from values at the points, for `width` numbers at each.
  func interpolate(_ values: [Double], width: Int) -> [Double] {
    apply(inverses, to: values, width)
  }

  /// The transposed interpolation: point weights q with ⟨q, values⟩ = ⟨taps, interpolation of the values⟩.
  func adjoint(_ taps: [Double], width: Int) -> [Double] {
    apply(inverses.map(\.transposed), to: taps, width)
  }

  /// Interpolation followed by its transpose.
  func metric(_ values: [Double], width: Int) -> [Double] {
    apply(metrics, to: values, width)
  }

  private func apply(_ matrices: [Matrix], to values: [Double], _ width: Int) -> [Double] {
    var current = values
    for (axis, matrix) in matrices.enumerated() {
      let (before, size) = (shape[..<axis].reduce(1, *), shape[axis])
      let after = shape[(axis + 1)...].reduce(width, *)
      var next = [Double](repeating: 0, count: current.count)
      let layout = MatrixLayout(rows: size, columns: after)
      for block in 0..<before {
        let place = layout.moved(by: block * size * after)
        addProduct(1, matrix.elements, matrix.layout, current, place, to: &next, place)
      }
      current = next
    }
    return current
  }

  private static func values(taps: Int, step: Int, points: Int) -> Matrix {
    let degree = step * (taps - 1)
    return Matrix(rows: points, columns: taps) { point, tap in
      let angle = Double.pi * Double(point) / Double(points)
      return power(.cosine(angle), degree - step * tap) * power(.sine(angle), step * tap)
    }
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { result, _ in result * base }
  }
}
