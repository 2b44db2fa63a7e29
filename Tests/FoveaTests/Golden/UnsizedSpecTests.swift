import FoveaGraph
import FoveaLanguage
import Testing

@Suite struct UnsizedSpecTests {
  private func unsized(_ network: ZooEntry) throws -> AnalyzedGraph {
    let graph = try #require(network.elaboration.graph)
    var options = Specification.Options()
    options.variant = graph.variant
    options.inputs = graph.inputs.map { input in
      let shape = graph.shape(of: input)
      let spatial = Extents(repeating: .unknown, count: shape.rank)
      return (graph[input].name, Shape(channels: shape.channels, spatial: spatial))
    }
    let elaboration = network.specification.elaborate(options)
    #expect(elaboration.diagnostics.isEmpty)
    return AnalyzedGraph(try #require(elaboration.graph))
  }

  @Test(arguments: Zoo.networks)
  func `what is known without the size of the image is what holds with it`(network: ZooEntry) throws {
    let sized = try #require(network.analysis)
    let unsized = try unsized(network)
    let graph = sized.graph
    #expect(unsized.graph.layers.count == graph.layers.count)
    for id in graph.ids {
      let comment = Comment(rawValue: graph.path(of: id))
      #expect(!unsized.graph.shape(of: id).channels.contradicts(graph.shape(of: id).channels), comment)
      let parameters = unsized.costs[id.position].parameters
      #expect(parameters.value == nil || parameters == sized.costs[id.position].parameters, comment)
      guard let field = unsized.receptiveFields[id], !field.hasUnknownPaths else { continue }
      let expected = try #require(sized.receptiveFields[id], comment)
      // A map that turns out to have a single unit is not gathered by a linear layer.
      if field.axes == nil, expected.axes != nil {
        #expect(graph.shape(of: id).rank == 0, comment)
        continue
      }
      #expect(field.axes == expected.axes, comment)
      #expect(
        unsized.receptiveFields.gatheringLayers(of: field) == sized.receptiveFields.gatheringLayers(of: expected),
        comment)
    }
    #expect((unsized.totals.macs.bound ?? 0) <= (sized.totals.macs.bound ?? 0))
    #expect((unsized.totals.peakActivationBytes.bound ?? 0) <= (sized.totals.peakActivationBytes.bound ?? 0))
  }

  @Test(arguments: ["resnet50", "mobilenet_v2", "convnext_tiny", "efficientnet_b0"])
  func `parameters and fields do not need the size of the image`(name: String) throws {
    let network = try #require(Zoo.networks.first { $0.name == name })
    let sized = try #require(network.analysis)
    let unsized = try unsized(network)
    #expect(unsized.totals.parameters == sized.totals.parameters)
    #expect(unsized.totals.weightBytes == sized.totals.weightBytes)
    #expect(unsized.graph.ids.allSatisfy { unsized.receptiveFields[$0] != nil })
    guard case .atLeast = unsized.totals.macs else {
      Issue.record("the multiply-accumulates are \(unsized.totals.macs)")
      return
    }
  }
}
