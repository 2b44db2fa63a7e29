import FoveaLanguage
import FoveaText
import Testing

/// What is to change in a text, and the text that comes of it.
@Suite struct EditingTests {
  private static let start = "fovea: 1\ninput: 8x9x9\n"

  private func origins(_ text: String) throws -> Origins {
    try #require(Origins(Specification(SourceText(path: "net.yaml", text: text))))
  }

  /// The only entry that is written with a word.
  private func entry(_ word: String, in origins: Origins) throws -> DocumentSyntax.Layer {
    let entries = origins.entries.values.filter { origins.document.text(of: $0.key) == word }
    #expect(entries.count == 1)
    return try #require(entries.first)
  }

  private func text(_ edits: TextEdits?, _ origins: Origins) -> String? {
    edits?.applied(to: origins.document.source.bytes).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `edits that touch are applied in the order in which they are given`() {
    var edits = TextEdits()
    edits.insert("b", at: 1)
    edits.insert("c", at: 1)
    edits.replace(SourceSpan(start: 1, end: 2), with: "d")
    edits.replace(SourceSpan(start: 0, end: 1), with: "a")
    #expect(edits.applied(to: Array("xyz".utf8)) == Array("abcdz".utf8))
    #expect(edits.applied(to: Array("xyz".utf8), in: 0..<2) == Array("abcd".utf8))
  }

  @Test func `edits that overlap, or leave the text, give none`() {
    var edits = TextEdits([FixIt.Edit(SourceSpan(start: 0, end: 2), "")])
    edits.replace(SourceSpan(start: 1, end: 3), with: "")
    #expect(edits.applied(to: Array("xyz".utf8)) == nil)
    let far = TextEdits([FixIt.Edit(SourceSpan(start: 2, end: 4), "")])
    #expect(far.applied(to: Array("xyz".utf8)) == nil && !far.fit(Array("xyz".utf8)))
    #expect(!far.isApart(from: TextEdits([FixIt.Edit(SourceSpan(start: 4, end: 4), "a")])))
    #expect(far.isApart(from: TextEdits([FixIt.Edit(SourceSpan(start: 5, end: 5), "a")])))
  }

  @Test(arguments: [("a: 1\nb: 2", "\n"), ("a: 1\r\nb: 2", "\r\n"), ("a: 1\rb: 2", "\r"), ("a: 1", "\n")])
  func `a new line ends as its neighbour does`(text: String, end: String) {
    let source = SourceText(path: "", text: text)
    #expect(source.lineBreak(near: 0) == end)
    #expect(source.lineBreak(near: UInt32(text.utf8.count)) == end)
  }

  @Test(
    arguments: [
      ("- conv: {out: 8, kernel: 3}", "- conv: {out: 8, kernel: 3, bias: false}"),
      ("- conv: {out: 8, bias: true, kernel: 3}", "- conv: {out: 8, bias: false, kernel: 3}"),
      ("- conv:\n    out: 8\n    kernel: 3  # three", "- conv:\n    out: 8\n    kernel: 3  # three\n    bias: false"),
      (
        "- conv:\r\n    out: 8\r\n    kernel: 3\r\n- relu",
        "- conv:\r\n    out: 8\r\n    kernel: 3\r\n    bias: false\r\n- relu"
      ),
      ("- conv: {out: 8, bias: channels > 1, kernel: 3}", nil),
    ] as [(String, String?)])
  func `an attribute is set where it stands, or behind the others`(before: String, after: String?) throws {
    let start = Self.start + "layers:\n"
    let origins = try origins(start + before)
    let entry = try entry("conv", in: origins)
    let origin = origins.attribute("bias", ofEntryAt: entry.key, isFirst: false)
    let edits = origins.edits(setting: "bias", given: origin, to: "false", of: entry).map { TextEdits($0.edits) }
    #expect(text(edits, origins) == after.map { start + $0 })
  }

  @Test func `an attribute is set for all entries that have the same text, which are known`() throws {
    let start = Self.start + "blocks: {a: {layers: [max_pool: &same {kernel: 2}]}}\nlayers:\n- avg_pool: *same\n"
    let origins = try origins(start)
    let entry = try entry("avg_pool", in: origins)
    let edits = try #require(origins.edits(setting: "stride", given: nil, to: "1", of: entry))
    #expect(!edits.isShared)
    #expect(text(TextEdits(edits.edits), origins) == start.replacing("kernel: 2", with: "kernel: 2, stride: 1"))
    #expect(origins.entries(sharingTextOf: entry.key)?.map(origins.document.text) == ["max_pool", "avg_pool"])
  }

  @Test(arguments: [
    ("- conv: {out: 8, kernel: 3, bias: *b}", "- conv: {out: 8, kernel: 3, bias: false}", false),
    ("- conv: {out: 8, kernel: 3, bias: &x true}", "- conv: {out: 8, kernel: 3, bias: &x false}", false),
    (
      "- conv: {out: 8, kernel: 3, bias: &x true}\n- linear: {out: 8, bias: *x}",
      "- conv: {out: 8, kernel: 3, bias: &x false}\n- linear: {out: 8, bias: *x}", true
    ),
    (
      "- conv: {out: 8, kernel: &k 3}\n- max_pool: {kernel: *k}",
      "- conv: {out: 8, kernel: &k 3, bias: false}\n- max_pool: {kernel: *k}", false
    ),
    ("- conv: *d", "- conv: *d", true),
  ])
  func `what is replaced is known to be shared where an alias stands for it too`(
    before: String, after: String, isShared: Bool
  ) throws {
    let start = Self.start + "params: {b: &b true}\ndefaults: {conv: &d {out: 8, kernel: 3}}\nlayers:\n"
    let origins = try origins(start + before)
    let entry = try entry("conv", in: origins)
    let origin = origins.attribute("bias", ofEntryAt: entry.key, isFirst: false)
    let edits = try #require(origins.edits(setting: "bias", given: origin, to: "false", of: entry))
    #expect(edits.isShared == isShared)
    if before != after { #expect(text(TextEdits(edits.edits), origins) == start + after) }
  }

  @Test(
    arguments: [
      ("- conv: {groups: 1, out: 8, kernel: 3}", "- conv: {out: 8, kernel: 3}"),
      ("- conv: {out: 8, groups: 1, kernel: 3}", "- conv: {out: 8, kernel: 3}"),
      ("- conv:\n    out: 8\n    kernel: 3\n    groups: 1  # one", "- conv:\n    out: 8\n    kernel: 3  # one"),
      ("- conv:\n    out: 8\n    kernel: 3  # three\n    groups: 1", nil),
    ] as [(String, String?)])
  func `an attribute goes with what separates it from others`(before: String, after: String?) throws {
    let start = Self.start + "layers:\n"
    let origins = try origins(start + before)
    let entry = try entry("conv", in: origins)
    let origin = try #require(origins.attribute("groups", ofEntryAt: entry.key, isFirst: false))
    #expect(
      text(origins.edits(removing: origin, of: entry).map { TextEdits($0.edits) }, origins) == after.map { start + $0 })
  }

  @Test(
    arguments: [
      ("[relu, tanh, silu]", "[relu, silu]"), ("[tanh, silu]", "[silu]"), ("[tanh]", nil),
      ("\n- relu\n- tanh # gone\n- silu\n", "\n- relu\n- silu\n"), ("\n- relu\n- tanh:\n", "\n- relu\n"),
      ("\n- add: {one: [relu, tanh], two: []}", "\n- add: {one: [relu], two: []}"),
      ("\n- relu\n- tanh:\n  name: a", nil),
    ] as [(String, String?)])
  func `an item goes with its dash and its comment`(before: String, after: String?) throws {
    let start = Self.start + "layers: "
    let origins = try origins(start + before)
    let edits = origins.edits(removing: try entry("tanh", in: origins)).map { TextEdits($0.edits) }
    #expect(text(edits, origins) == after.map { start + $0 })
  }

  @Test(arguments: [
    ("- max_pool: {kernel: 2}  # two", "- pair: {}  # two\n  name: a"),
    ("- max_pool:\n    kernel: 2  # two\n    stride: 2", "- # two\n  pair: {}\n  name: a"),
    ("- {max_pool: {kernel: 2}}", "- {pair: {}, name: a}"), ("[max_pool: {kernel: 2}]", "[{pair: {}, name: a}]"),
  ])
  func `an entry is replaced, and its comments stay`(before: String, after: String) throws {
    let start = Self.start + "layers:\n  "
    let origins = try origins(start + before.replacing("\n", with: "\n  "))
    let entries = EntryText(origins.document)
    let edits = entries.edits(
      replacing: try entry("max_pool", in: origins).key, by: "pair: {}", keys: [(key: "name", value: "a")])
    #expect(text(edits, origins) == start + after.replacing("\n", with: "\n  "))
  }

  @Test(arguments: [
    ("- one", "- two: {}\n  name: a"), ("- one: {k: 3}", "- two: {k: 3}\n  name: a"),
    ("[relu, one]", "[relu, {two: {}, name: a}]"),
  ])
  func `the use of a block is led to another one`(before: String, after: String) throws {
    let start = Self.start + "blocks:\n  one: {params: {k: 1}, layers: [relu]}\nlayers:\n  "
    let origins = try origins(start + before)
    let edits = EntryText(origins.document).edits(
      redirecting: try entry("one", in: origins).key, to: "two", name: "a")
    #expect(text(edits, origins) == start + after.replacing("\n", with: "\n  "))
  }

  @Test(
    arguments: [
      ("{a: 1, b: 2, c: 3}", "{c: 3}"), ("{a: 1, c: 3, b: 2}", "{c: 3}"), ("{c: , b: 2}", "{c: }"),
      ("\n  a: 1\n  c: 3\n  b: 2\n", "\n  c: 3\n"), ("\n  c: 3\n  b: 2 # two\n", nil), ("{a: 1 # one\n , c: 3}", nil),
    ] as [(String, String?)])
  func `entries of a mapping are removed`(before: String, after: String?) throws {
    let source = SourceText(path: "", text: "x: \(before)")
    let document = try #require(YAMLDocument.parse(source).0)
    let mapping = try #require(document.value(forKey: "x", in: document.root))
    let edits = EntryText(document).edits(removing: ["a", "b"], from: mapping)
    #expect(edits?.applied(to: source.bytes).map { String(decoding: $0, as: UTF8.self) } == after.map { "x: \($0)" })
  }

  @Test(arguments: [
    (
      "# A net.\nlayers:\n  - relu\n",
      "blocks:\n  # New.\n  b:\n    params: {}\n    layers:\n      - tanh\n\n# A net.\nlayers:\n  - relu\n"
    ),
    (
      "blocks:\n    a:\n        layers: [relu]\n        # The end of a.\nlayers: [a]\n",
      "blocks:\n    a:\n        layers: [relu]\n        # The end of a.\n\n    # New.\n    b:\n        params: {}\n"
        + "        layers:\n            - tanh\nlayers: [a]\n"
    ),
    (
      "blocks: {a: {layers: [relu]}}\nlayers: [a]",
      "blocks: {a: {layers: [relu]}, b: {params: {}, layers: [tanh]}}\nlayers: [a]"
    ),
    ("blocks: {}\nlayers: [relu]", "blocks: {b: {params: {}, layers: [tanh]}}\nlayers: [relu]"),
  ])
  func `a block is written as the others are`(before: String, after: String) throws {
    let origins = try origins(Self.start + before)
    var edits = TextEdits()
    try BlockSection(origins, EntryText(origins.document)).insertBlocks(
      [BlockSection.NewBlock(name: "b", comment: "New.", parameters: "{}", layers: ["tanh"])], into: &edits)
    #expect(text(edits, origins) == Self.start + after)
  }

  @Test func `a variant is moved before the others with all its lines`() {
    func text(_ variants: String) -> String {
      "fovea: 1\ninput: 3\nparams: {a: 1}\nvariants:\n\(variants)layers: [relu]"
    }
    let source = text("  one: {a: 1}\n  # Two.\n  two:\n    a: 2\n  three: {}\n")
    let moved = Specification(SourceText(path: "", text: source)).text(startingWith: "two")
    #expect(moved == text("  two:\n    a: 2\n  one: {a: 1}\n  # Two.\n  three: {}\n"))
  }
}
