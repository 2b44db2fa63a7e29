/// Integer arithmetic that answers nil where the result is not representable.
extension Int {
  /// `self + other`, or nil on overflow.
  func adding(_ other: Int) -> Int? {
    let (value, overflow) = addingReportingOverflow(other)
    return overflow ? nil : value
  }

  /// `self − other`, or nil on overflow.
  func subtracting(_ other: Int) -> Int? {
    let (value, overflow) = subtractingReportingOverflow(other)
    return overflow ? nil : value
  }

  /// `self · other`, or nil on overflow.
  func multiplied(by other: Int) -> Int? {
    let (value, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? nil : value
  }

  /// The quotient rounded down and the remainder in `0..<divisor`, for a divisor ≥ 1.
  func flooredDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    // A negative remainder means a divisor ≥ 2, so the quotient is far from `Int.min`.
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
