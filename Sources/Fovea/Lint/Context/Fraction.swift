import FoveaGraph

/// A number of pixels or cells that need not be whole, exact. Arithmetic that would overflow answers nil.
struct Fraction: Hashable {
  /// The numerator, in lowest terms.
  let numerator: Int
  /// The denominator, at least 1.
  let denominator: Int

  static let zero = Fraction(0)

  init(_ whole: Int) { (numerator, denominator) = (whole, 1) }

  /// Creates `numerator / denominator`; nil for a denominator below 1 and on overflow.
  init?(_ numerator: Int, _ denominator: Int) {
    guard denominator >= 1, numerator != .min else { return nil }
    var (larger, smaller) = (abs(numerator), denominator)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    self.numerator = numerator / larger
    self.denominator = denominator / larger
  }

  init?(_ rate: Rate) { self.init(rate.rows, rate.units) }

  func adding(_ other: Fraction) -> Fraction? {
    let (left, first) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (right, second) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (sum, third) = left.addingReportingOverflow(right)
    let (below, fourth) = denominator.multipliedReportingOverflow(by: other.denominator)
    return first || second || third || fourth ? nil : Fraction(sum, below)
  }

  func multiplied(by other: Fraction) -> Fraction? {
    let (above, first) = numerator.multipliedReportingOverflow(by: other.numerator)
    let (below, second) = denominator.multipliedReportingOverflow(by: other.denominator)
    return first || second ? nil : Fraction(above, below)
  }

  /// The quotient; nil for a divisor of 0 or below.
  func divided(by other: Fraction) -> Fraction? {
    guard other.numerator > 0, let inverse = Fraction(other.denominator, other.numerator) else { return nil }
    return multiplied(by: inverse)
  }

  var negated: Fraction? { Fraction(numerator == .min ? .min : -numerator, denominator) }

  var magnitude: Fraction { numerator < 0 ? negated ?? self : self }

  /// Whether it is larger than another; false where that cannot be told in 64 bits.
  func exceeds(_ other: Fraction) -> Bool {
    other.negated.flatMap { adding($0) }.map { $0.numerator > 0 } ?? false
  }
}

extension Fraction: CustomStringConvertible {
  /// A decimal where there are at most two digits behind the point, such as `0.5`; else `2/3`.
  var description: String {
    if denominator == 1 { return "\(numerator)" }
    guard denominator == 2 || denominator == 4 else { return "\(numerator)/\(denominator)" }
    let hundredths = 100 / denominator * (abs(numerator) % denominator)
    let digits = denominator == 2 ? "\(hundredths / 10)" : "\(hundredths)"
    return "\(numerator < 0 ? "-" : "")\(abs(numerator) / denominator).\(digits)"
  }
}
