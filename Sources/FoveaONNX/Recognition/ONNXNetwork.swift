package import FoveaGraph

/// The network of an ONNX file: its layers, and the nodes that they were made of.
package struct ONNXNetwork: Sendable {
  /// A layer that no operator of the language is.
  package struct OpaqueLayer: Sendable {
    package let layer: LayerID
    /// What the node computes, as a phrase.
    package let reason: String
  }

  /// The layers.
  package let graph: Graph
  /// The node of each layer, by its name or by what it gives; nil for an input.
  package let nodes: [String?]
  /// The layers that are opaque, and why.
  package let opaque: [OpaqueLayer]
  /// The stored tensors of each layer, by the names of its arrays.
  let weights: [[String: String]]

  /// Makes a network of a file.
  ///
  /// - Parameters:
  ///   - file: what was read.
  ///   - name: the network's name.
  ///   - bindings: numbers that stand for names of extents.
  ///   - inputs: the extents of inputs, with the batch axis, in place of those in the file.
  package init(
    _ file: ModelFile, name: String, bindings: [String: Int] = [:], inputs: [String: [Int]] = [:]
  ) throws(ONNXError) {
    let inference = try Inference(
      file, bindings: bindings, inputs: inputs.mapValues { $0.map { .known($0) } })
    let recognition = try Recognition(file, inference)
    var naming = LayerNaming(recognition, name: name)
    for position in recognition.layers.indices { naming.add(position) }
    graph = try naming.finish(file.graph.outputs.map(\.name))
    let layers = naming.order.map { recognition.layers[$0] }
    nodes = layers.map { layer in
      layer.node.map { index in
        let node = recognition.index.nodes[index]
        return node.name.isEmpty ? node.outputs.first { !$0.isEmpty } ?? node.type : node.name
      }
    }
    weights = layers.map { layer in
      Dictionary(layer.weights.filter { !$0.array.isEmpty }.map { ($0.array, $0.value) }) { first, _ in first }
    }
    opaque = layers.enumerated().compactMap { position, layer in
      layer.reason.map { OpaqueLayer(layer: LayerID(position), reason: $0) }
    }
  }
}
