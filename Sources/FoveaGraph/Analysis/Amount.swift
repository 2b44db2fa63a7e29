import FoveaText

/// A figure of a row of a report: exact, a lower bound, or not known.
package enum Amount: Hashable, Sendable {
  case known(Int)
  case atLeast(Int)
  case unknown

  package init(_ total: Total) {
    switch total {
    case .known(let value): self = .known(value)
    case .atLeast(let bound, _): self = .atLeast(bound)
    case .unknown: self = .unknown
    }
  }

  /// Sums figures.
  package init(sum figures: [Figure]) {
    var sum = Figure(0)
    var isComplete = true
    for figure in figures {
      let next = sum + figure
      if next.value == nil { isComplete = false } else { sum = next }
    }
    let bound = sum.value ?? 0
    self = isComplete ? .known(bound) : bound == 0 ? .unknown : .atLeast(bound)
  }

  /// The figure as text, `≥` before a lower bound and `?` for one that is not known.
  package func text(_ format: (Int) -> String) -> String {
    switch self {
    case .known(let value): format(value)
    case .atLeast(let bound): "≥" + format(bound)
    case .unknown: "?"
    }
  }
}

/// The part that a row has in the whole.
package enum Share: Hashable, Sendable {
  case known(Double)
  /// The part or the whole is not known.
  case unknown
  /// There is nothing to share.
  case none

  package init(_ part: Amount, of whole: Total) {
    switch (part, whole) {
    case (_, .known(0)): self = .none
    case (.known(let part), .known(let whole)): self = .known(Double(part) / Double(whole))
    case (.known(0), _): self = .known(0)
    case (.known, .atLeast), (.known, .unknown), (.atLeast, _), (.unknown, _): self = .unknown
    }
  }

  package var fraction: Double? {
    switch self {
    case .known(let fraction): fraction
    case .unknown, .none: nil
    }
  }

  package var text: String {
    switch self {
    case .known(let fraction): Quantity.percent(fraction)
    case .unknown: "?"
    case .none: "–"
    }
  }
}
