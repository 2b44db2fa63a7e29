/// The sizes of an axis of a network's inputs for which something holds: some small ones, and from a threshold on those
/// that leave some remainders.
package struct AxisSizes: Hashable, Sendable {
  /// The sizes from the threshold on.
  package enum Rest: Hashable, Sendable {
    case none, all
    case some(FittingSizes)
  }

  /// Those below the threshold, in ascending order.
  package let small: [Int]
  /// From here on the remainder decides.
  package let threshold: Int
  /// Those from there on.
  package let rest: Rest

  /// Creates the sizes from the answers for 1, 2, 3 and so on.
  ///
  /// - Parameters:
  ///   - holds: whether each of them fits.
  ///   - period: after how many sizes the answers repeat, at the end; at most as many as there are.
  init(_ holds: [Bool], period: Int) {
    let base = holds.count - period
    let tail = Array(holds[base...])
    let rest: Rest =
      FittingSizes(tail, from: base + 1).map { .some($0) } ?? (tail.contains(true) ? .all : .none)
    var threshold = base + 1
    while threshold > 1, Self.contains(threshold - 1, rest) == holds[threshold - 2] { threshold -= 1 }
    small = (1..<threshold).filter { holds[$0 - 1] }
    (self.threshold, self.rest) = (threshold, rest)
  }

  private static func contains(_ size: Int, _ rest: Rest) -> Bool {
    switch rest {
    case .none: false
    case .all: true
    case .some(let sizes): sizes.contains(size)
    }
  }

  /// Whether a size fits.
  package func contains(_ size: Int) -> Bool {
    size < threshold ? small.contains(size) : Self.contains(size, rest)
  }

  /// The least size that fits; nil where none does.
  package var least: Int? { small.first ?? first }

  /// The least from the threshold on.
  private var first: Int? {
    switch rest {
    case .none: nil
    case .all: threshold
    case .some(let sizes): (threshold..<threshold + sizes.divisor).first(where: sizes.contains)
    }
  }

  /// The least number of which all multiples fit, from the threshold on; nil where there is none.
  package var divisor: Int? {
    switch rest {
    case .none: nil
    case .all: 1
    case .some(let sizes): sizes.multiple
    }
  }

  /// What sizes from the threshold on are divided by, and which remainders fit.
  package var remainders: (modulus: Int, fitting: [Int]) {
    switch rest {
    case .none: (1, [])
    case .all: (1, [0])
    case .some(let sizes): (sizes.divisor, sizes.remainders)
    }
  }

  /// The next size that fits below another, if there is one, and above.
  package func nearest(to size: Int) -> (below: Int?, above: Int?) {
    let (period, _) = remainders
    let start = max(size - 1, 0)
    let below =
      (max(threshold, start - period)...max(threshold, start)).reversed().first { $0 < size && contains($0) }
      ?? small.last { $0 < size }
    let above =
      small.first { $0 > size }
      ?? (max(threshold, size + 1)...max(threshold, size + 1) + period).first(where: contains)
    return (below, above)
  }

  /// The sizes in words: `a multiple of 32 from 64 on, or 48`.
  package var text: String {
    let others = Self.ranges(small)
    let condition: String
    switch rest {
    case .none: return others.isEmpty ? "none" : others
    case .all: condition = "any size"
    case .some(let sizes): condition = sizes.condition
    }
    // A multiple is never smaller than what it is one of.
    let first = first ?? threshold
    let isFromStart = small.isEmpty && (1..<first).allSatisfy { !Self.contains($0, rest) }
    return condition + (isFromStart ? "" : " from \(first) on") + (others.isEmpty ? "" : ", or \(others)")
  }

  /// Numbers with neighbours taken together: `49 to 55, 60`.
  private static func ranges(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    let shown = ranges.prefix(6).map { range in
      range.count == 1
        ? "\(range.lowerBound)"
        : "\(range.lowerBound)\(range.count == 2 ? ", " : " to ")\(range.upperBound)"
    }
    return shown.joined(separator: ", ") + (ranges.count > 6 ? ", …" : "")
  }
}
