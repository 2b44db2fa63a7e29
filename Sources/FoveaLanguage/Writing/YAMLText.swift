package import FoveaGraph
import FoveaText

/// Names and values as YAML in flow style.
package enum YAMLText {
  private static let reserved: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n",
  ]

  /// A name, in quotes where it would be anything else without them.
  package static func name(_ text: String) -> String {
    guard let first = text.utf8.first, isLetter(first), !reserved.contains(text.lowercased()),
      text.utf8.allSatisfy({ isLetter($0) || isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") })
    else { return quoted(text) }
    return text
  }

  /// A value of an attribute.
  ///
  /// - Parameter path: the path of a layer that is named.
  package static func value(_ value: Value, path: (LayerID) -> String) -> String {
    switch value {
    // In a list, a plain `?` would begin a key.
    case .word("?"): "\"?\""
    case .integer, .decimal, .truth, .word: value.description
    case .list(let values): "[" + values.map { Self.value($0, path: path) }.joined(separator: ", ") + "]"
    case .mapping(let entries): mapping(entries.map { ($0.key, Self.value($0.value, path: path)) })
    case .layer(let layer): name(path(layer))
    }
  }

  /// A mapping of keys to values that are written already.
  package static func mapping(_ entries: [(key: String, value: String)]) -> String {
    "{" + entries.map { "\(name($0.key)): \($0.value)" }.joined(separator: ", ") + "}"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where VisibleText.substitute(for: scalar) != nil:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\U" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "_") || (byte | 0x20) &- 97 < 26 }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
}

extension YAMLText {
  /// The text of a scalar as a value of a flow mapping: plain where it is a number, a word or an expression that
  /// nothing in it could end.
  package static func scalar(_ text: String) -> String {
    let ends = Set(",[]{}#&'\"`:?|".utf8)
    guard let first = text.utf8.first, isDigit(first) || isLetter(first) || first == UInt8(ascii: "("),
      text.utf8.allSatisfy({ $0 >= 0x20 && !ends.contains($0) }), text.last != " "
    else { return quoted(text) }
    return text
  }
}
