/// A smooth rectifier that is never zero.
public struct Softplus: Operator {
  public static let name = "softplus"
  public static let summary =
    "A smooth rectifier: `log(1 + exp(beta · x)) / beta`, and `x` itself where `beta · x` is above `threshold`."
  public static let counting = "four for each value: a product, an exponential, a logarithm and a division"
  public static let attributes: [Attribute<Softplus>] = [
    .optional("beta", \.beta, "How sharp the bend is.", form: .decimal(1e-6...1_000_000)),
    .optional("threshold", \.threshold, "From where on the value is passed on.", form: .number),
  ]
  public static let arity = Arity.one

  /// How sharp the bend is.
  public var beta = 1.0
  /// From where on the value is passed on, in `beta · x`.
  public var threshold = 20.0

  public init() {}

  public var operation: Operation { .softplus(self) }

  public var facts: Facts { Facts(.activation, .elementwise, bounds: .within(0...Double.infinity)) }

  public func shape(of inputs: Operands) -> Shape { inputs.first }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .pointwise }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    Cost(operations: 4, perValueOf: output, saved: .inputs)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
