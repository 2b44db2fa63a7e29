import FoveaFilters
import FoveaNumerics

/// The two sides of a verification.
struct Comparison {
  let direct: Kernel
  let stack: [Kernel]
  let composition: Kernel
  let claim: Equivalence.Claim
  let band: BorderBand?
  let between: Between
  /// What the rounding of the weights themselves can change.
  let tolerance: StackTolerance

  /// Both sides in one precision, every output inside the running bounds of both.
  func running<Element: TensorElement>(
    _: Element.Type, _ trials: [ProbeTrial]
  ) throws(NumericsError) -> Tier {
    var ratios: [Tier.Probe: Double] = [:]
    var probable: [Tier.Probe: Double] = [:]
    var (compared, mismatches) = (0, 0)
    for trial in trials {
      let input = try Tensor<Element>(trial.input)
      let lambda = lambda(outputs: trial.majorant.count)
      let one = try BoundedRun([direct], on: input, lambda: lambda)
      let many = try BoundedRun(stack, on: input, between: between, lambda: lambda)
      guard one.output.shape == many.output.shape else {
        throw .shape("the stack gives \(many.output.shape), the kernel \(one.output.shape)")
      }
      let (left, right) = (Element.doubles(one.output.elements), Element.doubles(many.output.elements))
      let certain = tolerance.share(in: Element.self)
      let likely = tolerance.share(in: Element.self, .probabilistic(lambda: lambda))
      var (worst, worstProbable) = (0.0, 0.0)
      for index in included(one.output.shape) {
        let gap = abs(left[index] - right[index] - (trial.correction?[index] ?? 0))
        let majorant = trial.majorant[index]
        let ratio = Self.ratio(
          gap, to: one.bound.elements[index] + many.bound.elements[index] + certain * majorant)
        worstProbable = max(
          worstProbable,
          Self.ratio(gap, to: one.probable.elements[index] + many.probable.elements[index] + likely * majorant))
        compared += 1
        if !(ratio <= 1) { mismatches += 1 }
        worst = max(worst, ratio)
      }
      ratios[trial.probe] = worst
      probable[trial.probe] = worstProbable
    }
    return Tier(
      arithmetic: Element.self == Float.self ? .float : .double, ratios: ratios, probableRatios: probable,
      compared: compared, mismatches: mismatches, usesGivenWeights: true)
  }

  private static func ratio(_ gap: Double, to tolerance: Double) -> Double {
    // Where numbers overflow nothing is known.
    guard gap.isFinite, tolerance.isFinite else { return .infinity }
    return gap == 0 ? 0 : tolerance > 0 ? gap / tolerance : .infinity
  }

  /// The λ with which sound runs leave the probable bounds once in a million verifications.
  private func lambda(outputs: Int) -> Double {
    let roundings = (stack + [direct]).reduce(0.0) { $0 + Double($1.terms + 1) } * Double(max(outputs, 1))
    return RoundingModel.lambda(roundings: roundings * Double(Tier.Probe.allCases.count), failure: 1e-6)
  }

  /// The indices of the outputs that are compared.
  func included(_ shape: [Int]) -> [Int] {
    let count = shape.reduce(1, *)
    guard let band else { return Array(0..<count) }
    let places = gridPositions(Array(shape.dropFirst(2))).map { !band.contains($0) }
    return (0..<count).filter { places[$0 % places.count] }
  }
}

/// One input with what does not depend on the precision that it is run in.
struct ProbeTrial {
  let probe: Tier.Probe
  /// Numbers that floats hold.
  let input: Tensor<Double>
  /// |W_L|∗(…|W₁|∗|x| + |b₁|…) + |b_L| of the stack, and the same of the kernel.
  let majorant: [Double]
  /// (W − composition)∗x + b − …: what an approximation differs by apart from rounding.
  let correction: [Double]?

  init(_ probe: Tier.Probe, _ size: [Int], _ sides: Comparison, _ number: () -> Double) throws(NumericsError) {
    self.probe = probe
    input = try Tensor<Double>(Tensor<Float>(probe.input(size, kernel: sides.direct, number)))
    majorant = try sides.direct.majorant(with: sides.stack, on: input)
    correction =
      sides.claim == .approximation ? try sides.direct.difference(to: sides.composition).run(input).elements : nil
  }
}

extension Kernel {
  /// |W_L|∗(…|W₁|∗|x| + |b₁|…) + |b_L| of a stack that stands for this kernel, and the same of the kernel, for each
  /// output.
  func majorant(with stack: [Kernel], on input: Tensor<Double>) throws(NumericsError) -> [Double] {
    let absolute = input.map(abs)
    var spread = absolute
    for layer in stack { spread = try layer.magnitudes.run(spread) }
    let own = try magnitudes.run(absolute)
    guard own.shape == spread.shape else {
      throw .shape("the stack gives \(spread.shape), the kernel \(own.shape)")
    }
    return zip(spread.elements, own.elements).map { $0 + $1 }
  }
}

extension Tier.Probe {
  /// An input whose numbers, where the probe has any, are given one by one.
  func input(_ size: [Int], kernel: Kernel, _ number: () -> Double) throws(NumericsError) -> Tensor<Double> {
    let pixels = size.reduce(1, *)
    var elements = Array(repeating: 0.0, count: kernel.inputs * pixels)
    switch self {
    case .zero: break
    case .dense:
      for index in elements.indices { elements[index] = number() }
    case .impulse:
      let extent = zip(kernel.windows, size).map { min($0.extent, max($1, 1)) }
      let cells = gridPositions(zip(size, extent).map { max($0 / $1, 1) })
      for channel in 0..<kernel.inputs {
        let cell = cells[channel % cells.count]
        let place = zip(zip(cell, extent), size).map { min($0.0 * $0.1 + $0.1 / 2, $1 - 1) }
        elements[channel * pixels + offset(place, rowMajor(size))] = number()
      }
    case .border:
      let reach = kernel.windows.map { max($0.extent - 1, 1) }
      let places = gridPositions(size).enumerated().filter { _, position in
        position.indices.contains { position[$0] < reach[$0] || position[$0] >= size[$0] - reach[$0] }
      }.map(\.offset)
      for channel in 0..<kernel.inputs {
        for place in places { elements[channel * pixels + place] = number() }
      }
    }
    return try Tensor(shape: [1, kernel.inputs] + size, elements: elements)
  }
}
