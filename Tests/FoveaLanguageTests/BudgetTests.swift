import FoveaGraph
import FoveaLanguage
import FoveaText
import Testing

@Suite struct BudgetTests {
  private func budget(_ entries: String) -> [Budget.Limit] {
    let text =
      "fovea: 1\ninput: 3x32x32\nlayers:\n  - relu: {}\n    name: head\noutputs: {logits: head}\nbudget:\n  \(entries)\n"
    let specification = Specification(SourceText(path: "budget.yaml", text: text))
    #expect(specification.elaborate().diagnostics == [])
    return specification.budget.limits
  }

  @Test(arguments: [
    ("parameters: <= 26M", 26_000_000), ("macs: <= 4.2G", 4_200_000_000),
    ("buffers: == 1.5k", 1500), ("flops: <=8T", 8_000_000_000_000), ("weights: <= 100MiB", 104_857_600),
    ("weight_bytes: <= 1.5 KiB", 1536), ("activations: < 2GiB", 2_147_483_648), ("parameters: <= 007", 7),
    ("output_stride: <= 32", 32), ("parameters: <= 1.50000M", 1_500_000),
    ("parameters: <= 9223372036854775807", .max),
  ])
  func `limits are exact`(entry: String, expected: Int) throws {
    let limits = budget(entry)
    #expect(limits.map(\.value) == [expected])
  }

  @Test func `outputs can have limits of their own`() throws {
    let limits = budget("receptive_field: {logits: \">= 224\"}")
    let limit = try #require(limits.first)
    #expect(limit.quantity == .receptiveField)
    #expect(limit.output == "logits")
    #expect(limit.relation == .atLeast)
    #expect(limit.value == 224)
  }

  @Test func `relations hold as they read`() {
    let holding = Budget.Relation.allCases.map { relation in [1, 2, 3].filter { relation.holds($0, 2) } }
    #expect(holding == [[1, 2], [2, 3], [2], [1], [3]])
  }
}
