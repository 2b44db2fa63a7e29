import FoveaFilters
import FoveaNumerics

extension Comparison {
  /// Both sides on integers, bit by bit.
  ///
  /// Every partial sum of every order is an integer of at most the majorant |W_L|∗(…|W₁|∗|x| + |b₁|…) + |b_L|; while
  /// that stays below 2²⁴, floats hold all of them, and doubles do below 2⁵³. Weights that are such integers are used
  /// as they are; otherwise small ones take their place, zeros stay zeros, and the kernel becomes their composition.
  func integers(_ size: [Int], seed: UInt64) throws(NumericsError) -> Tier {
    var generator = SplitMix64(seed: seed)
    let limit = 2
    let shape = [1, direct.inputs] + size
    var (one, many) = (direct, stack)
    let given = direct.holdsIntegers && stack.allSatisfy(\.holdsIntegers)
    var isSafe = given ? try Self.isExact(stack, shape, limit: limit) : (float: false, double: false)
    let usesGiven = isSafe.double
    // The deeper the stack the faster its sums grow, so fewer and smaller weights are tried after each other.
    for (count, largest) in [(24, 3), (8, 2), (3, 1), (1, 1)] where !isSafe.double {
      many = stack.map { $0.withIntegers(count, upTo: largest, &generator) }
      guard let replaced = Composition(many) else { throw .shape("the layers of the stack do not fit each other") }
      one = replaced.kernel.padded(direct.windows.map(\.padding))
      isSafe = try Self.isExact(many, shape, limit: limit)
    }
    var ratios: [Tier.Probe: Double] = [:]
    var (compared, mismatches) = (0, 0)
    for probe in Tier.Probe.allCases {
      let input = try probe.input(size, kernel: direct) { Double(generator.integer(-limit...limit)) }
      let left: Tensor<Double>
      let right: Tensor<Double>
      if isSafe.float {
        left = try Tensor(one.run(Tensor<Float>(input)))
        right = try Tensor(Self.run(many, on: Tensor<Float>(input)))
      } else if isSafe.double {
        left = try one.run(input)
        right = try Self.run(many, on: input)
      } else {
        continue
      }
      guard left.shape == right.shape else {
        throw .shape("the stack gives \(right.shape), the kernel \(left.shape)")
      }
      let before = mismatches
      for index in included(left.shape) {
        compared += 1
        if left.elements[index] != right.elements[index] { mismatches += 1 }
      }
      ratios[probe] = mismatches > before ? .infinity : 0
    }
    return Tier(
      arithmetic: .integers, ratios: ratios, probableRatios: [:], compared: compared, mismatches: mismatches,
      usesGivenWeights: usesGiven)
  }

  /// Whether floats and doubles hold all partial sums for inputs of at most `limit` in size: the majorant grows with
  /// every |x|.
  private static func isExact(
    _ layers: [Kernel], _ shape: [Int], limit: Int
  ) throws(NumericsError) -> (float: Bool, double: Bool) {
    var majorant = try IntegerMajorant(Tensor<Double>(shape: shape, repeating: Double(limit)))
    for layer in layers {
      try majorant.append(layer.convolution, weight: layer.weightTensor(Double.self), bias: layer.biasTensor())
    }
    return (majorant.isExact(in: Float.self), majorant.isExact(in: Double.self))
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

  /// At most `count` weights of each filter of at most `largest` in size, none of them zero, the others zero; biases
  /// likewise small.
  fileprivate func withIntegers(_ count: Int, upTo largest: Int, _ generator: inout SplitMix64) -> Kernel {
    let length = weights.count / max(outputs, 1)
    var result = Array(repeating: 0.0, count: weights.count)
    for out in 0..<outputs {
      let places = (out * length..<(out + 1) * length).filter { weights[$0] != 0 }
      for _ in 0..<min(places.count, count) {
        let sign: Double = generator.integer(0...1) == 0 ? 1 : -1
        result[places[generator.integer(0...places.count - 1)]] = sign * Double(generator.integer(1...largest))
      }
    }
    return with(weights: result, bias: bias.map { $0.map { _ in Double(generator.integer(-largest...largest)) } })
  }
}
