/// A·P = Q·R by Householder reflections, the largest remaining column first.
///
/// G. Golub, C. Van Loan, *Matrix Computations*, section 5.4; column norms are updated as in Z. Drmač, Z. Bujanović,
/// *On the failure of rank-revealing QR factorization software*, 2008: recomputed once an update has cancelled.
package struct PivotedQR: Sendable {
  /// Row j holds column j of the factored matrix: R above the diagonal, the reflections below it.
  private var columns: Matrix
  private var scales: [Double] = []
  /// The column of A that column j of A·P is.
  package private(set) var order: [Int]

  private var steps: Int { scales.count }

  package init(_ matrix: Matrix) {
    columns = matrix.transposed
    order = Array(0..<matrix.columns)
    let (count, length) = (matrix.columns, matrix.rows)
    var norms = (0..<count).map { squaredNorm($0, from: 0) }
    var references = norms
    for step in 0..<min(count, length) {
      let pivot = (step..<count).max { norms[$0] < norms[$1] } ?? step
      if pivot != step {
        for row in 0..<length { columns.elements.swapAt(step * length + row, pivot * length + row) }
        order.swapAt(step, pivot)
        norms.swapAt(step, pivot)
        references.swapAt(step, pivot)
      }
      reflect(step)
      for column in step + 1..<max(count, step + 1) {
        let entry = columns.elements[column * length + step]
        norms[column] = max(norms[column] - entry * entry, 0)
        if norms[column] <= 1e-6 * references[column] {
          norms[column] = squaredNorm(column, from: step + 1)
          references[column] = norms[column]
        }
      }
    }
  }

  private func squaredNorm(_ column: Int, from row: Int) -> Double {
    let start = column * columns.columns + row
    return DenseKernels.dot(columns.elements, start, columns.elements, start, columns.columns - row)
  }

  /// Replaces a column by its reflection (I − τ·v·vᵀ, v's first element 1) and applies that to those after it.
  private mutating func reflect(_ step: Int) {
    let length = columns.columns
    let start = step * length + step
    let norm = squaredNorm(step, from: step).squareRoot()
    let head = columns.elements[start]
    guard norm > 0 else {
      scales.append(0)
      return
    }
    let image = head > 0 ? -norm : norm
    let scale = (image - head) / image
    for index in start + 1..<(step + 1) * length { columns.elements[index] /= head - image }
    scales.append(scale)
    columns.elements[start] = 1
    for column in step + 1..<max(columns.rows, step + 1) {
      let target = column * length + step
      let factor = DenseKernels.dot(columns.elements, start, columns.elements, target, length - step)
      DenseKernels.add(-scale * factor, from: start, to: target, length - step, in: &columns.elements)
    }
    columns.elements[start] = image
  }
}

extension PivotedQR {
  /// The number of diagonal elements of R larger than `tolerance` times the first.
  package func rank(tolerance: Double = 1e-10) -> Int {
    let diagonal = (0..<steps).map { abs(columns.elements[$0 * columns.columns + $0]) }
    guard let first = diagonal.first, first > 0 else { return 0 }
    return diagonal.firstIndex { $0 <= tolerance * first } ?? diagonal.count
  }

  /// R without its zero rows.
  package var upper: Matrix {
    Matrix(rows: steps, columns: columns.rows) { $0 <= $1 ? columns.elements[$1 * columns.columns + $0] : 0 }
  }

  /// The first columns of Q: an orthonormal basis, as many columns as R has rows.
  package var basis: Matrix {
    var result = Matrix(rows: steps, columns: columns.columns)
    for step in 0..<steps { result[step, step] = 1 }
    apply(to: &result, steps: (0..<steps).reversed())
    return result.transposed
  }

  /// X that minimises ‖A·X − B‖; unknowns beyond the rank are zero.
  package func leastSquares(_ right: Matrix, tolerance: Double = 1e-12) -> Matrix {
    precondition(right.rows == columns.columns, "one right-hand side element for each row")
    let (rank, length) = (rank(tolerance: tolerance), columns.columns)
    var images = right.transposed
    apply(to: &images, steps: Array(0..<steps))
    var result = Matrix(rows: columns.rows, columns: right.columns)
    for side in 0..<right.columns {
      var x = Array(images.elements[side * length..<side * length + rank])
      for column in (0..<rank).reversed() {
        x[column] /= columns.elements[column * length + column]
        DenseKernels.add(-x[column], columns.elements, column * length, to: &x, 0, column)
      }
      for (column, value) in x.enumerated() { result[order[column], side] = value }
    }
    return result
  }

