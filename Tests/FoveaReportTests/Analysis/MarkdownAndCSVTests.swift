import Testing

@testable import Fovea
@testable import FoveaReport

@Suite struct `Markdown and CSV` {
  @Test(arguments: [
    ("a|b", "a\\|b"), ("a`b", "a\\`b"), ("<b>", "&lt;b&gt;"), ("a\nb", "a␊b"), ("conv_bn", "conv_bn"),
    ("_x_", "\\_x\\_"),
  ])
  func `escape what would change a table`(text: String, escaped: String) {
    #expect(AnalysisMarkdown.escape(text) == escaped)
  }

  @Test func `quote cells and take the meaning from formulas`() {
    let text = """
      fovea: 1
      name: "@a"
      input: 3x8x8
      layers:
        - {relu: {}, name: "=1+1"}
        - {relu: {}, name: "a \\"b\\", c"}
      """
    let rows = AnalysisCSV.text([Sample.network(text: text)]).split(separator: "\r\n")
    #expect(rows.count == 3)
    #expect(rows[1].hasPrefix("'@a,,'=1+1,relu,input,"))
    #expect(rows[2].hasPrefix("'@a,,\"a \"\"b\"\", c\",relu,'=1+1,"))
  }
}
