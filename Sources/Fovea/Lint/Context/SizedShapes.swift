import FoveaGraph

/// The shapes of a network in which every size that is not known has one value.
struct SizedShapes {
  /// The shape of each layer; behind one that fails it is judged as if the first branch had been right.
  private(set) var shapes: [Shape] = []
  /// The joins whose branches do not fit together.
  private(set) var failing: Set<LayerID> = []
  /// The other layers whose shapes cannot be computed.
  private(set) var impossible: Set<LayerID> = []

  init(of graph: Graph, size: Int) {
    let inputs = graph.inputs.map { id in
      var shape = graph.shape(of: id)
      for axis in 0..<shape.rank where shape.spatial[axis].value == nil { shape.spatial[axis] = Extent(size) }
      return shape
    }
    shapes = graph.shapes(from: inputs) { id, _, operands in
      if graph[id].inputs.count > 1 { failing.insert(id) } else { impossible.insert(id) }
      var shape = graph.shape(of: id)
      for axis in 0..<shape.rank where axis < operands.first.rank {
        shape.spatial[axis] = operands.first.spatial[axis]
      }
      return shape
    }
  }
}
