import FoveaText
import Testing

@Suite struct FoldedTextTests {
  private func folded(_ words: [(String, StyledText.Role)], indent: Int = 2, width: Int?) -> StyledText {
    var text = FoldedText(indent: indent, width: width)
    for (word, role) in words { text.append(word, role) }
    return text.text
  }

  @Test func `lines break between words alone, and further ones are indented`() {
    #expect(folded([("one two three", .plain)], width: 8).plain == "one two\n  three")
    #expect(folded([("one two three", .plain)], width: nil).plain == "one two three")
    #expect(folded([("internationalization of a", .plain)], width: 8).plain == "internationalization\n  of a")
    #expect(folded([("層層層 層", .plain)], width: 8).plain == "層層層\n  層")
  }

  @Test func `words of other parts follow on the same line, and break at their spaces`() {
    let text = folded([("a.yaml:1:1: ", .strong), ("error:", .error), (" no such layer", .strong)], width: 20)
    #expect(text.plain == "a.yaml:1:1: error:\n  no such layer")
    #expect(text.pieces.map(\.role) == [.strong, .error, .strong])
    #expect(folded([("ab", .plain), ("cd", .dim), (" e", .plain)], width: 4).plain == "abcd\n  e")
  }

  @Test(arguments: 4...40) func `no line is wider than asked for`(_ width: Int) {
    let words = "of a map that is shrunk by a b c d and then grown"
    let text = folded([(words, .plain)], width: width).plain
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= max(width, 8) })
    #expect(text.split { $0 == "\n" || $0 == " " }.joined(separator: " ") == words)
  }
}
