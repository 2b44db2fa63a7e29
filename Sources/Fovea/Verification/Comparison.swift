import FoveaNumerics

/// The two sides of a verification.
struct Comparison {
  let direct: Kernel
  let stack: [Kernel]
  let composition: Kernel
  let claim: Equivalence.Claim
  let band: BorderBand?
  let between: Between

  /// Both sides in one precision, every output inside the running bounds of both.
  func running<Element: TensorElement>(
    _: Element.Type, _ size: [Int], _ domain: Equivalence.Domain, seed: UInt64
  ) throws(NumericsError) -> Tier {
    var ratios: [Tier.Probe: Double] = [:]
    var (compared, mismatches) = (0, 0)
    guard let magnitudes = Composition(stack.map(\.magnitudes)) else {
      throw .shape("the layers of the stack do not fit each other")
    }
    let majorant = magnitudes.kernel.padded(direct.windows.map(\.padding))
    for probe in Tier.Probe.allCases {
      var generator = SplitMix64(seed: seed)
      let numbers = try input(probe, size) { Self.number(domain, &generator) }
      let input = try Tensor<Element>(numbers)
      let one = try BoundedRun([direct], on: input)
      let many = try BoundedRun(stack, on: input, between: between)
      guard one.output.shape == many.output.shape else {
        throw .shape("the stack gives \(many.output.shape), the kernel \(one.output.shape)")
      }
      let slack = try slack(Tensor<Double>(input), majorant, Element.self)
      let correction = try correction(Tensor<Double>(input))
      let pixels = one.output.count / max(one.output.shape[1], 1)
      let positions = gridPositions(Array(one.output.shape.dropFirst(2)))
      var worst = 0.0
      for index in one.output.elements.indices {
        if let band, band.contains(positions[index % pixels]) { continue }
        let gap = Double(one.output.elements[index]) - Double(many.output.elements[index]) - (correction?[index] ?? 0)
        let tolerance = one.bound.elements[index] + many.bound.elements[index] + slack[index]
        compared += 1
        let ratio = gap == 0 ? 0 : tolerance > 0 ? abs(gap) / tolerance : .infinity
        if !(ratio <= 1) { mismatches += 1 }
        worst = max(worst, ratio.isNaN ? .infinity : ratio)
      }
      ratios[probe] = worst
    }
    return Tier(
      arithmetic: Element.self == Float.self ? .float : .double, ratios: ratios, compared: compared,
      mismatches: mismatches, usesGivenWeights: true)
  }

  /// What the rounding of the weights themselves can change.
  ///
  /// Weights that solve a system in doubles, and a composition formed in doubles, are off by a rounding for each term. What
  /// is known of the composition holds before weights are rounded to floats; each factor of a product may then be off by
  /// u, as may the kernel's.
  private func slack<Element: TensorElement>(
    _ input: Tensor<Double>, _ majorant: Kernel, _: Element.Type
  ) throws(NumericsError) -> [Double] {
    let terms = (stack + [direct]).reduce(0.0) { $0 + Double($1.inputs * $1.taps + 2) }
    let rounded = Element.self == Double.self ? 0 : Double(stack.count)
    let factor = 1.01 * (terms * Double.unitRoundoff + rounded * Element.unitRoundoff)
    let spread = try majorant.run(input.map(abs))
    let own = try direct.magnitudes.run(input.map(abs))
    return zip(spread.elements, own.elements).map { factor * ($0 + $1) }
  }

  /// (W − composition)∗x: what an approximation is allowed to differ by.
  private func correction(_ input: Tensor<Double>) throws(NumericsError) -> [Double]? {
    guard claim == .approximation else { return nil }
    let weights = zip(direct.spread, composition.spread).map { $0 - $1 }
    let bank = FilterBank(
      shape: direct.windows.map(\.extent), outputs: direct.outputs, inputs: direct.inputs, elements: weights)
    let windows = direct.windows.map {
      AxisWindow.checked(kernel: $0.extent, stride: $0.stride, padding: $0.padding)
    }
    let zero = Array(repeating: 0.0, count: direct.outputs)
    let bias = zip(direct.bias ?? zero, composition.bias ?? zero).map { $0 - $1 }
    return try Kernel(bank, windows: windows, bias: bias).run(input).elements
  }

  private static func number(_ domain: Equivalence.Domain, _ generator: inout SplitMix64) -> Double {
    switch domain {
    case .anything: generator.normal()
    case .nonnegative: abs(generator.normal())
    case .bounded(let limit): limit * (2 * generator.uniform() - 1)
    }
  }

  /// An input whose numbers, where the probe has any, are given one by one.
  func input(_ probe: Tier.Probe, _ size: [Int], _ number: () -> Double) throws(NumericsError) -> Tensor<Double> {
    let pixels = size.reduce(1, *)
    var elements = Array(repeating: 0.0, count: direct.inputs * pixels)
    let extent = zip(direct.windows, size).map { min($0.extent, max($1, 1)) }
    let cells = zip(size, extent).map { max($0 / $1, 1) }
    let cellPositions = gridPositions(cells)
    let reach = direct.windows.map { max($0.extent - 1, 1) }
    for channel in 0..<direct.inputs {
      switch probe {
      case .dense:
        for pixel in 0..<pixels { elements[channel * pixels + pixel] = number() }
      case .impulse:
        let cell = cellPositions[channel % cellPositions.count]
        let place = zip(zip(cell, extent), size).map { min($0.0 * $0.1 + $0.1 / 2, $1 - 1) }
        elements[channel * pixels + offset(place, rowMajor(size))] = number()
      case .zero: break
      case .border:
        for (pixel, position) in gridPositions(size).enumerated()
        where position.indices.contains(where: { position[$0] < reach[$0] || position[$0] >= size[$0] - reach[$0] }) {
          elements[channel * pixels + pixel] = number()
        }
      }
    }
    return try Tensor(shape: [1, direct.inputs] + size, elements: elements)
  }
}
