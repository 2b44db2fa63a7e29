import FoveaGraph

/// Nodes that together are one layer.
struct Pattern {
  /// The operator that they are.
  let operation: Operation
  /// The value that they read.
  let input: String
  /// The nodes, of which the last gives the output.
  let nodes: [Int]
  /// Constants that are the layer's weights, by the names of its arrays.
  var weights: [(array: String, value: String)] = []
}

/// Finds layers that exporters write as several nodes, by their structure and not by their names.
struct Patterns {
  private let index: NodeIndex
  /// The patterns by their last node.
  private(set) var found: [Int: Pattern] = [:]
  /// The nodes that are part of one, the last ones left out.
  private(set) var absorbed: Set<Int> = []

  init(_ index: NodeIndex) {
    self.index = index
    for node in index.nodes.indices where index.nodes[node].domain.isEmpty {
      let pattern: Pattern? =
        switch index.nodes[node].type {
        case "Sigmoid": index.silu(node)
        case "HardSigmoid": index.hardswish(node)
        case "Clip": index.clippedSwish(node)
        case "Erf": index.gelu(node)
        case "Tanh": index.mish(node) ?? index.tanhGelu(node)
        case "InstanceNormalization": index.groupNorm(node)
        case "Transpose": index.channelShuffle(node)
        case "MatMul": index.linear(node)
        default: nil
        }
      if let pattern { add(pattern) }
    }
  }

  private mutating func add(_ pattern: Pattern) {
    guard let last = pattern.nodes.last, index.isClosed(pattern.nodes), found[last] == nil,
      !pattern.nodes.contains(where: absorbed.contains)
    else { return }
    found[last] = pattern
    absorbed.formUnion(pattern.nodes.dropLast())
  }
}
