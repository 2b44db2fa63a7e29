import FoveaGraph

/// A figure beside another: a number, a bound of one side, or not known.
package enum ComparedAmount<Number: Comparable & Sendable>: Sendable {
  case known(Number)
  case atLeast(Number)
  case atMost(Number)
  case unknown

  /// Writes the number with `≥` or `≤` before a bound, and `?` for what is not known.
  func text(_ format: (Number) -> String) -> String {
    switch self {
    case .known(let number): format(number)
    case .atLeast(let number): "≥ " + format(number)
    case .atMost(let number): "≤ " + format(number)
    case .unknown: "?"
    }
  }

  /// The number, where it is known.
  var value: Number? {
    switch self {
    case .known(let number): number
    case .atLeast, .atMost, .unknown: nil
    }
  }
}

extension Amount {
  /// How much more this figure is than another.
  func difference(from base: Amount) -> ComparedAmount<Int> {
    func minus(_ left: Int, _ right: Int) -> Int? {
      let (difference, overflow) = left.subtractingReportingOverflow(right)
      return overflow ? nil : difference
    }
    switch (self, base) {
    case (.known(let one), .known(let two)): return minus(one, two).map { .known($0) } ?? .unknown
    case (.atLeast(let one), .known(let two)): return minus(one, two).map { .atLeast($0) } ?? .unknown
    case (.known(let one), .atLeast(let two)): return minus(one, two).map { .atMost($0) } ?? .unknown
    case (.atLeast, .atLeast), (.unknown, _), (_, .unknown): return .unknown
    }
  }

  /// How many times another figure this one is; not known where that is 0.
  func ratio(to base: Amount) -> ComparedAmount<Double> {
    switch (self, base) {
    case (.known(let one), .known(let two)) where two > 0: .known(Double(one) / Double(two))
    case (.atLeast(let one), .known(let two)) where two > 0: .atLeast(Double(one) / Double(two))
    case (.known(let one), .atLeast(let two)) where two > 0: .atMost(Double(one) / Double(two))
    case (.known, _), (.atLeast, _), (.unknown, _): .unknown
    }
  }
}
