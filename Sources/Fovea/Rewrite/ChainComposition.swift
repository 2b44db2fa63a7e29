package import FoveaFilters
package import FoveaGraph
import FoveaNumerics
import FoveaText

/// The one kernel that a chain of a network computes, and where it does.
package struct ChainComposition: Sendable {
  package let chain: LinearChain
  /// For each axis the window of the kernel, with its holes.
  package let windows: [ComposedWindow]
  /// The finest contiguous groups that contain all connections.
  package let groups: Int
  package let inputs: Int
  package let outputs: Int
  package let hasBias: Bool
  /// The outputs that differ where layers pad on their own.
  package let band: BorderBand
  /// Whether they differ because of a bias alone, which the padding behind it does not have.
  package let differsByBias: Bool
  /// The parameters and multiply-accumulates of the chain's convolutions, and those of the one kernel.
  package let parameters: (chain: Figure, kernel: Figure)
  package let macs: (chain: Figure, kernel: Figure)

  /// Composes a chain of an analysed network.
  ///
  /// - Throws: where a size is not known, or is too large for a window.
  package init(_ chain: LinearChain, in analysis: AnalyzedGraph) throws(LinearChain.Refusal) {
    let graph = analysis.graph
    self.chain = chain
    guard let first = chain.convolutions.first, let last = chain.convolutions.last,
      let read = graph[first].inputs.first, let channels = graph.shape(of: read).channels.value,
      let given = graph.shape(of: last).channels.value,
      chain.convolutions.allSatisfy({ graph.operands(of: graph[$0]).first.elements.value != nil })
    else { throw LinearChain.Refusal(reason: "the sizes of `\(graph.path(of: chain.layers[0]))` are not known") }
    guard let outlines = chain.outlines(graph) else { throw Self.tooLarge(chain, graph) }
    (inputs, outputs) = (channels, given)
    var windows: [ComposedWindow] = []
    for axis in outlines[0].windows.indices {
      guard let window = ComposedWindow(outlines.map { $0.windows[axis] }) else { throw Self.tooLarge(chain, graph) }
      windows.append(window)
    }
    self.windows = windows
    groups = chain.convolutions.reduce(0) { result, layer in
      if case .conv(let conv) = graph[layer].operation { greatestCommonDivisor(result, conv.groups) } else { result }
    }
    hasBias = outlines.contains(where: \.hasBias)
    do throws(NumericsError) {
      let size = graph.shape(of: read).spatial.map { $0.value ?? 0 }
      band = try BorderBand(outlines, input: size)
      let unbiased = outlines.map { KernelOutline(windows: $0.windows, hasBias: false) }
      let plain = try BorderBand(unbiased, input: size)
      differsByBias = band.affected > 0 && plain.affected == 0
    } catch {
      throw LinearChain.Refusal(reason: error.description)
    }
    let weights = windows.reduce(Figure(outputs) * Figure(inputs / max(1, groups))) { $0 * Figure($1.window.kernel) }
    parameters = (
      chain.layers.reduce(0) { $0 + analysis.costs[$1.position].parameters },
      weights + Figure(hasBias ? outputs : 0)
    )
    macs = (
      chain.layers.reduce(0) { $0 + analysis.costs[$1.position].macs },
      weights * graph.shape(of: last).positions * Figure(analysis.options.batch)
    )
  }

  /// The kernel itself, of the given weights.
  package func kernel(_ graph: Graph, weights: NetworkWeights<Double>) throws(LinearChain.Refusal) -> Kernel {
    guard let kernels = chain.kernels(graph, weights: weights), let composition = Composition(kernels) else {
      throw LinearChain.Refusal(
        reason: "the kernel of the chain that begins at `\(graph.path(of: chain.layers[0]))` is too large: at most "
          + "\(Composition.largestWeights) weights that fit the memory are composed")
    }
    return composition.kernel
  }

  private static func tooLarge(_ chain: LinearChain, _ graph: Graph) -> LinearChain.Refusal {
    LinearChain.Refusal(
      reason: "the kernel of the chain that begins at `\(graph.path(of: chain.layers[0]))` is too large: "
        + ComposedWindow.limit)
  }
}
