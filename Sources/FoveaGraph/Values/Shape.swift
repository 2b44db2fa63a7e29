/// The shape of one tensor without the batch axis: channels and up to three spatial axes.
///
/// A vector, such as the input of a classifier's head, has channels and no spatial axis.
public struct Shape: Hashable, Sendable, BitwiseCopyable {
  /// Where the channels stand.
  public enum Layout: Hashable, Sendable, BitwiseCopyable {
    /// Before the spatial axes, PyTorch's C, H, W.
    case channelsFirst
    /// After the spatial axes: H, W, C.
    case channelsLast
  }

  /// The number of channels, or of features of a vector.
  public var channels: Extent
  /// The spatial extents in the order depth, height, width.
  public var spatial: Spatial
  /// Where the channels stand; always `channelsFirst` for a vector.
  public var layout: Layout

  /// Creates a shape from its channels and spatial extents.
  public init(channels: Extent, spatial: Spatial = [], layout: Layout = .channelsFirst) {
    self.channels = channels
    self.spatial = spatial
    self.layout = spatial.isEmpty ? .channelsFirst : layout
  }

  /// The number of spatial axes.
  public var rank: Int { spatial.count }

  /// All extents in the order of the tensor's axes.
  public var extents: [Extent] {
    switch layout {
    case .channelsFirst: [channels] + spatial
    case .channelsLast: spatial + [channels]
    }
  }

  /// The number of units of one channel: the product of the spatial extents.
  public var positions: Figure {
    spatial.reduce(1) { $0 * Figure($1) }
  }

  /// The number of values in the tensor of one image.
  public var elements: Figure { Figure(channels) * positions }

  /// Whether every spatial extent is known to be one.
  public var isSinglePosition: Bool { spatial.allSatisfy { $0.value == 1 } }

  /// Whether there is no spatial axis.
  var isVector: Bool { spatial.isEmpty }

  /// The same channels with other spatial extents.
  func with(spatial: Spatial) -> Shape {
    Shape(channels: channels, spatial: spatial, layout: layout)
  }

  /// The same layout with nothing known.
  public var erased: Shape {
    Shape(channels: .unknown, spatial: Spatial(repeating: .unknown, count: rank), layout: layout)
  }
}

extension Shape {
  /// Checks that an attribute has one value for all axes, or one for each of this map's.
  ///
  /// - Throws: `wrong-rank`.
  func check(_ values: AxisValues, is attribute: String) throws(ShapeError) {
    guard let count = values.count, count != rank else { return }
    throw .wrongRank(attribute: attribute, count: count, rank: rank)
  }

  /// The same for rows on both sides of each axis.
  func check(_ padding: Padding, is attribute: String) throws(ShapeError) {
    guard case .rows(let before, _) = padding else { return }
    try check(before, is: attribute)
  }
}

extension Shape {
  /// Checks that the channels, where they are known, divide into `groups` equal parts.
  ///
  /// - Throws: `indivisible-groups`.
  func checkChannels(divideInto groups: Int) throws(ShapeError) {
    guard let channels = channels.value, channels % groups != 0 else { return }
    throw .indivisibleGroups("channels", count: channels, groups: groups, remains: self)
  }
}

extension Shape: CustomStringConvertible {
  /// The extents joined by `x`, such as `64x112x112`.
  public var description: String { extents.map(\.description).joined(separator: "x") }
}
