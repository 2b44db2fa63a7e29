/// An eigenvalue of a real matrix. Those that are not real come in conjugate pairs.
package struct Eigenvalue: Hashable, Sendable {
  package var real: Double
  package var imaginary: Double

  package init(real: Double, imaginary: Double) {
    self.real = real
    self.imaginary = imaginary
  }

  /// |λ|².
  package var squaredModulus: Double { real * real + imaginary * imaginary }
}

extension Matrix {
  /// All eigenvalues of a square matrix, conjugate pairs next to each other; nil where the iteration does not converge.
  ///
  /// Householder reduction to a Hessenberg matrix, then Francis' double-shift QR steps (G. Golub, C. Van Loan, *Matrix
  /// Computations*, section 7.5).
  package func eigenvalues() -> [Eigenvalue]? {
    precondition(rows == columns, "a matrix with eigenvalues is square")
    var hessenberg = Hessenberg(self)
    return hessenberg.eigenvalues()
  }
}

private struct Hessenberg {
  private var h: Matrix

  init(_ matrix: Matrix) {
    h = matrix
    let size = matrix.rows
    for step in 0..<max(size - 2, 0) {
      var vector = (step + 1..<size).map { h[$0, step] }
      let norm = DenseKernels.dot(vector, 0, vector, 0, vector.count).squareRoot()
      guard norm > 0 else { continue }
      vector[0] += vector[0] > 0 ? norm : -norm
      let squared = DenseKernels.dot(vector, 0, vector, 0, vector.count)
      reflect(vector, 2 / squared, at: step + 1, columns: step..<size, rows: 0..<size)
    }
  }

  /// H ← P·H·P with P = I − scale·v·vᵀ acting from index `first`, over the given columns and rows.
  private mutating func reflect(
    _ vector: [Double], _ scale: Double, at first: Int, columns: Range<Int>, rows: Range<Int>
  ) {
    let size = h.columns
    var sums = Array(repeating: 0.0, count: columns.count)
    for (index, weight) in vector.enumerated() {
      DenseKernels.add(
        weight, h.elements, (first + index) * size + columns.lowerBound, to: &sums, 0, columns.count)
    }
    for (index, weight) in vector.enumerated() {
      DenseKernels.add(
        -scale * weight, sums, 0, to: &h.elements, (first + index) * size + columns.lowerBound, columns.count)
    }
    for row in rows {
      let start = row * size + first
      let factor = DenseKernels.dot(vector, 0, h.elements, start, vector.count)
      DenseKernels.add(-scale * factor, vector, 0, to: &h.elements, start, vector.count)
    }
  }

  mutating func eigenvalues() -> [Eigenvalue]? {
    var result: [Eigenvalue] = []
    var end = h.rows
    var iterations = 0
    while end > 0 {
      var first = end - 1
      while first > 0, !isNegligible(first) { first -= 1 }
      if first > 0 { h[first, first - 1] = 0 }
      if end - first <= 2 {
        result += end - first == 1 ? [Eigenvalue(real: h[first, first], imaginary: 0)] : pair(first)
        end = first
        iterations = 0
        continue
      }
      iterations += 1
      guard iterations <= 60 else { return nil }
      step(first, end, exceptional: iterations % 11 == 10)
    }
    return result
  }

  private func isNegligible(_ row: Int) -> Bool {
    let around = abs(h[row, row]) + abs(h[row - 1, row - 1])
    return abs(h[row, row - 1]) <= 0x1p-52 * (around > 0 ? around : 1)
  }

  /// The eigenvalues of the 2×2 block at `first`.
  private func pair(_ first: Int) -> [Eigenvalue] {
    let half = (h[first, first] - h[first + 1, first + 1]) / 2
    let mean = h[first + 1, first + 1] + half
    let product = h[first, first + 1] * h[first + 1, first]
    let discriminant = half * half + product
    guard discriminant >= 0 else {
      let root = (-discriminant).squareRoot()
      return [Eigenvalue(real: mean, imaginary: root), Eigenvalue(real: mean, imaginary: -root)]
    }
    let root = discriminant.squareRoot()
    let larger = half + (half < 0 ? -root : root)
    let base = h[first + 1, first + 1]
    return [
      Eigenvalue(real: base + larger, imaginary: 0),
      Eigenvalue(real: larger == 0 ? base : base - product / larger, imaginary: 0),
    ]
  }

  /// One double-shift step on the block `first..<end`.
  private mutating func step(_ first: Int, _ end: Int, exceptional: Bool) {
    let last = end - 1
    var trace = h[last - 1, last - 1] + h[last, last]
    var determinant = h[last - 1, last - 1] * h[last, last] - h[last - 1, last] * h[last, last - 1]
    if exceptional {
      let size = abs(h[last, last - 1]) + abs(h[last - 1, last - 2])
      trace = 1.5 * size
      determinant = size * size
    }
    let (a, b, c, d) = (h[first, first], h[first, first + 1], h[first + 1, first], h[first + 1, first + 1])
    var vector = [
      a * a + b * c - trace * a + determinant, c * (a + d - trace), c * h[first + 2, first + 1],
    ]
    for row in first..<last {
      let norm = DenseKernels.dot(vector, 0, vector, 0, vector.count).squareRoot()
      if norm > 0 {
        vector[0] += vector[0] > 0 ? norm : -norm
        let squared = DenseKernels.dot(vector, 0, vector, 0, vector.count)
        reflect(
          vector, 2 / squared, at: row, columns: max(row - 1, first)..<end, rows: first..<min(row + 4, end))
      }
      let next = row + 1
      vector = (next..<min(next + 3, end)).map { h[$0, row] }
    }
    for row in first + 2..<end {
      for column in max(first, row - 3)..<row - 1 { h[row, column] = 0 }
    }
  }
}
