/// The channels of its branches, one after another.
public struct Concat: Operator {
  public static let name = "concat"
  public static let summary = "Puts the channels of the branches one after another."
  public static let counting = ""
  public static let attributes: [Attribute<Concat>] = []
  public static let arity = Arity.branches

  public init() {}

  public var operation: Operation { .concat(self) }

  public var facts: Facts { Facts(.join, .movement, isLinear: true, bounds: .kept) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    try Join.concatenation(inputs, by: Self.name)
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    .pointwise
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    Cost()
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
