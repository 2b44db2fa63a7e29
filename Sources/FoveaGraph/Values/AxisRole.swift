/// What one axis of a tensor counts.
public enum AxisRole: UInt8, Hashable, Sendable, BitwiseCopyable, CaseIterable {
  /// The values at a position: channels of a map, entries of a vector.
  case channels
  /// The slices of a volume.
  case depth
  /// The rows of an image.
  case height
  /// The columns of an image.
  case width
  /// The positions of a sequence: samples, steps in time, or tokens.
  case length
  /// The windows into which the positions of an axis are divided.
  case windows
  /// The heads of attention.
  case heads
  /// The values of one head at a position.
  case features

  /// Whether the axis is one of places in a map, along which windows slide.
  public var isSpatial: Bool {
    switch self {
    case .depth, .height, .width, .length, .windows: true
    case .channels, .heads, .features: false
    }
  }

  /// The name in messages.
  public var name: String {
    switch self {
    case .channels: "channels"
    case .depth: "depth"
    case .height: "height"
    case .width: "width"
    case .length: "length"
    case .windows: "windows"
    case .heads: "heads"
    case .features: "features"
    }
  }

  /// The role of a spatial axis of a map of `rank` axes: a sequence, an image or a volume.
  ///
  /// - Precondition: `rank` is in 1...3, and `axis` in `0..<rank`.
  package static func spatial(_ axis: Int, of rank: Int) -> AxisRole {
    switch (rank, axis) {
    case (1, 0): return .length
    case (2, 0), (3, 1): return .height
    case (2, 1), (3, 2): return .width
    case (3, 0): return .depth
    case (_, _): preconditionFailure("a map has one to three spatial axes")
    }
  }
}
