import FoveaNumerics

extension BankStack {
  /// A kernel along one axis, with as many outputs as inputs, as a chain of three-tap layers of the same width: exact
  /// for almost all kernels, because a matrix polynomial has right divisors where a polynomial in two variables has
  /// none.
  ///
  /// The eigenvalues of least modulus and their eigenvectors define the first layer, the quotient follows by least
  /// squares (I. Gohberg, P. Lancaster, L. Rodman, *Matrix Polynomials*, chapter 3). Terms cancel more the wider the
  /// kernel is: see `cancellation`. Nil where the kernel has another form or no divisor is found.
  package init?(dividing target: FilterBank) {
    // The mirror image puts the divisor on the other side.
    let found = [Self.chain(target), Self.chain(target.mirrored)?.mirrored].compactMap { $0 }
    guard let best = found.min(by: { $0.cancellation < $1.cancellation }) else { return nil }
    self = best
  }

  private static func chain(_ target: FilterBank) -> BankStack? {
    guard target.inputs == target.outputs, target.shape.count(where: { $0 > 1 }) == 1,
      let axis = target.shape.firstIndex(where: { $0 > 1 }), target.taps % 2 == 1
    else { return nil }
    var rest = target
    var banks: [FilterBank] = []
    while rest.taps > 3 {
      guard let divisor = rest.rightDivisor(axis: axis), let quotient = rest.quotient(by: divisor, axis: axis) else {
        return nil
      }
      banks.append(divisor)
      rest = quotient
    }
    banks.append(rest)
    return BankStack(banks, steps: banks.map { _ in Array(repeating: 1, count: target.shape.count) })
  }
}

extension FilterBank {
  private func line(_ taps: Int, axis: Int) -> [Int] {
    shape.indices.map { $0 == axis ? taps : 1 }
  }

  /// λ² + D₁·λ + D₀ that divides Σ W[t]·λᵗ from the right, rows of length 1.
  fileprivate func rightDivisor(axis: Int) -> FilterBank? {
    let (size, degree) = (inputs, taps - 1)
    let leading = PivotedQR(tap(degree))
    guard leading.rank(tolerance: 1e-13) == size else { return nil }
    var companion = Matrix(rows: size * degree, columns: size * degree)
    for row in 0..<size * (degree - 1) { companion[row, row + size] = 1 }
    for power in 0..<degree {
      let block = leading.leastSquares(tap(power))
      for row in 0..<size {
        for column in 0..<size { companion[size * (degree - 1) + row, size * power + column] = -block[row, column] }
      }
    }
    guard let values = companion.eigenvalues(), let chosen = Self.choose(values, count: 2 * size) else { return nil }

    // Columns: eigenvector over eigenvalue times eigenvector; for a pair, the real and the imaginary part.
    var basis = Matrix(rows: 2 * size, columns: 2 * size)
    var images = Matrix(rows: size, columns: 2 * size)
    var column = 0
    for value in chosen {
      let vector = nullVector(value)
      let once = vector.map { $0.times(value) }
      let twice = once.map { $0.times(value) }
      for row in 0..<size {
        basis[row, column] = vector[row].real
        basis[size + row, column] = once[row].real
        images[row, column] = -twice[row].real
        guard value.imaginary != 0 else { continue }
        basis[row, column + 1] = vector[row].imaginary
        basis[size + row, column + 1] = once[row].imaginary
        images[row, column + 1] = -twice[row].imaginary
      }
      column += value.imaginary == 0 ? 1 : 2
    }
    let factored = PivotedQR(basis.transposed)
    guard factored.rank(tolerance: 1e-13) == 2 * size else { return nil }
    let coefficients = factored.leastSquares(images.transposed).transposed
    var divisor = FilterBank(shape: line(3, axis: axis), outputs: size, inputs: size)
    for out in 0..<size {
      var row = (0..<2 * size).map { coefficients[out, $0] } + Array(repeating: 0, count: size)
      row[2 * size + out] = 1
      let length = innerProduct(row, row).squareRoot()
      for (index, value) in row.enumerated() {
        divisor.elements[index / size * area + out * size + index % size] = value / length
      }
    }
    return divisor
  }

  /// Q with W = Q∘divisor, by least squares.
  fileprivate func quotient(by divisor: FilterBank, axis: Int) -> FilterBank? {
    let size = inputs
    let count = taps - 2
    var system = Matrix(rows: taps * size, columns: count * size)
    for tap in 0..<count {
      for inner in 0..<3 {
        for middle in 0..<size {
          for input in 0..<size {
            system[(tap + inner) * size + input, tap * size + middle] =
              divisor.elements[inner * area + middle * size + input]
          }
        }
      }
    }
    let factored = PivotedQR(system)
    guard factored.rank(tolerance: 1e-13) == count * size else { return nil }
    let right = Matrix(rows: taps * size, columns: outputs) { row, out in
      elements[row / size * area + out * size + row % size]
    }
    return FilterBank(shape: line(count, axis: axis), outputs: outputs, inputs: size)
      .withRows(factored.leastSquares(right))
  }

  /// The eigenvalues of least modulus; of a conjugate pair the one with positive imaginary part stands for both.
  private static func choose(_ values: [Eigenvalue], count: Int) -> [Eigenvalue]? {
    let sorted = values.filter { $0.imaginary >= 0 }.sorted { $0.squaredModulus < $1.squaredModulus }
    var chosen: [Eigenvalue] = []
    var free = count
    for value in sorted where free > 0 {
      let size = value.imaginary == 0 ? 1 : 2
      if size <= free {
        chosen.append(value)
        free -= size
      }
    }
    // One place is left and only pairs are: a real one makes room.
    if free == 1, let real = chosen.lastIndex(where: { $0.imaginary == 0 }),
      let pair = sorted.first(where: { $0.imaginary != 0 && !chosen.contains($0) })
    {
      chosen[real] = pair
      free = 0
    }
    return free == 0 ? chosen : nil
  }

  /// x with Σ W[t]·λᵗ·x = 0, of length 1.
  private func nullVector(_ value: Eigenvalue) -> [Eigenvalue] {
    let size = inputs
    var power = Eigenvalue(real: 1, imaginary: 0)
    var (real, imaginary) = (Matrix(rows: size, columns: size), Matrix(rows: size, columns: size))
    for index in 0..<taps {
      let matrix = tap(index)
      real = real.adding(power.real, matrix)
      imaginary = imaginary.adding(power.imaginary, matrix)
      power = power.times(value)
    }
    guard value.imaginary != 0 else {
      return PivotedQR(real).nullVector(nullity: 1).map { Eigenvalue(real: $0, imaginary: 0) }
    }
    let doubled = Matrix(rows: 2 * size, columns: 2 * size) { row, column in
      switch (row < size, column < size) {
      case (true, true): real[row, column]
      case (false, false): real[row - size, column - size]
      case (true, false): -imaginary[row, column - size]
      case (false, true): imaginary[row - size, column]
      }
    }
    let vector = PivotedQR(doubled).nullVector(nullity: 2)
    return (0..<size).map { Eigenvalue(real: vector[$0], imaginary: vector[size + $0]) }
  }
}

extension Eigenvalue {
  fileprivate func times(_ other: Eigenvalue) -> Eigenvalue {
    Eigenvalue(
      real: real * other.real - imaginary * other.imaginary, imaginary: real * other.imaginary + imaginary * other.real)
  }
}
