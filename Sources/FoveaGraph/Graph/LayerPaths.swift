/// The paths of a network's layers, with those of the scopes joined only once.
package struct LayerPaths {
  private let graph: Graph
  private let scopes: [String]

  package init(_ graph: Graph) {
    self.graph = graph
    var scopes = [""]
    scopes.reserveCapacity(graph.scopes.count)
    for scope in graph.scopes.dropFirst() {
      scopes.append(Self.join(scopes[scope.parent.position], scope.name))
    }
    self.scopes = scopes
  }

  package subscript(id: LayerID) -> String {
    let layer = graph[id]
    return Self.join(scopes[layer.scope.position], layer.name)
  }

  package subscript(id: ScopeID) -> String { scopes[id.position] }

  private static func join(_ scope: String, _ name: String) -> String {
    scope.isEmpty ? name : scope + "." + name
  }
}
