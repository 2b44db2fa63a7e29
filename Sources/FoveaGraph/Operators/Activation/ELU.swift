/// The exponential linear unit.
public struct ELU: Operator {
  public static let name = "elu"
  public static let summary = "The exponential linear unit: `x` above zero, `alpha · (exp(x) − 1)` below."
  public static let counting = "four for each value: a comparison, an exponential, a subtraction and a product"
  public static let attributes: [Attribute<ELU>] = [
    .optional("alpha", \.alpha, "The limit far below zero is minus this.", form: .number)
  ]
  public static let arity = Arity.one

  /// Minus the limit far below zero.
  public var alpha = 1.0

  public init() {}

  public var operation: Operation { .elu(self) }

  public var facts: Facts { Facts(.activation, .elementwise, bounds: .shrunk, unchanged: 0...Double.infinity) }

  public func shape(of inputs: Operands) -> Shape { inputs.first }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .pointwise }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    Cost(operations: 4, perValueOf: output, saved: .output)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
