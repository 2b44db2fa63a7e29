import FoveaText
import Testing

@Suite struct SourceTextTests {
  @Test(arguments: ["a\nbc\n\nd", "a\r\nbc\r\n\r\nd", "a\rbc\r\rd", "a\nbc\r\n\rd"])
  func `every kind of line end separates lines`(text: String) {
    let source = SourceText(path: "x", text: text)
    #expect(source.lineCount == 4)
    #expect((1...4).map { String(decoding: source.line($0), as: UTF8.self) } == ["a", "bc", "", "d"])
  }

  @Test func `a trailing line break starts an empty last line`() {
    let source = SourceText(path: "x", text: "a\n")
    #expect(source.lineCount == 2)
    #expect(source.position(of: 2) == (2, 1))
    #expect(source.line(2).isEmpty)
  }

  @Test func `columns count scalars and tabs count one`() {
    let source = SourceText(path: "x", text: "é\t😀x")
    #expect(source.position(of: 0) == (1, 1))
    #expect(source.position(of: 2) == (1, 2))
    #expect(source.position(of: 3) == (1, 3))
    #expect(source.position(of: 7) == (1, 4))
  }

  @Test func `a byte order mark takes no column`() {
    let source = SourceText(path: "x", bytes: [0xEF, 0xBB, 0xBF] + Array("ab".utf8))
    #expect(source.position(of: 3) == (1, 1))
    #expect(source.position(of: 4) == (1, 2))
    #expect(source.line(1) == [0x61, 0x62])
  }

  @Test func `places and lines outside the text are taken as its end`() {
    let source = SourceText(path: "x", text: "ab")
    #expect(source.position(of: 99) == (1, 3))
    #expect(source.line(0).isEmpty)
    #expect(source.line(7).isEmpty)
    #expect(SourceText(path: "x", text: "").position(of: 0) == (1, 1))
  }
}
