/// What one unit of a layer's output sees of one of its inputs.
public enum View: Hashable, Sendable {
  /// The unit at its own place, in any channels of it. Of a flattened map: the entry itself.
  case pointwise
  /// All channels at its own place: the same for a map, every entry for a vector.
  case channels
  /// The rows of a window on each spatial axis.
  case windows(PerAxis<PeriodicWindow>)
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
