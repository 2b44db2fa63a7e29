import FoveaGraph
import FoveaNumerics

extension Graph {
  /// Checks that every layer says what it computes, and on what sizes.
  func checkLayers() throws(ExecutionError) {
    for id in ids {
      if case .opaque = self[id].operation { throw .opaque(path: path(of: id)) }
      if shape(of: id).elements.value == nil { throw .unknownSize(path: path(of: id), shape: shape(of: id)) }
    }
  }

  /// Checks that the weights and the activations that live at once stay below the memory limit.
  func checkMemory<Element: TensorElement>(of type: Element.Type, batch: Int = 1) throws(ExecutionError) {
    let isDouble = MemoryLayout<Element>.size == ElementType.float64.size
    let options = AnalyzedGraph.Options(batch: batch, elementType: isDouble ? .float64 : .float32)
    let totals = AnalyzedGraph(self, options: options).totals
    let limit = MemoryLimit.bytes
    let (weights, activations) = (known(totals.weightBytes), known(totals.peakActivationBytes))
    guard let weights, let activations, weights <= limit, activations <= limit - weights else {
      throw .memory(weights: weights, activations: activations, limit: limit)
    }
  }

  private func known(_ total: Total) -> Int? {
    if case .known(let bytes) = total { bytes } else { nil }
  }
}
