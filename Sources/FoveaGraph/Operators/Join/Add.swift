/// The sum of its branches.
public struct Add: Operator {
  public static let name = "add"
  public static let summary = "Adds the branches value by value; an extent of one is repeated along its axis."
  public static let counting = "one for each output value and branch but the first"
  public static let attributes: [Attribute<Add>] = []
  public static let arity = Arity.branches

  public init() {}

  public var operation: Operation { .add(self) }

  public var facts: Facts { Facts(.join, .combination, isLinear: true, bounds: .sign) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    try Join.broadcast(inputs, by: Self.name)
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    Join.view(of: inputs[input], giving: output)
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    Cost(operations: inputs.count - 1, perValueOf: output, saved: .nothing)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
