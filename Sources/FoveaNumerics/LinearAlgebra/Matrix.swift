/// A dense matrix of doubles, row-major.
///
/// The decompositions beside it are the package's own; the contributor guide has the reasons and the times beside
/// LAPACK's.
package struct Matrix: Equatable, Sendable {
  /// The number of rows.
  package let rows: Int
  /// The number of columns.
  package let columns: Int
  /// Row by row.
  package var elements: [Double]

  /// A matrix of zeros.
  package init(rows: Int, columns: Int) {
    self.init(rows: rows, columns: columns, elements: Array(repeating: 0, count: rows * columns))
  }

  /// A matrix over elements in row-major order.
  package init(rows: Int, columns: Int, elements: [Double]) {
    precondition(rows >= 0 && columns >= 0 && elements.count == rows * columns, "elements fill a matrix")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// A matrix whose elements are computed from their row and column.
  package init(rows: Int, columns: Int, _ element: (_ row: Int, _ column: Int) -> Double) {
    self.init(rows: rows, columns: columns)
    for row in 0..<rows {
      for column in 0..<columns { elements[row * columns + column] = element(row, column) }
    }
  }

  /// Ones on the diagonal.
  package static func identity(_ size: Int) -> Matrix {
    Matrix(rows: size, columns: size) { $0 == $1 ? 1 : 0 }
  }

  package subscript(row: Int, column: Int) -> Double {
    get {
      precondition(column < columns, "a column inside the matrix")
      return elements[row * columns + column]
    }
    set {
      precondition(column < columns, "a column inside the matrix")
      elements[row * columns + column] = newValue
    }
  }
}

extension Matrix {
  /// Rows and columns exchanged.
  package var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for row in 0..<rows {
      for column in 0..<columns { result.elements[column * rows + row] = elements[row * columns + column] }
    }
    return result
  }

  /// √Σ aᵢⱼ².
  package var norm: Double { squaredNorm.squareRoot() }

  /// Σ aᵢⱼ².
  package var squaredNorm: Double { DenseKernels.dot(elements, 0, elements, 0, elements.count) }

  package static func + (left: Matrix, right: Matrix) -> Matrix {
    left.adding(1, right)
  }

  package static func - (left: Matrix, right: Matrix) -> Matrix {
    left.adding(-1, right)
  }

  package static func * (factor: Double, matrix: Matrix) -> Matrix {
    Matrix(rows: matrix.rows, columns: matrix.columns, elements: matrix.elements.map { factor * $0 })
  }

  /// The sum with `factor` times another matrix.
  package func adding(_ factor: Double, _ other: Matrix) -> Matrix {
    precondition(rows == other.rows && columns == other.columns, "matrices of one size")
    var result = self
    DenseKernels.add(factor, other.elements, 0, to: &result.elements, 0, elements.count)
    return result
  }
}
