/// What an operator is, beside what it computes: what rules, reports, rewrites and checks ask of it.
public struct Facts: Hashable, Sendable {
  /// The group of operators that it belongs to.
  public let family: Family
  /// How the values of its output come about.
  public let effect: Effect
  /// Whether its output is a linear function of its input and a constant, while training too.
  public let isLinear: Bool
  /// The window that slides over its input, where it has one.
  public let window: SlidingWindow?
  /// What is known of the values that it gives.
  public let bounds: Bounding
  /// The values that it gives back as they are, where it changes others.
  public let unchanged: ClosedRange<Double>?
  /// Why it passes its input on as it is, where its attributes have come to mean that.
  public let idleness: Idleness?

  /// States what holds of an operator; what is not given does not hold, or is not known.
  public init(
    _ family: Family, _ effect: Effect, isLinear: Bool = false, window: SlidingWindow? = nil,
    bounds: Bounding = .unknown, unchanged: ClosedRange<Double>? = nil, idleness: Idleness? = nil
  ) {
    self.family = family
    self.effect = effect
    self.isLinear = isLinear
    self.window = window
    self.bounds = bounds
    self.unchanged = unchanged
    self.idleness = idleness
  }

  /// A group of operators; those with a folder are named like it.
  public enum Family: String, Hashable, Sendable, CaseIterable {
    case input, convolution, linear, pooling, normalization, activation, attention, join, resizing, arrangement
    /// An operator that the language has no word for.
    case unknown
  }

  /// How the values of an output come about.
  public enum Effect: Hashable, Sendable {
    /// They are those of the input, in their places; while training it may be otherwise.
    case identity
    /// Each is computed from the value at its place, and from numbers of its channel.
    case elementwise
    /// Each is computed from the values of several branches at its place.
    case combination
    /// They are those of the input, each once, under other axes.
    case relabelling
    /// They are values of the inputs in other places, some left out, repeated or mixed, and zeros.
    case movement
    /// They are products of the input with a matrix, or with kernels.
    case dense
    /// Each is computed from several values, without a matrix.
    case aggregation
    /// The operator does not say, or has no input.
    case unknown
  }

  /// Why an operator passes its input on as it is.
  public struct Idleness: Hashable, Sendable {
    /// The attribute from which it follows.
    public let attribute: String
    /// The reason, as a phrase.
    public let reason: String

    init(_ attribute: String, _ reason: String) {
      self.attribute = attribute
      self.reason = reason
    }
  }
}

extension Operation {
  /// What it is, beside what it computes.
  public var facts: Facts { accept(FactsVisitor()) }
}

private struct FactsVisitor: OperatorVisitor {
  func visit(_ base: some Operator) -> Facts { base.facts }
}
