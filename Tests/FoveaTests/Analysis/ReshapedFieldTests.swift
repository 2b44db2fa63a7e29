import FoveaGraph
import Testing

@testable import Fovea
@testable import FoveaLanguage
@testable import FoveaText

/// What units see behind a `reshape` that leaves the order of the axes.
@Suite struct ReshapedFieldTests {
  @Test(arguments: [
    (
      "512x4x32", "conv: {out: 512, kernel: [4, 3], padding: [0, 1]}", "reshape: {shape: [512, 32]}",
      "conv: {out: 256, kernel: 3, padding: 1}", "256x32", [4, 5]
    ),
    (
      "512x4x?", "conv: {out: 512, kernel: [4, 3], padding: [0, 1]}", "reshape: {shape: [512, in.width]}",
      "conv: {out: 256, kernel: 3, padding: 1}", "256x?", [4, 5]
    ),
    (
      "8x32", "conv: {out: 8, kernel: 3}", "reshape: {shape: [8, 1, 30]}", "conv: {out: 8, kernel: [1, 3]}", "8x1x28",
      [5]
    ),
    (
      "8x?", "conv: {out: 8, kernel: 3}", "reshape: {shape: [8, 1, in.length]}", "conv: {out: 8, kernel: [1, 5]}",
      "8x1x?",
      [7]
    ),
    (
      "8x1x?x1", "conv: {out: 8, kernel: [1, 3, 1]}", "reshape: {shape: [8, \"?\"]}",
      "conv: {out: 4, kernel: 3, stride: 2}",
      "4x?", [1, 5, 1]
    ),
  ])
  func `axes of one that are left out or added keep the field`(
    input: String, first: String, reshape: String, last: String, shape: String, sizes: [Int]
  ) throws {
    let text = "fovea: 1\ninput: \(input)\nlayers:\n" + [first, reshape, last].map { "  - \($0)\n" }.joined()
    let network = Network(Specification(SourceText(path: "net.yaml", text: text)))
    let analysis = try #require(network.analysis, "\(network.diagnostics.map(\.message))")
    let end = try #require(analysis.graph.outputs.first).layer
    #expect(analysis.graph.shape(of: end).description == shape)
    #expect(analysis.receptiveFields[end]?.axes.map { $0.map(\.size) } == sizes)
  }

  @Test func `extents that are not known on both sides are not taken for each other`() throws {
    let text =
      "fovea: 1\ninput: 8x?x?\nlayers:\n  - conv: {out: 8, kernel: 3}\n  - reshape: {shape: [8, \"?\", \"?\"]}\n"
    let analysis = try #require(Network(Specification(SourceText(path: "net.yaml", text: text))).analysis)
    #expect(analysis.receptiveFields[try #require(analysis.graph.outputs.first).layer] == nil)
  }
}
