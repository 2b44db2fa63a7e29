/// An integer attribute of a window, one for all spatial axes or one for each: `kernel: 3`, `kernel: [1, 7]`.
///
/// Three values of 20 bits lie in one word, which holds the largest that an attribute may have, 1,000,000.
public struct AxisValues: Hashable, Sendable, BitwiseCopyable {
  private static let bits = 20

  /// The values from the lowest bits up, and above them how many were given; 0 for one that holds on every axis.
  private let word: UInt64

  private init(_ first: Int, _ second: Int, _ third: Int, given: Int) {
    func field(_ value: Int, _ axis: Int) -> UInt64 {
      precondition(value >= 0 && value < 1 << Self.bits, "the values of a window have 20 bits")
      return UInt64(value) << (axis * Self.bits)
    }
    word = field(first, 0) | field(second, 1) | field(third, 2) | UInt64(given) << (3 * Self.bits)
  }

  /// Creates one value for every axis.
  ///
  /// - Precondition: it is in 0..<2^20.
  public init(_ value: Int) {
    self.init(value, value, value, given: 0)
  }

  /// Creates one value for each axis, in the order depth, height, width; nil unless there are one to three.
  ///
  /// - Precondition: they are in 0..<2^20.
  public init?(_ values: [Int]) {
    guard let first = values.first, values.count <= 3 else { return nil }
    self.init(
      first, values.count > 1 ? values[1] : first, values.count > 2 ? values[2] : first, given: values.count)
  }

  private var given: Int { Int(word >> (3 * Self.bits)) }

  /// The number of axes that it was given for, or nil when it holds on any number.
  public var count: Int? { given == 0 ? nil : given }

  /// The value on one axis.
  public subscript(axis: Int) -> Int {
    precondition(axis >= 0 && axis < 3, "axis out of range")
    return Int(word >> (axis * Self.bits) & (1 << Self.bits - 1))
  }

  /// The value, when it is the same on every axis.
  public var uniform: Int? {
    given <= 1 || (self[0] == self[1] && (given < 3 || self[1] == self[2])) ? self[0] : nil
  }

  /// The values on `rank` axes.
  public func values(rank: Int) -> [Int] {
    (0..<rank).map { self[$0] }
  }
}

extension AxisValues: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) {
    self.init(value)
  }
}
