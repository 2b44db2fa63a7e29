import FoveaGraph
import FoveaNumerics

/// What random weights and inputs are made of.
public enum Initialization: String, Hashable, Sendable, CaseIterable {
  /// Weights uniform with the variance 2 / terms (He et al. 2015), no biases, normalisation that changes nothing;
  /// inputs with variance 1. The same numbers on every machine, since no function of the C library takes part.
  case he
  /// Kernels as `he`; biases, shifts and running means uniform in ±1/4, scales within a quarter of what they begin
  /// with, running variances from 1/2 to 3/2: every array counts, as it does after training.
  case varied
  /// Integers of −1, 0 and 1, so that sums and products are exact; inputs from −3 to 3.
  ///
  /// Running variances are 1 less ε, so that normalisation by them is exact too.
  case integers
}

extension Initialization {
  /// The numbers of one array.
  func fill<Element: TensorElement>(
    _ array: StoredArray, using generator: inout SplitMix64
  ) throws(NumericsError) -> Tensor<Element> {
    switch (self, array.content) {
    case (.he, .kernel(let terms)), (.varied, .kernel(let terms)):
      try random(array.shape, bound: (6 / Double(max(1, terms))).squareRoot(), using: &generator)
    case (.varied, .shift), (.varied, .mean): try random(array.shape, bound: 0.25, using: &generator)
    case (.varied, .scale(let value)): try random(array.shape, from: 0.75 * value, to: 1.25 * value, using: &generator)
    case (.varied, .variance): try random(array.shape, from: 0.5, to: 1.5, using: &generator)
    case (.he, .shift), (.he, .mean), (.integers, .mean): try Tensor(shape: array.shape)
    case (.he, .scale(let value)): try Tensor(shape: array.shape, repeating: Element(value))
    case (.he, .variance): try Tensor(shape: array.shape, repeating: 1)
    case (.integers, .kernel), (.integers, .shift): try random(array.shape, in: -1...1, using: &generator)
    case (.integers, .scale): try random(array.shape, in: 0...1, using: &generator).map { 2 * $0 - 1 }
    case (.integers, .variance(let epsilon)): try Tensor(shape: array.shape, repeating: 1 - Element(epsilon))
    }
  }

  /// A random tensor that enters a network.
  func input<Element: TensorElement>(
    _ shape: [Int], using generator: inout SplitMix64
  ) throws(NumericsError) -> Tensor<Element> {
    switch self {
    case .he, .varied: try random(shape, bound: Double(3).squareRoot(), using: &generator)
    case .integers: try random(shape, in: -3...3, using: &generator)
    }
  }
}

private func random<Element: TensorElement>(
  _ shape: [Int], bound: Double, using generator: inout SplitMix64
) throws(NumericsError) -> Tensor<Element> {
  let zeros = try Tensor<Element>(shape: shape)
  return zeros.map { _ in Element(bound * (2 * generator.uniform() - 1)) }
}

private func random<Element: TensorElement>(
  _ shape: [Int], from low: Double, to high: Double, using generator: inout SplitMix64
) throws(NumericsError) -> Tensor<Element> {
  let zeros = try Tensor<Element>(shape: shape)
  return zeros.map { _ in Element(low + (high - low) * generator.uniform()) }
}

private func random<Element: TensorElement>(
  _ shape: [Int], in range: ClosedRange<Int>, using generator: inout SplitMix64
) throws(NumericsError) -> Tensor<Element> {
  let zeros = try Tensor<Element>(shape: shape)
  return zeros.map { _ in Element(generator.integer(range)) }
}

extension SplitMix64 {
  /// A generator for one array, which does not depend on the arrays before it: its name is hashed with FNV-1a.
  init(seed: UInt64, name: String) {
    var mixed = SplitMix64(seed: seed)
    self.init(seed: name.utf8.reduce(0xCBF2_9CE4_8422_2325 ^ mixed.next()) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
  }
}
