/// Some neighbouring channels.
public struct SliceChannels: Operator {
  public static let name = "slice_channels"
  public static let summary = "Keeps `count` channels from the channel `start` on."
  public static let counting = ""
  public static let attributes: [Attribute<SliceChannels>] = [
    .optional("start", \.start, "The first channel, counted from 0.", form: .integer(0...Extent.limit)),
    .required("count", \.count, "The number of channels."),
  ]
  public static let arity = Arity.one

  /// The first channel.
  public var start = 0
  /// The number of channels.
  public var count = 1

  public init() {}

  public var operation: Operation { .sliceChannels(self) }

  public var facts: Facts { Facts(.arrangement, .movement, isLinear: true, bounds: .kept) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    var output = inputs.first
    output.channels = Extent(count)
    if let channels = inputs.first.channels.value, channels - count < start {
      throw .beyondChannels(self, channels: channels, remains: output)
    }
    return output
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .pointwise }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost { .view }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}

extension ShapeError {
  fileprivate static func beyondChannels(_ slice: SliceChannels, channels: Int, remains: Shape) -> ShapeError {
    let left = channels - slice.start
    return ShapeError(
      rule: "slice-out-of-range",
      "\(slice.count) channels from channel \(slice.start) on reach beyond the input's \(channels)",
      attribute: left > 0 ? "count" : "start", label: "\(slice.start) + \(slice.count) > \(channels)",
      help: left > 0
        ? "there \(left == 1 ? "is 1 channel" : "are \(left) channels") from there on"
        : "the last channel is \(channels - 1)", remains: remains)
  }
}
