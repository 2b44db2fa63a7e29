public import FoveaGraph
public import FoveaNumerics
import FoveaText

/// A network with weights, ready to be executed: inference, so that dropout does nothing and running statistics are
/// used.
///
/// Layers run one after the other, each on all threads. A tensor is freed after the last layer that reads it.
public struct GraphExecution<Element: TensorElement>: Sendable {
  /// The network.
  public let graph: Graph
  /// The number of images that are computed at once.
  public let batch: Int
  private let layers: [PreparedLayer<Element>]
  /// The layers that are computed with the convolution before them, by its place.
  private let fused: [Int: FusedLayers<Element>]
  /// The convolution that a layer is computed with, by the layer's place.
  private let convolutions: [Int: LayerID]
  /// The tensors that no later layer reads, by the layer after which that is so.
  private let freed: [[Int]]

  /// Packs the weights.
  ///
  /// - Throws: where a layer is opaque, a size is not known, the weights do not fit or memory does not suffice.
  public init(
    _ graph: Graph, weights: NetworkWeights<Element>, algorithm: NetworkAlgorithm = .automatic, batch: Int = 1
  ) throws(ExecutionError) {
    try self.init(graph, weights: weights, algorithm: algorithm, batch: batch, fusion: .convolutions)
  }

  /// Packs the weights; `fusion` says which layers are computed together.
  package init(
    _ graph: Graph, weights: NetworkWeights<Element>, algorithm: NetworkAlgorithm = .automatic, batch: Int = 1,
    fusion: LayerFusion
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
    freed = Self.freed(graph)
    var fused: [Int: FusedLayers<Element>] = [:]
    var convolutions: [Int: LayerID] = [:]
    if fusion == .convolutions {
      var readers = [[LayerID]](repeating: [], count: layers.count)
      for id in graph.ids {
        for input in graph[id].inputs { readers[input.position].append(id) }
      }
      for id in graph.ids where layers[id.position].canBeFollowed {
        let epilogue = FusedLayers(id, in: graph, readers: readers, layers)
        if epilogue.layers.isEmpty { continue }
        fused[id.position] = epilogue
        for layer in epilogue.layers { convolutions[layer.position] = id }
      }
      let plan = MapPlan(graph, layers, fused, convolutions)
      for id in graph.ids where convolutions[id.position] == nil {
        let result = fused[id.position]?.layers.last ?? id
        let layer = layers[id.position]
        layers[id.position] = try layer.between(plan.forms(of: id, layer, result: result, in: graph))
      }
      let activations = try plan.peakBytes(
        of: Element.self, in: graph,
        results: graph.ids.map { convolutions[$0.position] == nil ? fused[$0.position]?.layers.last ?? $0 : nil },
        freed: freed, batch: self.batch)
      try graph.checkMemory(of: Element.self, packed: packed, activations: activations, batch: self.batch)
    }
    self.layers = layers
    self.fused = fused
    self.convolutions = convolutions
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

  /// The convolution that a layer is computed with; nil for one that is computed on its own.
  func convolution(of id: LayerID) -> LayerID? { convolutions[id.position] }

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
    let kept = try maps(for: inputs) { _, compute throws(ExecutionError) in try compute() }
    var outputs: [(name: String, tensor: Tensor<Element>)] = []
    for output in graph.outputs {
      guard let map = kept[output.layer.position] else { continue }
      outputs.append((output.name, try map.planes(path: graph.path(of: output.layer))))
    }
    return outputs
  }

  /// Runs the layers; `body` computes each, together with those that are fused with it, and may give another tensor.
  ///
  /// - Returns: the tensors that are left, by layer.
  func run(
    _ inputs: [String: Tensor<Element>],
    _ body: (LayerID, () throws(ExecutionError) -> Tensor<Element>) throws(ExecutionError) -> Tensor<Element>
  ) throws(ExecutionError) -> [Tensor<Element>?] {
    let maps = try maps(for: inputs) { id, operands throws(ExecutionError) in
      .planes(
        try body(id) { () throws(ExecutionError) in
          try compute(id, operands).planes(path: graph.path(of: id))
        })
    }
    var tensors: [Tensor<Element>?] = []
    for (id, map) in zip(graph.ids, maps) { tensors.append(try map?.planes(path: graph.path(of: id))) }
    return tensors
  }

  /// Runs the layers; `body` computes each, together with those that are fused with it.
  ///
  /// - Returns: the maps that are left, by layer.
  func maps(
    for inputs: [String: Tensor<Element>],
    _ body: (LayerID, () throws(ExecutionError) -> FeatureMap<Element>) throws(ExecutionError) -> FeatureMap<Element>
  ) throws(ExecutionError) -> [FeatureMap<Element>?] {
    try maps(for: inputs) { id, operands throws(ExecutionError) in
      try body(id) { () throws(ExecutionError) in try compute(id, operands) }
    }
  }

  /// The output of a layer, and of those that are fused with it.
  private func compute(
    _ id: LayerID, _ operands: [FeatureMap<Element>]
  ) throws(ExecutionError) -> FeatureMap<Element> {
    let fused = fused[id.position]
    return try layers[id.position](
      operands, epilogue: fused?.epilogue ?? Epilogue(), other: fused?.other == nil ? nil : operands.last)
  }

  /// Runs the layers; `body` gives the output of each, and of those that are fused with it, for its operands, behind
  /// which comes the one of an addition that is fused with it.
  func maps(
    for inputs: [String: Tensor<Element>],
    _ body: (LayerID, [FeatureMap<Element>]) throws(ExecutionError) -> FeatureMap<Element>
  ) throws(ExecutionError) -> [FeatureMap<Element>?] {
    var maps = [FeatureMap<Element>?](repeating: nil, count: layers.count)
    for id in graph.ids {
      if graph.isInput(id) {
        maps[id.position] = .planes(try input(id, of: inputs))
      } else if convolutions[id.position] == nil {
        let fused = fused[id.position]
        let sources = graph[id].inputs + (fused?.other.map { [$0] } ?? [])
        let operands = sources.compactMap { maps[$0.position] }
        Watch.tell("layer \(id.position + 1) of \(layers.count): \(graph.path(of: id))")
        maps[(fused?.layers.last ?? id).position] = try body(id, operands)
      }
      for tensor in freed[id.position] { maps[tensor] = nil }
    }
    return maps
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
