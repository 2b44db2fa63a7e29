import Foundation
import Fovea
import FoveaGraph
import Testing

@testable import FoveaReport

@Suite struct MarkdownTests {
  /// Texts that would be markup, links, mentions, lists or the end of a cell.
  private static let hostile = [
    "a|b", "`code`", "<script>alert(1)</script>", "<b>bold</b>", "line\nbreak", "line\r\n\r\n# heading",
    "[text](http://evil.example)", "![image](x.png)", "http://evil.example", "https://evil.example/a_b",
    "www.evil.example",
    "mail@evil.example", "@user", "#12", "*bold*", "__init__", "~~gone~~", "1. item", "2) item", "- item", "+ item",
    "===", "---", "    code", "\tcode", "&lt;", "&#60;", "\\", "\\|", "$x$", "```", "[^1]", "[x]", "| --- |",
    "{{title}}",
    "\u{202E}txet", "<!-- x -->", "a&b", "日本語", "ftp://evil.example", "xmpp:a@evil.example", "WWW.evil.example",
  ]

  @Test(.enabled(if: CommonMark.isThere), arguments: hostile)
  func `a name stays what it is in a heading, a cell, an item and a link`(name: String) throws {
    let shown = VisibleText.escape(name)
    let text = MarkdownText.escape(name)
    for (element, markdown) in [
      ("heading", "# \(text)\n"), ("table_cell", "|a|\n|-|\n|\(text)|\n"), ("item", "- \(text)\n"),
      ("paragraph", "\(text)\n"), ("link", "[\(text)](x.md)\n"),
    ] {
      let document = try CommonMark.read(markdown)
      let found = try #require(document.all(element).last, "\(element)")
      #expect(found.wholeText.replacing("<!-- -->", with: "") == shown, "\(element)")
      let kinds = Set(["link", "image", "code", "emph", "strong", "strikethrough", "code_block", "list"])
      let allowed = ["item": 1, "link": 1][element] ?? 0
      #expect(kinds.reduce(0) { $0 + document.all($1).count } == allowed, "\(element): \(document)")
      #expect(document.all("html_inline").allSatisfy { $0.text == "<!-- -->" } && document.all("html_block").isEmpty)
    }
  }
}
