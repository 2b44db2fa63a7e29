/// Sets random values to zero while training.
public struct Dropout: Operator {
  public static let name = "dropout"
  public static let summary = "Sets random values to zero while training; does nothing at inference."
  public static let counting = ""
  public static let attributes: [Attribute<Dropout>] = [
    .optional("p", \.probability, "The probability that a value is dropped.")
  ]
  public static let arity = Arity.one

  /// The probability that a value is dropped.
  public var probability = 0.5

  public init() {}

  public var operation: Operation { .dropout(self) }

  public var facts: Facts {
    Facts(
      .arrangement, .identity, bounds: .sign, idleness: probability == 0 ? Facts.Idleness("p", "`p` is 0") : nil)
  }

  public func shape(of inputs: Operands) -> Shape { inputs.first }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .pointwise }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    .view
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
