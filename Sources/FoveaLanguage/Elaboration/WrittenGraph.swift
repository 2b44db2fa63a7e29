package import FoveaGraph

/// A network beside the entries of the document that its layers were made of.
package struct WrittenGraph: Sendable {
  package let graph: Graph
  package let map: SourceMap

  package init(_ graph: Graph, _ map: SourceMap) { (self.graph, self.map) = (graph, map) }

  /// The name that an entry has in its list, where it stands for a layer: that of the repetitions together where there
  /// are several.
  package func entryName(of id: LayerID) -> String {
    entryName(graph[id].name, key: map.key(of: id), scope: graph[id].scope)
  }

  /// The same where it stands for a use of a block.
  package func entryName(of id: ScopeID) -> String {
    entryName(graph[id].name, key: map.key(of: id), scope: graph[id].parent)
  }

  /// The scope of the list that holds the entry of a layer or a scope: that of the repetitions is not its list.
  package func list(around scope: ScopeID, of key: NodeID) -> ScopeID {
    isRepetition(scope, of: key) ? graph[scope].parent : scope
  }

  private func entryName(_ name: String, key: NodeID, scope: ScopeID) -> String {
    isRepetition(scope, of: key) ? graph[scope].name : name
  }

  /// Whether a scope holds the repetitions of an entry.
  private func isRepetition(_ scope: ScopeID, of key: NodeID) -> Bool {
    guard case .repeated = graph[scope].role else { return false }
    return map.key(of: scope) == key
  }
}
