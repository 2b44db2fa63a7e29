/// Text inside XML 1.0, which has no way to write most control characters.
package enum XMLText {
  /// The text for an attribute in double quotes, or for the content of an element.
  package static func escape(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result += VisibleText.escape(String(Character(scalar)))
      }
    }
  }
}
