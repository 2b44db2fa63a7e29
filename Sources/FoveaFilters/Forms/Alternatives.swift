import FoveaNumerics

/// A cheaper form of a kernel whose best approximation is known, with the smallest error that any of its kind has.
package struct Alternative: Sendable {
  /// The kinds of forms.
  package enum Form: Hashable, Sendable, CaseIterable {
    /// 1×k, then k×1.
    case rowsThenColumns
    /// k×1, then 1×k.
    case columnsThenRows
    /// Filters of its own for each input channel, then 1×1.
    case depthwise
    /// The same filters for all input channels, then 1×1.
    case sharedBasis
    /// 1×1 to few channels, then k×k.
    case bottleneckBefore
    /// k×k to few channels, then 1×1.
    case bottleneckAfter
  }

  package let form: Form
  /// Channels between the two layers; filters for each input channel for `depthwise` and `sharedBasis`.
  package let width: Int
  /// Weights of both layers, at one resolution the multiply-accumulates for each output pixel.
  package let parameters: Int
  /// ‖W − W′‖ / ‖W‖, the least possible for this form and width.
  package let error: Double
}

/// The singular values of a kernel's unfoldings, from which every alternative's error follows.
package struct Unfoldings: Sendable {
  private let target: FilterBank
  private var tails: [Alternative.Form: [Double]] = [:]

  /// Decomposes a bank; the separable forms need two axes.
  package init(_ target: FilterBank) {
    self.target = target
    let norm = target.squaredNorm
    for form in Alternative.Form.allCases {
      guard let matrices = target.unfoldings(form) else { continue }
      // The squared singular values of every unfolding; where there is one for each channel, equal ranks are cut.
      var sums: [Double] = []
      for matrix in matrices {
        let squares = SymmetricEigen(
          matrix.rows < matrix.columns ? matrix.timesTransposed(matrix) : matrix.transposedTimes(matrix)
        ).values.map { max($0, 0) }
        var tail = Array(repeating: 0.0, count: squares.count + 1)
        for index in squares.indices.reversed() { tail[index] = tail[index + 1] + squares[index] }
        if sums.isEmpty { sums = Array(repeating: 0, count: tail.count) }
        for index in tail.indices { sums[index] += tail[index] }
      }
      tails[form] = sums.map { norm > 0 ? ($0 / norm).squareRoot() : 0 }
    }
  }

  /// The best of one form at a width; nil where the kernel has no such form.
  package func best(_ form: Alternative.Form, width: Int) -> Alternative? {
    guard let tail = tails[form], width > 0 else { return nil }
    return Alternative(
      form: form, width: width, parameters: parameters(form, width: width), error: tail[min(width, tail.count - 1)])
  }

  /// The best of each form that takes at most `share` of the kernel's weights, smallest error first.
  package func ranked(share: Double) -> [Alternative] {
    let limit = share * Double(target.elements.count)
    return Alternative.Form.allCases.compactMap { form -> Alternative? in
      let each = Double(parameters(form, width: 1))
      let width = Int((limit / each).rounded(.down))
      return best(form, width: min(width, (tails[form]?.count ?? 1) - 1))
    }.sorted { $0.error < $1.error }
  }

  private func parameters(_ form: Alternative.Form, width: Int) -> Int {
    let (inputs, outputs, taps) = (target.inputs, target.outputs, target.taps)
    switch form {
    case .rowsThenColumns: return width * (inputs * target.shape[1] + outputs * target.shape[0])
    case .columnsThenRows: return width * (inputs * target.shape[0] + outputs * target.shape[1])
    case .depthwise, .sharedBasis: return width * inputs * (taps + outputs)
    case .bottleneckBefore: return width * (inputs + outputs * taps)
    case .bottleneckAfter: return width * (inputs * taps + outputs)
    }
  }

  /// The two layers of an alternative.
  package func stack(_ alternative: Alternative) -> BankStack? {
    guard let matrices = target.unfoldings(alternative.form) else { return nil }
    let found = matrices.map { SingularValues($0) }
    let width = min(alternative.width, found[0].values.count)
    let (inputs, outputs, shape) = (target.inputs, target.outputs, target.shape)
    func factor(_ index: Int, _ row: Int, _ rank: Int) -> Double {
      found[index].left[row, rank] * found[index].values[rank].squareRoot()
    }
    func cofactor(_ index: Int, _ row: Int, _ rank: Int) -> Double {
      found[index].right[row, rank] * found[index].values[rank].squareRoot()
    }
    let one = Array(repeating: 1, count: shape.count)
    let positions = target.positions
    switch alternative.form {
    case .rowsThenColumns, .columnsThenRows:
      let last = alternative.form == .rowsThenColumns ? 0 : 1
      let (outer, inner) = last == 0 ? ([shape[0], 1], [1, shape[1]]) : ([1, shape[1]], [shape[0], 1])
      return BankStack(
        [
          FilterBank(shape: inner, outputs: width, inputs: inputs) { cofactor(0, $2 * shape[1 - last] + $0, $1) },
          FilterBank(shape: outer, outputs: outputs, inputs: width) { factor(0, $1 * shape[last] + $0, $2) },
        ], steps: [[1, 1], [1, 1]])
    case .bottleneckBefore:
      return BankStack(
        [
          FilterBank(shape: one, outputs: width, inputs: inputs) { cofactor(0, $2, $1) },
          FilterBank(shape: shape, outputs: outputs, inputs: width) { factor(0, $1 * positions.count + $0, $2) },
        ], steps: [one, one])
    case .bottleneckAfter:
      return BankStack(
        [
          FilterBank(shape: shape, outputs: width, inputs: inputs) { cofactor(0, $2 * positions.count + $0, $1) },
          FilterBank(shape: one, outputs: outputs, inputs: width) { factor(0, $1, $2) },
        ], steps: [one, one])
    case .depthwise:
      return BankStack(
        [
          FilterBank(shape: shape, outputs: inputs * width, inputs: inputs) {
            $1 / width == $2 ? cofactor($2, $0, $1 % width) : 0
          },
          FilterBank(shape: one, outputs: outputs, inputs: inputs * width) { factor($2 / width, $1, $2 % width) },
        ], steps: [one, one])
    case .sharedBasis:
      return BankStack(
        [
          FilterBank(shape: shape, outputs: inputs * width, inputs: inputs) {
            $1 / width == $2 ? cofactor(0, $0, $1 % width) : 0
          },
          FilterBank(shape: one, outputs: outputs, inputs: inputs * width) {
            factor(0, $1 * inputs + $2 / width, $2 % width)
          },
        ], steps: [one, one])
    }
  }
}

