/// The shapes of a network in which every size that is not known has one value.
package struct SizedShapes {
  /// The shape of each layer; behind one that fails it is judged as if the first branch had been right.
  package private(set) var shapes: [Shape] = []
  /// The joins whose branches do not fit together, each with the spatial axes on which they differ.
  package private(set) var failing: [LayerID: Set<Int>] = [:]
  /// The other layers whose shapes cannot be computed.
  package private(set) var impossible: Set<LayerID> = []

  /// Computes the shapes.
  ///
  /// - Parameters:
  ///   - graph: the network.
  ///   - sizes: the value of an unknown size on each axis of the inputs, nil where it stays unknown; inputs with more
  ///     axes take the last for them.
  package init(of graph: Graph, sizes: [Int?]) {
    let inputs = graph.inputs.map { id in
      var shape = graph.shape(of: id)
      for axis in 0..<shape.rank where shape.spatial[axis].value == nil {
        shape.spatial[axis] =
          sizes.isEmpty ? .unknown : sizes[min(axis, sizes.count - 1)].map { Extent($0) } ?? .unknown
      }
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

  /// The same with one value for all axes.
  package init(of graph: Graph, size: Int) { self.init(of: graph, sizes: [size]) }

  /// Whether every layer can be applied.
  package var isValid: Bool { failing.isEmpty && impossible.isEmpty }

  /// The axes on which branches have different extents, where all have as many axes.
  private static func differing(_ operands: Operands) -> Set<Int> {
    let rank = operands.first.rank
    guard operands.others.allSatisfy({ $0.rank == rank }) else { return Set(0..<rank) }
    return Set(
      (0..<rank).filter { axis in operands.others.contains { $0.spatial[axis] != operands.first.spatial[axis] } })
  }
}
