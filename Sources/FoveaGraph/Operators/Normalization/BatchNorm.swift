/// Normalisation by the statistics of each channel over a batch.
public struct BatchNorm: Operator {
  public static let name = "batch_norm"
  public static let summary = "Normalises each channel by its mean and variance over a batch (Ioffe and Szegedy 2015)."
  public static let counting =
    "two for each value with running statistics, which are folded into a scale and a shift; else seven, and two more with a trained scale and shift"
  public static let attributes: [Attribute<BatchNorm>] = [
    .optional("affine", \.affine, "Whether every channel has a trained scale and shift."),
    .optional("track", \.track, "Whether it keeps running statistics, which inference uses."),
    .optional("eps", \.epsilon, "What is added to the variance."),
    .optional("momentum", \.momentum, "The weight of the newest batch in the running statistics."),
  ]
  public static let arity = Arity.one

  /// Whether every channel has a trained scale and shift.
  public var affine = true
  /// Whether it keeps running statistics, which inference uses.
  public var track = true
  /// What is added to the variance.
  public var epsilon = 1e-5
  /// The weight of the newest batch in the running statistics.
  public var momentum = 0.1

  public init() {}

  public var operation: Operation { .batchNorm(self) }

  public var facts: Facts { Facts(.normalization, .elementwise, isLinear: true) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    try inputs.channelsFirst(Self.name)
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    track ? .pointwise : .whole(.normalized, of: inputs.first)
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    .normalization(of: output, affine: affine, track: track)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] {
    .affine(affine, [output.channels.orZero]) + .statistics(track, output.channels, epsilon: epsilon)
  }
}
