import FoveaGraph
import FoveaLanguage
import FoveaText
import Testing

@Suite struct YAMLLimitTests {
  private func finding(_ bytes: [UInt8]) throws -> (message: String, line: Int, column: Int) {
    let source = SourceText(path: "x", bytes: bytes)
    let (document, findings) = YAMLDocument.parse(source)
    #expect(document == nil)
    #expect(findings.count == 1)
    let finding = try #require(findings.first)
    let (line, column) = source.position(of: finding.span.start)
    return (finding.message, line, column)
  }

  @Test(arguments: [
    ("a: é\nb: \u{0}\n", "control character U+0000 is not allowed", 2, 4),
    ("a: é\nbü\u{1B}: \n", "control character U+001B is not allowed", 2, 3),
    ("\u{0}a: 1\n", "control character U+0000 is not allowed", 1, 1),
    ("a: \u{7F}", "control character U+007F is not allowed", 1, 4),
    ("a: \u{9B}", "control character U+009B is not allowed", 1, 4),
    ("# é\u{2028}b: 1", "line separator U+2028 is not allowed, expected LF or CRLF line ends", 1, 4),
    ("a: \u{FEFF}b", "byte order mark U+FEFF is allowed only at the start of the file", 1, 4),
    ("a: \u{FFFF}", "noncharacter U+FFFF is not allowed", 1, 4),
  ])
  func `a forbidden character is refused at its place`(text: String, message: String, line: Int, column: Int) throws {
    #expect(try finding(Array(text.utf8)) == (message, line, column))
  }

  @Test(
    arguments: [
      ([0xFF], "0xFF"), ([0xC3], "0xC3"), ([0xC0, 0x80], "0xC0"), ([0xED, 0xA0, 0x80], "0xED"), ([0x80], "0x80"),
      ([0xF4, 0x90, 0x80, 0x80], "0xF4"), ([0xE2, 0x82, 0x20], "0xE2"),
    ] as [([UInt8], String)])
  func `bytes that are not UTF-8 are refused at their place`(bytes: [UInt8], name: String) throws {
    let found = try finding(Array("a: 1\nüb: ".utf8) + bytes)
    #expect(found == ("byte \(name) is not valid UTF-8", 2, 5))
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61], [0x61, 0x00, 0x3A, 0x00], [0x00, 0x61, 0x00, 0x3A],
    ] as [[UInt8]])
  func `UTF-16 is recognised`(bytes: [UInt8]) throws {
    #expect(try finding(bytes).message == "the file is encoded as UTF-16 or UTF-32, expected UTF-8")
  }

  @Test func `a file may be 16 MiB long and no longer`() throws {
    let found = try finding([UInt8](repeating: 0x20, count: (16 << 20) + 1))
    #expect(found.message == "the file is longer than 16777216 bytes (16 MiB), the limit")
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "- ? "])
  func `ten thousand levels are refused at the hundred and first`(opening: String) throws {
    let text = String(repeating: opening, count: 10_000)
    let found = try finding(Array(text.utf8))
    #expect(found.message == "nested more than 100 levels deep")
    #expect(found.line == 1)
    let levels = opening == "- ? " ? 50 : 100
    #expect(found.column == levels * opening.utf8.count + 1)
  }

  @Test func `a hundred levels are read`() throws {
    let text = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    let (document, findings) = YAMLDocument.parse(SourceText(path: "x", text: text))
    #expect(findings == [])
    #expect(try #require(document).count == 100)
  }

  @Test func `more than two million nodes are refused`() throws {
    let text = "[" + String(repeating: ",1", count: 2_000_000).dropFirst() + "]"
    let found = try finding(Array(text.utf8))
    #expect(found == ("more than 2,000,000 nodes", 1, 4_000_000 - 2 + 2))
  }

  @Test func `an alias bomb is refused at the alias that goes off`() throws {
    var text = "a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]\n"
    for level in 1...30 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let found = try finding(Array(text.utf8))
    // Line n adds 10 times the nodes of line n - 1 with its alias nodes: 10, 111, 1121, 11221, 112221 nodes.
    #expect(found.message == "aliases expand to more than 1,000,000 nodes")
    #expect(found.line == 6)
  }

  @Test func `aliases may not nest deeper than brackets`() throws {
    var text = "a0: &a0 []\n"
    for level in 1...200 { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    let found = try finding(Array(text.utf8))
    // The root, the line's own list and the 99 levels of `a98` make 101.
    #expect(found == ("aliases nest more than 100 levels deep", 100, 12))
  }
}
