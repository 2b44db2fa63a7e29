extension Double {
  /// The logarithm to base 10 of a positive, finite number by a series: the same bits on every machine, accurate to
  /// 1e-13.
  static func decimalLogarithm(_ value: Double) -> Double {
    // ln m = 2 · artanh((m − 1)/(m + 1)); for m in [1, 2) the argument is at most a third.
    let ratio = (value.significand - 1) / (value.significand + 1)
    let square = ratio * ratio
    var (power, sum) = (ratio, 0.0)
    for index in 0..<14 {
      sum += power / Double(2 * index + 1)
      power *= square
    }
    let natural = 2 * sum + Double(value.exponent) * 0.693_147_180_559_945_3
    return natural / 2.302_585_092_994_045_7
  }

  /// A power of 10, exact from 1 to 1e22.
  static func power(ofTen exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<exponent.magnitude { result *= 10 }
    return exponent < 0 ? 1 / result : result
  }
}
