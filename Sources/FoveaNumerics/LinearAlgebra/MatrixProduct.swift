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
/// Panels of four rows and four columns are packed in blocks that stay in the first two cache levels
/// (K. Goto, R. van de Geijn, *Anatomy of High-Performance Matrix Multiplication*, 2008).
package func addProducts(
  _ count: Int, _ factor: Double, _ a: [Double], _ aLayout: MatrixLayout, _ aStep: Int, _ b: [Double],
  _ bLayout: MatrixLayout, _ bStep: Int, to c: inout [Double], _ cLayout: MatrixLayout, _ cStep: Int
) {
  precondition(
    aLayout.columns == bLayout.rows && aLayout.rows == cLayout.rows && bLayout.columns == cLayout.columns,
    "the sizes of a product agree")
  let rowBlock = min(96, cLayout.rows)
  let depthBlock = min(256, aLayout.columns)
  let columnBlock = min(512, cLayout.columns)
  guard rowBlock > 0, depthBlock > 0, columnBlock > 0 else { return }
  var left = [Double](repeating: 0, count: (rowBlock + 3) / 4 * 4 * depthBlock)
  var right = [Double](repeating: 0, count: (columnBlock + 3) / 4 * 4 * depthBlock)
  for index in 0..<count {
    let (aStart, bStart) = (aLayout.start + index * aStep, bLayout.start + index * bStep)
    let cStart = cLayout.start + index * cStep
    for column in stride(from: 0, to: cLayout.columns, by: columnBlock) {
      let columns = min(columnBlock, cLayout.columns - column)
      for first in stride(from: 0, to: aLayout.columns, by: depthBlock) {
        let depth = min(depthBlock, aLayout.columns - first)
        DenseKernels.pack(
          b, bStart + column * bLayout.columnStride + first * bLayout.rowStride, rows: columns, depth: depth,
          rowStride: bLayout.columnStride, columnStride: bLayout.rowStride, into: &right)
        for row in stride(from: 0, to: cLayout.rows, by: rowBlock) {
          let rows = min(rowBlock, cLayout.rows - row)
          DenseKernels.pack(
            a, aStart + row * aLayout.rowStride + first * aLayout.columnStride, rows: rows, depth: depth,
            rowStride: aLayout.rowStride, columnStride: aLayout.columnStride, into: &left)
          DenseKernels.multiply(
            left, right, rows: rows, depth: depth, columns: columns, factor: factor, into: &c,
            cStart + row * cLayout.rowStride + column * cLayout.columnStride, rowStride: cLayout.rowStride,
            columnStride: cLayout.columnStride)
        }
      }
    }
  }
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
