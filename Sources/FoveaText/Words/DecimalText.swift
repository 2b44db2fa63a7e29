/// Decimal numbers of a few digits.
package enum DecimalText {
  /// A number rounded to `digits` significant decimal digits, as short as it can be written.
  package static func text(_ value: Double, digits: Int = 6) -> String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : "\(value)" }
    var exponent = 0
    var size = value.magnitude
    while size >= 10 {
      size /= 10
      exponent += 1
    }
    while size < 1, exponent > -300 {
      size *= 10
      exponent -= 1
    }
    let shift = digits - 1 - exponent
    let scale = (0..<shift.magnitude).reduce(1.0) { scale, _ in scale * 10 }
    guard scale.isFinite else { return "\(value)" }
    let rounded = shift >= 0 ? (value * scale).rounded() / scale : (value / scale).rounded() * scale
    let text = "\(rounded)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A number with `digits` digits behind the point.
  package static func fixed(_ value: Double, digits: Int) -> String {
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    guard let scaled = Int(exactly: (value.magnitude * Double(scale)).rounded()) else { return "\(value)" }
    let fraction = String(scaled % scale)
    let zeros = String(repeating: "0", count: max(0, digits - fraction.utf8.count))
    return (value < 0 && scaled > 0 ? "-" : "") + "\(scaled / scale)" + (digits > 0 ? ".\(zeros)\(fraction)" : "")
  }
}
