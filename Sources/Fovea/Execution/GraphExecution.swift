public import FoveaGraph
public import FoveaNumerics

/// A network with weights, ready to be executed: inference, so that dropout does nothing and running statistics are used.
///
/// Layers run one after the other, each on all threads. A tensor is freed after the last layer that reads it.
public struct GraphExecution<Element: TensorElement>: Sendable {
  /// The network.
  public let graph: Graph
  /// The number of images that are computed at once.
  public let batch: Int
  private let layers: [PreparedLayer<Element>]
  /// The tensors that no later layer reads, by the layer after which that is so.
  private let freed: [[Int]]

  /// Packs the weights.
  ///
  /// - Throws: where a layer is opaque, a size is not known, the weights do not fit or memory does not suffice.
  public init(
    _ graph: Graph, weights: NetworkWeights<Element>, algorithm: NetworkAlgorithm = .automatic, batch: Int = 1
  ) throws(ExecutionError) {
    self.graph = graph
    self.batch = max(1, batch)
    try graph.checkLayers()
    let packed = try graph.packedBytes(of: Element.self, algorithm: algorithm, batch: self.batch)
    try graph.checkMemory(of: Element.self, packed: packed, batch: self.batch)
    var layers: [PreparedLayer<Element>] = []
    for id in graph.ids {
      layers.append(try PreparedLayer(graph, id, weights: weights, algorithm: algorithm, batch: self.batch))
    }
    self.layers = layers
    freed = Self.freed(graph)
  }

  private static func freed(_ graph: Graph) -> [[Int]] {
    var lastUse = Array(graph.layers.indices)
    for (index, layer) in graph.layers.enumerated() {
      for input in layer.inputs { lastUse[input.position] = index }
    }
    for output in graph.outputs { lastUse[output.layer.position] = graph.layers.count }
    var freed = [[Int]](repeating: [], count: graph.layers.count)
    for (tensor, last) in lastUse.enumerated() where last < graph.layers.count { freed[last].append(tensor) }
    return freed
  }

  /// A layer with its weights.
  func layer(_ id: LayerID) -> PreparedLayer<Element> { layers[id.position] }

  /// How the products of a layer are summed; nil for a layer without products.
  public func algorithm(of id: LayerID) -> NetworkAlgorithm? { layers[id.position].algorithm }

  /// A random tensor for every input.
  public func randomInputs(
    seed: UInt64 = 0, initialization: Initialization = .he
  ) throws(ExecutionError) -> [String: Tensor<Element>] {
    var inputs: [String: Tensor<Element>] = [:]
    for id in graph.inputs {
      var generator = SplitMix64(seed: seed, name: "input \(graph[id].name)")
      do throws(NumericsError) {
        inputs[graph[id].name] = try initialization.input(
          graph.shape(of: id).sizes(batch: batch), using: &generator)
      } catch {
        throw .input(error.description)
      }
    }
    return inputs
  }

  /// The outputs of the network, in its order, for a tensor for each input by its name.
  public func callAsFunction(
    _ inputs: [String: Tensor<Element>]
  ) throws(ExecutionError) -> [(name: String, tensor: Tensor<Element>)] {
    let kept = try run(inputs) { _, layer, operands throws(ExecutionError) in try layer(operands) }
    return graph.outputs.compactMap { output in kept[output.layer.position].map { (output.name, $0) } }
  }

  /// Runs the layers: `body` gives the output of each for its operands.
  ///
  /// - Returns: the tensors that are left, by layer.
  func run(
    _ inputs: [String: Tensor<Element>],
    _ body: (LayerID, PreparedLayer<Element>, [Tensor<Element>]) throws(ExecutionError) -> Tensor<Element>
  ) throws(ExecutionError) -> [Tensor<Element>?] {
    var tensors = [Tensor<Element>?](repeating: nil, count: layers.count)
    for id in graph.ids {
      if graph.isInput(id) {
        tensors[id.position] = try input(id, of: inputs)
      } else {
        let operands = graph[id].inputs.compactMap { tensors[$0.position] }
        tensors[id.position] = try body(id, layers[id.position], operands)
      }
      for tensor in freed[id.position] { tensors[tensor] = nil }
    }
    return tensors
  }

  private func input(_ id: LayerID, of inputs: [String: Tensor<Element>]) throws(ExecutionError) -> Tensor<Element> {
    let (name, sizes) = (graph[id].name, graph.shape(of: id).sizes(batch: batch))
    guard let tensor = inputs[name] else { throw .input("there is no tensor for the input `\(name)`") }
    guard tensor.shape == sizes else {
      throw .input("the input `\(name)` has the shape \(sizes), found a tensor of \(tensor.shape)")
    }
    return tensor
  }
}
