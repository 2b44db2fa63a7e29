/// A map as one vector.
public struct Flatten: Operator {
  public static let name = "flatten"
  public static let summary = "Puts all values of a map into one vector."
  public static let counting = ""
  public static let attributes: [Attribute<Flatten>] = []
  public static let arity = Arity.one

  public init() {}

  public var operation: Operation { .flatten(self) }

  public var facts: Facts { Facts(.arrangement, .relabelling, isLinear: true, bounds: .kept) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    Shape(channels: try Extent(given: inputs.first.elements))
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    .whole(.flattened, of: inputs.first)
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost { .view }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
