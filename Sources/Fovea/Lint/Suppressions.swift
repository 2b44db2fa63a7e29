import FoveaGraph
import FoveaLanguage
import FoveaText

/// The comments of a text that silence findings: `# fovea: ignore[rule] reason`, `# fovea: ignore-file[rule] reason`.
struct Suppressions {
  private struct Comment {
    let span: SourceSpan
    let rules: [(name: String, span: SourceSpan)]
    /// The line that it is about; the whole file where nil.
    let line: Int?
    var used: Set<String> = []
  }

  private let source: SourceText
  private var comments: [Comment] = []
  private var mistakes: [Diagnostic] = []

  init(in specification: Specification) {
    source = specification.source
    let marker = Array("fovea:".utf8)
    let bytes = source.bytes
    var index = 0
    while let hash = bytes[index...].firstIndex(of: UInt8(ascii: "#")) {
      index = hash + 1
      var start = index
      while start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
      guard bytes[start...].starts(with: marker), Self.isComment(hash, in: specification) else { continue }
      read(hash, instruction: start + marker.count)
      index = start
    }
  }

  /// Whether a `#` begins a comment: after white space, and not inside a quoted or a block text.
  private static func isComment(_ hash: Int, in specification: Specification) -> Bool {
    let bytes = specification.source.bytes
    if hash > 0, !" \t\r\n".utf8.contains(bytes[hash - 1]) { return false }
    guard let (document, _) = specification.readable else { return true }
    return !(0..<document.count).contains { index in
      let node = NodeID(Int32(index))
      let span = document.span(of: node)
      return document.kind(of: node) == .scalar && Int(span.start) < hash && hash < Int(span.end)
    }
  }

  private mutating func read(_ hash: Int, instruction start: Int) {
    let line = source.position(of: UInt32(hash)).line
    let range = source.range(ofLine: line)
    let text = source.bytes[min(start, range.upperBound)..<range.upperBound]
    var position = text.startIndex
    func skipSpaces() { while position < text.endIndex, text[position] == UInt8(ascii: " ") { position += 1 } }
    skipSpaces()
    let word = text[position...].prefix { $0 == UInt8(ascii: "-") || ($0 &- 97) < 26 }
    position = word.endIndex
    skipSpaces()
    let span = SourceSpan(start: UInt32(hash), end: UInt32(range.upperBound))
    let isForFile = word.elementsEqual("ignore-file".utf8)
    guard isForFile || word.elementsEqual("ignore".utf8) else {
      return report("a comment for fovea says `ignore[rule]` or `ignore-file[rule]`", at: span)
    }
    guard position < text.endIndex, text[position] == UInt8(ascii: "["),
      let end = text[position...].firstIndex(of: UInt8(ascii: "]"))
    else {
      return report("a suppression names its rules in brackets", at: span, help: "write `# fovea: ignore[rule] reason`")
    }
    var rules: [(name: String, span: SourceSpan)] = []
    for part in text[(position + 1)..<end].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let lower = part.firstIndex { $0 != UInt8(ascii: " ") } ?? part.endIndex
      let upper = part.lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? lower
      let name = String(decoding: part[lower..<upper], as: UTF8.self)
      let place = SourceSpan(start: UInt32(lower), end: UInt32(upper))
      if RuleCatalog.rule(named: name) != nil {
        rules.append((name, place))
      } else {
        reportUnknown(name, at: upper > lower ? place : span)
      }
    }
    let isAlone = source.bytes[range.lowerBound..<hash].allSatisfy { $0 == UInt8(ascii: " ") }
    comments.append(
      Comment(span: span, rules: rules, line: isForFile ? nil : isAlone ? nextLine(after: line) : line))
  }

  /// The next line that holds more than a comment.
  private func nextLine(after line: Int) -> Int {
    var next = line + 1
    while next <= source.lineCount,
      source.line(next).first(where: { $0 != UInt8(ascii: " ") }).map({ $0 == UInt8(ascii: "#") }) ?? true
    {
      next += 1
    }
    return next
  }

  private mutating func reportUnknown(_ name: String, at span: SourceSpan) {
    if name.isEmpty { return report("a suppression names its rules in brackets", at: span) }
    if RuleCatalog.index(of: name) != nil {
      return report("`\(name)` cannot be silenced: it is no matter of taste", at: span)
    }
    let help = Spelling.nearest(to: name, among: RuleCatalog.all.map { $0.name }).map { "did you mean `\($0)`?" }
    report("there is no rule `\(name)`", at: span, help: help ?? "`fovea rules` lists them all")
  }

  private mutating func report(_ message: String, at span: SourceSpan, help: String? = nil) {
    mistakes.append(
      Diagnostic(
        rule: BuiltInRule.invalidSuppression.rawValue, severity: .warning, message: message, span: span, help: help))
  }

  /// Whether a comment silences a rule at one of some places; it counts as used then.
  mutating func silence(_ rule: String, at spans: [SourceSpan]) -> Bool {
    guard !comments.isEmpty else { return false }
    let lines = spans.map { source.position(of: $0.start).line }
    for index in comments.indices where comments[index].rules.contains(where: { $0.name == rule }) {
      if comments[index].line.map({ lines.contains($0) }) ?? true {
        comments[index].used.insert(rule)
        return true
      }
    }
    return false
  }

  /// What is wrong with the comments; those that silence nothing are judged for the rules in force only.
  func findings(rulesInForce rules: Set<String>) -> [Diagnostic] {
    mistakes
      + comments.flatMap { comment in
        comment.rules.filter { rules.contains($0.name) && !comment.used.contains($0.name) }.map { rule in
          Diagnostic(
            rule: BuiltInRule.unusedSuppression.rawValue, severity: .warning,
            message: "nothing is found by `\(rule.name)` " + (comment.line == nil ? "in this file" : "here"),
            span: rule.span, label: "silences nothing", help: "remove it")
        }
      }
  }
}
