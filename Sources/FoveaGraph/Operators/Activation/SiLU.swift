/// The sigmoid linear unit, also called swish.
public struct SiLU: Operator {
  public static let name = "silu"
  public static let summary = "The sigmoid linear unit: `x · sigmoid(x)`."
  public static let counting = "five for each value: a sigmoid of four and a product"
  public static let attributes: [Attribute<SiLU>] = []
  public static let arity = Arity.one

  public init() {}

  public var operation: Operation { .silu(self) }

  public var facts: Facts { Facts(.activation, .elementwise, bounds: .shrunk) }

  public func shape(of inputs: Operands) -> Shape { inputs.first }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .pointwise }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    Cost(operations: 5, perValueOf: output, saved: .inputs)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
