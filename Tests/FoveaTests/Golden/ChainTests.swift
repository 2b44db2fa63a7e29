import FoveaGraph
import FoveaLanguage
import FoveaText
import Testing

@Suite struct ChainTests {
  /// A description of the chain on maps of `rank` axes.
  private func description(of chain: Golden.Chain, rank: Int) -> String {
    let input = (["1"] + Array(repeating: "1024", count: rank)).joined(separator: "x")
    let layers = chain.layers.map { layer in
      let out = layer.op == "max_pool" ? "" : "out: 1, "
      return "  - \(layer.op): {\(out)kernel: \(layer.kernel), stride: \(layer.stride), "
        + "padding: \(layer.padding), dilation: \(layer.dilation)}\n"
    }
    return "fovea: 1\ninput: \(input)\nlayers:\n" + layers.joined()
  }

  @Test(arguments: [1, 2, 3])
  func `a measured chain, written as a description, has the measured field after each layer`(rank: Int) throws {
    let chains = try Golden.read("receptive_field_chains.json", as: [String: Golden.Chain].self)
    #expect(chains.count == 10)
    for (name, chain) in chains {
      let text = SourceText(path: "chain.yaml", text: description(of: chain, rank: rank))
      let elaboration = Specification(text).elaborate()
      #expect(elaboration.diagnostics.isEmpty, "\(name)")
      let graph = try #require(elaboration.graph)
      let fields = AnalyzedGraph(graph).receptiveFields
      #expect(graph.layers.count == chain.layers.count + 1, "\(name)")
      for (id, expected) in zip(graph.ids.dropFirst(), chain.after_each_layer) {
        let axes = try #require(fields[id]?.axes)
        #expect(axes.count == rank)
        for axis in axes {
          #expect(axis.size == expected.size, "\(name)")
          #expect(axis.stride == expected.stride, "\(name)")
          #expect(axis.padding == expected.padding, "\(name)")
          #expect(axis.distinct == expected.distinct, "\(name)")
          for unit in expected.units ?? [] {
            let rows = try #require(axis.window.rows(ofUnit: unit.o))
            #expect(rows.first == unit.start && rows.last == unit.end && rows.count == unit.count, "\(name)")
          }
        }
      }
    }
  }
}
