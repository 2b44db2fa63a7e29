/// The rectifier with a trained slope below zero.
public struct PReLU: Operator {
  public static let name = "prelu"
  public static let summary = "The rectifier with a trained slope below zero (He et al. 2015)."
  public static let counting = "two for each value: a comparison and a product"
  public static let attributes: [Attribute<PReLU>] = [
    .optional("per_channel", \.perChannel, "Whether every channel has a slope of its own.")
  ]
  public static let arity = Arity.one

  /// Whether every channel has a slope of its own.
  public var perChannel = false

  public init() {}

  public var operation: Operation { .prelu(self) }

  public var facts: Facts { Facts(.activation, .elementwise, bounds: .shrunk, unchanged: 0...Double.infinity) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    perChannel ? try inputs.channelsFirst(Self.name) : inputs.first
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .pointwise }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    var cost = Cost(operations: 2, perValueOf: output, saved: .inputs)
    cost.parameters = perChannel ? Figure(output.channels) : 1
    return cost
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] {
    // The slope that PyTorch begins with.
    [StoredArray("weight", [perChannel ? output.channels.orZero : 1], .scale(0.25))]
  }
}
