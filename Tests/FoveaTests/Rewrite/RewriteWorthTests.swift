import Fovea
import FoveaGraph
import FoveaReport
import Testing

/// Which stacks are proposed without being asked for: what they move counts beside what they compute.
@Suite struct RewriteWorthTests {
  private func survey(_ input: String, _ layer: String, layers: [String] = []) throws -> RewriteSurvey {
    let graph = try network("input: \(input)\nlayers:\n  - {conv: {\(layer), padding: half}, name: wide}\n")
    var options = RewriteOptions()
    options.layers = layers
    return RewriteSurvey(AnalyzedGraph(graph), options)
  }

  static let dear = [
    ("256x14x14", "out: 256, kernel: 31, groups: 256"), ("96x56x56", "out: 96, kernel: 7, groups: 96"),
    ("64x56x56", "out: 64, kernel: 7, groups: 32"), ("64x?x?", "out: 64, kernel: 11, groups: 64"),
    ("32x28x28", "out: 32, kernel: 9, groups: 32"),
  ]

  @Test(arguments: dear) func `a stack that moves more than it saves is not proposed`(
    _ input: String, _ layer: String
  ) throws {
    let found = try survey(input, layer)
    #expect(found.proposals.isEmpty)
    let refusal = try #require(found.refusals.first)
    #expect(refusal.reason.contains("its macs, but would read and write "), "\(refusal.reason)")
    #expect(refusal.reason.hasSuffix(" as many numbers, which is more than it saves"))
    // Whoever names it has it.
    let asked = try survey(input, layer, layers: ["wide"])
    let proposal = try #require(asked.proposals.first)
    #expect(!proposal.cost.isCheaper && proposal.cost.macsRatio < 1 && proposal.cost.parametersRatio <= 1)
  }

  static let cheap = [
    ("64x56x56", "out: 64, kernel: 7"), ("64x?x?", "out: 64, kernel: 5"), ("32x16x16x16", "out: 32, kernel: 5"),
    ("128x14x14", "out: 128, kernel: 31"),
  ]

  @Test(arguments: cheap) func `a stack between dense layers of one width is`(_ input: String, _ layer: String) throws {
    let found = try survey(input, layer)
    #expect(found.refusals.isEmpty && found.proposals.first?.cost.isCheaper == true)
  }

  @Test func `numbers that are moved are weights and the maps on both sides`() throws {
    let cost = try #require(try survey("4x8x8", "out: 6, kernel: 5", layers: ["wide"]).proposals.first).cost
    #expect(cost.before.moved == Figure(4 * 64 + 6 * 64 + 25 * 24 + 6))
    #expect(cost.movedRatio > 1)
    #expect(try survey("4x?x?", "out: 6, kernel: 5", layers: ["wide"]).proposals.first?.cost.before.moved.value == nil)
  }
}
