import FoveaNumerics
import Testing

@Suite struct LinearAlgebraTests {
  static let shapes = [(1, 1), (3, 2), (2, 5), (7, 7), (13, 9), (9, 21), (40, 33)]

  static func random(_ rows: Int, _ columns: Int, seed: UInt64 = 7) -> Matrix {
    var generator = SplitMix64(seed: seed)
    return Matrix(rows: rows, columns: columns, elements: generator.normals(rows * columns))
  }

  /// A product of two thin matrices.
  static func random(_ rows: Int, _ columns: Int, rank: Int) -> Matrix {
    random(rows, rank, seed: 3) * random(rank, columns, seed: 4)
  }

  static func plainProduct(_ a: Matrix, _ b: Matrix) -> Matrix {
    Matrix(rows: a.rows, columns: b.columns) { row, column in
      (0..<a.columns).reduce(0) { $0 + a[row, $1] * b[$1, column] }
    }
  }

  static func diagonal(_ values: [Double]) -> Matrix {
    Matrix(rows: values.count, columns: values.count) { $0 == $1 ? values[$0] : 0 }
  }

  @Test(arguments: [1, 3, 4, 5, 97, 130])
  func `a blocked product equals the plain sum, also where sizes are no multiples of the tile`(size: Int) {
    let (a, b) = (Self.random(size, size + 2), Self.random(size + 2, 6))
    let expected = Self.plainProduct(a, b)
    let bound = 1e-12 * (1 + expected.norm)
    #expect((a * b - expected).norm <= bound)
    #expect((a.transposed.transposedTimes(b) - expected).norm <= bound)
    #expect((a.timesTransposed(b.transposed) - expected).norm <= bound)
  }

  @Test func `a product reaches past one block in depth`() {
    let (a, b) = (Self.random(5, 300), Self.random(300, 3))
    #expect((a * b - Self.plainProduct(a, b)).norm <= 1e-11)
  }

  @Test(arguments: [1, 2, 17, 64, 65, 130])
  func `Cholesky solves a system whatever the size relative to its blocks`(size: Int) throws {
    let a = Self.random(size, size + 3)
    let matrix = a.timesTransposed(a)
    let right = Self.random(size, 3, seed: 11)
    let x = try #require(Cholesky(matrix)).solve(right)
    #expect((matrix * x - right).norm <= 1e-13 * matrix.norm * x.norm)
  }

  @Test func `Cholesky refuses a matrix that is not positive definite`() {
    #expect(Cholesky(Matrix(rows: 2, columns: 2, elements: [1, 2, 2, 1])) == nil)
  }

  @Test(arguments: shapes)
  func `a pivoted QR factorisation gives the matrix back with an orthonormal basis`(rows: Int, columns: Int) {
    let matrix = Self.random(rows, columns)
    let factored = PivotedQR(matrix)
    let permuted = Matrix(rows: rows, columns: columns) { matrix[$0, factored.order[$1]] }
    #expect((factored.basis * factored.upper - permuted).norm <= 1e-13 * matrix.norm)
    let basis = factored.basis
    #expect((basis.transposedTimes(basis) - .identity(basis.columns)).norm <= 1e-13)
    #expect(factored.rank() == min(rows, columns))
  }

  @Test(arguments: [0, 1, 4, 9])
  func `a pivoted QR factorisation and the singular values find the rank`(rank: Int) {
    let matrix = Self.random(12, 15, rank: rank)
    #expect(PivotedQR(matrix).rank() == rank)
    #expect(SingularValues(matrix).rank() == rank)
  }

  @Test(arguments: [3, 5])
  func `a least-squares residual is orthogonal to the columns, of full rank or not`(rank: Int) {
    let matrix = Self.random(11, 5, rank: rank)
    let right = Self.random(11, 2, seed: 5)
    let residual = matrix * PivotedQR(matrix).leastSquares(right) - right
    #expect(matrix.transposedTimes(residual).norm <= 1e-12 * matrix.norm * right.norm)
  }

  @Test(arguments: [1, 2, 3, 10, 31])
  func `symmetric eigenvectors are orthonormal and diagonalise the matrix`(size: Int) {
    let a = Self.random(size, size)
    let matrix = a + a.transposed
    let eigen = SymmetricEigen(matrix)
    let image = eigen.vectors * matrix.timesTransposed(eigen.vectors)
    #expect((image - Self.diagonal(eigen.values)).norm <= 1e-13 * Double(size) * matrix.norm)
    #expect((eigen.vectors.timesTransposed(eigen.vectors) - .identity(size)).norm <= 1e-13 * Double(size))
    #expect(eigen.values == eigen.values.sorted(by: >))
  }

