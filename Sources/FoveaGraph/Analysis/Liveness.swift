/// The memory of activations when the layers run in order, one after the other.
///
/// An activation lives from the layer that gives it to the last layer that reads it; the outputs of the network live to
/// the end. A layer that only views its input's memory (`flatten`, `reshape`, `dropout` at inference), or its own
/// weights, gives no activation of its own. Nothing is assumed to be computed in place.
///
/// Attention holds its queries, keys and values, and its attention matrices, while it is computed. A fused kernel does
/// not store the matrices; the peak without them stands beside the other.
struct Liveness {
  /// The bytes of every layer's output; 0 where it views another.
  private(set) var bytes: [Figure] = []
  /// The most bytes that live at once.
  private(set) var peak = Total.unknown
  /// The layer during which they do; nil when nothing is known.
  private(set) var peakLayer: LayerID?
  /// The most bytes that live at once where no attention matrix is stored.
  private(set) var fusedPeak = Total.unknown
  /// The bytes that the backward pass needs.
  private(set) var training = Total.unknown

  init(_ graph: Graph, costs: [Cost], bytesPerElement: Figure) {
    let storage = Self.storage(graph, costs: costs)
    bytes = graph.shapes.enumerated().map { index, shape in
      let isOwn = storage[index].position == index && !(costs[index].isView && graph.layers[index].inputs.isEmpty)
      return isOwn ? shape.elements * bytesPerElement : 0
    }
    findPeak(graph, storage: storage) {
      (costs[$0].projected * bytesPerElement, costs[$0].matrix * bytesPerElement)
    }
    training = trainingBytes(graph, storage: storage, costs: costs, bytesPerElement: bytesPerElement)
  }

  /// The layer in whose memory each layer's output lies.
  private static func storage(_ graph: Graph, costs: [Cost]) -> [LayerID] {
    var storage: [LayerID] = []
    storage.reserveCapacity(graph.layers.count)
    for index in graph.layers.indices {
      if costs[index].isView, let input = graph.layers[index].inputs.first {
        storage.append(storage[input.position])
      } else {
        storage.append(LayerID(index))
      }
    }
    return storage
  }

  private mutating func findPeak(
    _ graph: Graph, storage: [LayerID], held: (Int) -> (projected: Figure, matrix: Figure)
  ) {
    var lastUse = graph.layers.indices.map { Int32($0) }
    for index in graph.layers.indices {
      for input in graph.layers[index].inputs { lastUse[storage[input.position].position] = Int32(index) }
      lastUse[storage[index].position] = Int32(index)
    }
    for output in graph.outputs { lastUse[storage[output.layer.position].position] = Int32(graph.layers.count) }

    var live = 0
    var (most, fusedMost) = (0, 0)
    var missing: [LayerID] = []
    // What is added for a layer; 0 where its bytes are not known or the sum does not fit in 64 bits, and once it is
    // freed.
    var added: [Int] = []
    added.reserveCapacity(graph.layers.count)
    for index in graph.layers.indices {
      if let sum = (Figure(live) + bytes[index]).value {
        added.append(sum - live)
        live = sum
      } else {
        added.append(0)
        missing.append(LayerID(index))
      }
      let (projected, matrix) = held(index)
      let fused = Figure(live) + projected
      if let all = (fused + matrix).value, let fused = fused.value {
        if all > most {
          most = all
          peakLayer = LayerID(index)
        }
        fusedMost = max(fusedMost, fused)
      } else if missing.last != LayerID(index) {
        missing.append(LayerID(index))
      }
      func free(_ ended: LayerID) {
        guard lastUse[ended.position] == Int32(index) else { return }
        live -= added[ended.position]
        // Two inputs may lie in the same memory.
        added[ended.position] = 0
      }
      for input in graph.layers[index].inputs { free(storage[input.position]) }
      free(storage[index])
    }
    peak = Total(most, missing: missing)
    fusedPeak = Total(fusedMost, missing: missing)
  }

  private func trainingBytes(
    _ graph: Graph, storage: [LayerID], costs: [Cost], bytesPerElement: Figure
  ) -> Total {
    var isSaved = [Bool](repeating: false, count: graph.layers.count)
    for index in graph.layers.indices {
      switch costs[index].saved {
      case .nothing: break
      case .inputs: for input in graph.layers[index].inputs { isSaved[storage[input.position].position] = true }
      case .output: isSaved[storage[index].position] = true
      }
    }
    return Total(
      graph.ids.lazy.map { id in
        let held = (costs[id.position].projected + costs[id.position].matrix) * bytesPerElement
        return (id, isSaved[id.position] ? bytes[id.position] + held : held)
      })
  }
}
