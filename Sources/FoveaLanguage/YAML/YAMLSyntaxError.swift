import FoveaGraph
import FoveaText

/// Turns libyaml's account of an error into one that names the mistake people make.
struct YAMLSyntaxError {
  private let failure: YAMLFailure
  private let source: SourceText
  private let bytes: [UInt8]
  /// Where libyaml stopped; at the end of the text, the end of the last written line.
  private let offset: Int
  private let isAtEnd: Bool
  /// Where the innermost open bracket or brace stands.
  private let opening: UInt32?

  init(_ failure: YAMLFailure, in source: SourceText, opening: UInt32?) {
    self.failure = failure
    self.source = source
    self.opening = opening
    bytes = source.bytes
    var offset = min(Int(failure.offset), bytes.count)
    isAtEnd = offset == bytes.count
    if isAtEnd {
      while offset > 0, YAMLBuilder.isBlank(bytes[offset - 1]) { offset -= 1 }
    }
    self.offset = offset
  }

  /// The finding.
  var error: YAMLError {
    if let tab = misplacedTab {
      return YAMLError("tab used for indentation; YAML needs spaces", at: tab, help: "replace each tab by two spaces")
    }
    if let questionMark { return .questionMark(at: questionMark) }
    switch failure.problem {
    case "mapping values are not allowed in this context": return unexpectedColon
    case "could not find expected ':'": return missingColon
    case "did not find expected key": return unexpectedInMapping
    case "did not find expected '-' indicator": return unexpectedInSequence
    case "did not find expected <document start>":
      if let above = lineAbove(lineStart(of: offset)), bytes[above].elementsEqual("...".utf8) {
        return .secondDocument(at: word(at: offset))
      }
      return YAMLError(
        "unexpected text after the end of the document", at: word(at: offset),
        help: "start every top-level key in the same column")
    case "did not find expected ',' or '}'": return unclosed("{", "}")
    case "did not find expected ',' or ']'": return unclosed("[", "]")
    case "found unexpected end of stream", "found unexpected document indicator": return unclosedQuote
    case "block sequence entries are not allowed in this context":
      return YAMLError(
        "a list item `-` is not allowed here", at: character(at: offset),
        help: "start the list on a line of its own, or write it in brackets")
    case "did not find expected node content": return missingValue
    case "found character that cannot start any token":
      let span = character(at: offset)
      let text = source.text(in: span)
      return YAMLError(
        text == "`" ? "a backquote cannot start a value" : "`\(text)` cannot start a value", at: span,
        help: text == ">" ? "put a limit in quotes: `\">= 224\"`" : "put the value in quotes if it is text")
    case "did not find expected comment or line break":
      let line = source.line(source.position(of: UInt32(offset)).line)
      let mark = line.contains(UInt8(ascii: ">")) ? ">" : "|"
      return YAMLError(
        "`\(mark)` begins a text on the lines below, and more stands on its own line", at: word(at: offset),
        help: mark == ">" ? "put a limit in quotes: `\">= 224\"`" : "put the value in quotes if it is text")
    case "found unexpected ':'":
      return YAMLError(
        "missing space after `:`", at: character(at: offset), help: "write `key: value`, with a space after the colon")
    case "found unknown escape character":
      return YAMLError(
        "unknown escape in a quoted text", at: SourceSpan(start: UInt32(offset), end: character(at: offset + 1).end),
        help: "write `\\\\` for a backslash, or use single quotes")
    case "did not find expected alphabetic or numeric character":
      let span = character(at: Int(failure.contextOffset))
      return YAMLError(
        "`\(source.text(in: span))` before a value makes it an anchor or an alias, expected a name after it", at: span,
        help: "put the value in quotes if it is text")
    case "out of memory":
      return YAMLError("not enough memory to read the file", at: .none)
    default: return other
    }
  }

  private var unexpectedColon: YAMLError {
    let start = lineStart(of: offset)
    let before = source.text(in: SourceSpan(start: UInt32(start), end: UInt32(offset)))
    if before.contains(": ") || before.contains(":\t") {
      return YAMLError(
        "a second `:` in one line: a mapping is not allowed here", at: character(at: offset),
        help: "put the inner mapping in braces or on lines of its own, or quote the text")
    }
    let key = firstInk(from: start)
    if let above = lineAbove(start), key - start <= above.lowerBound - lineStart(of: above.lowerBound) {
      return missingColon(SourceSpan(start: UInt32(above.lowerBound), end: UInt32(above.upperBound)))
    }
    return YAMLError(
      "unexpected indentation: the line above already has a value",
      at: SourceSpan(start: UInt32(key), end: UInt32(max(offset, key + 1))),
      help: "start the keys of one mapping in the same column")
  }

  private var missingColon: YAMLError {
    let start = min(Int(failure.contextOffset), bytes.count)
    var end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    while end > start, YAMLBuilder.isBlank(bytes[end - 1]) { end -= 1 }
    return missingColon(SourceSpan(start: UInt32(start), end: UInt32(end)))
  }

  private func missingColon(_ span: SourceSpan) -> YAMLError {
    YAMLError("missing `:` after a key", at: span, help: "write `key: value`, with a space after the colon")
  }

