/// A smooth rectifier that dips below zero.
public struct Mish: Operator {
  public static let name = "mish"
  public static let summary = "A smooth rectifier: `x · tanh(softplus(x))` (Misra 2019)."
  public static let counting = "four for each value: an exponential, a logarithm, a hyperbolic tangent and a product"
  public static let attributes: [Attribute<Mish>] = []
  public static let arity = Arity.one

  public init() {}

  public var operation: Operation { .mish(self) }

  public var facts: Facts { Facts(.activation, .elementwise, bounds: .shrunk) }

  public func shape(of inputs: Operands) -> Shape { inputs.first }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .pointwise }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    Cost(operations: 4, perValueOf: output, saved: .inputs)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
