import FoveaGraph
import FoveaText

/// The values that one thing takes over a grid: a list of values and of ranges, such as `16,32..128:16`.
///
/// A range holds its first value and all that follow by its step up to its last; without a step it is 1. Decimals are
/// exact: `0.25..1:0.25` has four values. Commas inside brackets belong to a value.
package struct SweepValues: Hashable, Sendable {
  /// Why a text stands for no values.
  package struct Mistake: Error, Hashable {
    package let message: String
  }

  private enum Part: Hashable {
    case single(String)
    /// In units of a power of ten.
    case range(first: Int, step: Int, count: Int, places: Int)

    var count: Int {
      switch self {
      case .single: 1
      case .range(_, _, let count, _): count
      }
    }
  }

  private let parts: [Part]
  /// How many values there are.
  package let count: Int

  /// Reads values.
  package init(_ text: String) throws(Mistake) {
    var parts: [Part] = []
    var count = 0
    for piece in Self.pieces(of: text) {
      guard !piece.isEmpty else {
        throw Mistake(message: "needs a value or a range such as 16..64:8 between its commas, found `\(text.excerpt)`")
      }
      let part = try Self.part(piece)
      let (sum, overflow) = count.addingReportingOverflow(part.count)
      guard !overflow else { throw Self.tooMany }
      count = sum
      parts.append(part)
    }
    (self.parts, self.count) = (parts, count)
  }

  private static let tooMany = Mistake(message: "has more values than 64 bits can count")

  /// What stands between the commas outside of brackets.
  private static func pieces(of text: String) -> [String] {
    var pieces = [""]
    var depth = 0
    for character in text {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      if character == ",", depth == 0 { pieces.append("") } else { pieces[pieces.count - 1].append(character) }
    }
    return pieces
  }

  private static func part(_ text: String) throws(Mistake) -> Part {
    guard let dots = text.firstRange(of: ".."), !text.hasPrefix("[") else { return .single(text) }
    let rest = text[dots.upperBound...].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let step = rest.count == 2 ? String(rest[1]) : "1"
    let words = [String(text[..<dots.lowerBound]), String(rest[0]), step]
    let numbers = words.compactMap { word in
      DecimalNumber(word.hasPrefix("-") ? String(word.dropFirst()) : word).map { (isNegative: word.hasPrefix("-"), $0) }
    }
    guard numbers.count == 3 else {
      throw Mistake(
        message: "needs a range such as 16..64:8, from a number to a number by a step, found `\(text.excerpt)`")
    }
    let places = numbers.reduce(0) { max($0, $1.1.places) }
    let scaled = numbers.compactMap { number -> Int? in
      let (value, overflow) = number.1.digits.multipliedReportingOverflow(
        by: DecimalNumber.power(places - number.1.places))
      return overflow ? nil : number.isNegative ? -value : value
    }
    guard scaled.count == 3, places < 10 else {
      throw Mistake(message: "has a number in `\(text.excerpt)` with more digits than 64 bits can hold")
    }
    guard scaled[2] > 0 else { throw Mistake(message: "needs a step above 0, found `\(text.excerpt)`") }
    let (distance, overflow) = scaled[1].subtractingReportingOverflow(scaled[0])
    guard !overflow, distance < Int.max else { throw tooMany }
    guard distance >= 0 else {
      throw Mistake(message: "needs a range from the smaller number to the larger one, found `\(text.excerpt)`")
    }
    return .range(first: scaled[0], step: scaled[2], count: distance / scaled[2] + 1, places: places)
  }

  /// One value as it would be written on a command line.
  ///
  /// - Precondition: `index` is in `0..<count`.
  package func text(_ index: Int) -> String {
    var rest = index
    for part in parts {
      if rest < part.count { return Self.text(part, rest) }
      rest -= part.count
    }
    preconditionFailure("a value beyond the last one")
  }

  private static func text(_ part: Part, _ index: Int) -> String {
    switch part {
    case .single(let text): return text
    case .range(let first, let step, _, let places):
      let value = first + index * step
      guard places > 0 else { return String(value) }
      let digits = String(value.magnitude)
      let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
      return (value < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
    }
  }

  /// The values at the ends of its lists and ranges, among which are the smallest and the largest.
  package var corners: [String] {
    parts.flatMap { part in
      part.count == 1 ? [Self.text(part, 0)] : [Self.text(part, 0), Self.text(part, part.count - 1)]
    }
  }
}
