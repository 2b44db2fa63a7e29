import FoveaGraph
import FoveaLanguage
import FoveaText
import Testing

@Suite struct YAMLDocumentTests {
  private func read(_ text: String) throws -> YAMLDocument {
    let (document, findings) = YAMLDocument.parse(SourceText(path: "x", text: text))
    #expect(findings == [])
    return try #require(document)
  }

  /// Every node in order as `text under its span`.
  private func spans(_ document: YAMLDocument) -> [String] {
    func list(_ id: NodeID) -> [String] {
      [document.source.text(in: document.span(of: id))] + document.children(of: id).flatMap(list)
    }
    return list(document.root)
  }

  @Test(arguments: [
    ("a: 1\nb: [2, {c: d}]\n", ["a: 1\nb: [2, {c: d}]", "a", "1", "b", "[2, {c: d}]", "2", "{c: d}", "c", "d"]),
    ("é: ü # ö\nß: {ä: 😀, x: }\n", ["é: ü # ö\nß: {ä: 😀, x: }", "é", "ü", "ß", "{ä: 😀, x: }", "ä", "😀", "x", ""]),
    ("a:\n- b\n-\n\n# c\nd: e\n", ["a:\n- b\n-\n\n# c\nd: e", "a", "- b\n-", "b", "", "d", "e"]),
    ("- - a\n  - b\n- c: d\n", ["- - a\n  - b\n- c: d", "- a\n  - b", "a", "b", "c: d", "c", "d"]),
    ("[a: 1, 'b', \"c\"]", ["[a: 1, 'b', \"c\"]", "a: 1", "a", "1", "'b'", "\"c\""]),
    ("a: |\n  x\n  y\n\nb: c\n", ["a: |\n  x\n  y\n\nb: c", "a", "|\n  x\n  y", "b", "c"]),
    ("a: x\r\n  y\r\nb: z\r\n", ["a: x\r\n  y\r\nb: z", "a", "x\r\n  y", "b", "z"]),
    ("a: &n\n  # c\n  b: &m 1\n", ["a: &n\n  # c\n  b: &m 1", "a", "b: &m 1", "b", "1"]),
    ("\u{FEFF}a: é\n", ["a: é", "a", "é"]),
  ])
  func `a span is exactly the node`(text: String, expected: [String]) throws {
    #expect(spans(try read(text)) == expected)
  }

  @Test func `an absent value stands after its colon`() throws {
    let document = try read("params: {out: , kernel: 1}\n")
    let params = try #require(document.value(forKey: "params", in: document.root))
    let out = try #require(document.value(forKey: "out", in: params))
    #expect(document.isAbsent(out))
    #expect(document.span(of: out) == SourceSpan(start: 13, end: 13))
    #expect(document.isFlow(params))
    #expect(!document.isFlow(document.root))
  }

  @Test(arguments: [
    ("plain text", "plain text", true), ("'it''s'", "it's", false), ("\"a\\tb\\u00e9\"", "a\tbé", false),
    ("'same'", "same", false), ("one\n  two", "one two", true), (">-\n  one\n  two", "one two", false),
    ("|\n  one\n", "one\n", false), ("''", "", false),
  ])
  func `a scalar's text is unescaped and unfolded`(yaml: String, text: String, isPlain: Bool) throws {
    let document = try read("k: \(yaml)")
    let value = try #require(document.value(forKey: "k", in: document.root))
    #expect(document.text(of: value) == text)
    #expect(document.isPlain(value) == isPlain)
    #expect(!document.isAbsent(value))
    #expect(document.hasText(text, value))
    #expect(!document.hasText(text + "x", value))
    #expect(document.withBytes(of: value) { $0.count } == text.utf8.count)
    #expect(Array(document.bytes(of: value)) == Array(text.utf8))
  }

  @Test func `an alias names its target and copies nothing`() throws {
    let document = try read("a: &x {k: 1}\nb: *x\nc: [*x, &x 2, *x]\n")
    let target = try #require(document.value(forKey: "a", in: document.root))
    let alias = try #require(document.value(forKey: "b", in: document.root))
    #expect(document.kind(of: alias) == .alias)
    #expect(document.resolve(alias) == target)
    #expect(document.resolve(target) == target)
    #expect(Array(document.children(of: alias)).isEmpty)
    let list = try #require(document.value(forKey: "c", in: document.root))
    let items = Array(document.children(of: list))
    #expect(document.resolve(items[0]) == target)
    #expect(document.resolve(items[2]) == items[1])
    #expect(document.count == 12)
  }

  @Test func `entries pair keys with values and leave other nodes alone`() throws {
    let document = try read("a: {b: [1, 2], c: d}\ne: f\n")
    let keys = document.entries(of: document.root).map { document.text(of: $0.key) }
    #expect(keys == ["a", "e"])
    let inner = try #require(document.value(forKey: "a", in: document.root))
    #expect(document.entries(of: inner).map { document.kind(of: $0.value) } == [.sequence, .scalar])
    let list = try #require(document.value(forKey: "b", in: inner))
    #expect(Array(document.entries(of: list)).isEmpty)
    #expect(document.children(of: list).map { document.text(of: $0) } == ["1", "2"])
    #expect(document.value(forKey: "z", in: inner) == nil)
  }
}
