/// Passes its input on.
public struct Identity: Operator {
  public static let name = "identity"
  public static let summary = "Passes its input on."
  public static let counting = ""
  public static let attributes: [Attribute<Identity>] = []
  public static let arity = Arity.one

  public init() {}

  public var operation: Operation { .identity(self) }

  public var facts: Facts { Facts(.arrangement, .identity, isLinear: true, bounds: .kept) }

  public func shape(of inputs: Operands) -> Shape { inputs.first }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .pointwise }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    .view
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
