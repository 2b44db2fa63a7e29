package import FoveaFilters
package import FoveaGraph
import FoveaNumerics

/// Convolutions of a network that follow each other without anything between that is not linear.
///
/// Batch normalisation with running statistics is folded into the convolution before it, as at inference; dropout and
/// identities do nothing there.
package struct LinearChain: Hashable, Sendable {
  /// All layers in order, the first and the last a convolution or what is folded into the last one.
  package let layers: [LayerID]
  /// The convolutions among them.
  package let convolutions: [LayerID]

  /// Why layers are no chain.
  package struct Refusal: Error, Hashable, Sendable {
    package let reason: String
  }

  /// What a layer is in a chain.
  private enum Part {
    case convolution, folded, nothing
    case other(String)
  }

  private static func part(_ graph: Graph, _ id: LayerID) -> Part {
    let operation = graph[id].operation
    if case .conv = operation { return .convolution }
    if case .batchNorm(let norm) = operation {
      return norm.track ? .folded : .other("normalises by the statistics of the batch")
    }
    return operation.facts.effect == .identity ? .nothing : .other("is of the kind `\(operation.name)`")
  }

  /// The maximal chains with at least two convolutions.
  package static func all(in graph: Graph) -> [LinearChain] {
    let readers = Self.readers(graph)
    let outputs = Set(graph.outputs.map(\.layer))
    var chains: [LinearChain] = []
    var isInside = Array(repeating: false, count: graph.layers.count)
    for start in graph.ids where !isInside[start.position] {
      guard case .convolution = part(graph, start) else { continue }
      var layers = [start]
      while let last = layers.last, !outputs.contains(last), readers[last.position].count == 1 {
        let next = readers[last.position][0]
        guard graph[next].inputs.count == 1, graph[next].reference == nil else { break }
        if case .other = part(graph, next) { break }
        layers.append(next)
      }
      for layer in layers { isInside[layer.position] = true }
      // What does nothing behind the last convolution does not belong to it.
      while let last = layers.last, case .nothing = part(graph, last) { layers.removeLast() }
      let chain = LinearChain(graph, layers)
      if chain.convolutions.count > 1 { chains.append(chain) }
    }
    return chains
  }

  private init(_ graph: Graph, _ layers: [LayerID]) {
    self.layers = layers
    convolutions = layers.filter { if case .conv = graph[$0].operation { true } else { false } }
  }

  /// The chain from one layer to another, both included.
  ///
  /// - Throws: where a layer between them is not linear, or is read by others too.
  package init(in graph: Graph, from first: LayerID, to last: LayerID) throws(Refusal) {
    let readers = Self.readers(graph)
    let outputs = Set(graph.outputs.map(\.layer))
    // From the end, since what a layer reads is told.
    var layers = [last]
    while let layer = layers.last, layer != first {
      try Self.check(graph, layer)
      let inputs = graph[layer].inputs
      guard inputs.count == 1, inputs[0] >= first else {
        throw Refusal(reason: "`\(graph.path(of: layer))` is not behind `\(graph.path(of: first))` on a single path")
      }
      let input = inputs[0]
      if readers[input.position].count > 1 || outputs.contains(input) {
        throw Refusal(reason: "what `\(graph.path(of: input))` gives is read elsewhere too")
      }
      layers.append(input)
    }
    layers.reverse()
    guard case .convolution = Self.part(graph, first) else {
      throw Refusal(reason: "`\(graph.path(of: first))` is no convolution, and a chain begins with one")
    }
    self.init(graph, layers)
  }

  private static func check(_ graph: Graph, _ layer: LayerID) throws(Refusal) {
    guard case .other(let reason) = part(graph, layer) else { return }
    throw Refusal(reason: "`\(graph.path(of: layer))` \(reason), which is not linear or has no kernel")
  }

  private static func readers(_ graph: Graph) -> [[LayerID]] {
    var readers = Array(repeating: [LayerID](), count: graph.layers.count)
    for id in graph.ids {
      for input in graph[id].inputs { readers[input.position].append(id) }
      if let reference = graph[id].reference, reference != id { readers[reference.position].append(id) }
    }
    return readers
  }

  /// The kernels of the convolutions with what is folded into them; nil where a size is not known.
  package func kernels(_ graph: Graph, weights: NetworkWeights<Double>) -> [Kernel]? {
    var kernels: [Kernel] = []
    for layer in layers {
      switch graph[layer].operation {
      case .conv:
        guard let kernel = Kernel(graph, layer, weights: weights) else { return nil }
        kernels.append(kernel)
      case .batchNorm(let norm):
        guard let last = kernels.popLast() else { return nil }
        kernels.append(last.folding(norm, graph.path(of: graph.weightOwner(of: layer)), weights))
      default: break
      }
    }
    return kernels
  }

  /// The windows and biases of the same; nil where a size is not known, or a number exceeds what a window may have.
  package func outlines(_ graph: Graph) -> [KernelOutline]? {
    var outlines: [KernelOutline] = []
    for layer in layers {
      switch graph[layer].operation {
      case .conv(let conv):
        guard let windows = graph.windows(of: layer) else { return nil }
        outlines.append(KernelOutline(windows: windows, hasBias: conv.bias))
      case .batchNorm:
        guard let last = outlines.popLast() else { return nil }
        outlines.append(KernelOutline(windows: last.windows, hasBias: true))
      default: break
      }
    }
    return outlines
  }
}

extension Kernel {
  /// The convolution and the normalisation behind it, by running statistics: y = (x − mean)·scale / √(variance + ε) +
  /// shift.
  fileprivate func folding(_ norm: BatchNorm, _ path: String, _ weights: NetworkWeights<Double>) -> Kernel {
    func array(_ name: String, _ standard: Double) -> [Double] {
      weights.arrays["\(path).\(name)"]?.elements ?? Array(repeating: standard, count: outputs)
    }
    let (mean, variance) = (array("running_mean", 0), array("running_var", 1))
    let (scale, shift) = (array("weight", 1), array("bias", 0))
    let factors = zip(scale, variance).map { $0 / ($1 + norm.epsilon).squareRoot() }
    let perOutput = self.weights.count / max(1, outputs)
    let own = bias ?? Array(repeating: 0, count: outputs)
    return with(
      weights: self.weights.enumerated().map { $1 * factors[$0 / perOutput] },
      bias: own.indices.map { (own[$0] - mean[$0]) * factors[$0] + shift[$0] })
  }
}
