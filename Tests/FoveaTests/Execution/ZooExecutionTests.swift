import FoveaGraph
import FoveaLanguage
import FoveaNumerics
import Testing

/// The networks of `specs/` on small images.
@Suite struct ZooExecutionTests {
  /// What a debug build executes in less than a second or so.
  private static let (mostParameters, mostElements, mostMacs) = (6_000_000, 1_200_000, 120_000_000)

  private struct Small: Sendable {
    let name: String
    let graph: Graph
  }

  /// The cheap ones, on the smallest image of a few sizes that suits them.
  private static let networks: [Small] = Zoo.networks.compactMap { network in
    guard let graph = network.elaboration.graph, graph.inputs.count == 1, let input = graph.inputs.first,
      let parameters = network.analysis?.totals.parameters.bound, parameters <= mostParameters
    else { return nil }
    let stated = graph.shape(of: input)
    for size in [32, 64] {
      var options = Specification.Options()
      options.variant = graph.variant
      let spatial = Extents(repeating: Extent(size), count: stated.rank)
      options.inputs = [(nil, Shape(channels: stated.channels, spatial: spatial))]
      let elaboration = network.specification.elaborate(options)
      guard !elaboration.hasErrors, let graph = elaboration.graph else { continue }
      let macs = AnalyzedGraph(graph).totals.macs.bound ?? .max
      let elements = graph.shapes.reduce(0) { $0 + ($1.elements.value ?? 0) }
      return elements <= mostElements && macs <= mostMacs ? Small(name: network.name, graph: graph) : nil
    }
    return nil
  }

  @Test func `the cheap networks give outputs of the analysed shapes`() throws {
    #expect(Self.networks.count >= 10, "\(Self.networks.map(\.name))")
    for network in Self.networks {
      let graph = network.graph
      let found = try outputs(of: graph, as: Float.self)
      #expect(
        found.map(\.shape) == graph.outputs.map { [1] + numbers(graph.shape(of: $0.layer)).compactMap(\.self) },
        "\(network.name)")
      #expect(found.allSatisfy { $0.elements.allSatisfy(\.isFinite) }, "\(network.name)")
    }
  }
}
