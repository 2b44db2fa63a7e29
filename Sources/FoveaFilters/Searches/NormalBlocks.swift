import FoveaNumerics

/// For each layer of a stack, the part of JᵀJ that concerns its weights alone: exact for the first and the last layer
/// unless they are large, a Kronecker product for the others.
struct NormalBlocks {
  private enum Block {
    /// The same matrix for every output of the last layer.
    case last(Matrix)
    /// The same matrix for every input of the first layer.
    case first(Matrix)
    /// Σ AᵀA of the layers after and Σ RRᵀ of those before; nil where there is no layer.
    case between(after: SymmetricEigen?, before: SymmetricEigen?)
  }

  private let blocks: [Block]

  /// Larger matrices cost more than they save; the Kronecker product takes their place.
  private static let largestMatrix = 1000

  init(_ stack: BankStack) {
    let (banks, steps) = (stack.banks, stack.steps)
    let prefixes = Self.beginnings(of: stack)
    let suffixes = Array(Self.beginnings(of: stack.mirrored).reversed())
    blocks = banks.indices.map { index in
      let isSmall = banks[index].taps * max(banks[index].inputs, banks[index].outputs) <= Self.largestMatrix
      if index == banks.count - 1, isSmall {
        return .last(correlation(prefixes[index], kernel: banks[index].shape, steps: steps[index], reversed: false))
      }
      if index == 0, isSmall {
        return .first(correlation(suffixes[index], kernel: banks[index].shape, steps: steps[index], reversed: true))
      }
      return .between(
        after: index == banks.count - 1 ? nil : SymmetricEigen(energy(suffixes[index])),
        before: index == 0 ? nil : SymmetricEigen(energy(prefixes[index])))
    }
  }

  /// The compositions of the layers before each.
  private static func beginnings(of stack: BankStack) -> [FilterBank] {
    // Nothing is multiplied by an identity, which may have thousands of rows.
    var result = [FilterBank.identity(stack.banks[0].inputs, rank: stack.steps[0].count)]
    for (bank, step) in zip(stack.banks.dropLast(), stack.steps) {
      let isFirst = result.count == 1
      result.append(isFirst ? bank.spread(by: step) : bank.composed(after: result[result.count - 1], steps: step))
    }
    return result
  }

  /// The mean of the diagonal of JᵀJ.
  var meanDiagonal: Double {
    let means = blocks.map { block in
      switch block {
      case .last(let matrix), .first(let matrix):
        (0..<matrix.rows).reduce(0) { $0 + matrix[$1, $1] } / Double(matrix.rows)
      case .between(let after, let before):
        (after?.meanValue ?? 1) * (before?.meanValue ?? 1)
      }
    }
    return means.reduce(0, +) / Double(means.count)
  }

  /// The inverse of the blocks with a number added to their diagonals.
  func factored(_ damping: Double) -> Factored {
    Factored(
      blocks: blocks.map { block in
        switch block {
        case .last(let matrix): .last(inverse(matrix, damping))
        case .first(let matrix): .first(inverse(matrix, damping))
        case .between(let after, let before): .between(after: after, before: before)
        }
      }, damping: damping)
  }

  private func inverse(_ matrix: Matrix, _ damping: Double) -> Matrix? {
    var shifted = matrix
    let floor = 1e-14 * (0..<matrix.rows).reduce(0) { max($0, matrix[$1, $1]) }
    for index in 0..<matrix.rows { shifted[index, index] += damping + floor }
    return Cholesky(shifted)?.inverse
  }

  /// Blocks that can be applied as a preconditioner.
  struct Factored {
    fileprivate enum Block {
      case last(Matrix?)
      case first(Matrix?)
      case between(after: SymmetricEigen?, before: SymmetricEigen?)
    }

    fileprivate let blocks: [Block]
    fileprivate let damping: Double

    func apply(_ banks: [FilterBank]) -> [FilterBank] {
      zip(blocks, banks).map { block, bank in
        switch block {
        case .first(let inverse):
          guard let inverse else { return bank }
          let rows = Matrix(rows: bank.taps * bank.outputs, columns: bank.inputs, elements: bank.elements)
          return FilterBank(
            shape: bank.shape, outputs: bank.outputs, inputs: bank.inputs, elements: (inverse * rows).elements)
        case .last(let inverse):
          guard let inverse else { return bank }
          return bank.withRows(inverse * bank.rows)
        case .between(let after, let before):
          return divide(bank, after, before)
        }
      }
    }

