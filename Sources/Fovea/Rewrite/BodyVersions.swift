import FoveaGraph
import FoveaLanguage

/// What becomes of the entries of a body: of the document's list, or of a block's for some of its uses.
struct BodyEdits: Hashable {
  /// One entry.
  struct Entry: Hashable {
    /// The key of its operator or block.
    let key: NodeID
    /// The name that its path has.
    let name: String
    let change: Change
  }

  enum Change: Hashable {
    /// The operator becomes a use of a block.
    case layer(block: Int, use: String)
    /// The use of a block becomes a use of a version of it.
    case version(Int)
  }

  /// In the order of the text.
  var entries: [Entry]
}

/// The versions of the blocks: each body that some uses of a block need in place of its own.
///
/// Uses that need the same share one. Where no use keeps the block as it is, one of the versions takes its place;
/// others stand beside it.
struct BodyVersions {
  struct Version {
    let block: Int
    let edits: BodyEdits
    /// Whether it is written over the block.
    var isInPlace: Bool
    /// Parameters that nothing in it reads any more.
    var dropped: Set<String>
  }

  private(set) var versions: [Version] = []
  /// What becomes of the document's own list.
  private(set) var document = BodyEdits(entries: [])

  /// - Parameters:
  ///   - layers: the layers that are replaced, by the way to each: its block, its use and its name.
  ///   - names: the names of the entries that use blocks, by the way to each.
  init(
    _ paths: TextPaths, layers: [TextPaths.ID: BodyEdits.Entry], names: [TextPaths.ID: String],
    origins: Origins, text: EntryText
  ) {
    var children: [[BodyEdits.Entry]] = Array(repeating: [], count: paths.ways.count)
    for (way, entry) in layers { children[paths[way].parent.index].append(entry) }
    var uses: [[TextPaths.ID]] = Array(repeating: [], count: origins.syntax.blocks.count)
    for index in paths.ways.indices.dropFirst() {
      if let block = paths.ways[index].block { uses[block].append(TextPaths.ID(index: index)) }
    }
    let written = origins.usesOfBlocks
    for block in origins.blocksInnermostFirst where !uses[block].isEmpty {
      var members: [BodyEdits: [TextPaths.ID]] = [:]
      var order: [BodyEdits] = []
      for use in uses[block] {
        children[use.index].sort { $0.key < $1.key }
        let edits = BodyEdits(entries: children[use.index])
        if members[edits] == nil { order.append(edits) }
        members[edits, default: []].append(use)
      }
      let reached = Set(uses[block].map { paths[$0].entry })
      let isKept = members[BodyEdits(entries: [])] != nil || !written[block].isSubset(of: reached)
      // The first of those with the most uses.
      let commonest = order.reversed().max { (members[$0]?.count ?? 0) < (members[$1]?.count ?? 0) }
      var indices: [BodyEdits: Int] = [:]
      for edits in order where !edits.entries.isEmpty {
        let heads = (members[edits] ?? []).compactMap { origins.entry(at: paths[$0].entry) }
        indices[edits] = versions.count
        versions.append(
          Version(
            block: block, edits: edits, isInPlace: !isKept && edits == commonest,
            dropped: UnusedParameters(origins, text).names(
              of: block, after: edits, usedBy: heads, versions: versions)))
      }
      for use in uses[block] {
        guard let index = indices[BodyEdits(entries: children[use.index])] else { continue }
        // A block that is changed in place keeps its name, and its uses their text.
        if versions[index].isInPlace, versions[index].dropped.isEmpty { continue }
        let way = paths[use]
        children[way.parent.index].append(
          BodyEdits.Entry(key: way.entry, name: names[use] ?? "", change: .version(index)))
      }
    }
    document = BodyEdits(entries: children[TextPaths.document.index].sorted { $0.key < $1.key })
  }
}

extension Origins {
  /// For each block the entries that use it, anywhere in the text.
  fileprivate var usesOfBlocks: [Set<NodeID>] {
    var uses: [Set<NodeID>] = Array(repeating: [], count: syntax.blocks.count)
    for (key, entry) in entries {
      if case .block(let index, _) = entry.head { uses[index].insert(key) }
    }
    return uses
  }

  /// The blocks, each after those that its body uses. None uses itself.
  fileprivate var blocksInnermostFirst: [Int] {
    let used = syntax.blocks.map { block in
      var found: [Int] = []
      Self.collectBlocks(block.layers, into: &found)
      return found
    }
    var order: [Int] = []
    var state = [UInt8](repeating: 0, count: used.count)
    for start in used.indices where state[start] == 0 {
      var open = [(block: start, next: 0)]
      state[start] = 1
      while let last = open.last {
        if last.next < used[last.block].count {
          open[open.count - 1].next += 1
          let inner = used[last.block][last.next]
          if state[inner] == 0 {
            state[inner] = 1
            open.append((inner, 0))
          }
        } else {
          order.append(last.block)
          open.removeLast()
        }
      }
    }
    return order
  }

  private static func collectBlocks(_ list: DocumentSyntax.List, into found: inout [Int]) {
    for layer in list.layers {
      if case .block(let index, _) = layer.head { found.append(index) }
      for branch in layer.branches {
        if case .layers(let list) = branch.body { collectBlocks(list, into: &found) }
      }
    }
  }
}
