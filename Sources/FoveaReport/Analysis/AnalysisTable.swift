package import FoveaGraph

/// The rows of a report: layers, and the uses of blocks that are folded into one row each.
package struct AnalysisTable {
  /// How far blocks are unfolded.
  package enum Depth: Hashable, Sendable {
    /// Every layer has a row.
    case all
    /// The layers of blocks in this many levels have rows; at least 1.
    case levels(Int)
    /// As many levels as give at most this many rows.
    case fitting(rows: Int)
  }

  /// The figures of a layer, or of all layers of a block.
  package struct Row: Sendable {
    /// The positions of the layers that the row stands for.
    package let layers: Range<Int>
    package let path: String
    /// The operator or block, and how often it is repeated.
    package let label: String
    package let output: Shape
    package let field: ReceptiveField?
    /// The last of the layers on its paths that gather the whole map.
    package let gate: LayerID?
    package let parameters: Amount
    package let macs: Amount
    package let share: Share
  }

  package private(set) var rows: [Row] = []
  /// The number of levels that have rows.
  package let depth: Int
  /// The number of levels of the network.
  package let maximumDepth: Int
  private let analyzed: AnalyzedGraph
  private let paths: LayerPaths

  package init(_ analyzed: AnalyzedGraph, depth: Depth) {
    let levels = Self.levels(of: analyzed.graph)
    let counts = Self.rowCounts(analyzed.graph, levels: levels)
    self.analyzed = analyzed
    maximumDepth = counts.count
    switch depth {
    case .all: self.depth = counts.count
    case .levels(let number): self.depth = min(max(1, number), counts.count)
    case .fitting(let limit): self.depth = (counts.lastIndex { $0 <= limit } ?? 0) + 1
    }
    paths = LayerPaths(analyzed.graph)
    addRows(levels)
  }

  /// The level of each scope, 0 for the network's.
  private static func levels(of graph: Graph) -> [Int] {
    var levels = [0]
    for scope in graph.scopes.dropFirst() { levels.append(levels[scope.parent.position] + 1) }
    return levels
  }

  /// The number of rows when one level has rows, when two have, and so on.
  private static func rowCounts(_ graph: Graph, levels: [Int]) -> [Int] {
    var layers = [0]
    for id in graph.ids where !graph.isInput(id) {
      let level = levels[graph[id].scope.position]
      while layers.count <= level { layers.append(0) }
      layers[level] += 1
    }
    var counts = layers.reduce(into: [Int]()) { $0.append(($0.last ?? 0) + $1) }
    for (scope, level) in zip(graph.scopes, levels) where level > 0 && level <= counts.count && !scope.range.isEmpty {
      counts[level - 1] += 1
    }
    return counts
  }

  private mutating func addRows(_ levels: [Int]) {
    let graph = analyzed.graph
    // The scope at the depth of the table in which a deeper one lies.
    var folded: [ScopeID?] = []
    for (index, scope) in graph.scopes.enumerated() {
      folded.append(
        levels[index] < depth ? nil : levels[index] == depth ? ScopeID(index) : folded[scope.parent.position])
    }
    var position = graph.inputs.count
    while position < graph.layers.count {
      let layer = graph.layers[position]
      let fold = folded[layer.scope.position]
      if let fold {
        let range = position..<max(position + 1, graph[fold].range.upperBound)
        append(range, path: paths[fold], label: label(of: graph[fold], fold))
        position = range.upperBound
      } else {
        append(position..<position + 1, path: paths[LayerID(position)], label: layer.operation.name)
        position += 1
      }
    }
  }

  private func label(of scope: Scope, _ id: ScopeID) -> String {
    switch scope.role {
    case .network: "network"
    case .block(let name): name
    case .branch: "branch"
    case .repeated(let name):
      switch repetitions(of: scope, id) {
      case 1: name
      case let count: "\(name) ×\(count)"
      }
    }
  }

  /// How often a repeated layer or block is there: the repetitions have their number for a name.
  private func repetitions(of scope: Scope, _ id: ScopeID) -> Int {
    let last = analyzed.graph.layers[scope.range].last
    guard var inner = last?.scope, inner != id else { return last.flatMap { Int($0.name) }.map { $0 + 1 } ?? 1 }
    while inner != .root, analyzed.graph[inner].parent != id { inner = analyzed.graph[inner].parent }
    return Int(analyzed.graph[inner].name).map { $0 + 1 } ?? 1
  }

  private mutating func append(_ range: Range<Int>, path: String, label: String) {
    let last = LayerID(range.upperBound - 1)
    let field = analyzed.receptiveFields[last]
    let costs = analyzed.costs[range]
    let macs = Amount(sum: costs.map(\.macs))
    rows.append(
      Row(
        layers: range, path: path, label: label, output: analyzed.graph.shape(of: last), field: field,
        gate: analyzed.receptiveFields.lastGatheringLayer(of: field),
        parameters: Amount(sum: costs.map(\.parameters)), macs: macs,
        share: Share(macs, of: analyzed.totals.macs)))
  }
}
