/// Builds a graph layer by layer, and infers the shape of each as it is added.
public struct GraphBuilder: Sendable {
  /// What has been built so far.
  public private(set) var graph: Graph

  /// Begins a network.
  public init(name: String, variant: String? = nil) {
    graph = Graph(name: name, variant: variant)
  }

  /// Makes room for `count` layers.
  public mutating func reserveCapacity(_ count: Int) {
    graph.layers.reserveCapacity(count)
    graph.shapes.reserveCapacity(count)
  }

  /// The number of layers so far, inputs included.
  public var count: Int { graph.layers.count }

  /// Adds an input. All inputs come before the first layer.
  public mutating func addInput(_ name: String, shape: Shape) -> LayerID {
    graph.layers.append(Layer(.input(Input(shape)), inputs: [], name: LayerName(name)))
    graph.shapes.append(shape)
    return LayerID(graph.layers.count - 1)
  }

  /// Adds a layer.
  ///
  /// A layer that cannot be applied is added all the same, with the shape that is certain in spite of the error, so
  /// that later mistakes are found too.
  public mutating func add(_ layer: consuming Layer) -> (id: LayerID, error: ShapeError?) {
    let error = graph.shapes.append(shapeOf: layer) { $0.remains ?? $1.first.erased }
    graph.layers.append(layer)
    return (LayerID(graph.layers.count - 1), error)
  }

  /// Opens a scope within another; the layers that follow belong to it until it is closed.
  ///
  /// It may stand for a layer of another version of the network, whose path there is `replaces`.
  public mutating func open(
    _ name: String, _ role: Scope.Role, in parent: ScopeID, replaces: String? = nil
  ) -> ScopeID {
    let next = LayerID(graph.layers.count)
    graph.scopes.append(
      Scope(parent: parent, name: name, role: role, replaces: replaces, start: next, end: next))
    return ScopeID(graph.scopes.count - 1)
  }

  /// Closes a scope after its last layer.
  public mutating func close(_ scope: ScopeID) {
    graph.scopes[scope.position].end = LayerID(graph.layers.count)
  }

  /// The network with its outputs; the last layer where none are given.
  public consuming func finish(outputs: [Graph.Output] = []) -> Graph {
    graph.outputs = outputs
    if outputs.isEmpty, let last = graph.layers.indices.last {
      graph.outputs = [Graph.Output(name: "output", layer: LayerID(last))]
    }
    graph.scopes[0].end = LayerID(graph.layers.count)
    return graph
  }
}
