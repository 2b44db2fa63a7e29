/// The piecewise linear form of the sigmoid linear unit.
public struct Hardswish: Operator {
  public static let name = "hardswish"
  public static let summary = "The piecewise form of `silu`: `x · hardsigmoid(x)`."
  public static let counting = "five for each value: a hard sigmoid of four and a product"
  public static let attributes: [Attribute<Hardswish>] = []
  public static let arity = Arity.one

  public init() {}

  public var operation: Operation { .hardswish(self) }

  public var facts: Facts { Facts(.activation, .elementwise, bounds: .shrunk) }

  public func shape(of inputs: Operands) -> Shape { inputs.first }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .pointwise }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    Cost(operations: 5, perValueOf: output, saved: .inputs)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
