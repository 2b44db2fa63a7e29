/// Normalisation by the statistics of each group of channels of one image.
public struct GroupNorm: Operator {
  public static let name = "group_norm"
  public static let summary =
    "Normalises each group of channels by its mean and variance over one image (Wu and He 2018)."
  public static let counting = "seven for each value, and two more with a trained scale and shift"
  public static let attributes: [Attribute<GroupNorm>] = [
    .required("groups", \.groups, "The number of groups into which the channels are divided."),
    .optional("affine", \.affine, "Whether every channel has a trained scale and shift."),
    .optional("eps", \.epsilon, "What is added to the variance."),
  ]
  public static let arity = Arity.one

  /// The number of groups.
  public var groups = 1
  /// Whether every channel has a trained scale and shift.
  public var affine = true
  /// What is added to the variance.
  public var epsilon = 1e-5

  public init() {}

  public var operation: Operation { .groupNorm(self) }

  public var facts: Facts { Facts(.normalization, .aggregation) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    let output = try inputs.channelsFirst(Self.name)
    try output.checkChannels(divideInto: groups)
    return output
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    // A group of a vector is a part of its entries; they all count as seen.
    inputs.first.isVector ? .channels : .whole(.normalized, of: inputs.first)
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    .normalization(of: output, parameters: affine ? 2 * Figure(output.channels) : 0)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] {
    .affine(affine, [output.channels.orZero])
  }
}
