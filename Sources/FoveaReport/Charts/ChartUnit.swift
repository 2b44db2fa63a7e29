import FoveaFilters
import FoveaText

/// What the numbers on an axis count.
package enum ChartUnit: Hashable, Sendable {
  /// Whole things in the thousands and millions, with decimal prefixes: parameters, multiply-accumulates.
  case count
  /// Things that are few enough to be written out, such as `rows`.
  case plain(String)
  /// Bytes, with binary prefixes.
  case bytes
  /// Shares of 1, shown in percent.
  case percent
  /// Seconds, with prefixes.
  case seconds

  /// A prefix: how many of the unit it stands for, and how it is written with the unit.
  struct Prefix {
    let size: Double
    let text: String
  }

  /// The prefixes in the order of their sizes.
  private var prefixes: [Prefix] {
    switch self {
    case .count: Self.thousands
    case .plain(let name): [Prefix(size: 1, text: name)]
    case .bytes:
      ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"].enumerated().map {
        Prefix(size: Double(1 << (10 * $0.offset)), text: $0.element)
      }
    case .percent: [Prefix(size: 0.01, text: "%")]
    case .seconds:
      ["ns", "µs", "ms", "s"].enumerated().map { Prefix(size: .power(ofTen: 3 * $0.offset - 9), text: $0.element) }
    }
  }

  private static let thousands = ["", "k", "M", "G", "T", "P", "E"].enumerated().map {
    Prefix(size: .power(ofTen: 3 * $0.offset), text: $0.element)
  }

  /// The prefix with which numbers up to `largest` are short.
  func prefix(for largest: Double) -> Prefix {
    let known = prefixes
    return known.last { $0.size <= largest } ?? known[0]
  }

  /// One number by itself, such as a label of a bar: `12.3%`, `4.09G`, `9.80 MiB`.
  package func text(_ value: Double) -> String {
    guard value.isFinite else { return "?" }
    switch self {
    case .count: return Int(exactly: value.rounded()).map(Quantity.short) ?? "?"
    case .plain: return Self.plain(value)
    case .bytes: return Int(exactly: value.rounded()).map(Quantity.bytes) ?? "?"
    case .percent: return Quantity.percent(value)
    case .seconds:
      let prefix = prefix(for: value.magnitude)
      return Self.plain(value / prefix.size) + " " + prefix.text
    }
  }

  /// One number on an axis whose numbers have prefixes of their own: `2`, `50k`.
  func tick(_ value: Double) -> String {
    switch self {
    case .count, .plain:
      let prefix = Self.thousands.last { $0.size <= value } ?? Self.thousands[0]
      return Self.plain(value / prefix.size) + prefix.text
    case .bytes, .seconds, .percent:
      return text(value).replacing(".000", with: "")
    }
  }

  /// A number with at most three digits behind the point, and no zeros at its end.
  private static func plain(_ value: Double) -> String {
    var text = DecimalText.fixed(value, digits: 3)
    while text.contains("."), text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
