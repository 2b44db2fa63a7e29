/// A = U·diag(σ)·Vᵀ, σ descending, as many values as A has rows or columns, whichever is less.
///
/// A pivoted QR factorisation, then one-sided Jacobi rotations on the rows of R: small singular values keep their
/// relative accuracy and nothing needs to converge from a good start (Z. Drmač, K. Veselić, *New fast and accurate
/// Jacobi SVD algorithm I*, 2008).
package struct SingularValues: Sendable {
  package internal(set) var values: [Double]
  /// Column i belongs to `values[i]`.
  package internal(set) var left: Matrix
  /// Column i belongs to `values[i]`.
  package internal(set) var right: Matrix

  package init(_ matrix: Matrix) {
    if matrix.rows < matrix.columns {
      let flipped = SingularValues(matrix.transposed)
      (values, left, right) = (flipped.values, flipped.right, flipped.left)
      return
    }
    let factored = PivotedQR(matrix)
    var rows = factored.upper
    var turns = Matrix.identity(rows.rows)
    orthogonalise(&rows, &turns)

    let size = rows.rows
    let norms = (0..<size).map { row in
      DenseKernels.dot(rows.elements, row * size, rows.elements, row * size, size).squareRoot()
    }
    let order = norms.indices.sorted { norms[$0] > norms[$1] }
    values = order.map { norms[$0] }
    let sorted = Matrix(rows: size, columns: size, elements: order.flatMap { turns.row($0) })
    left = factored.basis.timesTransposed(sorted)

    var directions: [[Double]] = []
    for index in order {
      let row = norms[index] > 0 ? rows.row(index).map { $0 / norms[index] } : orthogonal(to: directions, size)
      directions.append(row)
    }
    right = Matrix(rows: size, columns: size)
    for (column, direction) in directions.enumerated() {
      for (place, value) in direction.enumerated() { right[factored.order[place], column] = value }
    }
  }
}

extension SingularValues {
  /// The number of values above `tolerance` times the largest.
  package func rank(tolerance: Double = 1e-10) -> Int {
    guard let first = values.first, first > 0 else { return 0 }
    return values.firstIndex { $0 <= tolerance * first } ?? values.count
  }

  /// The largest value divided by the smallest; infinite for a singular matrix.
  package var condition: Double {
    guard let first = values.first, let last = values.last, last > 0 else { return .infinity }
    return first / last
  }

  /// √Σ of the squares of all values after the first `count`: the distance to the nearest matrix of that rank.
  package func tail(after count: Int) -> Double {
    values.dropFirst(count).reversed().reduce(0) { $0 + $1 * $1 }.squareRoot()
  }
}

/// Rotates pairs of rows until all are orthogonal, and the rows of `turns` with them.
private func orthogonalise(_ rows: inout Matrix, _ turns: inout Matrix) {
  let size = rows.rows
  let tolerance = 0x1p-52 * Double(size).squareRoot()
  for _ in 0..<40 {
    var changed = false
    var norms = (0..<size).map { row in
      DenseKernels.dot(rows.elements, row * size, rows.elements, row * size, size)
    }
    for first in 0..<size {
      for second in first + 1..<max(size, first + 1) where norms[first] > 0 && norms[second] > 0 {
        let product = DenseKernels.dot(rows.elements, first * size, rows.elements, second * size, size)
        guard abs(product) > tolerance * (norms[first] * norms[second]).squareRoot() else { continue }
        changed = true
        let cotangent = (norms[second] - norms[first]) / (2 * product)
        let tangent = (cotangent < 0 ? -1 : 1) / (abs(cotangent) + (1 + cotangent * cotangent).squareRoot())
        let cosine = 1 / (1 + tangent * tangent).squareRoot()
        let sine = cosine * tangent
        DenseKernels.rotate(&rows.elements, first * size, second * size, size, cosine: cosine, sine: sine)
        DenseKernels.rotate(&turns.elements, first * size, second * size, size, cosine: cosine, sine: sine)
        norms[first] = max(norms[first] - tangent * product, 0)
        norms[second] += tangent * product
      }
    }
    if !changed { return }
  }
}

/// A unit vector orthogonal to all of `others`, which are orthonormal and fewer than `size`.
private func orthogonal(to others: [[Double]], _ size: Int) -> [Double] {
  var best = Array(repeating: 0.0, count: size)
  var bestNorm = -1.0
  for axis in 0..<size {
    var vector = Array(repeating: 0.0, count: size)
    vector[axis] = 1
    for _ in 0..<2 {
      for other in others {
        DenseKernels.add(-DenseKernels.dot(other, 0, vector, 0, size), other, 0, to: &vector, 0, size)
      }
    }
    let norm = DenseKernels.dot(vector, 0, vector, 0, size).squareRoot()
    if norm > bestNorm { (best, bestNorm) = (vector.map { $0 / norm }, norm) }
    if bestNorm > 0.5 { break }
  }
  return best
}
