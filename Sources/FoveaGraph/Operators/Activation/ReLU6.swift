/// The rectifier that saturates at six.
public struct ReLU6: Operator {
  public static let name = "relu6"
  public static let summary = "The rectifier that saturates at six: `min(max(x, 0), 6)`."
  public static let counting = "two for each value: a maximum and a minimum"
  public static let attributes: [Attribute<ReLU6>] = []
  public static let arity = Arity.one

  public init() {}

  public var operation: Operation { .relu6(self) }

  public var facts: Facts { Facts(.activation, .elementwise, bounds: .clamped(0...6), unchanged: 0...6) }

  public func shape(of inputs: Operands) -> Shape { inputs.first }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .pointwise }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    Cost(operations: 2, perValueOf: output, saved: .output)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
