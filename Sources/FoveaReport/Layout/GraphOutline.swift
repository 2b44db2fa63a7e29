package import FoveaGraph

/// What is drawn of a network at one depth: layers and folded blocks as boxes, within frames of the blocks that are
/// open.
package struct GraphOutline: Sendable {
  /// A box.
  package struct Leaf: Sendable {
    /// What a box stands for.
    package enum Content: Hashable, Sendable {
      case layer(LayerID)
      /// A block whose layers are not drawn.
      case block(ScopeID)
      /// Neighbours that are drawn as one because there are very many.
      case neighbours
    }

    package let content: Content
    /// The positions of its layers.
    package fileprivate(set) var layers: Range<Int>
    /// The position of the frame around it.
    package fileprivate(set) var frame: Int
  }

  /// A block that is drawn with what is in it.
  package struct Frame: Sendable {
    package let scope: ScopeID
    /// The position of the frame around it; its own for the network's.
    package let parent: Int
    package fileprivate(set) var items: [Item]
  }

  /// What stands in a frame.
  package enum Item: Hashable, Sendable {
    case leaf(Int)
    case frame(Int)
  }

  /// The boxes in execution order.
  package private(set) var leaves: [Leaf] = []
  /// The frames, each after the one around it; the network's is the first.
  package private(set) var frames: [Frame] = [Frame(scope: .root, parent: 0, items: [])]
  /// The box of every layer.
  package private(set) var leafOfLayer: [Int] = []
  /// Whether a box stands for a block that could be opened.
  package var isFolded: Bool { leaves.contains { if case .block = $0.content { true } else { false } } }

  /// Outlines a network.
  ///
  /// - Parameters:
  ///   - depth: how many levels of blocks are open; with 0 every block of the network is one box.
  ///   - limit: the most boxes in the network's own frame; more are drawn as runs of neighbours.
  package init(_ graph: Graph, depth: Int, limit: Int = 1_500) {
    let framed = Self.framedScopes(graph)
    var levels = [0]
    // The frame, or the box, that stands for a scope.
    var frameOfScope: [Int?] = [0]
    var leafOfScope: [Int?] = [nil]
    for (index, scope) in graph.scopes.enumerated().dropFirst() {
      let parent = scope.parent.position
      levels.append(levels[parent] + (framed[index] ? 1 : 0))
      leafOfScope.append(leafOfScope[parent])
      frameOfScope.append(frameOfScope[parent])
      guard framed[index], leafOfScope[index] == nil, let frame = frameOfScope[parent] else { continue }
      if levels[index] > depth {
        leafOfScope[index] = leaves.count
        leaves.append(Leaf(content: .block(ScopeID(index)), layers: scope.range, frame: frame))
      } else {
        frameOfScope[index] = frames.count
        frames.append(Frame(scope: ScopeID(index), parent: frame, items: []))
      }
    }
    for (index, layer) in graph.layers.enumerated() where leafOfScope[layer.scope.position] == nil {
      let frame = frameOfScope[layer.scope.position] ?? 0
      leaves.append(Leaf(content: .layer(LayerID(index)), layers: index..<index + 1, frame: frame))
    }
    leaves.sort { $0.layers.lowerBound < $1.layers.lowerBound }
    gather(graph)
    if frames[0].items.count > limit { mergeNeighbours(graph, limit: limit) }
    leafOfLayer = Array(repeating: 0, count: graph.layers.count)
    for (index, leaf) in leaves.enumerated() { for layer in leaf.layers { leafOfLayer[layer] = index } }
  }

  /// The number of levels of blocks that a network has.
  package static func levels(of graph: Graph) -> Int {
    let framed = framedScopes(graph)
    var levels = [0]
    for (index, scope) in graph.scopes.enumerated().dropFirst() {
      levels.append(levels[scope.parent.position] + (framed[index] ? 1 : 0))
    }
    return levels.max() ?? 0
  }

  /// Whether each scope is worth a frame: a block or a repetition with more than one layer, of which it is not the only
  /// content of the scope around it. A branch is seen by its lines.
  private static func framedScopes(_ graph: Graph) -> [Bool] {
    var framed: [Bool] = []
    for (index, scope) in graph.scopes.enumerated() {
      let isOnlyContent = index > 0 && graph[scope.parent].range == scope.range && scope.parent != .root
      switch scope.role {
      case .network, .branch: framed.append(false)
      case .block, .repeated: framed.append(scope.range.count > 1 && !isOnlyContent)
      }
    }
    return framed
  }

  /// Puts the boxes and the frames into the frames around them, in execution order.
  private mutating func gather(_ graph: Graph) {
    var items: [[(start: Int, item: Item)]] = Array(repeating: [], count: frames.count)
    for (index, leaf) in leaves.enumerated() { items[leaf.frame].append((leaf.layers.lowerBound, .leaf(index))) }
    for (index, frame) in frames.enumerated().dropFirst() {
      items[frame.parent].append((graph[frame.scope].range.lowerBound, .frame(index)))
    }
    for index in frames.indices { frames[index].items = items[index].sorted { $0.start < $1.start }.map(\.item) }
  }

  /// Draws runs of neighbours of the network's own frame as one box each.
  private mutating func mergeNeighbours(_ graph: Graph, limit: Int) {
    let items = frames[0].items
    let size = (items.count + limit - 1) / limit
    var starts = stride(from: 0, to: items.count, by: size).map { index in
      switch items[index] {
      case .leaf(let leaf): leaves[leaf].layers.lowerBound
      case .frame(let frame): graph[frames[frame].scope].range.lowerBound
      }
    }
    starts.append(graph.layers.count)
    frames = [Frame(scope: .root, parent: 0, items: [])]
    leaves = zip(starts, starts.dropFirst()).map { Leaf(content: .neighbours, layers: $0..<$1, frame: 0) }
    frames[0].items = leaves.indices.map { .leaf($0) }
  }
}
