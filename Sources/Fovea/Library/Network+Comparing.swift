public import FoveaGraph

/// What tells the layers of a network from those of an older one.
public struct LayerChanges: Hashable, Sendable {
  /// A layer of the old network and the same of the new.
  public struct Pair: Hashable, Sendable {
    /// The layer in the old network.
    public let old: LayerID
    /// The layer in the new network.
    public let new: LayerID
  }

  /// Layers of the new network that the old one has not.
  public let added: [LayerID]
  /// Layers of the old network that the new one has not.
  public let removed: [LayerID]
  /// Layers that differ in more than their names.
  public let changed: [Pair]
  /// Layers with another path.
  public let renamed: [Pair]

  /// Whether there are none.
  public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty && renamed.isEmpty }
}

extension Network {
  /// How the layers differ from those of an older network; nil where one of them has no layers.
  ///
  /// Layers are paired by what they are and by names that somebody chose, so that one that moved or was renamed keeps
  /// its partner.
  public func changes(since old: Network) -> LayerChanges? {
    guard let graph, let oldGraph = old.graph else { return nil }
    let found = NetworkDifference(oldGraph, graph)
    return LayerChanges(
      added: found.added, removed: found.removed,
      changed: found.changed.map { LayerChanges.Pair(old: $0.old, new: $0.new) },
      renamed: found.renamed.map { LayerChanges.Pair(old: $0.old, new: $0.new) })
  }
}
