/// A count that is known exactly, or not known.
///
/// Arithmetic is checked: a result beyond 64 bits becomes `tooLarge`, which is reported and never printed as a number.
public struct Figure: Hashable, Sendable, BitwiseCopyable {
  /// The count; a negative number is one of the two states without a count.
  private let raw: Int

  private init(raw: Int) {
    self.raw = raw
  }

  /// Creates a known figure. A negative value is not known.
  public init(_ value: Int) {
    raw = max(value, -1)
  }

  /// Creates the figure of an extent.
  public init(_ extent: Extent) {
    self = extent.value.map { Figure($0) } ?? .unknown
  }

  /// A figure that is not known.
  public static let unknown = Figure(raw: -1)

  /// A figure that does not fit in 64 bits.
  public static let tooLarge = Figure(raw: -2)

  /// The count, or nil when it is not known or too large.
  public var value: Int? { raw >= 0 ? raw : nil }

  /// Whether the count is larger than 64 bits hold.
  public var isTooLarge: Bool { raw == -2 }

  public static func + (left: Figure, right: Figure) -> Figure {
    combine(left, right) { $0.addingReportingOverflow($1) }
  }

  public static func * (left: Figure, right: Figure) -> Figure {
    // No work at all is known to be no work, whatever the size.
    if left.value == 0 || right.value == 0 { return 0 }
    return combine(left, right) { $0.multipliedReportingOverflow(by: $1) }
  }

  /// The difference; not known where it would be negative.
  static func - (left: Figure, right: Figure) -> Figure {
    combine(left, right) { $0.subtractingReportingOverflow($1) }
  }

  private static func combine(
    _ left: Figure, _ right: Figure, _ operation: (Int, Int) -> (partialValue: Int, overflow: Bool)
  ) -> Figure {
    if left.isTooLarge || right.isTooLarge { return .tooLarge }
    guard let first = left.value, let second = right.value else { return .unknown }
    let (result, overflow) = operation(first, second)
    return overflow ? .tooLarge : Figure(result)
  }
}

extension Figure: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) {
    self.init(value)
  }
}

extension Figure: CustomStringConvertible {
  public var description: String { value.map(String.init) ?? "unknown" }
}
