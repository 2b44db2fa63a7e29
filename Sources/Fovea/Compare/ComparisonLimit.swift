import FoveaGraph
package import FoveaLanguage
import FoveaText

/// A condition that a comparison must not fulfil: `macs>+5%`, `params>30M`, `receptive-field<-0`.
package struct ComparisonLimit: Hashable, Sendable {
  /// What a figure is held against.
  package enum Bound: Hashable, Sendable {
    /// The figure itself.
    case value(Int)
    /// Its difference from the first network's.
    case difference(Int)
    /// The same as a share of the first network's, in millionths.
    case share(millionths: Int)
  }

  /// A condition that a network fulfils, or that cannot be decided.
  package struct Failure: Sendable {
    package let limit: ComparisonLimit
    package let network: String
    package let message: String
  }

  /// Why a text is no condition.
  package struct Mistake: Error, Hashable {
    package let message: String
  }

  /// The condition as it is written.
  package let text: String
  package let metric: ComparisonMetric
  package let relation: Budget.Relation
  package let bound: Bound

  /// Reads `METRIC RELATION AMOUNT`.
  package init(_ text: String) throws(Mistake) {
    self.text = text
    let letters = text.prefix { $0.isLetter || $0 == "-" || $0 == "_" }
    let names = ComparisonMetric.allCases.map(\.rawValue)
    guard !letters.isEmpty, let metric = ComparisonMetric(name: String(letters)) else {
      let nearest = Self.nearest(to: String(letters), among: names + ["params"]).map { "did you mean `\($0)`?" }
      throw Mistake(
        message: "--fail-if `\(text.excerpt)` begins with no figure; "
          + (nearest ?? "the figures are \(names.joined(separator: ", "))"))
    }
    self.metric = metric
    var rest = text.dropFirst(letters.count).drop { $0 == " " }
    guard let relation = Budget.Relation.allCases.first(where: { rest.hasPrefix($0.rawValue) }) else {
      throw Mistake(
        message: "--fail-if `\(text.excerpt)` needs `>`, `>=`, `<`, `<=` or `==` after the figure, such as "
          + "`\(letters)>+5%`")
    }
    self.relation = relation
    rest = rest.dropFirst(relation.rawValue.count).drop { $0 == " " }
    let sign = rest.first == "+" ? 1 : rest.first == "-" ? -1 : nil
    if sign != nil { rest = rest.dropFirst() }
    if rest.last == "%" {
      guard let sign else {
        throw Mistake(
          message: "--fail-if `\(text.excerpt)` needs a sign: a percentage is a change, such as `+5%` or `-5%`")
      }
      guard let number = DecimalNumber(String(rest.dropLast())), let share = number.scaled(by: 10_000) else {
        throw Mistake(
          message: "--fail-if `\(text.excerpt)` needs a percentage with at most four decimals, such as `+2.5%`")
      }
      bound = .share(millionths: sign * share)
      return
    }
    let value = try Self.value(rest, of: metric, in: text)
    bound = sign.map { .difference($0 * value) } ?? .value(value)
  }

  private static func value(
    _ rest: Substring, of metric: ComparisonMetric, in text: String
  ) throws(Mistake) -> Int {
    let digits = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
    let unit = String(rest.dropFirst(digits.count).drop { $0 == " " })
    guard let factor = unit.isEmpty && metric != .time ? 1 : metric.units.first(where: { $0.name == unit })?.factor
    else {
      let units = metric.units.map { "`\($0.name)`" }.joined(separator: ", ")
      let problem = unit.isEmpty ? "a unit behind the number" : "another unit than `\(unit.excerpt)`"
      throw Mistake(
        message: "--fail-if `\(text.excerpt)` needs \(problem): "
          + (units.isEmpty ? "rows have none" : "the units are \(units), or `%` of a change"))
    }
    guard let value = DecimalNumber(String(digits))?.scaled(by: factor) else {
      throw Mistake(
        message:
          "--fail-if `\(text.excerpt)` needs a number that is a whole one in the figure's unit and fits in 64 bits"
      )
    }
    return value
  }

  private static func nearest(to name: String, among names: [String]) -> String? {
    name.isEmpty ? nil : Spelling.nearest(to: name, among: names)
  }
}
