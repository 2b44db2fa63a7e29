import FoveaNumerics

/// A finite set of places along one axis, as ascending ranges with gaps between them.
///
/// Windows without holes keep a single range, so that following many of them costs nothing that grows with their size.
struct Places: Hashable, Sendable {
  /// Not empty, ascending, and not touching each other.
  private(set) var ranges: [Range<Int>]

  /// The places of a range.
  init(_ range: Range<Int>) { ranges = range.isEmpty ? [] : [range] }

  /// Ascending ranges, which may overlap or touch.
  private init(ascending parts: some Sequence<Range<Int>>) {
    ranges = []
    for part in parts {
      if let last = ranges.last, part.lowerBound <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, part.upperBound)
      } else {
        ranges.append(part)
      }
    }
  }

  /// The number of places.
  var count: Int { ranges.reduce(0) { $0 + $1.count } }

  func contains(_ place: Int) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(place)
  }

  /// The places inside a range.
  func clipped(to range: Range<Int>) -> Places {
    var result = Places(0..<0)
    result.ranges = ranges.map { $0.clamped(to: range) }.filter { !$0.isEmpty }
    return result
  }

  /// The places outside of a range.
  func outside(_ range: Range<Int>) -> Places {
    Places(
      ascending: ranges.lazy.flatMap { part in
        [
          part.lowerBound..<max(part.lowerBound, min(part.upperBound, range.lowerBound)),
          min(part.upperBound, max(part.lowerBound, range.upperBound))..<part.upperBound,
        ].filter { !$0.isEmpty }
      })
  }

  func union(_ other: Places) -> Places {
    var (left, right) = (ranges[...], other.ranges[...])
    let merged = sequence(state: ()) { _ in
      guard let first = left.first else { return right.popFirst() }
      guard let second = right.first, second.lowerBound < first.lowerBound else { return left.popFirst() }
      return right.popFirst()
    }
    return Places(ascending: merged)
  }

  /// Every place with each of `count` ≥ 1 distances added, which are `step` apart and begin at 0.
  func spread(count: Int, step: Int) -> Places {
    var (result, reached) = (self, 1)
    while reached < count {
      let more = min(reached, count - reached)
      result = result.union(result.moved(by: more * step))
      reached += more
    }
    return result
  }

  private func moved(by offset: Int) -> Places {
    var result = self
    for index in ranges.indices {
      result.ranges[index] = ranges[index].lowerBound + offset..<ranges[index].upperBound + offset
    }
    return result
  }

  /// The units of a window that read one of the places, beyond its map too.
  func read(by window: AxisWindow) -> Places {
    // Unit o reads the places o·s − p + d·t, so o·s is a place moved by p − d·t.
    let spread = moved(by: window.padding.before - (window.extent - 1))
      .spread(count: window.kernel, step: window.dilation)
    return Places(
      ascending: spread.ranges.lazy.map { range in
        let first = range.lowerBound.dividedRoundingUp(by: window.stride)
        return first..<range.upperBound.dividedRoundingUp(by: window.stride)
      }.filter { !$0.isEmpty })
  }
}

extension Int {
  /// The quotient by a number above 0, rounded up.
  func dividedRoundingUp(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder > 0 ? quotient + 1 : quotient
  }

  /// The quotient by a number above 0, rounded down.
  func dividedRoundingDown(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
