/// What one unit of a layer's output sees of one of its inputs.
public enum View: Hashable, Sendable {
  /// The unit at its own place, in any channels of it. Of a flattened map: the entry itself.
  case pointwise
  /// All channels at its own place: the same for a map, every entry for a vector.
  case channels
  /// The rows of a window on each spatial axis.
  case windows(PerAxis<PeriodicWindow>)
  /// The unit at its own place, which other axes of the output lead to.
  case rearranged(AxisMap)
  /// The whole map, by pooling over all of it.
  case everything
  /// Its own place, scaled by statistics of the whole map.
  case normalized
  /// The unit at its own place, which is now an entry of a vector.
  case flattened
  /// The only unit of a map that is broadcast over a larger one.
  case broadcast
  /// Not known.
  case unknown
}

extension View {
  /// A window on each of `rank` axes; not known where one of them is not. Where it is square the first is that of all.
  static func windows(rank: Int, isSquare: Bool = false, _ window: (_ axis: Int) -> PeriodicWindow?) -> View {
    if isSquare, rank > 0 {
      return window(0).map { .windows(PerAxis(repeating: $0, count: rank)) } ?? .unknown
    }
    var windows = PerAxis<PeriodicWindow>()
    for axis in 0..<rank {
      guard let window = window(axis) else { return .unknown }
      windows.append(window)
    }
    return .windows(windows)
  }

  /// The view of a layer that looks at the whole map: that of a map with a single position is the unit itself.
  static func whole(_ view: View, of input: Shape) -> View {
    input.isSinglePosition ? .pointwise : view
  }
}
