import Testing

@testable import FoveaLanguage
@testable import FoveaText

struct UnknownSizesTests {
  private func texts(_ yaml: String) -> [String] {
    let (document, findings) = YAMLDocument.parse(SourceText(path: "test.yaml", text: yaml))
    #expect(findings.isEmpty)
    guard let document else { return [] }
    return (0..<document.count).map { document.text(of: NodeID(Int32($0))) }.filter { !$0.isEmpty }
  }

  @Test(arguments: [
    ("input: [3, ?, ?]\n", ["input", "3", "?", "?"]),
    ("input: [?]\n", ["input", "?"]),
    ("input: ?\n", ["input", "?"]),
    ("input: ?", ["input", "?"]),
    ("size: [\n  ?,\n  4 ]\n", ["size", "?", "4"]),
    ("a: {b: ?}\n", ["a", "b", "?"]),
    ("é: [?, ü]\n", ["é", "?", "ü"]),
  ])
  func `a question mark alone is a scalar`(yaml: String, expected: [String]) {
    #expect(texts(yaml) == expected)
  }

  @Test(arguments: [
    ("a: \"[1, ?, 2]\"\n", ["a", "[1, ?, 2]"]),
    ("a: 3x?x?\n", ["a", "3x?x?"]),
    ("a: why?\n", ["a", "why?"]),
  ])
  func `a question mark within text stays as it is`(yaml: String, expected: [String]) {
    #expect(texts(yaml) == expected)
  }
}
