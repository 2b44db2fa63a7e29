import FoveaGraph
import FoveaLanguage
import FoveaText

/// The ways through the text that lead to layers: from the document through uses of blocks to an entry of a list.
///
/// All repetitions of an entry are one way, because they have one text.
struct TextPaths {
  /// The index of a way.
  struct ID: Hashable { let index: Int }

  /// One way: an entry inside the body of the use of a block, or of the document.
  struct Way {
    let parent: ID
    /// The key of the entry's operator or block; the root for the document.
    let entry: NodeID
    /// The block that the entry uses; nil for an operator.
    let block: Int?
  }

  private struct Step: Hashable {
    let parent: ID
    let entry: NodeID
  }

  static let document = ID(index: 0)

  private(set) var ways: [Way] = [Way(parent: ID(index: 0), entry: .root, block: nil)]
  private var known: [Step: ID] = [:]
  private let origins: Origins

  init(_ origins: Origins) { self.origins = origins }

  subscript(id: ID) -> Way { ways[id.index] }

  /// The way to an entry, which is new if it was not asked for before.
  mutating func way(to entry: NodeID, in parent: ID, block: Int?) -> ID {
    let step = Step(parent: parent, entry: entry)
    if let id = known[step] { return id }
    let id = ID(index: ways.count)
    ways.append(Way(parent: parent, entry: entry, block: block))
    known[step] = id
    return id
  }

  /// Whether some use of a block is inside another use of it.
  func isWithinItself(block: Int) -> Bool {
    ways.contains { way in
      guard way.block == block else { return false }
      var around = way.parent
      while around != Self.document {
        if self[around].block == block { return true }
        around = self[around].parent
      }
      return false
    }
  }

  /// The ways to the bodies that the scopes of a network belong to.
  mutating func bodies(of network: WrittenGraph) -> [ID] {
    let graph = network.graph
    var result: [ID] = []
    result.reserveCapacity(graph.scopes.count)
    for (position, scope) in graph.scopes.enumerated() {
      let key = network.map.key(of: ScopeID(position))
      guard let parent = result.isEmpty ? nil : result[scope.parent.position] else {
        result.append(Self.document)
        continue
      }
      if case .block = scope.role, case .block(let index, _) = origins.entry(at: key)?.head {
        result.append(way(to: key, in: parent, block: index))
      } else {
        result.append(parent)
      }
    }
    return result
  }
}