extension FilterBank {
  /// A bank whose elements are computed from tap, output and input.
  init(shape: [Int], outputs: Int, inputs: Int, _ element: (_ tap: Int, _ out: Int, _ input: Int) -> Double) {
    self.init(shape: shape, outputs: outputs, inputs: inputs)
    var next = 0
    for tap in 0..<taps {
      for out in 0..<outputs {
        for input in 0..<inputs {
          elements[next] = element(tap, out, input)
          next += 1
        }
      }
    }
  }

  fileprivate func at(_ tap: Int, _ out: Int, _ input: Int) -> Double { elements[tap * area + out * inputs + input] }

  /// The matrices whose ranks are the widths of a form: left the second layer's indices, right the first's.
  fileprivate func unfoldings(_ form: Alternative.Form) -> [Matrix]? {
    let taps = taps
    switch form {
    case .rowsThenColumns:
      guard shape.count == 2 else { return nil }
      let (rows, columns) = (shape[0], shape[1])
      return [
        Matrix(rows: outputs * rows, columns: inputs * columns) {
          at($0 % rows * columns + $1 % columns, $0 / rows, $1 / columns)
        }
      ]
    case .columnsThenRows:
      guard shape.count == 2 else { return nil }
      let (rows, columns) = (shape[0], shape[1])
      return [
        Matrix(rows: outputs * columns, columns: inputs * rows) {
          at($1 % rows * columns + $0 % columns, $0 / columns, $1 / rows)
        }
      ]
    case .depthwise:
      return (0..<inputs).map { input in Matrix(rows: outputs, columns: taps) { at($1, $0, input) } }
    case .sharedBasis:
      return [Matrix(rows: outputs * inputs, columns: taps) { at($1, $0 / inputs, $0 % inputs) }]
    case .bottleneckBefore:
      return [Matrix(rows: outputs * taps, columns: inputs) { at($0 % taps, $0 / taps, $1) }]
    case .bottleneckAfter:
      return [Matrix(rows: outputs, columns: inputs * taps) { at($1 % taps, $0, $1 / taps) }]
    }
  }
}
