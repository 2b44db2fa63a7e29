/// The piecewise linear form of the sigmoid.
public struct Hardsigmoid: Operator {
  public static let name = "hardsigmoid"
  public static let summary = "The piecewise linear form of `sigmoid`: `min(max(x + 3, 0), 6) / 6`."
  public static let counting = "four for each value: an addition, a maximum, a minimum and a division"
  public static let attributes: [Attribute<Hardsigmoid>] = []
  public static let arity = Arity.one

  public init() {}

  public var operation: Operation { .hardsigmoid(self) }

  public var facts: Facts { Facts(.activation, .elementwise, bounds: .within(0...1)) }

  public func shape(of inputs: Operands) -> Shape { inputs.first }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .pointwise }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    Cost(operations: 4, perValueOf: output, saved: .inputs)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
