import FoveaGraph

/// Bounds of the values that each layer can give, as far as its operator and its inputs tell.
struct ValueRanges {
  private var ranges: [ClosedRange<Double>] = []

  /// Computes them along the network, in one pass.
  init(_ graph: Graph) {
    ranges.reserveCapacity(graph.layers.count)
    for layer in graph.layers {
      ranges.append(layer.operation.facts.bounds.range(layer.inputs.map { ranges[$0.position] }))
    }
  }

  subscript(id: LayerID) -> ClosedRange<Double> { ranges[id.position] }

  /// Whether no value of a layer is negative.
  func isNonNegative(_ id: LayerID) -> Bool { self[id].lowerBound >= 0 }
}
