/// The average of each channel.
public struct GlobalAvgPool: Operator {
  public static let name = "global_avg_pool"
  public static let summary = "Takes the average of each channel; keeps the spatial axes, each of size 1."
  public static let counting = "one for each value in a channel: its additions and a division"
  public static let attributes: [Attribute<GlobalAvgPool>] = []
  public static let arity = Arity.one

  public init() {}

  public var operation: Operation { .globalAvgPool(self) }

  public var facts: Facts { Facts(.pooling, .aggregation, isLinear: true, bounds: .kept) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    try AdaptivePooling.global.shape(of: inputs, by: Self.name)
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    AdaptivePooling.global.view(of: inputs.first, giving: output)
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    AdaptivePooling.global.averaging(inputs.first)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
