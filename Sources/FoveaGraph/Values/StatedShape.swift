/// A shape as a description states it: its extents in the order of the axes, channels first.
public enum StatedShape: Hashable, Sendable {
  /// Not known.
  case unknown
  /// One extent of a vector, or channels and one to three spatial extents; nil for the one that follows from the
  /// others.
  case extents([Extent?])

  /// The extents as far as they are stated.
  var known: [Extent] {
    switch self {
    case .unknown: []
    case .extents(let extents): extents.map { $0 ?? .unknown }
    }
  }

  /// The shape of these extents; nil unless there are one to four and all are stated.
  static func shape(of extents: [Extent]) -> Shape? {
    guard let channels = extents.first, extents.count <= 4 else { return nil }
    return Shape(channels: channels, spatial: Extents(extents.dropFirst()))
  }
}

extension StatedShape: AttributeValue {
  public static var form: AttributeForm { .extents }

  public init?(_ value: Value) {
    switch value {
    case .word("unknown"): self = .unknown
    case .list(let entries):
      var extents: [Extent?] = []
      for entry in entries {
        switch entry {
        case .integer(-1): extents.append(nil)
        case .integer(let extent): extents.append(Extent(extent))
        case .word("?"): extents.append(.unknown)
        case .word, .decimal, .truth, .list, .mapping, .layer: return nil
        }
      }
      self = .extents(extents)
    case .integer, .word, .decimal, .truth, .mapping, .layer: return nil
    }
  }

  public var value: Value? {
    switch self {
    case .unknown: .word("unknown")
    case .extents(let extents):
      .list(
        extents.map { extent in
          guard let extent else { return .integer(-1) }
          return extent.value.map(Value.integer) ?? .word("?")
        })
    }
  }
}
