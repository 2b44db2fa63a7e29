import FoveaGraph
import FoveaLanguage
import FoveaText
import Testing

/// A text, and its findings as `line:column message`.
struct Mistake: CustomTestStringConvertible, Sendable {
  let text: String
  let findings: [String]
  let note: String?

  init(_ text: String, _ findings: String..., note: String? = nil) {
    self.text = text
    self.findings = findings
    self.note = note
  }

  var testDescription: String { text.debugDescription }
}

@Suite struct YAMLErrorTests {
  private static let tab = "tab used for indentation; YAML needs spaces"
  private static let empty = "the file is empty: expected a mapping with `fovea: 1`"

  private func check(_ mistake: Mistake) {
    let source = SourceText(path: "x", text: mistake.text)
    let findings = YAMLDocument.parse(source).diagnostics
    func place(_ span: SourceSpan) -> String {
      let (line, column) = source.position(of: span.start)
      return "\(line):\(column)"
    }
    #expect(findings.map { "\(place($0.span)) \($0.message)" } == mistake.findings)
    #expect(findings.allSatisfy { $0.rule == "yaml" && $0.severity == .error })
    if let note = mistake.note {
      let notes = findings.flatMap(\.notes)
      #expect(notes.map { "\($0.span.map(place) ?? "") \($0.message)" } == [note])
    }
  }

  @Test(arguments: [
    Mistake("a:\n\tb: 1\n", "2:1 \(tab)"),
    Mistake("a:\n  é: 1\n\tc: 2\n", "3:1 \(tab)"),
    Mistake("a:\n  b: 1\n  \t c: 2\n", "3:3 \(tab)"),
    Mistake("- \ta: 1\n", "1:3 \(tab)"),
  ])
  func `a tab in the indentation is named`(mistake: Mistake) { check(mistake) }

  @Test(arguments: [
    Mistake("a: b: c\n", "1:5 a second `:` in one line: a mapping is not allowed here"),
    Mistake("\u{FEFF}a:\tb: c\n", "1:5 a second `:` in one line: a mapping is not allowed here"),
    Mistake("é: 1\n  ü: 2\n", "2:3 unexpected indentation: the line above already has a value"),
    Mistake(
      "a:\n    b: 1\n   c: 2\n", "3:4 wrong indentation: this line fits no mapping or list above",
      note: "1:1 the mapping starts here"),
    Mistake(
      "a: 1\n- b\n", "2:1 wrong indentation: this line fits no mapping or list above",
      note: "1:1 the mapping starts here"),
    Mistake(
      "layers:\n  - relu\n  name: x\n", "3:3 expected `- ` at the start of a list item",
      note: "2:3 the list starts here"),
    Mistake(" a: 1\nb: 2\n", "2:1 unexpected text after the end of the document"),
    Mistake("a: - b\n", "1:4 a list item `-` is not allowed here"),
    Mistake("a: 1\nkernel 7\nb: 2\n", "2:1 missing `:` after a key"),
    Mistake("kernel 7\n\nb: 2\n", "1:1 missing `:` after a key"),
    Mistake("a: 1\nb:2\n", "2:1 missing `:` after a key"),
    Mistake("a: \"abc\" def\n", "1:10 unexpected text after a value"),
    Mistake("a: [1, 2] 3\n", "1:11 unexpected text after a value"),
  ])
  func `a wrong layout is told at the line that breaks it`(mistake: Mistake) { check(mistake) }

  @Test(arguments: [
    Mistake("a: {b: 1, c\nd: 2\n", "2:2 expected `,` or `}`", note: "1:4 `{` is opened here"),
    Mistake("é: [1, 2\n", "1:9 expected `,` or `]`, found the end of the file", note: "1:4 `[` is opened here"),
    Mistake("a: {x: 1,\n\n", "1:10 expected `,` or `}`, found the end of the file", note: "1:4 `{` is opened here"),
    Mistake("a: [{x: [1], \n", "1:13 expected `,` or `}`, found the end of the file", note: "1:5 `{` is opened here"),
    Mistake("a: \"é\n\nb: 1\n", "3:5 the quoted text is not closed", note: "1:4 the quote is opened here"),
    Mistake("a: 'abc", "1:8 the quoted text is not closed", note: "1:4 the quote is opened here"),
    Mistake("a: ]\n", "1:4 `]` closes nothing"),
    Mistake("a: 1\n}\n", "2:1 `}` closes nothing"),
    Mistake("a: [1, }\n", "1:8 expected a value, found `}`"),
  ])
  func `an unclosed bracket or quote points back to where it was opened`(mistake: Mistake) { check(mistake) }

