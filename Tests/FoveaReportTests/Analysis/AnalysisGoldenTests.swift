import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaReport
import FoveaText
import Testing

@Suite struct `Every format renders the sample network` {
  @Test(arguments: [60, 80, 120])
  func `as text that is no wider than the terminal`(width: Int) throws {
    let text = AnalysisText.render(try Sample.network(), depth: .levels(2), width: width, height: 40).plain
    try Golden.compare(text, with: "text-\(width).txt", in: "Analysis")
    for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
  }

  @Test func `as text with every layer`() throws {
    let text = AnalysisText.render(try Sample.network("large"), depth: .all, width: 100, height: 40).plain
    try Golden.compare(text, with: "text-all.txt", in: "Analysis")
  }

  @Test func `as Markdown`() throws {
    try Golden.compare(
      AnalysisMarkdown.text(try Sample.network(), depth: .levels(2)), with: "markdown.md", in: "Analysis")
  }

  @Test func `as CSV`() throws {
    try Golden.compare(
      AnalysisCSV.text([try Sample.network(), Sample.network("large")]), with: "table.csv", in: "Analysis")
  }

  @Test func `as JSON`() throws {
    try Golden.compare(
      String(decoding: AnalysisJSON.bytes([try Sample.network()]), as: UTF8.self), with: "network.json", in: "Analysis"
    )
  }

  @Test func `as a flat description`() throws {
    let graph = try #require(try Sample.network().analysis)
    try Golden.compare(ExpandedSpecification.text(graph), with: "expanded.yaml", in: "Analysis")
  }
}
