/// A count that is known exactly, or not known.
///
/// Arithmetic is checked: a result beyond 64 bits becomes `tooLarge`, which is reported and never printed as a number.
public struct Figure: Hashable, Sendable, BitwiseCopyable {
  private enum State: UInt8 {
    case known, unknown, tooLarge
  }

  private let number: Int
  private let state: State

  private init(number: Int, state: State) {
    self.number = number
    self.state = state
  }

  /// Creates a known figure.
  public init(_ value: Int) {
    self.init(number: value, state: .known)
  }

  /// Creates the figure of an extent.
  public init(_ extent: Extent) {
    self = extent.value.map { Figure($0) } ?? .unknown
  }

  /// A figure that is not known.
  public static let unknown = Figure(number: 0, state: .unknown)

  /// A figure that does not fit in 64 bits.
  public static let tooLarge = Figure(number: 0, state: .tooLarge)

  /// The count, or nil when it is not known or too large.
  public var value: Int? { state == .known ? number : nil }

  /// Whether the count is larger than 64 bits hold.
  public var isTooLarge: Bool { state == .tooLarge }

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
    let difference = combine(left, right) { $0.subtractingReportingOverflow($1) }
    return difference.number < 0 ? .unknown : difference
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
