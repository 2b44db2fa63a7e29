/// The nodes of a text that aliases stand for.
struct SharedText: Sendable {
  /// The aliases of each node that has any, in the order of the text.
  private var aliases: [NodeID: [NodeID]] = [:]
  /// The nodes that have aliases, in the order of the text.
  private let targets: [NodeID]

  init(_ document: YAMLDocument) {
    for index in 0..<document.count {
      let node = NodeID(Int32(index))
      if document.kind(of: node) == .alias { aliases[document.resolve(node), default: []].append(node) }
    }
    targets = aliases.keys.sorted()
  }

  /// The aliases that stand for a node itself.
  func aliases(of node: NodeID) -> [NodeID] { aliases[node] ?? [] }

  /// Whether an alias stands for one of the nodes from one up to before another.
  func isShared(from first: NodeID, upTo end: NodeID) -> Bool {
    var (low, high) = (0, targets.count)
    while low < high {
      let middle = (low + high) / 2
      if targets[middle] < first { low = middle + 1 } else { high = middle }
    }
    return low < targets.count && targets[low] < end
  }
}
