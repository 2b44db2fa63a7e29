/// The channels of groups in turn.
public struct ChannelShuffle: Operator {
  public static let name = "channel_shuffle"
  public static let summary = "Takes one channel of each group in turn, so that grouped layers mix (Zhang et al. 2017)."
  public static let counting = ""
  public static let attributes: [Attribute<ChannelShuffle>] = [
    .required("groups", \.groups, "The number of groups into which the channels are divided.")
  ]
  public static let arity = Arity.one

  /// The number of groups.
  public var groups = 1

  public init() {}

  public var operation: Operation { .channelShuffle(self) }

  public var facts: Facts {
    Facts(
      .arrangement, .movement, isLinear: true, bounds: .kept,
      idleness: groups == 1 ? Facts.Idleness("groups", "there is one group") : nil)
  }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    let map = try inputs.map(Self.name)
    try map.checkChannels(divideInto: groups)
    return map
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .pointwise }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost { Cost() }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
