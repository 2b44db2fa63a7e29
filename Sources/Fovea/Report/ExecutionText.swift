/// The outputs of a network for a terminal.
package enum ExecutionText {
  /// A line for each output: its shape, smallest, mean and largest element, and a checksum.
  package static func text(_ outputs: [(name: String, summary: TensorSummary)]) -> String {
    let cells = outputs.map { name, summary in
      [
        VisibleText.escape(name), summary.shape.map(String.init).joined(separator: "x"),
        "min \(DecimalText.text(summary.minimum))", "mean \(DecimalText.text(summary.mean))",
        "max \(DecimalText.text(summary.maximum))", "checksum \(hexadecimal(summary.checksum))",
      ]
    }
    let widths = (0..<6).map { column in cells.reduce(0) { max($0, ColumnText.width($1[column])) } }
    return cells.map { row in
      let padded = row.enumerated().map { index, cell in
        index == row.count - 1 ? cell : ColumnText.padded(cell, to: widths[index], isRight: false)
      }
      return padded.joined(separator: "  ") + "\n"
    }.joined()
  }

  private static func hexadecimal(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

/// Decimal numbers of a few digits.
enum DecimalText {
  /// A number rounded to `digits` significant decimal digits, as short as it can be written.
  static func text(_ value: Double, digits: Int = 6) -> String {
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
  static func fixed(_ value: Double, digits: Int) -> String {
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    guard let scaled = Int(exactly: (value.magnitude * Double(scale)).rounded()) else { return "\(value)" }
    let fraction = String(scaled % scale)
    let zeros = String(repeating: "0", count: max(0, digits - fraction.utf8.count))
    return (value < 0 && scaled > 0 ? "-" : "") + "\(scaled / scale)" + (digits > 0 ? ".\(zeros)\(fraction)" : "")
  }
}
