import FoveaNumerics
import FoveaText

/// The search for a stack whose composition is near a given bank: Levenberg–Marquardt over all layers together.
///
/// Each step solves (JᵀJ + λ)·δ = Jᵀr by conjugate gradients with products of J and Jᵀ on an evaluation grid, so that
/// no Jacobian matrix is formed. What it finds is the best found, not the best there is.
package struct StackFit: Sendable {
  /// The stack that was found.
  package private(set) var stack: BankStack
  /// ‖W − composition‖ / ‖W‖.
  package private(set) var error: Double
  /// Conjugate-gradient steps taken.
  package private(set) var steps = 0
  /// Whether the watch ended the search.
  package private(set) var isStopped = false

  /// When to stop. All limits are counts, so that results do not depend on the machine's speed unless a watch ends the
  /// search.
  package struct Effort: Hashable, Sendable {
    /// Conjugate-gradient steps in all.
    package var steps: Int
    /// Conjugate-gradient steps for one change of the weights.
    package var stepsPerChange: Int
    /// An error that is taken for none.
    package var tolerance: Double
    /// The relative decrease of the error, over three changes, below which the search has ended.
    package var progress: Double
    /// Up to this many weights, each change solves its equations with a Jacobian matrix and counts as one step.
    package var weightsForMatrix: Int

    package init(
      steps: Int = 600, stepsPerChange: Int = 20, tolerance: Double = 1e-12, progress: Double = 2e-4,
      weightsForMatrix: Int = 0
    ) {
      self.steps = steps
      self.stepsPerChange = stepsPerChange
      self.tolerance = tolerance
      self.progress = progress
      self.weightsForMatrix = weightsForMatrix
    }
  }

  private let target: FilterBank
  private let scale: Double
  private let grid: EvaluationGrid
  private let bases: [Matrix]
  private var evaluation: StackEvaluation
  private var residual: [Double]
  private var damping = 0.0
  private var growth = 2.0
  private var history: [Double] = []
  /// The last change that was made.
  private var previous: [FilterBank] = []

  /// Prepares a search from a stack of the same extent as the target.
  package init(of target: FilterBank, from start: BankStack) {
    let norm = target.norm
    scale = norm > 0 ? norm : 1
    self.target = FilterBank(
      shape: target.shape, outputs: target.outputs, inputs: target.inputs,
      elements: target.elements.map { [scale] in $0 / scale })
    grid = EvaluationGrid(shape: target.shape)
    stack = start.balanced(norm: scale)
    bases = StackEvaluation.bases(stack, grid: grid)
    evaluation = StackEvaluation(stack, grid: grid, bases: bases)
    residual = zip(self.target.elements, evaluation.taps).map { $0 - $1 }
    error = Self.norm(residual)
  }

  /// Improves the stack until the effort is spent, nothing improves, the error vanishes, or the watch is over.
  package mutating func improve(_ effort: Effort) {
    let end = steps + effort.steps
    history = [error]
    while steps < end, error > effort.tolerance {
      guard !stops else { return }
      let gradient = evaluation.gradient(grid.adjoint(residual, width: target.area))
      let blocks = NormalBlocks(stack)
      if damping == 0 { damping = 1e-3 * blocks.meanDiagonal }
      var accepted = false
      let jacobian = parameters <= effort.weightsForMatrix ? jacobian : nil
      let normal = jacobian.map { $0.timesTransposed($0) }
      while !accepted, steps < end, damping < 1e12, !isStopped {
        let change =
          if let normal {
            solve(gradient, normal)
          } else {
            solve(
              gradient, blocks.factored(damping), min(effort.stepsPerChange, end - steps),
              accuracy: min(0.1, error.squareRoot()))
          }
        accepted = apply(change, gradient)
      }
      guard accepted else { return }
      history.append(error)
      let window = 4
      if history.count > window, error > history[history.count - 1 - window] * (1 - effort.progress) { return }
    }
  }

  /// Whether the watch is over, which is kept; else it hears of the search.
  private var stops: Bool {
    mutating get {
      if Watch.isOver { isStopped = true }
      Watch.tell(
        "a stack of \(stack.banks.count) layers, step \(steps): relative error \(DecimalText.text(error, digits: 2))")
      return isStopped
    }
  }

  private var parameters: Int { stack.banks.reduce(0) { $0 + $1.elements.count } }

  /// Row i is what weight i changes in the composition's taps.
  private var jacobian: Matrix {
    var change = stack.banks.map { FilterBank(shape: $0.shape, outputs: $0.outputs, inputs: $0.inputs) }
    var rows: [Double] = []
    rows.reserveCapacity(parameters * target.elements.count)
    for bank in change.indices {
      for index in change[bank].elements.indices {
        change[bank].elements[index] = 1
        rows += grid.interpolate(evaluation.derivative(change), width: target.area)
        change[bank].elements[index] = 0
      }
    }
    return Matrix(rows: parameters, columns: target.elements.count, elements: rows)
  }

  private mutating func solve(_ gradient: [FilterBank], _ normal: Matrix) -> [FilterBank] {
    steps += 1
    var shifted = normal
    var largest = 0.0
    for index in 0..<normal.rows { largest = max(largest, normal[index, index]) }
    for index in 0..<normal.rows { shifted[index, index] += damping + 1e-14 * largest }
    let right = Matrix(rows: normal.rows, columns: 1, elements: gradient.flatMap(\.elements))
    // Rounding can leave the matrix indefinite where the damping is least; no change makes it larger.
    let solution = Cholesky(shifted)?.solve(right).elements ?? Array(repeating: 0, count: normal.rows)
    var next = 0
    return gradient.map { bank in
      defer { next += bank.elements.count }
      return FilterBank(
        shape: bank.shape, outputs: bank.outputs, inputs: bank.inputs,
        elements: Array(solution[next..<next + bank.elements.count]))
    }
  }

  /// Tries one change; whether the error became less.
  private mutating func apply(_ change: [FilterBank], _ gradient: [FilterBank]) -> Bool {
    let trial = BankStack(
      zip(stack.banks, change).map { bank, change in
        FilterBank(
          shape: bank.shape, outputs: bank.outputs, inputs: bank.inputs,
          elements: zip(bank.elements, change.elements).map { $0 + $1 })
      }, steps: stack.steps)
    let trialEvaluation = StackEvaluation(trial, grid: grid, bases: bases)
    let trialResidual = residual(of: trial, trialEvaluation)
    let trialError = Self.norm(trialResidual)
    let predicted = dot(change, gradient) + damping * dot(change, change)
    let gain = (error * error - trialError * trialError) / max(predicted, 1e-300)
    guard gain > 0, trialError.isFinite else {
      damping *= growth
      growth *= 2
      return false
    }
    let offset = 2 * gain - 1
    damping *= max(0.1, 1 - offset * offset * offset)
    growth = 2
    (stack, evaluation, residual, error) = (trial, trialEvaluation, trialResidual, trialError)
    previous = change
    return true
  }

  /// What is missing. The grid's taps carry its own roundings, so near the end the composition itself is taken.
  private func residual(of trial: BankStack, _ evaluation: StackEvaluation) -> [Double] {
    let taps = error < Self.leastErrorOnGrid ? trial.composition.elements : evaluation.taps
    return zip(target.elements, taps).map { $0 - $1 }
  }

  /// Errors below this are not measured on the grid.
  private static let leastErrorOnGrid = 1e-8

  private mutating func solve(
    _ gradient: [FilterBank], _ blocks: NormalBlocks.Factored, _ limit: Int, accuracy: Double
  ) -> [FilterBank] {
    var x = gradient.map { FilterBank(shape: $0.shape, outputs: $0.outputs, inputs: $0.inputs) }
    var rest = gradient
    var direction = blocks.apply(rest)
    var energy = dot(rest, direction)
    let goal = energy * accuracy * accuracy
    if !previous.isEmpty {
      // In a narrow valley the next change resembles the last one.
      let image = normal(previous)
      let curvature = dot(previous, image)
      if curvature > 0 {
        let share = dot(previous, gradient) / curvature
        add(share, previous, to: &x)
        add(-share, image, to: &rest)
        direction = blocks.apply(rest)
        energy = dot(rest, direction)
        steps += 1
      }
    }
    for _ in 0..<limit where energy > goal {
      guard !stops else { break }
      steps += 1
      let image = normal(direction)
      let curvature = dot(direction, image)
      guard curvature > 0 else { break }
      add(energy / curvature, direction, to: &x)
      add(-energy / curvature, image, to: &rest)
      let preconditioned = blocks.apply(rest)
      let next = dot(rest, preconditioned)
      let factor = next / energy
      for index in direction.indices {
        direction[index].elements = zip(preconditioned[index].elements, direction[index].elements).map {
          $0 + factor * $1
        }
      }
      energy = next
    }
    return x
  }

  /// (JᵀJ + λ)·direction.
  private func normal(_ direction: [FilterBank]) -> [FilterBank] {
    var image = evaluation.gradient(grid.metric(evaluation.derivative(direction), width: target.area))
    add(damping, direction, to: &image)
    return image
  }

  /// The stack for the target as it was given.
  package var result: BankStack {
    var result = stack
    result.banks[result.banks.count - 1].elements = result.banks[result.banks.count - 1].elements.map { $0 * scale }
    return result
  }

  private func dot(_ a: [FilterBank], _ b: [FilterBank]) -> Double {
    zip(a, b).reduce(0) { sum, pair in sum + innerProduct(pair.0.elements, pair.1.elements) }
  }

  private func add(_ factor: Double, _ a: [FilterBank], to b: inout [FilterBank]) {
    for index in a.indices { addMultiple(factor, a[index].elements, to: &b[index].elements) }
  }

  private static func norm(_ x: [Double]) -> Double { innerProduct(x, x).squareRoot() }
}

extension BankStack {
  /// The same composition divided by `norm`, with all banks of one Frobenius norm.
  fileprivate func balanced(norm: Double) -> BankStack {
    var result = self
    let norms = banks.map(\.norm)
    guard !norms.contains(0) else { return self }
    var mean = norms.reduce(1, *) / norm
    mean = root(mean, norms.count)
    for index in banks.indices {
      result.banks[index].elements = banks[index].elements.map { $0 * mean / norms[index] }
    }
    return result
  }

  /// The positive n-th root, by Newton's method.
  private func root(_ value: Double, _ degree: Int) -> Double {
    guard degree > 1, value > 0 else { return value }
    if degree == 2 { return value.squareRoot() }
    var x = max(value, 1)
    for _ in 0..<200 {
      let power = (1..<degree).reduce(1.0) { product, _ in product * x }
      let next = (Double(degree - 1) * x + value / power) / Double(degree)
      if abs(next - x) <= 1e-15 * x { break }
      x = next
    }
    return x
  }
}
