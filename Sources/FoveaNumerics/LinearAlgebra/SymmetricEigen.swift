/// Eigenvalues, largest first, and eigenvectors of a symmetric matrix.
///
/// Householder reduction to a tridiagonal matrix, then implicit QR steps with Wilkinson's shift (G. Golub, C. Van Loan,
/// *Matrix Computations*, section 8.3).
package struct SymmetricEigen: Sendable {
  package private(set) var values: [Double]
  /// Row i is the eigenvector of `values[i]`, of length 1.
  package private(set) var vectors: Matrix

  /// Decomposes `matrix`, which is taken as symmetric.
  package init(_ matrix: Matrix) {
    precondition(matrix.rows == matrix.columns, "a symmetric matrix is square")
    var tridiagonal = Tridiagonal(matrix)
    tridiagonal.diagonalise()
    let (diagonal, rows) = (tridiagonal.diagonal, tridiagonal.basis)
    let order = diagonal.indices.sorted { diagonal[$0] > diagonal[$1] }
    values = order.map { diagonal[$0] }
    vectors = Matrix(rows: order.count, columns: order.count, elements: order.flatMap { rows.row($0) })
  }
}

extension Matrix {
  /// The elements of one row.
  package func row(_ row: Int) -> ArraySlice<Double> {
    elements[row * columns..<(row + 1) * columns]
  }
}

/// A tridiagonal matrix that is similar to a symmetric one, with the basis in which it is.
private struct Tridiagonal {
  var diagonal: [Double]
  var beside: [Double]
  /// Row i is basis vector i.
  var basis: Matrix

  init(_ matrix: Matrix) {
    let size = matrix.rows
    var work = matrix.elements
    var reflections: [(scale: Double, vector: [Double])] = []
    diagonal = []
    beside = []
    for step in 0..<size {
      diagonal.append(work[step * size + step])
      guard step + 1 < size else { break }
      var vector = Array(work[step * size + step + 1..<(step + 1) * size])
      let norm = DenseKernels.dot(vector, 0, vector, 0, vector.count).squareRoot()
      guard norm > 0, step + 2 < size else {
        beside.append(vector[0])
        reflections.append((0, vector))
        continue
      }
      let image = vector[0] > 0 ? -norm : norm
      let scale = (image - vector[0]) / image
      let head = vector[0] - image
      for index in vector.indices { vector[index] = index == 0 ? 1 : vector[index] / head }
      beside.append(image)
      reflections.append((scale, vector))
      Self.update(&work, size, from: step + 1, scale, vector)
    }
    basis = .identity(size)
    for (step, reflection) in reflections.enumerated().reversed() where reflection.scale != 0 {
      let length = reflection.vector.count
      for row in step + 1..<size {
        let start = row * size + step + 1
        let factor = DenseKernels.dot(reflection.vector, 0, basis.elements, start, length)
        DenseKernels.add(-reflection.scale * factor, reflection.vector, 0, to: &basis.elements, start, length)
      }
    }
  }

  /// Applies a reflection from both sides to the square that starts at row and column `first`.
  private static func update(_ work: inout [Double], _ size: Int, from first: Int, _ scale: Double, _ vector: [Double])
  {
    let length = vector.count
    var image = (first..<size).map { scale * DenseKernels.dot(vector, 0, work, $0 * size + first, length) }
    let half = scale / 2 * DenseKernels.dot(vector, 0, image, 0, length)
    DenseKernels.add(-half, vector, 0, to: &image, 0, length)
    for row in 0..<length {
      let start = (first + row) * size + first
      DenseKernels.add(-vector[row], image, 0, to: &work, start, length)
      DenseKernels.add(-image[row], vector, 0, to: &work, start, length)
    }
  }

  mutating func diagonalise() {
    var last = diagonal.count - 1
    var remaining = 60 * diagonal.count
    while last > 0, remaining > 0 {
      if isNegligible(last - 1) {
        beside[last - 1] = 0
        last -= 1
        continue
      }
      var first = last - 1
      while first > 0, !isNegligible(first - 1) { first -= 1 }
      step(first, last)
      remaining -= 1
    }
  }

  private func isNegligible(_ index: Int) -> Bool {
    abs(beside[index]) <= 0x1p-53 * (abs(diagonal[index]) + abs(diagonal[index + 1])) || abs(beside[index]) < 1e-290
  }

  private mutating func step(_ first: Int, _ last: Int) {
    let size = basis.columns
    let half = (diagonal[last - 1] - diagonal[last]) / 2
    let corner = beside[last - 1]
    let root = (half * half + corner * corner).squareRoot()
    var x = diagonal[first] - (diagonal[last] - corner * corner / (half + (half < 0 ? -root : root)))
    var z = beside[first]
    for index in first..<last {
      let radius = (x * x + z * z).squareRoot()
      let (c, s) = radius > 0 ? (x / radius, z / radius) : (1, 0)
      if index > first { beside[index - 1] = radius }
      let (one, two, off) = (diagonal[index], diagonal[index + 1], beside[index])
      diagonal[index] = c * c * one + 2 * c * s * off + s * s * two
      diagonal[index + 1] = s * s * one - 2 * c * s * off + c * c * two
      beside[index] = c * s * (two - one) + (c * c - s * s) * off
      if index + 1 < last {
        x = beside[index]
        z = s * beside[index + 1]
        beside[index + 1] *= c
      }
      DenseKernels.rotate(&basis.elements, index * size, (index + 1) * size, size, cosine: c, sine: -s)
    }
  }
}
