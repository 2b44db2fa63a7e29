import FoveaGraph
import FoveaLanguage

/// The names that the entries of the lists have in the variants, where the text does not state them.
struct ListNames {
  private struct Place: Hashable {
    /// The key of the block or the branch whose list it is; the root for the document.
    let list: NodeID
    let name: String
  }

  private var entries: [Place: Set<NodeID>] = [:]
  private var places: [NodeID: Set<Place>] = [:]

  mutating func add(_ network: WrittenGraph, _ origins: Origins) {
    let (graph, map) = (network.graph, network.map)
    for id in graph.ids {
      add(map.key(of: id), network.entryName(of: id), listOf: graph[id].scope, in: network, origins)
    }
    for id in graph.scopes.indices.dropFirst().map({ ScopeID($0) }) where origins.entry(at: map.key(of: id)) != nil {
      add(map.key(of: id), network.entryName(of: id), listOf: graph[id].parent, in: network, origins)
    }
  }

  private mutating func add(
    _ key: NodeID, _ name: String, listOf scope: ScopeID, in network: WrittenGraph, _ origins: Origins
  ) {
    guard origins.entry(at: key)?.keys.name == nil else { return }
    let list = network.list(around: scope, of: key)
    let own = network.map.key(of: list)
    let start: NodeID =
      switch network.graph[list].role {
      case .network, .branch: own
      case .block, .repeated: origins.blockKey(of: own) ?? own
      }
    let place = Place(list: start, name: name)
    entries[place, default: []].insert(key)
    places[key, default: []].insert(place)
  }

  /// The first by the alphabet of the names of an entry that another one of its list has elsewhere.
  func contested(by entry: NodeID) -> String? {
    (places[entry] ?? []).filter { (entries[$0]?.count ?? 0) > 1 }.map(\.name).min()
  }
}

extension Origins {
  /// The key of the block that an entry uses.
  fileprivate func blockKey(of entry: NodeID) -> NodeID? {
    guard case .block(let index, _) = self.entry(at: entry)?.head else { return nil }
    return syntax.blocks[index].key
  }
}
