extension SingularValues {
  /// The `count` largest singular values and their vectors, from a random subspace that is improved by powers of A·Aᵀ.
  ///
  /// An approximation, good where the spectrum falls; a start for iterations, never a bound
  /// (N. Halko, P. Martinsson, J. Tropp, *Finding structure with randomness*, 2011).
  package init(leading count: Int, of matrix: Matrix, powers: Int = 3, seed: UInt64 = 1) {
    let smaller = min(matrix.rows, matrix.columns)
    let size = min(count + 8, smaller)
    guard 2 * size < smaller else {
      self.init(matrix)
      truncate(count)
      return
    }
    var generator = SplitMix64(seed: seed)
    let start = Matrix(rows: matrix.columns, columns: size, elements: generator.normals(matrix.columns * size))
    var basis = PivotedQR(matrix * start).basis
    for _ in 0..<powers {
      let other = PivotedQR(matrix.transposedTimes(basis)).basis
      basis = PivotedQR(matrix * other).basis
    }
    self.init(basis.transposedTimes(matrix))
    left = basis * left
    truncate(count)
  }

  private mutating func truncate(_ count: Int) {
    guard count < values.count else { return }
    values = Array(values.prefix(count))
    left = left.firstColumns(count)
    right = right.firstColumns(count)
  }
}

extension Matrix {
  /// The first `count` columns.
  package func firstColumns(_ count: Int) -> Matrix {
    Matrix(rows: rows, columns: count) { self[$0, $1] }
  }
}