  @Test(arguments: shapes)
  func `singular values and vectors give the matrix back`(rows: Int, columns: Int) {
    expectDecomposition(of: Self.random(rows, columns))
  }

  @Test(arguments: [0, 1, 6])
  func `singular vectors stay orthonormal where the rank is not full`(rank: Int) {
    expectDecomposition(of: Self.random(12, 9, rank: rank))
  }

  @Test func `small singular values keep their relative accuracy under bad scaling of the columns`() {
    let scales = (0..<6).map { index in (0..<index).reduce(1.0) { value, _ in value * 1e-4 } }
    let rotation = PivotedQR(Self.random(6, 6)).basis
    let values = SingularValues(rotation * Self.diagonal(scales)).values
    for (value, scale) in zip(values, scales) { #expect(abs(value - scale) <= 1e-13 * scale) }
  }

  @Test func `a random subspace finds the largest singular values of a falling spectrum`() {
    let matrix =
      PivotedQR(Self.random(40, 40)).basis * Self.diagonal((0..<40).map { $0 < 3 ? 3 - Double($0) : 1e-6 })
      * PivotedQR(Self.random(40, 40, seed: 2)).basis
    let leading = SingularValues(leading: 3, of: matrix)
    for (index, value) in leading.values.enumerated() { #expect(abs(value - 3 + Double(index)) <= 1e-9) }
    let rebuilt = leading.left * Self.diagonal(leading.values).timesTransposed(leading.right)
    #expect((matrix - rebuilt).norm <= 1e-5)
  }

  @Test(arguments: [1, 2, 3, 6, 25])
  func `eigenvalues of a real matrix have its trace, its determinant's size and come in conjugate pairs`(size: Int)
    throws
  {
    let matrix = Self.random(size, size)
    let values = try #require(matrix.eigenvalues())
    #expect(values.count == size)
    let trace = (0..<size).reduce(0) { $0 + matrix[$1, $1] }
    #expect(abs(values.reduce(0) { $0 + $1.real } - trace) <= 1e-12 * matrix.norm * Double(size))
    let volume = SingularValues(matrix).values.reduce(1, *)
    let modulus = values.reduce(1) { $0 * $1.squaredModulus.squareRoot() }
    #expect(abs(modulus - volume) <= 1e-9 * volume)
    var index = 0
    while index < size {
      guard values[index].imaginary != 0 else {
        index += 1
        continue
      }
      #expect(values[index + 1] == Eigenvalue(real: values[index].real, imaginary: -values[index].imaginary))
      index += 2
    }
  }

  @Test func `eigenvalues of a companion matrix are the roots of its polynomial`() throws {
    // (x − 1)(x − 2)(x² + 1)
    let matrix = Matrix(
      rows: 4, columns: 4, elements: [0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, -2, 3, -3, 3])
    let values = try #require(matrix.eigenvalues()).sorted { ($0.real, $0.imaginary) < ($1.real, $1.imaginary) }
    for (value, root) in zip(values, [(0.0, -1.0), (0, 1), (1, 0), (2, 0)]) {
      #expect(abs(value.real - root.0) + abs(value.imaginary - root.1) <= 1e-12)
    }
  }

  private func expectDecomposition(of matrix: Matrix) {
    let found = SingularValues(matrix)
    let size = min(matrix.rows, matrix.columns)
    let rebuilt = found.left * Self.diagonal(found.values).timesTransposed(found.right)
    #expect((rebuilt - matrix).norm <= 1e-13 * Double(size) * matrix.norm)
    #expect((found.left.transposedTimes(found.left) - .identity(size)).norm <= 1e-12)
    #expect((found.right.transposedTimes(found.right) - .identity(size)).norm <= 1e-12)
    #expect(found.values == found.values.sorted(by: >))
  }
}

@Suite struct MemoryLimitTests {
  @Test(arguments: [1, 1000, 60_000])
  func `a product works within the smallest limit: what is limited is the size of tensors`(_ limit: Int) throws {
    let (rows, shared, columns) = (40, 300, 50)
    let left = (0..<rows * shared).map { Double($0 % 7) }
    let right = (0..<shared * columns).map { Double($0 % 5) }
    var product = Array(repeating: 0.0, count: rows * columns)
    MemoryLimit.$bytes.withValue(limit) {
      addProduct(
        1, left, MatrixLayout(rows: rows, columns: shared), right, MatrixLayout(rows: shared, columns: columns),
        to: &product, MatrixLayout(rows: rows, columns: columns))
    }
    let last = (0..<shared).reduce(0.0) { $0 + left[39 * shared + $1] * right[$1 * columns + 49] }
    #expect(product.last == last)
  }
}