    private func divide(_ bank: FilterBank, _ after: SymmetricEigen?, _ before: SymmetricEigen?) -> FilterBank {
      var result = bank
      for tap in 0..<bank.taps {
        var turned = bank.tap(tap)
        if let before { turned = turned.timesTransposed(before.vectors) }
        if let after { turned = after.vectors * turned }
        for row in 0..<bank.outputs {
          for column in 0..<bank.inputs {
            turned[row, column] /= max(after?.values[row] ?? 1, 0) * max(before?.values[column] ?? 1, 0) + damping
          }
        }
        var back = turned
        if let before { back = back * before.vectors }
        if let after { back = after.vectors.transposedTimes(back) }
        result.elements.replaceSubrange(tap * bank.area..<(tap + 1) * bank.area, with: back.elements)
      }
      return result
    }
  }
}

extension SymmetricEigen {
  fileprivate var meanValue: Double { values.reduce(0, +) / Double(values.count) }
}

extension FilterBank {
  /// Tap and input as row, output as column.
  var rows: Matrix {
    var result = Matrix(rows: taps * inputs, columns: outputs)
    for tap in 0..<taps {
      for out in 0..<outputs {
        for input in 0..<inputs {
          result.elements[(tap * inputs + input) * outputs + out] = elements[tap * area + out * inputs + input]
        }
      }
    }
    return result
  }

  /// The bank of this size whose `rows` are given.
  func withRows(_ rows: Matrix) -> FilterBank {
    var result = self
    for tap in 0..<taps {
      for out in 0..<outputs {
        for input in 0..<inputs {
          result.elements[tap * area + out * inputs + input] = rows.elements[(tap * inputs + input) * outputs + out]
        }
      }
    }
    return result
  }
}

/// Σ over the taps of R·Rᵀ.
private func energy(_ bank: FilterBank) -> Matrix {
  var result = Matrix(rows: bank.outputs, columns: bank.outputs)
  for tap in 0..<bank.taps {
    let layout = MatrixLayout(rows: bank.outputs, columns: bank.inputs, start: tap * bank.area)
    addProduct(1, bank.elements, layout, bank.elements, layout.transposed, to: &result.elements, result.layout)
  }
  return result
}

/// Block (u, u′) is Σ_b R[b]·R[b + D(u − u′)]ᵀ: the normal matrix of a layer with taps u that reads what `bank` gives.
///
/// - Parameter reversed: whether `bank` is the mirror image of what comes after the layer instead.
private func correlation(_ bank: FilterBank, kernel: [Int], steps: [Int], reversed: Bool) -> Matrix {
  let width = bank.outputs
  let taps = gridPositions(kernel)
  let (places, strides) = (bank.positions, rowMajor(bank.shape))
  var result = Matrix(rows: taps.count * width, columns: taps.count * width)
  var known: [[Int]: [Double]] = [:]
  for (row, first) in taps.enumerated() {
    for (column, second) in taps.enumerated() {
      let shift = zip(zip(first, second), steps).map { (reversed ? $0.1 - $0.0 : $0.0 - $0.1) * $1 }
      var block = known[shift] ?? []
      if block.isEmpty {
        block = [Double](repeating: 0, count: width * width)
        for (tap, place) in places.enumerated() {
          let other = zip(place, shift).map { $0 + $1 }
          guard zip(other, bank.shape).allSatisfy({ $0 >= 0 && $0 < $1 }) else { continue }
          let layout = MatrixLayout(rows: width, columns: bank.inputs)
          addProduct(
            1, bank.elements, layout.moved(by: tap * bank.area), bank.elements,
            layout.moved(by: offset(other, strides) * bank.area).transposed, to: &block,
            MatrixLayout(rows: width, columns: width))
        }
        known[shift] = block
      }
      for line in 0..<width {
        let start = (row * width + line) * result.columns + column * width
        result.elements.replaceSubrange(start..<start + width, with: block[line * width..<(line + 1) * width])
      }
    }
  }
  return result
}
