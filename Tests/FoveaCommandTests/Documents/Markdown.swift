/// The lines of a document, and the blocks of code in it.
struct Markdown {
  /// One fenced block of code.
  struct Block: Hashable {
    /// The word behind the opening fence.
    let language: String
    /// The positions of its lines, without the fences.
    let range: Range<Int>
    let lines: [String]
    /// The HTML comment directly before it, which readers do not see.
    let comment: [String]
  }

  var lines: [String]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  var text: String { lines.joined(separator: "\n") }

  var blocks: [Block] {
    var blocks: [Block] = []
    var comment: [String] = []
    var isInComment = false
    var open: (language: String, fence: Substring, start: Int)?
    for (index, line) in lines.enumerated() {
      if let (language, fence, start) = open {
        guard line == fence else { continue }
        blocks.append(
          Block(language: language, range: start..<index, lines: Array(lines[start..<index]), comment: comment))
        (open, comment) = (nil, [])
      } else if isInComment || line.hasPrefix("<!--") {
        if !isInComment { comment = [] }
        isInComment = !line.hasSuffix("-->")
        var text = line[...]
        if text.hasPrefix("<!--") { text = text.dropFirst(4) }
        if text.hasSuffix("-->") { text = text.dropLast(3) }
        if !text.allSatisfy({ $0 == " " }) { comment.append(String(text)) }
      } else if line.hasPrefix("```") {
        let fence = line.prefix { $0 == "`" }
        open = (String(line.dropFirst(fence.count)), fence, index + 1)
      } else if !line.isEmpty {
        comment = []
      }
    }
    return blocks
  }
}

extension Markdown.Block {
  /// The name after `file:` in the comment: the block is the text of that file.
  var file: String? { words(after: "file:") }

  /// The description that a block of YAML is, or is a part of.
  ///
  /// The lines of the comment after `document:` are what stands around a fragment, whose place is the line `…`.
  var document: String {
    guard comment.first?.trimmed == "document:" else { return lines.joined(separator: "\n") + "\n" }
    return comment.dropFirst().flatMap { line in
      guard line.trimmed == "…" else { return [line] }
      let indent = line.prefix { $0 == " " }
      return lines.map { $0.isEmpty ? $0 : indent + $0 }
    }.joined(separator: "\n") + "\n"
  }

  private func words(after prefix: String) -> String? {
    guard comment.count == 1, comment[0].trimmed.hasPrefix(prefix) else { return nil }
    return comment[0].trimmed.dropFirst(prefix.count).description.trimmed
  }
}

extension String {
  /// The text without spaces around it.
  var trimmed: String {
    let start = drop { $0 == " " }
    return String(start.dropLast(start.reversed().prefix { $0 == " " }.count))
  }
}
