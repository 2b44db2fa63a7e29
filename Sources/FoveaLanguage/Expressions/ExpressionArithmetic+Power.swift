import FoveaGraph

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension ExpressionArithmetic {
  /// A power as in Python: of integers an integer, unless the exponent is negative.
  static func power(
    _ base: Value, _ exponent: Value, at range: Range<Int>
  ) throws(ExpressionFailure) -> Value {
    if case .integer(let base) = base, case .integer(let exponent) = exponent, exponent >= 0 {
      return .integer(try power(base, exponent, at: range))
    }
    guard let first = number(base), let second = number(exponent) else {
      let wrong = number(base) == nil ? base : exponent
      throw .mistake(range, "`**` needs numbers, found \(wrong.kind) `\(wrong.excerpt)`", help: nil)
    }
    if first == 0, second < 0 { throw .mistake(range, "division by zero", help: "0 has no negative power") }
    if first < 0, second != second.rounded() {
      throw .mistake(range, "a negative number has no power of `\(exponent.excerpt)`", help: nil)
    }
    let result = pow(first, second)
    guard result.isFinite else { throw .mistake(range, "the result is too large", help: nil) }
    return .decimal(result)
  }

  /// By squaring: at most 63 squares, the last of which is a factor of the result, so that none overflows alone.
  private static func power(
    _ base: Int, _ exponent: Int, at range: Range<Int>
  ) throws(ExpressionFailure) -> Int {
    var (result, square, rest) = (1, base, exponent)
    while rest > 0 {
      if rest % 2 == 1 { result = try combine(result, "*", square, at: range) }
      rest /= 2
      if rest > 0 { square = try combine(square, "*", square, at: range) }
    }
    return result
  }
}
