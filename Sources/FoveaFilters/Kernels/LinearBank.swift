package import FoveaNumerics
import FoveaText

/// The exact form by linear equations: all layers but one are random, and the weights of the remaining one solve a
/// system that is the same for all of its outputs.
package struct LinearBank: Sendable {
  package let plan: StackPlan
  package let stack: BankStack
  /// ‖W − composition‖ / ‖W‖.
  package let error: Double
  /// The condition number of the system, the largest over blocks of channels.
  package let condition: Double
  /// By how much the terms exceed what they add up to.
  package let cancellation: Double

  /// Which random numbers the first layers hold.
  package enum Bank: Hashable, Sendable {
    /// Filters of length 1.
    case signed
    /// No weight below zero, a share of 0.15 above: on inputs that are not negative a rectifier between the layers
    /// changes nothing.
    case nonnegative
  }

  /// Rewrites a bank as layers with the windows of `layers`.
  ///
  /// - Parameters:
  ///   - spare: how many times the least width the hidden maps have.
  ///   - draws: random banks, of which the best conditioned is kept.
  /// - Returns: nil where the system of every draw is singular.
  package init?(
    _ target: FilterBank, as layers: [[AxisWindow]], bank: Bank = .signed, spare: Double = 1, draws: Int = 40,
    seed: UInt64
  ) {
    let draft = StackPlan(
      inputs: target.inputs, layers: layers.map { StackPlan.Layer(windows: $0, outputs: target.outputs) })
    guard draft.composedShape == target.shape, layers.count > 1 else { return nil }
    // With strides the taps of the first layer alone would have to be whatever stands between two steps of the others.
    let isUnstrided = draft.steps.allSatisfy { $0 == draft.steps[0] }
    let mirrors = bank == .signed && target.outputs < target.inputs && isUnstrided
    let kernels = layers.map { $0.map(\.kernel) }
    let source = mirrors ? target.mirrored : target
    let shapes = mirrors ? kernels.reversed() : kernels
    let steps = mirrors ? draft.steps.reversed() : draft.steps

    var generator = SplitMix64(seed: seed)
    var parts: [BankStack] = []
    var worst = 1.0
    for block in Self.blocks(source.inputs) {
      let part = source.inputs(block)
      let widths = Self.widths(shapes, channels: block.count, taps: target.taps, spare: spare)
      // A few channels need more than the count of weights says: polynomial relations make the system singular.
      let wider = [widths, widths.indices.map { widths[$0] + ($0 == 0 ? 1 : 0) }, widths.map { $0 + 1 }]
      var found: (stack: BankStack, condition: Double)?
      for widths in wider where found == nil {
        found = Self.best(part, shapes, steps, widths, bank, draws: draws, &generator)
      }
      guard let (solved, condition) = found else { return nil }
      parts.append(solved)
      worst = max(worst, condition)
    }
    let joined = BankStack.sideBySide(parts)
    stack = mirrors ? joined.mirrored : joined
    plan = draft.with(hidden: stack.banks.dropLast().map(\.outputs))
    condition = worst
    error = stack.error(to: target)
    cancellation = stack.cancellation
  }

  /// Channels in blocks of nine, for which the least widths are whole numbers, the remainder in the last.
  private static func blocks(_ channels: Int) -> [Range<Int>] {
    let count = max(channels / 9, 1)
    return (0..<count).map { $0 * 9..<($0 == count - 1 ? channels : ($0 + 1) * 9) }
  }

  /// The least widths: the layers from a map on must have as many weights for each output as the kernel has.
  private static func widths(_ kernels: [[Int]], channels: Int, taps: Int, spare: Double) -> [Int] {
    var extents = Array(repeating: 0, count: kernels[0].count)
    var widths: [Int] = []
    for kernel in kernels.dropFirst().reversed() {
      extents = zip(extents, kernel).map { $0 + $1 - 1 }
      let after = extents.reduce(1) { $0 * ($1 + 1) }
      let least = Double(taps * channels) / Double(after)
      widths.append(max(Int((least * spare - 1e-9).rounded(.up)), 1))
    }
    return widths.reversed()
  }

  private static func best(
    _ target: FilterBank, _ kernels: [[Int]], _ steps: [[Int]], _ widths: [Int], _ bank: Bank, draws: Int,
    _ generator: inout SplitMix64
  ) -> (stack: BankStack, condition: Double)? {
    var best: (banks: [FilterBank], factored: PivotedQR, condition: Double)?
    let last = kernels.count - 1
    for draw in 0..<max(draws, 1) {
      // The first draw is exact, too.
      if best != nil, Watch.isOver { break }
      Watch.tell("an exact stack by equations, draw \(draw + 1) of \(max(draws, 1))")
      var banks: [FilterBank] = []
      for layer in 0..<last {
        banks.append(
          filters(kernels[layer], widths[layer], layer == 0 ? target.inputs : widths[layer - 1], bank, &generator))
      }
      let prefix = BankStack(banks, steps: Array(steps[..<last])).composition
      let factored = PivotedQR(system(prefix, target, kernels[last], steps[last]))
      let condition = factored.conditionEstimate
      if condition < best?.condition ?? 1e13 { best = (banks, factored, condition) }
    }
    guard let best else { return nil }
    let right = Matrix(rows: target.taps * target.inputs, columns: target.outputs) { row, out in
      target.elements[row / target.inputs * target.area + out * target.inputs + row % target.inputs]
    }
    let solution = best.factored.leastNormTransposed(right)
    let final = FilterBank(shape: kernels[last], outputs: target.outputs, inputs: widths[last - 1]).withRows(solution)
    return (BankStack(best.banks + [final], steps: steps), best.condition)
  }

  /// Row (v, m), column (t, c): what tap v of the last layer on hidden channel m adds to tap t of input c.
  private static func system(_ prefix: FilterBank, _ target: FilterBank, _ kernel: [Int], _ steps: [Int]) -> Matrix {
    let strides = rowMajor(target.shape)
    var result = Matrix(rows: kernel.reduce(prefix.outputs, *), columns: target.taps * target.inputs)
    for (tap, position) in gridPositions(kernel).enumerated() {
      let start = zip(position, steps).map { $0 * $1 }
      for (inner, place) in prefix.positions.enumerated() {
        let column = offset(zip(start, place).map { $0 + $1 }, strides) * target.inputs
        for channel in 0..<prefix.outputs {
          for input in 0..<target.inputs {
            result[tap * prefix.outputs + channel, column + input] =
              prefix.elements[inner * prefix.area + channel * prefix.inputs + input]
          }
        }
      }
    }
    return result
  }

  private static func filters(
    _ kernel: [Int], _ outputs: Int, _ inputs: Int, _ kind: Bank, _ generator: inout SplitMix64
  ) -> FilterBank {
    var bank = FilterBank(shape: kernel, outputs: outputs, inputs: inputs)
    for index in bank.elements.indices {
      switch kind {
      case .signed: bank.elements[index] = generator.normal()
      case .nonnegative: bank.elements[index] = generator.uniform() < 0.15 ? 0.5 + generator.uniform() : 0
      }
    }
    for out in 0..<outputs {
      let places = (0..<bank.taps).flatMap { tap in (0..<inputs).map { tap * bank.area + out * inputs + $0 } }
      let length = places.reduce(0) { $0 + bank.elements[$1] * bank.elements[$1] }.squareRoot()
      if length == 0 { bank.elements[places[out % places.count]] = 1 }
      for place in places where length > 0 { bank.elements[place] /= length }
    }
    return bank
  }
}

