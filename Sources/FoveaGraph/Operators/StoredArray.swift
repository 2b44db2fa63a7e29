/// One array that a layer stores: its name, as PyTorch has it, its shape, and what it holds before training.
public struct StoredArray: Hashable, Sendable {
  /// What an array holds.
  public enum Content: Hashable, Sendable {
    /// Factors of a sum of `terms` products.
    case kernel(terms: Int)
    /// Numbers that are added.
    case shift
    /// Factors of single values.
    case scale(Double)
    /// Running means.
    case mean
    /// Running variances, to which `epsilon` is added.
    case variance(epsilon: Double)
  }

  /// The name, such as `weight`.
  public let name: String
  /// The extents; one that is not known counts as 0.
  public let shape: [Int]
  /// What it holds.
  public let content: Content

  init(_ name: String, _ shape: [Int], _ content: Content) {
    self.name = name
    self.shape = shape
    self.content = content
  }

  /// Whether training changes it.
  public var isTrained: Bool {
    switch content {
    case .kernel, .shift, .scale: true
    case .mean, .variance: false
    }
  }
}

extension [StoredArray] {
  /// The factors of sums of `terms` products, and so many numbers of a bias where there is one.
  static func weighted(_ shape: [Int], terms: Int, bias: Int?) -> [StoredArray] {
    [StoredArray("weight", shape, .kernel(terms: terms))] + (bias.map { [StoredArray("bias", [$0], .shift)] } ?? [])
  }

  /// A scale for each normalised entry, and a shift; none where the normalisation is not trained.
  static func affine(_ isAffine: Bool, _ shape: [Int], bias: Bool = true) -> [StoredArray] {
    guard isAffine else { return [] }
    let scale = StoredArray("weight", shape, .scale(1))
    return bias ? [scale, StoredArray("bias", shape, .shift)] : [scale]
  }

  /// The running statistics of each channel; none where they are not kept.
  static func statistics(_ isTracked: Bool, _ channels: Extent, epsilon: Double) -> [StoredArray] {
    guard isTracked else { return [] }
    return [
      StoredArray("running_mean", [channels.orZero], .mean),
      StoredArray("running_var", [channels.orZero], .variance(epsilon: epsilon)),
    ]
  }
}

extension Extent {
  /// The extent, or 0 where it is not known.
  var orZero: Int { value ?? 0 }
}

extension Operation {
  /// The arrays that it stores.
  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] {
    accept(ArraysVisitor(inputs: inputs, output: output))
  }
}

private struct ArraysVisitor: OperatorVisitor {
  let inputs: Operands
  let output: Shape

  func visit(_ base: some Operator) -> [StoredArray] { base.arrays(of: inputs, giving: output) }
}
