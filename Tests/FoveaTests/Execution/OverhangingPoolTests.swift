import FoveaGraph
import FoveaLanguage
import FoveaNumerics
import FoveaText
import Testing

@testable import Fovea

/// Pooling through the only window, which is larger than its map.
@Suite struct OverhangingPoolTests {
  /// On 1, 2, … row by row, worked out by hand: what overhangs the padding is in no divisor, as in PyTorch.
  @Test(arguments: [
    ("max_pool: {kernel: 3, stride: 2, ceil: true}", "1x2x2", [4]),
    ("avg_pool: {kernel: 3, stride: 2, ceil: true}", "1x2x2", [2.5]),
    ("max_pool: {kernel: 4, stride: 4, ceil: true}", "1x1x5", [4, 5]),
    ("avg_pool: {kernel: 4, stride: 4, padding: 1, ceil: true}", "1x1x1", [1.0 / 9]),
  ])
  func `a window that overhangs reads what there is`(layer: String, input: String, expected: [Double]) throws {
    let text = "fovea: 1\ninput: \(input)\nlayers: [\(layer)]"
    let graph = try #require(Network(Specification(SourceText(path: "", text: text))).analysis?.graph)
    let shape = try graph.shape(of: graph.inputs[0]).spatial.map { try #require($0.value) }
    let execution = try GraphExecution(graph, weights: NetworkWeights<Double>(random: graph))
    let map = try Tensor(shape: [1, 1] + shape, elements: (1...shape.reduce(1, *)).map { Double($0) })
    let outputs = try execution(["input": map])
    #expect(outputs[0].tensor.elements == expected)
  }
}
