import FoveaNumerics

extension Comparison {
  /// Both sides on integers, bit by bit.
  ///
  /// Every partial sum of every order is an integer of at most the majorant |W_L|∗(…|W₁|∗|x| + |b₁|…) + |b_L|; while that stays
  /// below 2²⁴, floats hold all of them, and doubles do below 2⁵³. Weights that are integers are used as they are; otherwise
  /// small ones take their place, zeros stay zeros, and the kernel becomes their composition.
  func integers(_ size: [Int], seed: UInt64) throws(NumericsError) -> Tier {
    var generator = SplitMix64(seed: seed)
    let given = direct.holdsIntegers && stack.allSatisfy(\.holdsIntegers)
    var (one, many) = (direct, stack)
    if !given {
      many = stack.map { $0.withIntegers(&generator) }
      guard let replaced = Composition(many) else { throw .shape("the layers of the stack do not fit each other") }
      one = replaced.kernel.padded(direct.windows.map(\.padding))
    }
    var ratios: [Tier.Probe: Double] = [:]
    var (compared, mismatches) = (0, 0)
    for probe in Tier.Probe.allCases {
      let input = try input(probe, size) { Double(generator.integer(-2...2)) }
      var majorant = try IntegerMajorant(input)
      for layer in many {
        try majorant.append(layer.convolution, weight: layer.weightTensor(Double.self), bias: layer.biasTensor())
      }
      let left: Tensor<Double>
      let right: Tensor<Double>
      if majorant.isExact(in: Float.self) {
        left = try Tensor(one.run(Tensor<Float>(input)))
        right = try Tensor(Self.run(many, on: Tensor<Float>(input)))
      } else if majorant.isExact(in: Double.self) {
        left = try one.run(input)
        right = try Self.run(many, on: input)
      } else {
        continue
      }
      guard left.shape == right.shape else {
        throw .shape("the stack gives \(right.shape), the kernel \(left.shape)")
      }
      let pixels = left.count / max(left.shape[1], 1)
      let positions = gridPositions(Array(left.shape.dropFirst(2)))
      let before = mismatches
      for index in left.elements.indices {
        if let band, band.contains(positions[index % pixels]) { continue }
        compared += 1
        if left.elements[index] != right.elements[index] { mismatches += 1 }
      }
      ratios[probe] = mismatches > before ? .infinity : 0
    }
    return Tier(
      arithmetic: .integers, ratios: ratios, compared: compared, mismatches: mismatches, usesGivenWeights: given)
  }

  private static func run<Element: TensorElement>(
    _ layers: [Kernel], on input: Tensor<Element>
  ) throws(NumericsError) -> Tensor<Element> {
    var map = input
    for layer in layers { map = try layer.run(map) }
    return map
  }
}

extension Kernel {
  fileprivate var holdsIntegers: Bool {
    weights.allSatisfy { $0 == $0.rounded() } && (bias ?? []).allSatisfy { $0 == $0.rounded() }
  }

  /// At most 24 weights of each filter from −3 to 3, none of them zero, the others zero; biases likewise small.
  fileprivate func withIntegers(_ generator: inout SplitMix64) -> Kernel {
    let length = weights.count / max(outputs, 1)
    var result = Array(repeating: 0.0, count: weights.count)
    for out in 0..<outputs {
      let places = (out * length..<(out + 1) * length).filter { weights[$0] != 0 }
      for _ in 0..<min(places.count, 24) {
        let sign: Double = generator.integer(0...1) == 0 ? 1 : -1
        result[places[generator.integer(0...places.count - 1)]] = sign * Double(generator.integer(1...3))
      }
    }
    return with(weights: result, bias: bias.map { $0.map { _ in Double(generator.integer(-3...3)) } })
  }
}
