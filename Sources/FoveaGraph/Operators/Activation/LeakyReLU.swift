/// The rectifier with a slope below zero.
public struct LeakyReLU: Operator {
  public static let name = "leaky_relu"
  public static let summary = "The rectifier with a slope below zero: `max(x, 0) + slope · min(x, 0)`."
  public static let counting = "two for each value: a comparison and a product"
  public static let attributes: [Attribute<LeakyReLU>] = [
    .optional("slope", \.slope, "The slope below zero.", form: .number)
  ]
  public static let arity = Arity.one

  /// The slope below zero.
  public var slope = 0.01

  public init() {}

  public var operation: Operation { .leakyRelu(self) }

  public var facts: Facts { Facts(.activation, .elementwise, bounds: .shrunk, unchanged: 0...Double.infinity) }

  public func shape(of inputs: Operands) -> Shape { inputs.first }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .pointwise }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    Cost(operations: 2, perValueOf: output, saved: .output)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
