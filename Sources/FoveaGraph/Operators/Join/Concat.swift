/// Its branches, one after another along one axis.
public struct Concat: Operator {
  public static let name = "concat"
  public static let summary = "Puts the branches one after another along an axis, such as that of the channels."
  public static let counting = ""
  public static let attributes: [Attribute<Concat>] = [
    .optional("axis", \.axis, "The axis along which the branches lie one after another.")
  ]
  public static let arity = Arity.branches

  /// The axis along which the branches lie one after another.
  public var axis = AxisName.channels

  public init() {}

  public var operation: Operation { .concat(self) }

  public var facts: Facts { Facts(.join, .movement, isLinear: true, bounds: .kept) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    try Join.concatenation(inputs, along: axis.role, by: Self.name)
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    axis == .channels ? .pointwise : Join.view(ofPart: input, of: inputs, along: axis.role)
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    Cost()
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
