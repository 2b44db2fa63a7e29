/// The softmax over the channels.
public struct Softmax: Operator {
  public static let name = "softmax"
  public static let summary = "Turns the channels at each position into shares of one: `exp(x) / Σ exp(x)`."
  public static let counting = "five for each value: the maximum, a subtraction, an exponential, the sum and a division"
  public static let attributes: [Attribute<Softmax>] = []
  public static let arity = Arity.one

  public init() {}

  public var operation: Operation { .softmax(self) }

  public var facts: Facts { Facts(.activation, .aggregation, bounds: .within(0...1)) }

  public func shape(of inputs: Operands) -> Shape { inputs.first }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .channels }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    Cost(operations: 5, perValueOf: output, saved: .output)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
