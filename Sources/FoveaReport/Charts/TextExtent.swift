import FoveaLanguage
import FoveaText

/// How much room a text needs, without the font that will show it.
enum TextExtent {
  /// The height of a line of axis and legend text.
  static let line = 16.0

  /// The width in pixels, by the widest of the usual fonts without serifs.
  static func width(_ text: String, size: Double = 12) -> Double {
    text.unicodeScalars.reduce(0) { $0 + size * share(of: $1) }
  }

  /// The text with `…` for its middle where it is wider than `room`.
  static func shortened(_ text: String, to room: Double) -> String {
    guard width(text) > room else { return text }
    var columns = ColumnText.width(text) - 1
    while columns > 1, width(ColumnText.shortened(text, to: columns)) > room { columns -= 1 }
    return ColumnText.shortened(text, to: max(1, columns))
  }

  private static func share(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", " ": 0.32
    case "f", "t", "r", "(", ")", "[", "]", "-", "/", "\\": 0.42
    case "m", "w", "M", "W", "@", "%", "…": 0.97
    case "A"..."Z": 0.72
    default: VisibleText.width(of: scalar) == 2 ? 1.05 : 0.63
    }
  }
}
