/// A graph with its side tables: receptive fields, costs and memory, each computed once.
public struct AnalyzedGraph: Hashable, Sendable {
  /// How the figures are counted.
  public struct Options: Hashable, Sendable {
    /// The number of images that are computed at once.
    public var batch: Int
    /// The type of weights and activations.
    public var elementType: ElementType

    /// Creates options; one image in `float32` unless given.
    public init(batch: Int = 1, elementType: ElementType = .float32) {
      self.batch = batch
      self.elementType = elementType
    }
  }

  /// The network.
  public let graph: Graph
  /// How the figures are counted.
  public let options: Options
  /// The receptive field of every layer.
  public let receptiveFields: ReceptiveFields
  /// The cost of every layer; weights of another layer are counted there, work and activations for the whole batch.
  public let costs: [Cost]
  /// The bytes of every layer's output; 0 where it only views its input.
  public let activationBytes: [Figure]
  /// The figures of the whole network.
  public let totals: Totals

  /// The figures of a whole network.
  public struct Totals: Hashable, Sendable {
    /// Trainable numbers, each counted once.
    public let parameters: Total
    /// Stored numbers that are not trained.
    public let buffers: Total
    /// Multiply-accumulates.
    public let macs: Total
    /// Arithmetic operations: twice the multiply-accumulates, and everything else by the operators' counts.
    public let flops: Total
    /// The bytes of parameters and buffers.
    public let weightBytes: Total
    /// The most bytes of activations that live at once during inference.
    public let peakActivationBytes: Total
    /// The same where no attention matrix is stored, as by a fused kernel.
    public let fusedPeakActivationBytes: Total
    /// The layer during which `peakActivationBytes` live.
    public let peakActivationLayer: LayerID?
    /// The bytes of activations that the backward pass needs.
    public let trainingActivationBytes: Total
  }

  /// Analyses a graph in time linear in its layers.
  public init(_ graph: Graph, options: Options = Options()) {
    self.graph = graph
    self.options = options
    receptiveFields = ReceptiveFields(graph)
    let costs = Self.costs(graph, batch: Figure(options.batch))
    let size = Figure(options.elementType.size)
    let liveness = Liveness(graph, costs: costs, bytesPerElement: size * Figure(options.batch))
    self.costs = costs
    activationBytes = liveness.bytes
    func total(_ figure: (Cost) -> Figure) -> Total {
      Total(costs.lazy.enumerated().map { (LayerID($0.offset), figure($0.element)) })
    }
    // What is known of a layer counts: its multiply-accumulates, though its other operations are not.
    let flops = Total(
      (0..<2 * costs.count).lazy.map {
        let cost = costs[$0 / 2]
        return (LayerID($0 / 2), $0.isMultiple(of: 2) ? 2 * cost.macs : cost.operations)
      })
    totals = Totals(
      parameters: total(\.parameters), buffers: total(\.buffers), macs: total(\.macs), flops: flops,
      weightBytes: total { ($0.parameters + $0.buffers) * size },
      peakActivationBytes: liveness.peak, fusedPeakActivationBytes: liveness.fusedPeak,
      peakActivationLayer: liveness.peakLayer,
      trainingActivationBytes: liveness.training)
  }

  /// The layers whose figures do not fit in 64 bits, as findings that name them and have no place in a text.
  public var diagnostics: [Diagnostic] {
    graph.ids.lazy.filter { id in
      let cost = costs[id.position]
      return [
        cost.parameters, cost.buffers, cost.macs, cost.operations, cost.projected, cost.matrix,
        activationBytes[id.position],
      ]
      .contains { $0.isTooLarge }
    }.map { id in
      Diagnostic(
        rule: "too-large", message: "the costs of `\(graph.path(of: id))` do not fit in 64 bits",
        layer: id, help: "look for a size or a number of channels that is too large")
    }
  }

  private static func costs(_ graph: Graph, batch: Figure) -> [Cost] {
    graph.layers.indices.map { index in
      let operands = graph.operands(ofLayerAt: index)
      var cost = graph.layers[index].operation.cost(of: operands, giving: graph.shapes[index])
      if graph.layers[index].weights != nil {
        cost.parameters = 0
        cost.buffers = 0
      }
      cost.macs = cost.macs * batch
      cost.operations = cost.operations * batch
      return cost
    }
  }
}

extension Cost {
  /// All arithmetic operations: `2 · macs` and the others.
  public var flops: Figure { 2 * macs + operations }
}

extension AnalyzedGraph {
  /// The field of the map that is gathered on the way to a layer that sees everything, without what its gates see.
  package func gatheredField(of layer: LayerID) -> ReceptiveField? {
    var id = layer
    while let field = receptiveFields[id], !field.hasUnknownPaths {
      if let axes = field.axes, !axes.isEmpty {
        var local = field
        local.through = .none
        return local
      }
      guard let input = graph[id].inputs.first else { return nil }
      id = input
    }
    return nil
  }
}
