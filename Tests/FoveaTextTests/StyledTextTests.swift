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
}