extension FilterBank {
  /// The bank that reads only some inputs.
  fileprivate func inputs(_ range: Range<Int>) -> FilterBank {
    FilterBank(shape: shape, outputs: outputs, inputs: range.count) { tap, out, input in
      elements[tap * area + out * inputs + range.lowerBound + input]
    }
  }
}

extension BankStack {
  /// Stacks that read neighbouring inputs and whose results are added.
  fileprivate static func sideBySide(_ parts: [BankStack]) -> BankStack {
    guard parts.count > 1 else { return parts[0] }
    let last = parts[0].banks.count - 1
    let banks = parts[0].banks.indices.map { layer in
      let members = parts.map { $0.banks[layer] }
      let inputs = members.reduce(0) { $0 + $1.inputs }
      let outputs = layer == last ? members[0].outputs : members.reduce(0) { $0 + $1.outputs }
      var joined = FilterBank(shape: members[0].shape, outputs: outputs, inputs: inputs)
      var (firstOut, firstIn) = (0, 0)
      for member in members {
        for tap in 0..<member.taps {
          for out in 0..<member.outputs {
            for input in 0..<member.inputs {
              joined.elements[tap * joined.area + (firstOut + out) * inputs + firstIn + input] =
                member.elements[tap * member.area + out * member.inputs + input]
            }
          }
        }
        firstIn += member.inputs
        if layer != last { firstOut += member.outputs }
      }
      return joined
    }
    return BankStack(banks, steps: parts[0].steps)
  }
}
