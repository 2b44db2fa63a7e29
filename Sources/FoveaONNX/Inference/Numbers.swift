/// The numbers of a small value, in the order of its axes.
enum Numbers: Equatable, Sendable {
  /// Integers and truths.
  case integers([Dim])
  case reals([Double])

  /// Larger values are not computed with.
  static let limit = 1 << 12

  var count: Int {
    switch self {
    case .integers(let values): values.count
    case .reals(let values): values.count
    }
  }

  /// The integers; nil for real numbers.
  var integers: [Dim]? { if case .integers(let values) = self { values } else { nil } }

  /// The values as real numbers; nil where one is not known.
  var reals: [Double]? {
    switch self {
    case .reals(let values): return values
    case .integers(let values): return values.known.map { $0.map(Double.init) }
    }
  }

  /// The values at some places.
  func picked(_ places: [Int]) -> Numbers {
    switch self {
    case .integers(let values): .integers(places.map { values[$0] })
    case .reals(let values): .reals(places.map { values[$0] })
    }
  }

  /// The values of several, one behind the other; nil where some are integers and some real.
  static func joined(_ parts: [Numbers]) -> Numbers? {
    if parts.allSatisfy({ $0.integers != nil }) { return .integers(parts.flatMap { $0.integers ?? [] }) }
    guard parts.allSatisfy({ $0.integers == nil }) else { return nil }
    return .reals(parts.flatMap { $0.reals ?? [] })
  }
}

/// The places of values in the order of their axes.
enum Places {
  /// For each place of `shape` the one that it is read from in `source`, whose axes stand `strides` apart.
  static func gather(_ shape: [Int], strides: [Int], from start: Int = 0) -> [Int] {
    var places = [start]
    for (extent, stride) in zip(shape, strides) {
      places = places.flatMap { place in (0..<extent).map { place + $0 * stride } }
    }
    return places
  }

  /// How many places the next of each axis is away.
  static func strides(_ shape: [Int]) -> [Int] {
    var strides = Array(repeating: 1, count: shape.count)
    for axis in shape.indices.dropLast().reversed() { strides[axis] = strides[axis + 1] * shape[axis + 1] }
    return strides
  }

  /// For each place of `shape` that of a value of the extents `source`, of which those of one are repeated.
  static func broadcast(_ source: [Int], to shape: [Int]) -> [Int] {
    let own = strides(source)
    let missing = shape.count - source.count
    return gather(
      shape, strides: shape.indices.map { $0 < missing || source[$0 - missing] == 1 ? 0 : own[$0 - missing] })
  }
}
