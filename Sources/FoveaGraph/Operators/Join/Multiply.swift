/// The product of its branches.
public struct Multiply: Operator {
  public static let name = "multiply"
  public static let summary = "Multiplies the branches value by value; an extent of one is repeated along its axis."
  public static let counting = "one for each output value and branch but the first"
  public static let attributes: [Attribute<Multiply>] = []
  public static let arity = Arity.branches

  public init() {}

  public var operation: Operation { .multiply(self) }

  public var facts: Facts { Facts(.join, .combination, bounds: .sign) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    try Join.broadcast(inputs, by: Self.name)
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    Join.view(of: inputs[input], giving: output)
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    Cost(operations: inputs.count - 1, perValueOf: output, saved: .inputs)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
