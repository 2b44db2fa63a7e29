import FoveaGraph
import Testing

@testable import Fovea
@testable import FoveaReport
@testable import FoveaText

@Suite struct `The table` {
  @Test(arguments: 20...130)
  func `never exceeds the width of the terminal`(width: Int) throws {
    let text = AnalysisText.render(try Sample.network(), depth: .all, width: width, height: 40).plain
    for line in text.split(separator: "\n") { #expect(ColumnText.width(String(line)) <= width, "\(line)") }
  }

  @Test func `unfolds as many levels as fit`() throws {
    let graph = try #require(try Sample.network().analysis)
    let all = AnalysisTable(graph, depth: .all)
    #expect(all.rows.count == graph.graph.layers.count - 1)
    for depth in 1...all.maximumDepth {
      let count = AnalysisTable(graph, depth: .levels(depth)).rows.count
      #expect(AnalysisTable(graph, depth: .fitting(rows: count)).depth >= depth)
      #expect(AnalysisTable(graph, depth: .fitting(rows: count - 1)).depth == max(1, depth - 1))
    }
  }

  @Test func `does not count a repeat of one`() throws {
    let network = Sample.network(
      text: "fovea: 1\nname: a\ninput: 3x8x8\nlayers:\n  - {conv: {out: 4, kernel: 3}, repeat: 1}\n")
    #expect(AnalysisTable(try #require(network.analysis), depth: .levels(1)).rows.map(\.label) == ["conv"])
  }

  /// A table like a report's, with a path of 20 columns, an operator of 13 and a bar.
  private func table(width: Int) -> [Substring] {
    let columns = [
      TextTable.Column(title: "layer", isRight: false, role: .plain, cells: ["stage.body.0.conv_12"], floor: 12),
      TextTable.Column(
        title: "operator", isRight: false, role: .dim, cells: ["conv_transpos"], floor: 8, priority: 3),
      TextTable.Column(title: "share", isRight: true, role: .plain, cells: ["100.0%"], priority: 2),
      TextTable.Column(
        title: "", isRight: false, role: .bar, cells: ["████████████████"], narrowCells: ["██████"], priority: 1),
    ]
    return TextTable.text(columns, width: width).plain.split(separator: "\n")
  }

  @Test(arguments: [
    (61, "stage.body.0.conv_12  conv_transpos  100.0%  ████████████████"),
    (60, "stage.body.0.conv_12  conv_transpos  100.0%  ██████"),
    (50, "stage.body.0.conv_12  conv_transpos  100.0%"),
    (42, "stage.body.0.conv_12  conv_transpos"),
    (34, "stage.body.0.conv_12  conv_…anspos"),
    (32, "stage.body.0.conv_12  conv…nspos"),
    (29, "stage.body.0.conv_12"),
    (19, "stage.bod…0.conv_12"),
  ])
  func `gives up its bar first and its paths last`(width: Int, row: String) {
    #expect(table(width: width)[2] == row)
  }

  @Test func `has no share and no bar where the whole is not known`() throws {
    let text = AnalysisText.render(try Sample.network(), depth: .levels(2), width: 130, height: 40).plain
    #expect(!text.contains("█") && !text.contains("≤") && text.contains("?"))
  }

  @Test(arguments: [15, 18, 20, 24])
  func `keeps names that differ different`(width: Int) {
    let paths = (0..<12).flatMap { block in
      (2..<6).map { "layer3.\(block).main.conv_bn_\($0).batch_norm" }
    }
    let short = ColumnText.shortened(paths, to: width)
    #expect(short.allSatisfy { ColumnText.width($0) <= width })
    if width > 18 { #expect(Set(short).count == paths.count, "\(short)") }
  }

  @Test func `adds up the layers of a folded block`() throws {
    let graph = try #require(try Sample.network().analysis)
    let row = try #require(AnalysisTable(graph, depth: .levels(1)).rows.first { $0.path == "stage" })
    #expect(row.label == "gated ×2")
    let scope = try #require(graph.graph.scopes.first { $0.name == "stage" })
    #expect(row.parameters == .known(graph.costs[scope.range].reduce(0) { $0 + ($1.parameters.value ?? 0) }))
    #expect(FieldText.short(row.field) == "global (15x29/4)")
  }

  @Test func `shows control characters in a network's name`() {
    let network = Sample.network(text: "fovea: 1\nname: \"a\\e[31m\\nb\"\ninput: 3x8x8\nlayers: [relu]\n")
    let text = AnalysisText.render(network, width: 80, height: 40).plain
    #expect(text.hasPrefix("a␛[31m␊b"))
  }

  @Test(arguments: [
    (0, "0"), (9_999, "9,999"), (10_000, "10.00k"), (25_557_032, "25.56M"), (999_949, "999.9k"), (999_951, "1.000M"),
    (4_089_184_256, "4.089G"), (Int.max, "9.223E"), (-1_234, "-1,234"),
  ])
  func `writes counts with at most four significant digits`(value: Int, text: String) {
    #expect(Quantity.short(value) == text)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func `writes all digits in groups`(value: Int, text: String) {
    #expect(Quantity.exact(value) == text)
  }

  @Test(arguments: [
    ("layer1.conv", 11, "layer1.conv"), ("layer1.conv", 6, "la…onv"), ("層層層層", 5, "層…層"), ("abc", 1, "…"),
    ("abc", 0, ""),
  ])
  func `shortens names in the middle`(text: String, width: Int, short: String) {
    #expect(ColumnText.shortened(text, to: width) == short)
  }
}
