import Foundation
import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaText
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

/// Reports of networks whose names are hostile, or that have everything that a report shows.
@Suite struct MarkdownReportTests {
  private static let sample = Sample.folder.appending(path: "network.yaml")

  static func report(_ bytes: [UInt8], path: String, variant: String? = nil) -> NetworkReport {
    let specification = Specification(SourceText(path: path, bytes: bytes))
    var options = Specification.Options()
    options.variant = variant
    let network = Network(specification, options)
    let rewrite = try? NetworkRewrite(network, rewriting: .init())
    return NetworkReport(
      network, findings: Linter().lint(network), rewrite: rewrite.map { .success($0) },
      source: RelativeAddress.address(of: "/home/\(path)", from: "/home/reports"), version: "0.1.0")
  }

  @Test func `a report and its charts are as recorded`() throws {
    let report = Self.report([UInt8](try Data(contentsOf: Self.sample)), path: "network.yaml", variant: "small")
    let files = try MarkdownReport().files(of: report, name: "small")
    #expect(files.map(\.name) == ["small.md", "small-cost.svg", "small-field.svg"])
    for file in files { try Golden.compare(file.text, with: file.name, in: "Markdown") }
  }

  @Test func `an index is as recorded`() throws {
    let bytes = [UInt8](try Data(contentsOf: Self.sample))
    let reports = (["small", "large"] as [String]).map {
      (report: Self.report(bytes, path: "network.yaml", variant: $0), file: "\($0) | net.md")
    }
    try Golden.compare(try MarkdownReport().index(of: reports).text, with: "index.md", in: "Markdown")
  }

  @Test(.enabled(if: CommonMark.isThere)) func `no hostile name leaves its cell, and nothing but the charts is loaded`()
    throws
  {
    let name =
      #"a|b`c`<script>x</script>\n\n# [l](http://evil.example) ![i](//evil.example/i.png) www.evil.example @u \\"#
    let inner = name.replacing(#"\n"#, with: "")
    let text = """
      fovea: 1
      name: "\(name)"
      input: 3x32x32
      layers:
        - conv: {out: 8, kernel: 7, bias: true}
          name: "n\(inner.replacing(".", with: ""))"
        - batch_norm
        - softmax: {}
          name: last
      outputs: {"o\(inner)": last}
      """
    let report = Self.report(Array(text.utf8), path: "d|r/`n`](x) <i>.yaml")
    #expect(report.network.analysis != nil, "\(report.network.diagnostics.map(\.message))")
    let files = try MarkdownReport().files(of: report, name: "net")
    let document = try CommonMark.read(try #require(files.first, "\(report.network.diagnostics)").text)
    let tables = document.all("table")
    #expect(tables.count == 2)
    for table in tables {
      let counts = table.children.map { $0.all("table_cell").count }
      #expect(Set(counts).count == 1, "\(counts)")
    }
    #expect(document.all("table_cell").contains { $0.wholeText.contains("<script>x</script>") })
    #expect(document.all("image").compactMap { $0.attributes["destination"] } == ["net-cost.svg", "net-field.svg"])
    let links = document.all("link").compactMap { $0.attributes["destination"] }
    #expect(
      links.count > 1 && links.allSatisfy { $0.hasPrefix("../d%7Cr/%60n%60%5D%28x%29%20%3Ci%3E.yaml") }, "\(links)")
    #expect(document.all("code_block").count == 1 && document.all("heading").count == 7)
    let raw = Set(
      (document.all("html_inline") + document.all("html_block")).map { $0.text.trimmingCharacters(in: .newlines) })
    #expect(raw.isSubset(of: ["<code>", "</code>", "<br>", "<sub>", "</sub>", "<!-- -->"]), "\(raw)")
    let graph = try #require(document.all("code_block").first?.text)
    #expect(
      graph.split(separator: "\n").dropFirst().allSatisfy { line in
        line.wholeMatch(of: #/  [no]\d+(\[".*"\]|\(\[".*"\]\)| --> [no]\d+)/#) != nil && !line.contains("<script")
      })
  }

  @Test func `rewrites stand with their three verdicts, and what is left with its reason`() throws {
    let text = """
      fovea: 1
      name: two
      input: 3x64x64
      layers:
        - conv: {out: 32, kernel: 7, stride: 2, padding: half}
        - conv: {out: 32, kernel: 5, padding: half}
      """
    let report = Self.report(Array(text.utf8), path: "two.yaml")
    let page = try #require(try MarkdownReport().text(of: report))
    let section = try #require(page.split(separator: "## Rewrites\n").last?.split(separator: "## Conv").first)
    try Golden.compare(String(section), with: "rewrites.md", in: "Markdown")
  }

  @Test(arguments: ["small", "large"]) func `the flow chart is connected, and has few nodes`(variant: String) throws {
    let report = Self.report([UInt8](try Data(contentsOf: Self.sample)), path: "network.yaml", variant: variant)
    let lines = MermaidGraph(try #require(report.network.analysis)).text.split(separator: "\n").dropFirst()
    let edges = lines.compactMap { $0.wholeMatch(of: #/  (\w+) --> (\w+)/#)?.output }
    let nodes = Set(lines.filter { !$0.contains("-->") }.compactMap { $0.firstMatch(of: /\w+/)?.output })
    #expect(nodes.count <= 100 && nodes == Set(edges.flatMap { [$0.1, $0.2] }))
  }
}
