/// A matrix inside an array: element (i, j) lies at `start + i·rowStride + j·columnStride`.
package struct MatrixLayout: Hashable, Sendable {
  package var start: Int
  package var rows: Int
  package var columns: Int
  package var rowStride: Int
  package var columnStride: Int

  /// A row-major matrix; rows follow each other unless a stride is given.
  package init(rows: Int, columns: Int, start: Int = 0, rowStride: Int? = nil, columnStride: Int = 1) {
    self.start = start
    self.rows = rows
    self.columns = columns
    self.rowStride = rowStride ?? columns
    self.columnStride = columnStride
  }

  /// The same elements with rows and columns exchanged.
  package var transposed: MatrixLayout {
    MatrixLayout(rows: columns, columns: rows, start: start, rowStride: columnStride, columnStride: rowStride)
  }

  /// The same matrix, later in the array.
  package func moved(by offset: Int) -> MatrixLayout {
    var copy = self
    copy.start += offset
    return copy
  }
}

/// c += factor·a·b, for matrices laid out anywhere in arrays.
package func addProduct(
  _ factor: Double, _ a: [Double], _ aLayout: MatrixLayout, _ b: [Double], _ bLayout: MatrixLayout,
  to c: inout [Double], _ cLayout: MatrixLayout
) {
  addProducts(1, factor, a, aLayout, 0, b, bLayout, 0, to: &c, cLayout, 0)
}

/// The same for `count` products whose matrices follow each other at given distances.
///
/// Panels of the second factor are packed in blocks that stay in the first cache level
/// (K. Goto, R. van de Geijn, *Anatomy of High-Performance Matrix Multiplication*, 2008). Large products use all
/// threads; every element is computed by one of them, so that the result does not depend on how many there are.
package func addProducts(
  _ count: Int, _ factor: Double, _ a: [Double], _ aLayout: MatrixLayout, _ aStep: Int, _ b: [Double],
  _ bLayout: MatrixLayout, _ bStep: Int, to c: inout [Double], _ cLayout: MatrixLayout, _ cStep: Int
) {
  precondition(
    aLayout.columns == bLayout.rows && aLayout.rows == cLayout.rows && bLayout.columns == cLayout.columns,
    "the sizes of a product agree")
  guard cLayout.rows > 0, cLayout.columns > 0, aLayout.columns > 0 else { return }
  ProductTiles.addProducts(count, factor, a, aLayout, aStep, b, bLayout, bStep, to: &c, cLayout, cStep)
}

extension Matrix {
  /// The layout of the whole matrix in its own elements.
  package var layout: MatrixLayout { MatrixLayout(rows: rows, columns: columns) }

  package static func * (left: Matrix, right: Matrix) -> Matrix {
    var result = Matrix(rows: left.rows, columns: right.columns)
    addProduct(1, left.elements, left.layout, right.elements, right.layout, to: &result.elements, result.layout)
    return result
  }

  /// selfᵀ·other, without forming the transpose.
  package func transposedTimes(_ other: Matrix) -> Matrix {
    var result = Matrix(rows: columns, columns: other.columns)
    addProduct(1, elements, layout.transposed, other.elements, other.layout, to: &result.elements, result.layout)
    return result
  }

  /// self·otherᵀ, without forming the transpose.
  package func timesTransposed(_ other: Matrix) -> Matrix {
    var result = Matrix(rows: rows, columns: other.rows)
    addProduct(1, elements, layout, other.elements, other.layout.transposed, to: &result.elements, result.layout)
    return result
  }
}
