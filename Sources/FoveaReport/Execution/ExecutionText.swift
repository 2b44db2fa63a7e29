package import Fovea
import FoveaText

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
