/// The maximum of each channel.
public struct GlobalMaxPool: Operator {
  public static let name = "global_max_pool"
  public static let summary = "Takes the maximum of each channel; keeps the spatial axes, each of size 1."
  public static let counting = "one comparison for each value in a channel but its first"
  public static let attributes: [Attribute<GlobalMaxPool>] = []
  public static let arity = Arity.one

  public init() {}

  public var operation: Operation { .globalMaxPool(self) }

  public var facts: Facts { Facts(.pooling, .aggregation, bounds: .kept) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    try AdaptivePooling.global.shape(of: inputs, by: Self.name)
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    AdaptivePooling.global.view(of: inputs.first, giving: output)
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    AdaptivePooling.global.maximum(inputs.first, giving: output)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
