/// Words of other people inside a Markdown text.
enum MarkdownText {
  /// A text that Markdown shows as it is, also at the beginning of a line and inside a cell of a table.
  static func escape(_ text: String) -> String {
    let escaped = AnalysisMarkdown.escape(text)
    guard let first = escaped.first else { return "" }
    switch first {
    // What would begin a list, a heading underlined, or a block of code.
    case "-", "+", "=":
      let isWord = escaped.dropFirst().first.map { $0.isLetter || $0.isNumber } ?? false
      return (isWord ? "" : "\\") + escaped
    case " ": return "&#32;" + escaped.dropFirst()
    case "0"..."9":
      let rest = escaped.drop { ("0"..."9").contains($0) }
      guard let mark = rest.first, mark == "." || mark == ")", rest.dropFirst().first.map({ $0 == " " }) ?? true
      else { return escaped }
      return escaped[..<rest.startIndex] + "\\" + rest
    case _: return escaped
    }
  }

  /// A message, of which the parts between back-ticks are code, and nothing else is markup.
  static func prose(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    guard !parts.count.isMultiple(of: 2) else { return escape(text) }
    return parts.enumerated().map { index, part in
      index.isMultiple(of: 2) ? index == 0 ? escape(part) : AnalysisMarkdown.escape(part) : code(part)
    }.joined()
  }

  /// A name as code. Elements keep a pipe and a back-tick where a code span would not.
  static func code(_ text: String) -> String {
    text.isEmpty ? "" : "<code>\(AnalysisMarkdown.escape(text))</code>"
  }
}
