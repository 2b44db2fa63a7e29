import FoveaText
import Testing

@Suite struct StyledTextTests {
  @Test func `roles are joined, and codes never run over a line's end`() {
    var text = StyledText("a", .error)
    text.append("b\nc", .error)
    text.append("", .help)
    text.append("d")
    #expect(text.pieces.map(\.text) == ["ab\nc", "d"])
    #expect(text.plain == "ab\ncd")
    #expect(text.rendered { ($0 == .error ? "<" : "", $0 == .error ? ">" : "") } == "<ab>\n<c>d")
  }

  @Test func `what a terminal would obey or hide is shown, wherever it stands among other text`() {
    let scalars =
      (0..<0x3000).compactMap { Unicode.Scalar(UInt32($0)) } + ["\u{FEFF}", "\u{FFFA}", "\u{E0041}", "層", "é"]
    for scalar in scalars where scalar != "\r" {
      let shown = scalar == "\n" ? "\n" : VisibleText.substitute(for: scalar) ?? String(Character(scalar))
      for (before, after) in [("", ""), ("a·", "b"), ("…", "≤")] {
        let text = before + String(Character(scalar)) + after
        #expect(VisibleText.escapeLines(text).unicodeScalars.elementsEqual((before + shown + after).unicodeScalars))
      }
    }
  }
}