  @Test(arguments: [
    Mistake("{é: 1, a:, b: 2}\n", "1:9 missing space after `:`"),
    Mistake("a: @x\n", "1:4 `@` cannot start a value"),
    Mistake("a: `x`\n", "1:4 a backquote cannot start a value"),
    Mistake("a: \"\\q\"\n", "1:5 unknown escape in a quoted text"),
    Mistake("%YAML 1.3\n---\na: 1\n", "1:1 invalid YAML: found incompatible YAML document"),
    Mistake("a: &\n", "1:4 `&` before a value makes it an anchor or an alias, expected a name after it"),
    Mistake("a: *é\n", "1:4 `*` before a value makes it an anchor or an alias, expected a name after it"),
  ])
  func `a stray character is told at its place`(mistake: Mistake) { check(mistake) }

  @Test(arguments: [
    Mistake("a: !!str b\n", "1:4 tag `!!str` is not allowed, expected no tags"),
    Mistake(
      "a: &q !foo [1]\nb: !x {}\n", "1:7 tag `!foo` is not allowed, expected no tags",
      "2:4 tag `!x` is not allowed, expected no tags"),
    Mistake("# c\n%TAG ! x\n---\na: 1\n", "2:1 directive `%TAG` is not allowed, expected no tags"),
    Mistake("a: 1\n...\n# c\n%TAG ! x\n", "4:1 a second document begins here, expected one document in a file"),
    Mistake("a: 1\n---\nb: 2\n", "2:1 a second document begins here, expected one document in a file"),
    Mistake("a: 1\n...\nb: 2\n", "3:1 a second document begins here, expected one document in a file"),
    Mistake("base: &x {a: 1}\nb:\n  <<: *x\n", "3:3 merge key `<<` is not allowed"),
    Mistake("? [a]\n: b\n", "1:3 a sequence as a key, expected a name"),
    Mistake("{{a: b}: c}\n", "1:2 a mapping as a key, expected a name"),
    Mistake("&a b: 1\n*a : 2\n", "2:1 an alias as a key, expected a name"),
    Mistake("{: 1}\n", "1:2 missing key before `:`"),
    Mistake("a: 1\n: 2\n", "2:1 missing key before `:`"),
    Mistake("a: *x\n", "1:4 alias `*x` has no anchor `&x` above it"),
    Mistake("a: &x [*x]\n", "1:8 alias `*x` stands inside its own anchor", note: "1:7 the anchored value begins here"),
  ])
  func `what the language leaves out of YAML is refused`(mistake: Mistake) { check(mistake) }

  @Test(arguments: [
    Mistake("", "1:1 \(empty)"), Mistake("# only\n# comments\n", "1:1 \(empty)"), Mistake("---\n", "1:1 \(empty)"),
    Mistake("\u{FEFF}", "1:1 \(empty)"), Mistake("\r\n\r\n", "1:1 \(empty)"), Mistake("\r", "1:1 \(empty)"),
  ])
  func `an empty file says what a file begins with`(mistake: Mistake) { check(mistake) }

  @Test func `every duplicate key is reported with the first one`() throws {
    check(
      Mistake(
        "a: 1\né: {b: 1, 'b': 2}\na: 3\na: 4\n", "2:11 duplicate key `b`", "3:1 duplicate key `a`",
        "4:1 duplicate key `a`"))
    check(Mistake("a: 1\na: 2\n", "2:1 duplicate key `a`", note: "1:1 first given here"))
    let (document, _) = YAMLDocument.parse(SourceText(path: "x", text: "a: 1\na: 2\n"))
    let both = try #require(document)
    #expect(both.value(forKey: "a", in: both.root).map { both.text(of: $0) } == "1")
  }

  @Test func `a duplicate of a very long key is cut in the message`() {
    let key = String(repeating: "é", count: 400)
    check(Mistake("\(key): 1\n\(key): 2\n", "2:1 duplicate key `\(String(repeating: "é", count: 40))…`"))
  }

  @Test func `duplicates among many keys are found as among few`() {
    let keys = (0..<40).map { "key\($0): \($0)\n" }.joined()
    check(Mistake(keys + "key7: 1\nkey40: 1\n'key39': 2\n", "41:1 duplicate key `key7`", "43:1 duplicate key `key39`"))
  }

  @Test func `a flood of duplicates is cut off and counted`() throws {
    let text = "[" + String(repeating: "{a: 1, a: 2}, ", count: 150) + "]"
    let findings = YAMLDocument.parse(SourceText(path: "x", text: text)).diagnostics
    #expect(findings.count == 100)
    #expect(try #require(findings.last).notes.last?.message == "and 50 more findings about keys")
  }

  @Test func `a merge key names what to use instead`() throws {
    let findings = YAMLDocument.parse(SourceText(path: "x", text: "<<: 1\n")).diagnostics
    let help = try #require(findings.first).help
    #expect(help == "merge keys are not part of YAML 1.2; use `defaults` or a block")
  }
}
