/// From which layer on a receptive field is not known, and why.
public struct UnknownField: Hashable, Sendable {
  /// What the window algebra cannot say.
  public enum Reason: Hashable, Sendable {
    /// An opaque layer does not state what it sees.
    case unstated
    /// The window depends on a size that is not known.
    case size
    /// What a unit sees on one axis of the input depends on several axes of its map.
    case axes
    /// One unit, which sees a part of the map, is put at every place of a larger one.
    case broadcast
    /// The windows repeat after more units than are kept, or leave the range of numbers.
    case period
    /// The paths of a join cannot be united: their maps have other axes, or move apart in more units than are kept.
    case union
  }

  /// The first layer on the path whose field is not known.
  public let layer: LayerID
  /// Why it is not.
  public let reason: Reason
}
