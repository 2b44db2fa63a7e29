/// Words with the parts they play, in lines that break between them.
package struct FoldedText {
  /// What is written so far.
  package private(set) var text: StyledText
  private let width: Int?
  private let indent: Int
  private var column: Int

  /// Begins with the first words of a line, which are not broken.
  ///
  /// - Parameters:
  ///   - indent: the spaces before further lines.
  ///   - width: the columns of a line; nil where it is as long as it will be.
  package init(_ start: StyledText = StyledText(), indent: Int, width: Int?) {
    text = start
    (self.indent, self.width) = (indent, width)
    column = ColumnText.width(start.plain)
  }

  /// Adds words; a space between two of them, or before the first, is where a line may end.
  package mutating func append(_ words: String, _ role: StyledText.Role = .plain) {
    guard let width else { return text.append(words, role) }
    var line = ""
    for (index, word) in words.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      let needed = ColumnText.width(String(word))
      if index > 0, column > indent, column + 1 + needed > width {
        text.append(line, role)
        line = "\n" + String(repeating: " ", count: indent)
        column = indent
      } else if index > 0 {
        line += " "
        column += 1
      }
      line += word
      column += needed
    }
    text.append(line, role)
  }
}
