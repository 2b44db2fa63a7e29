/// A decimal number without a sign, kept exactly: `2.50` is 250 hundredths.
package struct DecimalNumber: Hashable, Sendable {
  /// The digits as one integer.
  package let digits: Int
  /// How many of them stand behind the point.
  package let places: Int

  /// Reads digits with at most one point among them; nil for anything else, and where 64 bits do not hold the digits.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, !whole.isEmpty, parts.last?.isEmpty == false,
      parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } })
    else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard let digits = Int(whole + fraction), fraction.count <= 18 else { return nil }
    (self.digits, places) = (digits, fraction.count)
  }

  /// Its product with a factor, where that is a whole number that 64 bits hold.
  package func scaled(by factor: Int) -> Int? {
    let power = Self.power(places)
    let product = Int128(digits) * Int128(factor)
    guard product % Int128(power) == 0 else { return nil }
    return Int(exactly: product / Int128(power))
  }

  /// 10 to a power of at most 18.
  package static func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}
