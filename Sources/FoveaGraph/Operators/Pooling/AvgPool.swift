/// The average of each window.
public struct AvgPool: Operator {
  public static let name = "avg_pool"
  public static let summary = "Takes the average of each window of a channel."
  public static let counting = "one for each value of a window: its additions and a division"
  public static let attributes: [Attribute<AvgPool>] = [
    .required("kernel", \.window.kernel, "The size of a window."),
    .optional(
      "stride", \.window.stride, "The step between neighbouring outputs, in input rows; the kernel's size by default."),
    .optional("padding", \.window.padding, "The rows around the map, which are zero."),
    .optional("ceil", \.ceil, "Whether a last window that is not full counts."),
    .optional(
      "count_include_pad", \.countsPadding, "Whether the zeros of the padding count in an average."),
  ]
  public static let arity = Arity.one

  /// The window.
  public var window = SlidingWindow()
  /// Whether a last window that is not full counts.
  public var ceil = false
  /// Whether the zeros of the padding count in an average.
  public var countsPadding = true

  public init() {}

  public var operation: Operation { .avgPool(self) }

  public var facts: Facts {
    Facts(.pooling, .aggregation, isLinear: true, window: window, bounds: .kept, idleness: window.idleness)
  }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    try window.pooled(inputs, by: Self.name, ceil: ceil)
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    window.view(of: inputs.first)
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    var cost = Cost()
    cost.operations = window.taps(rank: output.rank) * output.elements
    return cost
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