  /// X of least norm with Aᵀ·X = B, for A of full column rank.
  package func leastNormTransposed(_ right: Matrix) -> Matrix {
    precondition(right.rows == columns.rows && steps == columns.rows, "one equation for each column")
    let length = columns.columns
    var images = Matrix(rows: right.columns, columns: length)
    for side in 0..<right.columns {
      for step in 0..<steps {
        let known = DenseKernels.dot(columns.elements, step * length, images.elements, side * length, step)
        images[side, step] = (right[order[step], side] - known) / columns.elements[step * length + step]
      }
    }
    apply(to: &images, steps: (0..<steps).reversed())
    return images.transposed
  }

  /// An estimate of the condition number from below, by powers of RᵀR and its inverse; infinite without full rank.
  package var conditionEstimate: Double {
    let (count, length) = (columns.rows, columns.columns)
    guard rank(tolerance: 1e-14) == count, count > 0 else { return .infinity }
    var generator = SplitMix64(seed: 1)
    var (large, small) = (generator.normals(count), generator.normals(count))
    var (largest, smallest) = (0.0, 0.0)
    for _ in 0..<12 {
      largest = normalise(&large)
      smallest = normalise(&small)
      large = upperTransposedTimes(upperTimes(large))
      for step in 0..<count {
        let known = DenseKernels.dot(columns.elements, step * length, small, 0, step)
        small[step] = (small[step] - known) / columns.elements[step * length + step]
      }
      for step in (0..<count).reversed() {
        small[step] /= columns.elements[step * length + step]
        DenseKernels.add(-small[step], columns.elements, step * length, to: &small, 0, step)
      }
    }
    return (largest * smallest).squareRoot()
  }

  private func upperTimes(_ x: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: x.count)
    for (step, value) in x.enumerated() {
      DenseKernels.add(value, columns.elements, step * columns.columns, to: &result, 0, step + 1)
    }
    return result
  }

  private func upperTransposedTimes(_ x: [Double]) -> [Double] {
    x.indices.map { DenseKernels.dot(columns.elements, $0 * columns.columns, x, 0, $0 + 1) }
  }

  /// Divides a vector by its length, which it gives.
  private func normalise(_ x: inout [Double]) -> Double {
    let length = DenseKernels.dot(x, 0, x, 0, x.count).squareRoot()
    for index in x.indices { x[index] /= length }
    return length
  }

  /// A vector of length 1 that A maps to almost zero, for a square matrix whose last `nullity` pivots vanish.
  package func nullVector(nullity: Int) -> [Double] {
    let (count, length) = (columns.rows, columns.columns)
    let rank = count - nullity
    var x = Array(columns.elements[(count - 1) * length..<(count - 1) * length + rank]).map { -$0 }
    for column in (0..<rank).reversed() {
      x[column] /= columns.elements[column * length + column]
      DenseKernels.add(-x[column], columns.elements, column * length, to: &x, 0, column)
    }
    x += Array(repeating: 0, count: nullity - 1) + [1]
    let norm = normalise(&x)
    precondition(norm > 0, "a vector with an element 1 has a length")
    var result = x
    for (place, column) in order.enumerated() { result[column] = x[place] }
    return result
  }

  /// Applies reflections to every row of `rows`.
  private func apply(to rows: inout Matrix, steps: [Int]) {
    let length = columns.columns
    for step in steps where scales[step] != 0 {
      var vector = Array(columns.elements[step * length + step..<(step + 1) * length])
      vector[0] = 1
      for row in 0..<rows.rows {
        let start = row * length + step
        let factor = DenseKernels.dot(vector, 0, rows.elements, start, length - step)
        DenseKernels.add(-scales[step] * factor, vector, 0, to: &rows.elements, start, length - step)
      }
    }
  }
}
