import FoveaGraph
import FoveaText

/// The bytes that one layer moves, if each of its tensors is read or written once, and what it computes for them.
struct MemoryTraffic {
  /// The bytes of inputs, output and weights.
  let bytes: Int
  /// Arithmetic operations for each byte.
  let intensity: Double

  /// Nil where a figure is not known.
  init?(_ id: LayerID, in context: LintContext) {
    let (graph, cost) = (context.graph, context.analysis.costs[id.position])
    let size = Figure(context.analysis.options.elementType.size)
    let values = graph[id].inputs.reduce(graph.shape(of: id).elements) { $0 + graph.shape(of: $1).elements }
    guard let bytes = ((values + cost.parameters) * size).value, bytes > 0, let flops = cost.flops.value else {
      return nil
    }
    self.bytes = bytes
    intensity = Double(flops) / Double(bytes)
  }

  /// The two figures for a message.
  var text: String {
    let tenths = Int((min(intensity, 1e9) * 10).rounded())
    return "it moves \(Quantity.bytes(bytes)) for \(tenths / 10).\(tenths % 10) flops a byte"
  }
}
