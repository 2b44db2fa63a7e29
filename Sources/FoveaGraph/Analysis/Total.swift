/// A figure of a whole network: the sum, or another combination, of the layers' figures.
public enum Total: Hashable, Sendable {
  /// Exactly this much.
  case known(Int)
  /// At least this much: the figures of the layers that are named are not known.
  case atLeast(Int, missing: [LayerID])
  /// No layer's figure is known.
  case unknown

  /// Sums the figures of the layers, in one pass.
  init(_ figures: some Sequence<(LayerID, Figure)>) {
    var sum = Figure(0)
    var missing: [LayerID] = []
    for (layer, figure) in figures {
      let next = sum + figure
      if next.value != nil {
        sum = next
      } else if missing.last != layer {
        missing.append(layer)
      }
    }
    self.init(sum.value ?? 0, missing: missing)
  }

  /// A bound, which is exact when nothing is missing.
  init(_ bound: Int, missing: [LayerID]) {
    if missing.isEmpty {
      self = .known(bound)
    } else if bound == 0 {
      self = .unknown
    } else {
      self = .atLeast(bound, missing: missing)
    }
  }

  /// The exact figure or the bound; nil when nothing is known.
  public var bound: Int? {
    switch self {
    case .known(let value), .atLeast(let value, _): value
    case .unknown: nil
    }
  }
}
