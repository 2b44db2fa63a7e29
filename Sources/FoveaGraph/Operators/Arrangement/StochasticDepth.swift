/// Sets a whole branch to zero at random while training.
public struct StochasticDepth: Operator {
  public static let name = "stochastic_depth"
  public static let summary = "Sets a whole branch to zero at random while training; does nothing at inference."
  public static let counting = ""
  public static let attributes: [Attribute<StochasticDepth>] = [
    .optional("p", \.probability, "The probability that the branch is dropped.")
  ]
  public static let arity = Arity.one

  /// The probability that the branch is dropped.
  public var probability = 0.5

  public init() {}

  public var operation: Operation { .stochasticDepth(self) }

  public var facts: Facts {
    Facts(
      .arrangement, .identity, bounds: .kept, idleness: probability == 0 ? Facts.Idleness("p", "`p` is 0") : nil)
  }

  public func shape(of inputs: Operands) -> Shape { inputs.first }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .pointwise }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    .view
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
