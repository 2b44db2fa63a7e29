import FoveaGraph
import FoveaLanguage
import FoveaNumerics

/// The shapes of a network in which every size that is not known has one value.
struct Trial {
  /// The shape of each layer; behind one that fails it is judged as if the first branch had been right.
  private(set) var shapes: [Shape] = []
  /// The joins whose branches do not fit together.
  private(set) var failing: Set<LayerID> = []
  /// The other layers whose shapes cannot be computed.
  private(set) var impossible: Set<LayerID> = []

  init(of graph: Graph, size: Int) {
    shapes.reserveCapacity(graph.layers.count)
    for id in graph.ids {
      let layer = graph[id]
      guard let first = layer.inputs.first else {
        var shape = graph.shape(of: id)
        for axis in 0..<shape.rank where shape.spatial[axis].value == nil { shape.spatial[axis] = Extent(size) }
        shapes.append(shape)
        continue
      }
      let operands = Operands(
        shapes[first.position], others: layer.inputs.dropFirst().map { shapes[$0.position] },
        reference: layer.reference.map { shapes[$0.position] })
      do throws(ShapeError) {
        shapes.append(try layer.operation.shape(of: operands))
      } catch {
        if layer.inputs.count > 1 { failing.insert(id) } else { impossible.insert(id) }
        var shape = graph.shape(of: id)
        for axis in 0..<shape.rank where axis < operands.first.rank {
          shape.spatial[axis] = operands.first.spatial[axis]
        }
        shapes.append(shape)
      }
    }
  }
}

extension Specification {
  /// The network with sizes that are not known in all inputs; nil where that has errors.
  ///
  /// - Parameter graph: the network as it is, for the names and channels of its inputs.
  func graph(withSizesOpen options: Options, inputs graph: Graph) -> Graph? {
    var open = options
    open.inputs = graph.inputs.map { id in
      var shape = graph.shape(of: id)
      for axis in 0..<shape.rank { shape.spatial[axis] = .unknown }
      return (graph[id].name, shape)
    }
    let elaboration = elaborate(open)
    return elaboration.hasErrors ? nil : elaboration.graph
  }
}
