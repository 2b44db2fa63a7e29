/// A = L·Lᵀ of a symmetric positive definite matrix.
package struct Cholesky: Sendable {
  /// L; what lies above its diagonal has no meaning.
  private var lower: Matrix

  private static let block = 64

  /// Factors `matrix`, of which only the lower triangle is read; nil where it is not positive definite.
  package init?(_ matrix: Matrix) {
    precondition(matrix.rows == matrix.columns, "a symmetric matrix is square")
    lower = matrix
    let size = matrix.rows
    for first in stride(from: 0, to: size, by: Self.block) {
      let end = min(first + Self.block, size)
      for row in first..<size {
        for column in first..<min(row + 1, end) {
          let sum =
            lower.elements[row * size + column]
            - DenseKernels.dot(
              lower.elements, row * size + first, lower.elements, column * size + first, column - first)
          if row == column {
            guard sum > 0, sum.isFinite else { return nil }
            lower.elements[row * size + column] = sum.squareRoot()
          } else {
            lower.elements[row * size + column] = sum / lower.elements[column * size + column]
          }
        }
      }
      updateTrailing(first, end)
    }
  }

  /// Subtracts the finished columns' product from the lower triangle right of them.
  private mutating func updateTrailing(_ first: Int, _ end: Int) {
    let size = lower.rows
    guard end < size else { return }
    let width = end - first
    var panel: [Double] = []
    panel.reserveCapacity((size - end) * width)
    for row in end..<size { panel += lower.elements[row * size + first..<row * size + end] }
    for block in stride(from: end, to: size, by: Self.block) {
      let count = min(Self.block, size - block)
      let left = MatrixLayout(rows: size - block, columns: width, start: (block - end) * width)
      let right = MatrixLayout(rows: count, columns: width, start: (block - end) * width)
      addProduct(
        -1, panel, left, panel, right.transposed, to: &lower.elements,
        MatrixLayout(rows: size - block, columns: count, start: block * size + block, rowStride: size))
    }
  }

  /// A⁻¹, for many products with it.
  package var inverse: Matrix { solve(.identity(lower.rows)) }

  /// X with A·X = B.
  package func solve(_ right: Matrix) -> Matrix {
    var x = right
    let starts = Array(stride(from: 0, to: lower.rows, by: Self.block))
    for first in starts { solve(block: first, .forward, &x) }
    for first in starts.reversed() { solve(block: first, .backward, &x) }
    return x
  }

  private enum Direction { case forward, backward }

  /// Solves for the rows of one diagonal block, then removes them from the rows that come later.
  private func solve(block first: Int, _ direction: Direction, _ x: inout Matrix) {
    let (size, width) = (lower.rows, x.columns)
    let end = min(first + Self.block, size)
    let rows = direction == .forward ? Array(first..<end) : (first..<end).reversed()
    for (done, row) in rows.enumerated() {
      for other in rows[..<done] {
        let factor = lower.elements[direction == .forward ? row * size + other : other * size + row]
        DenseKernels.add(-factor, from: other * width, to: row * width, width, in: &x.elements)
      }
      let scale = 1 / lower.elements[row * size + row]
      for index in row * width..<(row + 1) * width { x.elements[index] *= scale }
    }
    let solved = Array(x.elements[first * width..<end * width])
    let known = MatrixLayout(rows: end - first, columns: width)
    switch direction {
    case .forward where end < size:
      addProduct(
        -1, lower.elements,
        MatrixLayout(rows: size - end, columns: end - first, start: end * size + first, rowStride: size), solved, known,
        to: &x.elements, MatrixLayout(rows: size - end, columns: width, start: end * width))
    case .backward where first > 0:
      addProduct(
        -1, lower.elements,
        MatrixLayout(rows: end - first, columns: first, start: first * size, rowStride: size).transposed, solved, known,
        to: &x.elements, MatrixLayout(rows: first, columns: width))
    case .forward, .backward: break
    }
  }
}
