/// Channels as pixels of a larger map.
public struct PixelShuffle: Operator {
  public static let name = "pixel_shuffle"
  public static let summary =
    "Spreads each group of `factor²` channels of an image over blocks of `factor` by `factor` pixels (Shi et al. 2016)."
  public static let counting = ""
  public static let attributes: [Attribute<PixelShuffle>] = [
    .required("factor", \.factor, "The factor by which every spatial axis grows.", form: .factor)
  ]
  public static let arity = Arity.one

  /// The factor by which every spatial axis grows.
  public var factor = 1

  public init() {}

  public var operation: Operation { .pixelShuffle(self) }

  public var facts: Facts {
    Facts(
      .resizing, .movement, isLinear: true, bounds: .kept,
      idleness: factor == 1 ? Facts.Idleness("factor", "the factor is 1") : nil)
  }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    let map = try inputs.map(Self.name)
    let block = (0..<map.rank).reduce(1) { product, _ in product * factor }
    var output = map
    output.channels = map.channels.divided(by: block)
    for axis in 0..<map.rank {
      output.spatial[axis] = try Extent(given: Figure(map.spatial[axis]) * Figure(factor))
    }
    if let channels = map.channels.value, channels % block != 0 {
      throw .indivisibleGroups(
        "channels", count: channels, groups: block, attribute: "factor",
        remains: Shape(channels: .unknown, spatial: output.spatial))
    }
    return output
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    View.windows(rank: output.rank) { _ in PeriodicWindow.pixelShuffle(factor) }
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost { Cost() }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
