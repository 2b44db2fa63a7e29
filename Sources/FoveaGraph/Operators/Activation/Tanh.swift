/// The hyperbolic tangent.
public struct Tanh: Operator {
  public static let name = "tanh"
  public static let summary = "The hyperbolic tangent: `tanh(x)`."
  public static let counting = "one for each value"
  public static let attributes: [Attribute<Tanh>] = []
  public static let arity = Arity.one

  public init() {}

  public var operation: Operation { .tanh(self) }

  public var facts: Facts { Facts(.activation, .elementwise, bounds: .within(-1...1)) }

  public func shape(of inputs: Operands) -> Shape { inputs.first }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .pointwise }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    Cost(operations: 1, perValueOf: output, saved: .output)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
