import FoveaGraph
import FoveaLanguage
import FoveaText
import Testing

@Suite struct SpecInvariantTests {
  @Test func `every file of the specs is read`() {
    #expect(Zoo.files.count >= 32)
    #expect(Set(Zoo.networks.map(\.name)).count == Zoo.networks.count)
  }

  @Test(arguments: Zoo.networks)
  func `a network of the specs has no findings and all of it is known`(network: ZooEntry) throws {
    #expect(network.elaboration.diagnostics.isEmpty)
    let analysis = try #require(network.analysis)
    let graph = analysis.graph
    #expect(analysis.diagnostics.isEmpty)
    #expect(!graph.outputs.isEmpty)
    #expect(graph.outputs.allSatisfy { graph.ids.indices.contains($0.layer.position) })
    #expect(Set(graph.outputs.map(\.name)).count == graph.outputs.count)
    for id in graph.ids {
      #expect(graph.shape(of: id).elements.value != nil, "\(graph.path(of: id))")
      #expect(analysis.receptiveFields[id] != nil, "\(graph.path(of: id))")
      #expect(graph[id].inputs.allSatisfy { $0 < id }, "\(graph.path(of: id))")
    }
  }

  @Test(arguments: Zoo.networks)
  func `paths are unique and scopes hold their layers`(network: ZooEntry) throws {
    let graph = try #require(network.elaboration.graph)
    let paths = graph.ids.map(graph.path(of:))
    #expect(Set(paths).count == paths.count)
    let scopes = graph.scopes.indices.map { graph.path(of: ScopeID($0)) }
    #expect(Set(scopes).count == scopes.count)
    #expect(Set(scopes).isDisjoint(with: paths))
    for id in graph.ids {
      var scope = graph[id].scope
      while scope != .root {
        #expect(graph[scope].range.contains(id.position), "\(graph.path(of: id))")
        scope = graph[scope].parent
      }
    }
    for scope in graph.scopes {
      let parent = graph[scope.parent].range
      #expect(parent.lowerBound <= scope.range.lowerBound && scope.range.upperBound <= parent.upperBound)
    }
    #expect(graph.scopes.first?.range == 0..<graph.layers.count)
  }

  @Test(arguments: Zoo.networks)
  func `totals are the sums over the layers`(network: ZooEntry) throws {
    let analysis = try #require(network.analysis)
    func sum(_ figure: (Cost) -> Figure) -> Total {
      .known(analysis.costs.reduce(0) { $0 + (figure($1).value ?? 0) })
    }
    #expect(analysis.totals.parameters == sum(\.parameters))
    #expect(analysis.totals.buffers == sum(\.buffers))
    #expect(analysis.totals.macs == sum(\.macs))
    #expect(analysis.totals.flops == sum(\.flops))
    let stored = (analysis.totals.parameters.bound ?? 0) + (analysis.totals.buffers.bound ?? 0)
    #expect(analysis.totals.weightBytes == .known(4 * stored))
  }

  @Test(arguments: Zoo.networks)
  func `every span lies on the key that it is of`(network: ZooEntry) throws {
    let graph = try #require(network.elaboration.graph)
    let (source, places) = (network.specification.source, network.elaboration.places)
    func text(_ span: SourceSpan?) -> String { source.text(in: span ?? .none) }
    for id in graph.ids where !graph.isInput(id) {
      #expect(text(places.span(of: id)) == graph[id].operatorName, "\(graph.path(of: id))")
    }
    for input in graph.inputs {
      #expect(["input", graph[input].name].contains(text(places.span(of: input))))
    }
    for id in graph.scopes.indices.dropFirst().map({ ScopeID($0) }) {
      let scope = graph[id]
      switch scope.role {
      case .network: Issue.record("a network within a network")
      case .block(let name), .repeated(let name): #expect(text(places.span(of: id)) == name)
      case .branch: #expect(scope.name.hasPrefix(text(places.span(of: id))))
      }
    }
  }
}
