import Fovea
import FoveaFilters
import FoveaGraph
import FoveaNumerics
import Testing

@Suite struct LinearChainTests {
  private static let text = """
    input: 3x40x36
    layers:
      - conv: {out: 4, kernel: 3, padding: 1}
        name: a
      - batch_norm: {}
        name: norm
      - dropout
      - conv: {out: 6, kernel: 3, stride: 2, padding: 1, groups: 2}
        name: b
      - relu
      - conv: {out: 4, kernel: 3, dilation: 4}
        name: c
      - conv: {out: 4, kernel: 3}
        name: d
      - add:
          one: [{conv: {out: 4, kernel: 1}, name: e}]
          two: []
      - conv: {out: 2, kernel: 1}
        name: f
    """

  private static func id(_ path: String, _ graph: Graph) throws -> LayerID {
    try #require(graph.ids.first { graph.path(of: $0) == path })
  }

  @Test func `the maximal chains of a network are found`() throws {
    let graph = try network(Self.text)
    let chains = LinearChain.all(in: graph).map { $0.layers.map { graph.path(of: $0) } }
    #expect(chains == [["a", "norm", "dropout", "b"], ["c", "d"]])
  }

  @Test func `a chain has one window, with its holes and its band`() throws {
    let analysis = try analyzed(Self.text)
    let found = try LinearChain.all(in: analysis.graph).map { try ChainComposition($0, in: analysis) }
    let first = try #require(found.first)
    #expect(first.windows.map(\.window.kernel) == [5, 5] && first.windows.map(\.window.stride) == [2, 2])
    #expect(first.windows.map(\.window.padding) == [AxisPadding(2), AxisPadding(2)])
    #expect(first.groups == 1 && first.hasBias && first.band.affected > 0)
    #expect(found[1].windows[0].window.kernel == 11 && found[1].windows[0].holes == [3, 7])
    #expect(found[1].band.affected == 0)
  }

  @Test func `the kernel of a chain computes what its layers do, normalisation included`() throws {
    let text = Self.text.replacing("padding: 1}\n    name: a", with: "padding: 0}\n    name: a")
    let analysis = try analyzed(text)
    let graph = analysis.graph
    var generator = SplitMix64(seed: 5)
    var stored: [String: NPYArray] = [:]
    for (name, tensor) in try NetworkWeights<Double>(random: graph).arrays.sorted(by: { $0.key < $1.key }) {
      stored[name] = .float64(
        tensor.map { _ in name.hasSuffix("var") ? 0.5 + generator.uniform() : generator.normal() })
    }
    let weights = try NetworkWeights<Double>(stored, for: graph)
    let composition = try ChainComposition(LinearChain.all(in: graph)[0], in: analysis)
    let kernel = try composition.kernel(graph, weights: weights)
    let input = try Tensor<Double>(shape: [1, 3, 40, 36], elements: generator.normals(3 * 40 * 36))
    let end = try #require(text.firstRange(of: "  - relu"))
    let short = try network(String(text[..<end.lowerBound]))
    let part = try NetworkWeights<Double>(
      stored.filter { ["a", "b", "norm"].contains($0.key.prefix { $0 != "." }) }, for: short)
    let expected = try #require(try GraphExecution(short, weights: part)(["input": input]).first?.tensor)
    let found = try kernel.run(input)
    #expect(found.shape == expected.shape)
    let positions = composition.band
    for row in 0..<found.shape[2] {
      for column in 0..<found.shape[3] where !positions.contains([row, column]) {
        #expect(abs(found[[0, 1, row, column]] - expected[[0, 1, row, column]]) < 1e-11)
      }
    }
  }

  @Test(arguments: [
    ("a", "c", "`relu` is of the kind `relu`"), ("c", "f", "`add` is of the kind `add`"),
    ("norm", "b", "`norm` is no convolution"),
    ("b", "a", "is not behind `b`"), ("d", "e", "what `d` gives is read elsewhere too"),
  ]) func `layers that compute no one kernel are refused with a reason`(
    _ first: String, _ last: String, _ words: String
  )
    throws
  {
    let graph = try network(Self.text)
    let ids = (try Self.id(first, graph), try Self.id(last == "e" ? "one.e" : last, graph))
    let error = #expect(throws: LinearChain.Refusal.self) { try LinearChain(in: graph, from: ids.0, to: ids.1) }
    #expect(error?.reason.contains(words) == true, "\(String(describing: error))")
  }
}
