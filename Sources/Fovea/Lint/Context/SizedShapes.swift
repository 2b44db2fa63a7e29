import FoveaGraph

/// The shapes of a network in which every size that is not known has one value.
struct SizedShapes {
  /// The shape of each layer; behind one that fails it is judged as if the first branch had been right.
  private(set) var shapes: [Shape] = []
  /// The joins whose branches do not fit together, each with the spatial axes on which they differ.
  private(set) var failing: [LayerID: Set<Int>] = [:]
  /// The other layers whose shapes cannot be computed.
  private(set) var impossible: Set<LayerID> = []

  init(of graph: Graph, size: Int) {
    let inputs = graph.inputs.map { id in
      var shape = graph.shape(of: id)
      for axis in 0..<shape.rank where shape.spatial[axis].value == nil { shape.spatial[axis] = Extent(size) }
      return shape
    }
    shapes = graph.shapes(from: inputs) { id, _, operands in
      if graph[id].inputs.count > 1 {
        failing[id] = Self.differing(operands)
      } else {
        impossible.insert(id)
      }
      var shape = graph.shape(of: id)
      for axis in 0..<shape.rank where axis < operands.first.rank {
        shape.spatial[axis] = operands.first.spatial[axis]
      }
      return shape
    }
  }

  /// The axes on which branches have different extents, where all have as many axes.
  private static func differing(_ operands: Operands) -> Set<Int> {
    let rank = operands.first.rank
    guard operands.others.allSatisfy({ $0.rank == rank }) else { return Set(0..<rank) }
    return Set(
      (0..<rank).filter { axis in operands.others.contains { $0.spatial[axis] != operands.first.spatial[axis] } })
  }
}
