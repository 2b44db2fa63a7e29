/// The Gaussian error linear unit.
public struct GELU: Operator {
  public static let name = "gelu"
  public static let summary = "The Gaussian error linear unit: `x · Φ(x)` with the normal distribution `Φ`."
  public static let counting =
    "five for each value, nine with the `tanh` approximation; the error function and the hyperbolic tangent count as one"
  public static let attributes: [Attribute<GELU>] = [
    .optional("approximate", \.approximate, "How the distribution is computed.")
  ]
  public static let arity = Arity.one

  /// How the distribution is computed.
  public var approximate = Approximation.none

  public init() {}

  public var operation: Operation { .gelu(self) }

  public var facts: Facts { Facts(.activation, .elementwise, bounds: .shrunk) }

  public func shape(of inputs: Operands) -> Shape { inputs.first }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .pointwise }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    Cost(operations: approximate == .none ? 5 : 9, perValueOf: output, saved: .inputs)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }

  /// How the normal distribution is computed.
  public enum Approximation: String, AttributeWord {
    /// By the error function.
    case none
    /// By a hyperbolic tangent.
    case tanh
  }
}