  private var unexpectedInMapping: YAMLError {
    guard isFirstInLine else { return unexpectedAfterValue }
    if let error = strayPunctuation { return error }
    let note = Diagnostic.Note("the mapping starts here", at: word(at: Int(failure.contextOffset)))
    return YAMLError(
      "wrong indentation: this line fits no mapping or list above", at: word(at: offset), notes: [note],
      help: "start the keys of one mapping in the same column")
  }

  private var unexpectedInSequence: YAMLError {
    guard isFirstInLine else { return unexpectedAfterValue }
    if let error = strayPunctuation { return error }
    let note = Diagnostic.Note("the list starts here", at: character(at: Int(failure.contextOffset)))
    return YAMLError(
      "expected `- ` at the start of a list item", at: word(at: offset), notes: [note],
      help: "indent the line to make it part of the item above, or start it with `- `")
  }

  private var unexpectedAfterValue: YAMLError {
    YAMLError(
      "unexpected text after a value", at: word(at: offset),
      help: "quote the whole value, or put a comma or a line break between two values")
  }

  /// A closing bracket without an opening one, or a colon without a key.
  private var strayPunctuation: YAMLError? {
    guard offset < bytes.count else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: ":"):
      return YAMLError("missing key before `:`", at: character(at: offset))
    case UInt8(ascii: "]") where opening == nil, UInt8(ascii: "}") where opening == nil:
      let span = character(at: offset)
      return YAMLError("`\(source.text(in: span))` closes nothing", at: span, help: "remove it, or open it before")
    default:
      return nil
    }
  }

  private func unclosed(_ bracket: String, _ closing: String) -> YAMLError {
    let start = Int(opening ?? failure.contextOffset)
    let note = Diagnostic.Note("`\(bracket)` is opened here", at: character(at: start))
    let found = isAtEnd ? ", found the end of the file" : ""
    return YAMLError(
      "expected `,` or `\(closing)`\(found)", at: word(at: offset), notes: [note],
      help: "close the `\(bracket)` with `\(closing)`")
  }

  private var unclosedQuote: YAMLError {
    let start = Int(failure.contextOffset)
    guard failure.context.contains("quoted"), start < bytes.count else { return other }
    let quote = bytes[start] == UInt8(ascii: "'") ? "'" : "\""
    return YAMLError(
      "the quoted text is not closed", at: word(at: offset),
      notes: [Diagnostic.Note("the quote is opened here", at: character(at: start))],
      help: "close it with `\(quote)`")
  }

  private var missingValue: YAMLError {
    let span = character(at: offset)
    if isAtEnd, let opening {
      return bytes[Int(opening)] == UInt8(ascii: "[") ? unclosed("[", "]") : unclosed("{", "}")
    }
    if let error = strayPunctuation { return error }
    return YAMLError("expected a value, found `\(source.text(in: span))`", at: span)
  }

  private var other: YAMLError {
    let context = failure.context.isEmpty ? "" : " \(failure.context)"
    return YAMLError("invalid YAML: \(failure.problem)\(context)", at: word(at: offset))
  }
}

extension YAMLSyntaxError {
  /// The tab at the place of the error or in the indentation of its line.
  private var misplacedTab: SourceSpan? {
    guard !failure.context.contains("quoted"), failure.problem != "out of memory" else { return nil }
    if offset < bytes.count, bytes[offset] == 0x09 { return character(at: offset) }
    let start = lineStart(of: offset)
    let indentation = bytes[start..<max(start, offset)].prefix { $0 == 0x20 || $0 == 0x09 }
    return indentation.firstIndex(of: 0x09).map(character(at:))
  }

  /// A `?` where libyaml stopped: the beginning of a key that is no scalar.
  private var questionMark: SourceSpan? {
    guard !failure.context.contains("quoted"), offset < bytes.count else { return nil }
    return bytes[offset] == UInt8(ascii: "?") ? character(at: offset) : nil
  }

  private var isFirstInLine: Bool { firstInk(from: lineStart(of: offset)) >= offset }

  private func lineStart(of offset: Int) -> Int {
    source.range(ofLine: source.position(of: UInt32(offset)).line).lowerBound
  }

  /// The written part of the nearest line above that is not blank.
  private func lineAbove(_ start: Int) -> Range<Int>? {
    let above = bytes[source.contentStart..<max(start, source.contentStart)]
    guard let last = above.lastIndex(where: { !YAMLBuilder.isBlank($0) }) else { return nil }
    return firstInk(from: lineStart(of: last))..<(last + 1)
  }

  /// The first byte that is neither a space nor a tab.
  private func firstInk(from start: Int) -> Int {
    bytes[start...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? bytes.count
  }

  /// One character; nothing at a line's end.
  private func character(at offset: Int) -> SourceSpan {
    let start = min(offset, bytes.count)
    guard start < bytes.count, bytes[start] != 0x0A, bytes[start] != 0x0D else {
      return SourceSpan(start: UInt32(start), end: UInt32(start))
    }
    let rest = bytes[(start + 1)...].prefix { $0 & 0xC0 == 0x80 }
    return SourceSpan(start: UInt32(start), end: UInt32(rest.endIndex))
  }

  /// A run of characters up to a blank or punctuation, or one character.
  private func word(at offset: Int) -> SourceSpan {
    let one = character(at: offset)
    let stops: [UInt8] = Array(" \t\r\n:,[]{}".utf8)
    let run = bytes[Int(one.start)...].prefix { !stops.contains($0) }
    return SourceSpan(start: one.start, end: max(one.end, UInt32(run.endIndex)))
  }
}
