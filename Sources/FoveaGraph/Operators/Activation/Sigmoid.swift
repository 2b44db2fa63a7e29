/// The logistic function.
public struct Sigmoid: Operator {
  public static let name = "sigmoid"
  public static let summary = "The logistic function: `1 / (1 + exp(−x))`."
  public static let counting = "four for each value: a negation, an exponential, an addition and a division"
  public static let attributes: [Attribute<Sigmoid>] = []
  public static let arity = Arity.one

  public init() {}

  public var operation: Operation { .sigmoid(self) }

  public var facts: Facts { Facts(.activation, .elementwise, bounds: .within(0...1)) }

  public func shape(of inputs: Operands) -> Shape { inputs.first }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .pointwise }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    Cost(operations: 4, perValueOf: output, saved: .output)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
