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

  @Test func `has no share and no bar where the whole is not known`() throws {
    let text = AnalysisText.render(try Sample.network(), depth: .levels(2), width: 130, height: 40).plain
    #expect(!text.contains("█") && !text.contains("≤") && text.contains("?"))
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
}
