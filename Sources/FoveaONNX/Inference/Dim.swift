/// One extent of a value, or an integer that extents are computed from: a number, a name that stands for one, or not
/// known.
enum Dim: Hashable, Sendable {
  case known(Int)
  /// A number that the file gives a name, and not a value: equal names are equal numbers.
  case named(String)
  case unknown

  /// The number, where it is known.
  var value: Int? { if case .known(let value) = self { value } else { nil } }

  static func + (left: Dim, right: Dim) -> Dim {
    if left == .known(0) { return right }
    if right == .known(0) { return left }
    return combine(left, right) { $0.addingReportingOverflow($1) }
  }

  static func - (left: Dim, right: Dim) -> Dim {
    if right == .known(0) { return left }
    return combine(left, right) { $0.subtractingReportingOverflow($1) }
  }

  static func * (left: Dim, right: Dim) -> Dim {
    if left == .known(0) || right == .known(0) { return .known(0) }
    if left == .known(1) { return right }
    if right == .known(1) { return left }
    return combine(left, right) { $0.multipliedReportingOverflow(by: $1) }
  }

  /// The quotient rounded towards zero; not known for the divisor 0.
  static func / (left: Dim, right: Dim) -> Dim {
    if right == .known(1) { return left }
    return right == .known(0) ? .unknown : combine(left, right) { $0.dividedReportingOverflow(by: $1) }
  }

  /// What two numbers give; not known where one is not, or where the result has more than 64 bits.
  static func combine(
    _ left: Dim, _ right: Dim, _ operation: (Int, Int) -> (partialValue: Int, overflow: Bool)
  ) -> Dim {
    guard let first = left.value, let second = right.value else { return .unknown }
    let (result, overflow) = operation(first, second)
    return overflow ? .unknown : .known(result)
  }

  /// Whether both are known and differ.
  func contradicts(_ other: Dim) -> Bool {
    guard let first = value, let second = other.value else { return false }
    return first != second
  }
}

extension Dim: ExpressibleByIntegerLiteral {
  init(integerLiteral value: Int) { self = .known(value) }
}

extension Dim: CustomStringConvertible {
  var description: String {
    switch self {
    case .known(let value): String(value)
    case .named(let name): name
    case .unknown: "?"
    }
  }
}

extension [Dim] {
  /// The extents joined by `x`.
  var text: String { isEmpty ? "a number" : map(\.description).joined(separator: "x") }

  /// The product, where all are known.
  var product: Int? { reduce(Dim.known(1), *).value }

  /// All extents, where they are known.
  var known: [Int]? {
    let values = compactMap(\.value)
    return values.count == count ? values : nil
  }

  /// The shape of two values that are combined value by value; nil where they cannot be.
  static func broadcast(_ left: [Dim], _ right: [Dim]) -> [Dim]? {
    let (longer, shorter) = left.count >= right.count ? (left, right) : (right, left)
    var result = longer
    for (offset, dim) in shorter.enumerated() {
      let axis = longer.count - shorter.count + offset
      switch (longer[axis], dim) {
      case (let one, let other) where one == other: break
      case (_, 1): break
      case (1, let other): result[axis] = other
      case (.known(let one), .known(let other)) where one != other: return nil
      case (.known, _): break
      case (_, .known): result[axis] = dim
      case (.named, _), (.unknown, _): result[axis] = .unknown
      }
    }
    return result
  }
}
