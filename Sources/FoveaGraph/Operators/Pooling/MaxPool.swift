/// The maximum of each window.
public struct MaxPool: Operator {
  public static let name = "max_pool"
  public static let summary = "Takes the maximum of each window of a channel."
  public static let counting = "one comparison for each value of a window but its first"
  public static let attributes: [Attribute<MaxPool>] = [
    .required("kernel", \.window.kernel, "The size of a window."),
    .optional(
      "stride", \.window.stride, "The step between neighbouring outputs, in input rows; the kernel's size by default."),
    .optional("padding", \.window.padding, "The rows around the map, which never are the maximum."),
    .optional("dilation", \.window.dilation, "The step between the rows of a window."),
    .optional("ceil", \.ceil, "Whether a last window that is not full counts."),
  ]
  public static let arity = Arity.one

  /// The window.
  public var window = SlidingWindow()
  /// Whether a last window that is not full counts.
  public var ceil = false

  public init() {}

  public var operation: Operation { .maxPool(self) }

  public var facts: Facts { Facts(.pooling, .aggregation, window: window, bounds: .kept, idleness: window.idleness) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    try window.pooled(inputs, by: Self.name, ceil: ceil)
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    window.view(of: inputs.first)
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    var cost = Cost()
    cost.operations = (window.taps(rank: output.rank) - 1) * output.elements
    cost.saved = .inputs
    return cost
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
