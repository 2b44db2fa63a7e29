import FoveaGraph
import FoveaReport
import FoveaText
import Testing

@Suite struct DiagnosticTextTests {
  /// A finding about the first place where `mark` stands.
  private func rendered(
    _ text: String, marking mark: String, message: String = "wrong", label: String? = nil,
    notes: [Diagnostic.Note] = [], help: String? = nil, path: String = "a.yaml"
  ) throws -> [String] {
    let source = SourceText(path: path, text: text)
    let marked = try #require(span(of: mark, in: text))
    let finding = Diagnostic(rule: "rule", message: message, span: marked, label: label, notes: notes, help: help)
    let plain = DiagnosticText.text(finding, in: source).plain
    #expect(plain.hasSuffix("\n"))
    return plain.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  private func span(of mark: String, in text: String) -> SourceSpan? {
    let bytes = Array(text.utf8)
    let wanted = Array(mark.utf8)
    for start in 0...(bytes.count - wanted.count) where Array(bytes[start..<(start + wanted.count)]) == wanted {
      return SourceSpan(start: UInt32(start), end: UInt32(start + wanted.count))
    }
    return nil
  }

  @Test func `a finding has its place, its line with a mark, its notes and its help`() throws {
    let text = "fovea: 1\ninput: 3x5x5\n\n\n\n\n\n\nlayers:\n  - conv: {out: 64, kernel: 7}\n"
    let notes = [
      Diagnostic.Note("the input comes from here", at: span(of: "3x5x5", in: text)),
      Diagnostic.Note("padding is 0 without `padding:`"),
    ]
    #expect(
      try rendered(
        text, marking: "7", message: "kernel 7 is larger than the padded input 5x5", label: "7 > 5", notes: notes,
        help: "add `padding: half`", path: "specs/bad.yaml") == [
          "specs/bad.yaml:10:29: error: kernel 7 is larger than the padded input 5x5 [rule]",
          "   |",
          "10 |   - conv: {out: 64, kernel: 7}",
          "   |                             ^ 7 > 5",
          "   = note: padding is 0 without `padding:`",
          "   = help: add `padding: half`",
          "specs/bad.yaml:2:8: note: the input comes from here",
          "   |",
          " 2 | input: 3x5x5",
          "   |        ^^^^^",
        ])
  }

  @Test func `a span of several lines marks the first one`() throws {
    #expect(
      try rendered("a:\n  bc: 1\n  d: 2\n", marking: "bc: 1\n  d") == [
        "a.yaml:2:3: error: wrong [rule]", "  |", "2 |   bc: 1", "  |   ^^^^^",
      ])
  }

  @Test func `an empty span gets one mark`() throws {
    #expect(
      try rendered("a: \n", marking: "") == ["a.yaml:1:1: error: wrong [rule]", "  |", "1 | a: ", "  | ^"])
  }

  @Test func `tabs are shown as spaces and the mark stays under its text`() throws {
    #expect(
      try rendered("a:\tb\tc", marking: "c") == [
        "a.yaml:1:6: error: wrong [rule]", "  |", "1 | a:    b    c", "  |            ^",
      ])
  }

  @Test(arguments: [
    ("日本: x", "x", "      ^"), ("日本: x", "本", "  ^^"), ("e\u{301}: x", "x", "   ^"), ("😀👍🏽: x", "x", "      ^"),
    ("👩\u{200D}💻: x", "x", "    ^"), ("🇩🇪: x", "x", "    ^"), ("한국: x", "x", "      ^"),
  ])
  func `wide and combining characters keep the mark in place`(text: String, mark: String, line: String) throws {
    #expect(try rendered(text, marking: mark).last == "  | " + line)
  }

  @Test func `what a terminal would obey is made visible everywhere`() throws {
    let lines = try rendered(
      "a: \u{1B}[31m\u{202E}b\u{85}\u{9B}c", marking: "c", message: "bad\u{1B}[2J\nline\u{2028}",
      label: "\u{7}", notes: [Diagnostic.Note("n\u{2066}")], help: "h\r", path: "p\u{1B}]0;x\u{7}.yaml")
    #expect(
      lines == [
        "p␛]0;x␇.yaml:1:13: error: bad␛[2J␊line\\u{2028} [rule]",
        "  |",
        "1 | a: ␛[31m\\u{202E}b\\u{85}\\u{9B}c",
        "  |                              ^ ␇",
        "  = note: n\\u{2066}",
        "  = help: h␍",
      ])
  }

  @Test(arguments: [(0, "^"), (150, "^"), (299, "^")])
  func `a long line is cut around the mark`(place: Int, mark: String) throws {
    var characters = Array(repeating: "é", count: 300)
    characters[place] = "X"
    let lines = try rendered(characters.joined(), marking: "X")
    let shown = Array(lines[2])
    #expect(shown.count <= 4 + DiagnosticText.sourceWidth + 2)
    #expect(shown.count >= 4 + DiagnosticText.sourceWidth)
    let column = try #require(Array(lines[3]).firstIndex(of: "^"))
    #expect(shown[column] == "X")
    #expect((shown[4] == "…") == (place > 100))
    #expect((shown.last == "…") == (place < 200))
    #expect(lines[3].hasSuffix(" " + mark) || place == 0)
  }

  @Test func `a line of megabytes costs no more than its window`() throws {
    let text = String(repeating: "x", count: 4_000_000) + "Y" + String(repeating: "z", count: 4_000_000)
    let lines = try rendered(text, marking: "Y")
    #expect(lines[0].hasPrefix("a.yaml:1:4000001:"))
    #expect(lines[2].count == 4 + DiagnosticText.sourceWidth + 2)
  }

  @Test func `an empty file has no line to show and a missing file no place`() {
    let finding = Diagnostic(
      rule: "yaml", severity: .warning, message: "m", span: .none, notes: [Diagnostic.Note("n", at: SourceSpan.none)],
      help: "h")
    let empty = SourceText(path: "e.yaml", text: "")
    #expect(
      DiagnosticText.text(finding, in: empty).plain
        == "e.yaml:1:1: warning: m [yaml]\n  = help: h\ne.yaml:1:1: note: n\n")
    #expect(DiagnosticText.text(finding, in: nil).plain == "warning: m [yaml]\n  = note: n\n  = help: h\n")
  }

  @Test func `findings are separated by an empty line and counted`() {
    let error = Diagnostic(rule: "r", message: "m", span: .none)
    var warning = error
    warning.severity = .warning
    var remark = error
    remark.severity = .info
    #expect(DiagnosticText.text([error, warning], in: nil).plain == "error: m [r]\n\nwarning: m [r]\n")
    #expect(DiagnosticText.summary([error, warning, error]) == "2 errors, 1 warning")
    #expect(DiagnosticText.summary([remark, warning, warning, remark]) == "2 warnings, 2 remarks")
    #expect(DiagnosticText.summary([]) == "no findings")
  }
}
