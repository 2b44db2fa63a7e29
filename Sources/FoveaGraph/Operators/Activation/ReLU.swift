/// The rectifier, `max(x, 0)`.
public struct ReLU: Operator {
  public static let name = "relu"
  public static let summary = "The rectifier: `max(x, 0)`."
  public static let counting = "one for each value"
  public static let attributes: [Attribute<ReLU>] = []
  public static let arity = Arity.one

  public init() {}

  public var operation: Operation { .relu(self) }

  public var facts: Facts {
    Facts(.activation, .elementwise, bounds: .clamped(0...Double.infinity), unchanged: 0...Double.infinity)
  }

  public func shape(of inputs: Operands) -> Shape { inputs.first }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .pointwise }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    Cost(operations: 1, perValueOf: output, saved: .output)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
