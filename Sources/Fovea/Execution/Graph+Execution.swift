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

  /// Checks that the weights, `packed` copies of them and the activations that live at once stay below the memory
  /// limit. Activations are planes unless it is said how many bytes they take.
  func checkMemory<Element: TensorElement>(
    of type: Element.Type, packed: Int? = 0, activations bytes: Int? = nil, batch: Int = 1
  ) throws(ExecutionError) {
    let isDouble = MemoryLayout<Element>.size == ElementType.float64.size
    let options = AnalyzedGraph.Options(batch: batch, elementType: isDouble ? .float64 : .float32)
    let totals = AnalyzedGraph(self, options: options).totals
    let limit = MemoryLimit.bytes
    let activations = bytes ?? known(totals.fusedPeakActivationBytes)
    let weights = Self.sum(known(totals.weightBytes), packed)
    guard let weights, let activations, weights <= limit, activations <= limit - weights else {
      throw .memory(weights: weights, activations: activations, limit: limit)
    }
  }

  /// The bytes of packed weights: those of the layers that are computed from a copy of their own; nil where they do not
  /// fit in 64 bits.
  func packedBytes<Element: TensorElement>(
    of type: Element.Type, algorithm: NetworkAlgorithm, batch: Int
  ) throws(ExecutionError) -> Int? {
    var total: Int? = 0
    for id in ids {
      guard let weight = arrays(of: self[id].weights ?? id).first else { continue }
      do throws(NumericsError) {
        let bytes = try PreparedLayer<Element>.packedBytes(
          self[id].operation, operands(of: self[id]).first, weight: weight.shape, algorithm, batch: batch)
        total = Self.sum(total, bytes)
      } catch {
        throw .layer(path: path(of: id), reason: error.description)
      }
    }
    return total
  }

  /// Nil where one of two numbers of bytes is, or their sum, does not fit in 64 bits.
  private static func sum(_ one: Int?, _ other: Int?) -> Int? {
    guard let one, let other else { return nil }
    let (sum, overflow) = one.addingReportingOverflow(other)
    return overflow ? nil : sum
  }

  private func known(_ total: Total) -> Int? {
    if case .known(let bytes) = total { bytes } else { nil }
  }
}
