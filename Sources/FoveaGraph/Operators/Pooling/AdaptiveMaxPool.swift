/// The maximum of each of `size` even parts.
public struct AdaptiveMaxPool: Operator {
  public static let name = "adaptive_max_pool"
  public static let summary = "Takes the maximum of each of `size` parts of a channel, as even as they can be."
  public static let counting = "one comparison for each value in a window but its first"
  public static let attributes: [Attribute<AdaptiveMaxPool>] = [
    .required("size", \.size, "The size of the output.")
  ]
  public static let arity = Arity.one

  /// The size of the output.
  public var size: AxisValues = 1

  public init() {}

  public var operation: Operation { .adaptiveMaxPool(self) }

  public var facts: Facts { Facts(.pooling, .aggregation, bounds: .kept) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    try AdaptivePooling(size: size).shape(of: inputs, by: Self.name)
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    AdaptivePooling(size: size).view(of: inputs.first, giving: output)
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    AdaptivePooling(size: size).maximum(inputs.first, giving: output)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
