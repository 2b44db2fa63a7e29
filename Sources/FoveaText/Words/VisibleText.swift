/// Text that is safe to send to a terminal.
///
/// A file is a stranger's: escape sequences, text that runs backwards and invisible characters are shown, never sent.
package enum VisibleText {
  /// The text with every character that a terminal would obey, or hide, made visible.
  package static func escape(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { substitute(for: $0) != nil }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if let shown = substitute(for: scalar) { result += shown } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }

  /// The same for text of several lines, whose ends are kept.
  package static func escapeLines(_ text: String) -> String {
    guard !isHarmless(text), text.unicodeScalars.contains(where: { $0 != "\n" && substitute(for: $0) != nil }) else {
      return text
    }
    var result = ""
    var isReturn = false
    for scalar in text.unicodeScalars {
      if isReturn { result += scalar == "\n" ? "\r" : escape("\r") }
      isReturn = scalar == "\r"
      if isReturn { continue }
      if scalar != "\n", let shown = substitute(for: scalar) {
        result += shown
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return isReturn ? result + escape("\r") : result
  }

  /// Whether the bytes alone tell that nothing has to be made visible, since they are printable ASCII, line breaks, and
  /// scalars of two blocks in which the others are known. Much of what is written is such text, and long.
  private static func isHarmless(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var previous: UInt8 = 0
      for index in 0..<bytes.count {
        let byte = unsafe bytes[index]
        switch byte {
        case 0x20..<0x7F, UInt8(ascii: "\n"), 0xC2, 0xE2: break
        // Behind 0xC2 stand U+0080 to U+00BF, behind 0xE2 U+2000 to U+2FFF; of these U+2000 to U+207F are looked at.
        case 0x80..<0xC0:
          if previous == 0xC2, byte < 0xA0 || byte == 0xAD { return false }
          if previous == 0xE2, byte < 0x82 { return false }
        default: return false
        }
        previous = byte
      }
      return true
    }
  }

  /// What stands for a scalar that must not be printed; nil for one that may be.
  package static func substitute(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x20..<0x7F: return nil
    // The control pictures block has one symbol for each C0 control, in order.
    case 0x00..<0x20: return Unicode.Scalar(0x2400 + scalar.value).map { String(Character($0)) }
    case 0x7F: return "\u{2421}"
    case 0x80..<0xA0: return code(of: scalar)
    // Bidirectional marks, embeddings and isolates; line and paragraph separators.
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F: return code(of: scalar)
    // Zero-width space, word joiner and its invisible kin, byte order mark, annotations, tag characters.
    case 0x00AD, 0x180E, 0x200B, 0x2060...0x2064, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF: return code(of: scalar)
    default: return nil
    }
  }

  /// How many columns of a terminal a scalar takes: 0, 1 or 2.
  package static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x300: return 1
    case 0x200C, 0x200D: return 0
    // Skin tones join the emoji before them.
    case 0x1F3FB...0x1F3FF: return 0
    // Regional indicators are one column each, a flag is two of them.
    case 0x1F1E6...0x1F1FF: return 1
    case 0x1160...0x11FF: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
      0x1B000...0x1B2FF, 0x20000...0x3FFFD:
      return 2
    default:
      break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    let category = scalar.properties.generalCategory
    return category == .nonspacingMark || category == .enclosingMark ? 0 : 1
  }

  private static func code(of scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }
}
