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
///
/// Panels of four rows and four columns are packed in blocks that stay in the first two cache levels
/// (K. Goto, R. van de Geijn, *Anatomy of High-Performance Matrix Multiplication*, 2008).
package func addProduct(
  _ factor: Double, _ a: [Double], _ aLayout: MatrixLayout, _ b: [Double], _ bLayout: MatrixLayout,
  to c: inout [Double], _ cLayout: MatrixLayout
) {
  precondition(
    aLayout.columns == bLayout.rows && aLayout.rows == cLayout.rows && bLayout.columns == cLayout.columns,
    "the sizes of a product agree")
  let (rowBlock, depthBlock, columnBlock) = (96, 256, 512)
  for firstColumn in stride(from: 0, to: cLayout.columns, by: columnBlock) {
    let columns = min(columnBlock, cLayout.columns - firstColumn)
    for firstDepth in stride(from: 0, to: aLayout.columns, by: depthBlock) {
      let depth = min(depthBlock, aLayout.columns - firstDepth)
      let right = packed(
        b, bLayout.transposed, first: firstColumn, count: columns, firstDepth: firstDepth, depth: depth)
      for firstRow in stride(from: 0, to: cLayout.rows, by: rowBlock) {
        let rows = min(rowBlock, cLayout.rows - firstRow)
        let left = packed(a, aLayout, first: firstRow, count: rows, firstDepth: firstDepth, depth: depth)
        for column in stride(from: 0, to: columns, by: 4) {
          for row in stride(from: 0, to: rows, by: 4) {
            DenseKernels.tile(
              left, row * depth, right, column * depth, depth: depth, rows: min(4, rows - row),
              columns: min(4, columns - column), factor: factor, into: &c,
              cLayout.start + (firstRow + row) * cLayout.rowStride + (firstColumn + column) * cLayout.columnStride,
              rowStride: cLayout.rowStride, columnStride: cLayout.columnStride)
          }
        }
      }
    }
  }
}

/// Panels of four rows, each panel column by column; the last one is filled up with zeros.
private func packed(
  _ source: [Double], _ layout: MatrixLayout, first: Int, count: Int, firstDepth: Int, depth: Int
) -> [Double] {
  var panels = [Double](repeating: 0, count: (count + 3) / 4 * 4 * depth)
  let start = layout.start + first * layout.rowStride + firstDepth * layout.columnStride
  for panel in stride(from: 0, to: count, by: 4) {
    DenseKernels.pack(
      source, start + panel * layout.rowStride, rows: min(4, count - panel), depth: depth,
      rowStride: layout.rowStride, columnStride: layout.columnStride, into: &panels, panel * depth)
  }
  return panels
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
