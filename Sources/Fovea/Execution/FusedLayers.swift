import FoveaGraph
import FoveaNumerics

/// Whether layers that follow a convolution are computed with it.
package enum LayerFusion: Hashable, Sendable {
  /// Each layer is computed on its own.
  case none
  /// Normalisation, rectifiers and additions are computed on the results of the convolution before them while these are
  /// in the cache: with the same operations, so with the same results to the bit.
  case convolutions
}

/// A convolution and the layers behind it that are computed with it.
struct FusedLayers<Element: TensorElement>: Sendable {
  /// The layers behind the convolution, in their order.
  private(set) var layers: [LayerID] = []
  /// Their operations, as the convolution carries them out on its results.
  private(set) var epilogue = Epilogue<Element>()
  /// The layer whose output is added.
  private(set) var other: LayerID?

  /// The layers that can be computed with the convolution `id`; `readers` are the layers that read each layer.
  init(_ id: LayerID, in graph: Graph, readers: [[LayerID]], _ prepared: [PreparedLayer<Element>]) {
    var last = id
    while readers[last.position].count == 1, let next = readers[last.position].first,
      !graph.outputs.contains(where: { $0.layer == last }), append(next, after: last, id, graph, prepared)
    {
      layers.append(next)
      last = next
    }
  }

  private mutating func append(
    _ next: LayerID, after last: LayerID, _ convolution: LayerID, _ graph: Graph, _ prepared: [PreparedLayer<Element>]
  ) -> Bool {
    let operation = graph[next].operation
    if operation.facts.effect == .identity { return true }
    if case .relu = operation {
      epilogue.appendRectifier()
      return true
    }
    if case .relu6 = operation {
      epilogue.appendRectifier(limit: 6)
      return true
    }
    if case .batchNorm(let norm) = operation, norm.track {
      let arrays = prepared[next.position].arrays
      guard let mean = arrays["running_mean"], let variance = arrays["running_var"] else { return false }
      epilogue.append(
        BatchNormalization(epsilon: norm.epsilon), mean: mean, variance: variance, scale: arrays["weight"],
        shift: arrays["bias"])
      return true
    }
    guard case .add = operation else { return false }
    let inputs = graph[next].inputs
    // The other operand must be there when the convolution is computed.
    guard other == nil, inputs.count == 2, let operand = inputs.first(where: { $0 != last }),
      operand.position < convolution.position, graph.shape(of: operand) == graph.shape(of: last)
    else { return false }
    other = operand
    epilogue.appendSum()
    return true
  }
}
