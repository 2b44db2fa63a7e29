/// Text measured and cut in the columns of a terminal.
package enum ColumnText {
  /// The columns that a text takes.
  package static func width(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + width($1) }
  }

  /// The columns that a character takes: those of its widest scalar, as one that is joined is drawn into another.
  private static func width(_ character: Character) -> Int {
    character.unicodeScalars.reduce(0) { max($0, VisibleText.width(of: $1)) }
  }

  /// A text in at most `width` columns, with `…` for what is left out in its middle.
  package static func shortened(_ text: String, to width: Int) -> String {
    guard Self.width(text) > width else { return text }
    guard width > 0 else { return "" }
    let characters = Array(text)
    var (head, tail) = ("", "")
    // The end of a path tells more than its beginning.
    var left = (width - 1) / 2
    var right = width - 1 - left
    for character in characters {
      left -= Self.width(character)
      if left < 0 { break }
      head.append(character)
    }
    for character in characters.reversed() {
      right -= Self.width(character)
      if right < 0 { break }
      tail.insert(character, at: tail.startIndex)
    }
    return head + "…" + tail
  }

  /// Texts in at most `width` columns each, those that differ kept different where that is possible.
  package static func shortened(_ texts: [String], to width: Int) -> [String] {
    let short = texts.map { shortened($0, to: width) }
    guard short != texts else { return texts }
    var meanings: [String: Set<String>] = [:]
    for (text, short) in zip(texts, short) { meanings[short, default: []].insert(text) }
    return zip(texts, short).map { text, short in
      (meanings[short]?.count ?? 0) > 1 ? abbreviated(text, to: width) : short
    }
  }

  /// A path in at most `width` columns, with `…` for what is left out of its longest names: `l…3.10.main.c…_2`.
  private static func abbreviated(_ path: String, to width: Int) -> String {
    let names = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    var widths = names.map(Self.width)
    // A shorter name would lose its number.
    let least = 3
    while widths.reduce(names.count - 1, +) > width {
      guard let longest = widths.indices.filter({ widths[$0] > least }).max(by: { widths[$0] < widths[$1] }) else {
        return shortened(path, to: width)
      }
      widths[longest] -= 1
    }
    return zip(names, widths).map { shortened($0, to: $1) }.joined(separator: ".")
  }

  /// A text filled with spaces to `width` columns.
  package static func padded(_ text: String, to width: Int, isRight: Bool) -> String {
    let spaces = String(repeating: " ", count: max(0, width - Self.width(text)))
    return isRight ? spaces + text : text + spaces
  }

  /// Pieces in lines of at most `width` columns, later lines indented; a piece that is too long is shortened.
  package static func wrapped(_ pieces: [String], separator: String = " ", indent: Int = 0, width: Int) -> String {
    let room = max(1, width - indent)
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces {
      let piece = shortened(piece, to: room)
      let needed = Self.width(piece)
      if used > 0, used + Self.width(separator) + needed > room {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if used > 0 {
        line += separator
        used += Self.width(separator)
      }
      line += piece
      used += needed
    }
    lines.append(line)
    return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
  }

  /// Words in lines of at most `width` columns.
  package static func wrapped(words text: String, indent: Int = 0, width: Int) -> String {
    wrapped(text.split(separator: " ").map(String.init), indent: indent, width: width)
  }
}
