/// An integer attribute of a window, one for all spatial axes or one for each: `kernel: 3`, `kernel: [1, 7]`.
public struct AxisValues: Hashable, Sendable, BitwiseCopyable {
  private var first: Int32
  private var second: Int32
  private var third: Int32
  /// How many values were given; 0 for one that holds on every axis.
  private let given: Int8

  /// Creates one value for every axis.
  ///
  /// - Precondition: the value fits in 32 bits; the forms of attributes end at 1,000,000.
  public init(_ value: Int) {
    let value = Int32(value)
    (first, second, third, given) = (value, value, value, 0)
  }

  /// Creates one value for each axis, in the order depth, height, width; nil unless there are one to three.
  ///
  /// - Precondition: the values fit in 32 bits.
  public init?(_ values: [Int]) {
    guard (1...3).contains(values.count) else { return nil }
    first = Int32(values[0])
    second = values.count > 1 ? Int32(values[1]) : first
    third = values.count > 2 ? Int32(values[2]) : first
    given = Int8(values.count)
  }

  /// The number of axes that it was given for, or nil when it holds on any number.
  public var count: Int? { given == 0 ? nil : Int(given) }

  /// The value on one axis.
  public subscript(axis: Int) -> Int {
    switch axis {
    case 0: Int(first)
    case 1: Int(second)
    default: Int(third)
    }
  }

  /// The value, when it is the same on every axis.
  public var uniform: Int? {
    given <= 1 || (first == second && (given < 3 || second == third)) ? Int(first) : nil
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
