import FoveaNumerics

/// A stack evaluated at the points of a grid: its composition, and its derivatives without a Jacobian matrix.
struct StackEvaluation {
  let grid: EvaluationGrid
  let stack: BankStack
  /// For each layer, points × taps.
  private let bases: [Matrix]
  /// For each layer, its matrix at each point.
  private let values: [[Double]]
  /// For each layer, the product of all layers before it at each point; empty for the first.
  private let prefixes: [[Double]]
  /// The product of all layers at each point.
  let product: [Double]

  private var width: Int { outputs * inputs }
  private var outputs: Int { stack.banks[stack.banks.count - 1].outputs }
  private var inputs: Int { stack.banks[0].inputs }

  init(_ stack: BankStack, grid: EvaluationGrid, bases: [Matrix]) {
    self.grid = grid
    self.stack = stack
    self.bases = bases
    values = zip(stack.banks, bases).map { Self.evaluate($0, $1) }
    var prefixes: [[Double]] = [[]]
    for index in stack.banks.indices.dropFirst() {
      let inner = stack.banks[index - 1]
      prefixes.append(
        index == 1
          ? values[0] : Self.multiply(values[index - 1], inner, prefixes[index - 1], stack.banks[0].inputs, grid.points)
      )
    }
    let last = stack.banks.count - 1
    product =
      last == 0
      ? values[0] : Self.multiply(values[last], stack.banks[last], prefixes[last], stack.banks[0].inputs, grid.points)
    self.prefixes = prefixes
  }

  /// The bases of a stack's layers on a grid.
  static func bases(_ stack: BankStack, grid: EvaluationGrid) -> [Matrix] {
    zip(stack.banks, stack.steps).map { grid.values(kernel: $0.shape, steps: $1) }
  }

  /// The composition's taps.
  var taps: [Double] { grid.interpolate(product, width: width) }

  /// The change of the product at each point for a change of every weight.
  func derivative(_ change: [FilterBank]) -> [Double] {
    var result: [Double] = []
    for (index, bank) in change.enumerated() {
      var next = Self.evaluate(bank, bases[index])
      if index > 0 {
        var sum = [Double](repeating: 0, count: grid.points * bank.outputs * inputs)
        Self.add(next, bank.outputs, bank.inputs, prefixes[index], inputs, to: &sum, grid.points)
        Self.add(values[index], bank.outputs, bank.inputs, result, inputs, to: &sum, grid.points)
        next = sum
      }
      result = next
    }
    return result
  }

  /// The gradient with respect to every weight of ⟨`weights`, product⟩.
  func gradient(_ weights: [Double]) -> [FilterBank] {
    var result: [FilterBank] = []
    var current = weights
    for index in stack.banks.indices.reversed() {
      let bank = stack.banks[index]
      var local = current
      if index > 0 {
        local = [Double](repeating: 0, count: grid.points * bank.area)
        let (whole, prefix) = (bank.outputs * inputs, bank.inputs * inputs)
        addProducts(
          grid.points, 1, current, MatrixLayout(rows: bank.outputs, columns: inputs), whole, prefixes[index],
          MatrixLayout(rows: bank.inputs, columns: inputs).transposed, prefix, to: &local,
          MatrixLayout(rows: bank.outputs, columns: bank.inputs), bank.area)
        var next = [Double](repeating: 0, count: grid.points * prefix)
        addProducts(
          grid.points, 1, values[index], MatrixLayout(rows: bank.outputs, columns: bank.inputs).transposed, bank.area,
          current, MatrixLayout(rows: bank.outputs, columns: inputs), whole, to: &next,
          MatrixLayout(rows: bank.inputs, columns: inputs), prefix)
        current = next
      }
      var gradient = FilterBank(shape: bank.shape, outputs: bank.outputs, inputs: bank.inputs)
      addProduct(
        1, bases[index].elements, bases[index].layout.transposed, local,
        MatrixLayout(rows: grid.points, columns: bank.area), to: &gradient.elements,
        MatrixLayout(rows: bank.taps, columns: bank.area))
      result.append(gradient)
    }
    return result.reversed()
  }

  /// A bank at every point.
  private static func evaluate(_ bank: FilterBank, _ basis: Matrix) -> [Double] {
    var result = [Double](repeating: 0, count: basis.rows * bank.area)
    addProduct(
      1, basis.elements, basis.layout, bank.elements, MatrixLayout(rows: bank.taps, columns: bank.area), to: &result,
      MatrixLayout(rows: basis.rows, columns: bank.area))
    return result
  }

  private static func multiply(
    _ left: [Double], _ bank: FilterBank, _ right: [Double], _ columns: Int, _ points: Int
  ) -> [Double] {
    var result = [Double](repeating: 0, count: points * bank.outputs * columns)
    add(left, bank.outputs, bank.inputs, right, columns, to: &result, points)
    return result
  }

  /// Adds a product at every point.
  private static func add(
    _ left: [Double], _ rows: Int, _ depth: Int, _ right: [Double], _ columns: Int, to result: inout [Double],
    _ points: Int
  ) {
    addProducts(
      points, 1, left, MatrixLayout(rows: rows, columns: depth), rows * depth, right,
      MatrixLayout(rows: depth, columns: columns), depth * columns, to: &result,
      MatrixLayout(rows: rows, columns: columns), rows * columns)
  }
}
