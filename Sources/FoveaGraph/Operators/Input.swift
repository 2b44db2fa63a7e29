/// An input of the network. A description states it under `input` or `inputs`, never as a layer.
public struct Input: Operator {
  public static let name = "input"
  public static let summary = "An input of the network."
  public static let counting = ""
  public static let attributes: [Attribute<Input>] = []
  public static let arity = Arity.none

  /// The shape of one image.
  public var stated = Shape(channels: .unknown)

  public init() {}

  /// Creates an input of a shape.
  public init(_ shape: Shape) {
    stated = shape
  }

  public var operation: Operation { .input(self) }

  public var facts: Facts { Facts(.input, .unknown) }

  public func shape(of inputs: Operands) -> Shape { stated }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .pointwise }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost { Cost() }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
