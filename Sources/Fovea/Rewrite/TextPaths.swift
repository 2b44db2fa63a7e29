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
    /// The first byte of the entry's operator or block.
    let entry: UInt32
    /// The block that the entry uses; nil for an operator.
    let block: Int?
  }

  private struct Step: Hashable {
    let parent: ID
    let entry: UInt32
  }

  static let document = ID(index: 0)

  private(set) var ways: [Way] = [Way(parent: ID(index: 0), entry: .max, block: nil)]
  private var known: [Step: ID] = [:]
  private let origins: Origins

  init(_ origins: Origins) { self.origins = origins }

  subscript(id: ID) -> Way { ways[id.index] }

  /// The way to an entry, which is new if it was not asked for before.
  mutating func way(to entry: UInt32, in parent: ID, block: Int?) -> ID {
    let step = Step(parent: parent, entry: entry)
    if let id = known[step] { return id }
    let id = ID(index: ways.count)
    ways.append(Way(parent: parent, entry: entry, block: block))
    known[step] = id
    return id
  }

  /// The ways to the bodies that the scopes of a network belong to.
  mutating func bodies(of graph: Graph) -> [ID] {
    var result: [ID] = []
    result.reserveCapacity(graph.scopes.count)
    for scope in graph.scopes {
      guard let parent = result.isEmpty ? nil : result[scope.parent.position] else {
        result.append(Self.document)
        continue
      }
      if case .block = scope.role, case .block(let index, _) = origins.entry(at: scope.span.start)?.head {
        result.append(way(to: scope.span.start, in: parent, block: index))
      } else {
        result.append(parent)
      }
    }
    return result
  }
}

extension Origins {
  /// The name that an entry has in its list, where it stands for a layer or a use of a block: that of the repetitions
  /// together where there are several.
  func entryName(of layer: Layer, in graph: Graph) -> String {
    entryName(layer.name, scope: layer.scope, span: layer.span, in: graph)
  }

  func entryName(of scope: Scope, in graph: Graph) -> String {
    entryName(scope.name, scope: scope.parent, span: scope.span, in: graph)
  }

  private func entryName(_ name: String, scope: ScopeID, span: SourceSpan, in graph: Graph) -> String {
    let parent = graph[scope]
    if case .repeated = parent.role, parent.span == span { return parent.name }
    return name
  }
}
