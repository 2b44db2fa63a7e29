/// The average of each of `size` even parts.
public struct AdaptiveAvgPool: Operator {
  public static let name = "adaptive_avg_pool"
  public static let summary = "Takes the average of each of `size` parts of a channel, as even as they can be."
  public static let counting = "one for each value in a window: its additions and a division"
  public static let attributes: [Attribute<AdaptiveAvgPool>] = [
    .required("size", \.size, "The size of the output.")
  ]
  public static let arity = Arity.one

  /// The size of the output.
  public var size: AxisValues = 1

  public init() {}

  public var operation: Operation { .adaptiveAvgPool(self) }

  public var facts: Facts { Facts(.pooling, .aggregation, isLinear: true, bounds: .kept) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    try AdaptivePooling(size: size).shape(of: inputs, by: Self.name)
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    AdaptivePooling(size: size).view(of: inputs.first, giving: output)
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    AdaptivePooling(size: size).averaging(inputs.first)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
