import FoveaGraph
import FoveaLanguage

/// Computes the points of a grid.
///
/// The description is read once. Points that follow each other and differ in the sizes of inputs alone share one
/// unrolling: its layers are kept and their shapes inferred anew, unless an expression asked for a size that is another
/// one now, or a layer no longer fits.
package struct SweepEvaluator: Sendable {
  private let network: Network
  package let grid: SweepGrid

  /// Creates an evaluator; all that the grid does not say is at every point as in the network.
  ///
  /// Of a network that a program built the inputs alone can have other sizes.
  package init(_ network: Network, grid: SweepGrid) { (self.network, self.grid) = (network, grid) }

  /// The points of a part of the grid, in order.
  package func points(_ range: Range<Int>) -> [SweepPoint] {
    var unrolled: Unrolled?
    return range.map { index in
      let indices = grid.indices(ofPoint: index)
      let values = zip(grid.axes, indices).map { $0.text($1) }
      return SweepPoint(values: values, result: result(at: indices, values, &unrolled))
    }
  }

  /// A network that was unrolled for an earlier point.
  private struct Unrolled {
    /// The values of the axes that are no inputs.
    let key: [Int]
    let graph: Graph
    let readings: ShapeReadings
  }

  private func result(
    at indices: [Int], _ values: [String], _ unrolled: inout Unrolled?
  ) -> Result<SweepPoint.Figures, SweepPoint.Failure> {
    guard let description = network.description else { return resized(to: values) }
    let options = options(for: values, description.options)
    let key = zip(grid.axes, indices).compactMap { axis, index in axis.isInput ? nil : index }
    if let earlier = unrolled, earlier.key == key, let graph = resized(earlier, options) {
      return figures(graph)
    }
    unrolled = nil
    var readings: ShapeReadings? = ShapeReadings()
    let elaboration = description.specification.elaborate(options, noting: &readings)
    if let error = elaboration.diagnostics.first(where: { $0.severity == .error }) {
      return .failure(SweepPoint.Failure(message: error.message))
    }
    guard let graph = elaboration.graph else {
      return .failure(SweepPoint.Failure(message: "the network cannot be built"))
    }
    // Whether shared weights fit depends on shapes too.
    if let readings, graph.layers.allSatisfy({ $0.weights == nil }) {
      unrolled = Unrolled(key: key, graph: graph, readings: readings)
    }
    return figures(graph)
  }

  /// The figures of a network that a program built.
  private func resized(to values: [String]) -> Result<SweepPoint.Figures, SweepPoint.Failure> {
    guard let graph = network.graph, grid.axes.allSatisfy(\.isInput) else {
      return .failure(SweepPoint.Failure(message: "a network without a description has no parameters"))
    }
    do throws(ShapeError) {
      return figures(try graph.resized(to: shapes(of: graph, options(for: values, .init()))))
    } catch {
      return .failure(SweepPoint.Failure(message: error.message))
    }
  }

  private func options(for values: [String], _ options: Specification.Options) -> Specification.Options {
    var options = options
    for (axis, text) in zip(grid.axes, values) {
      switch axis {
      case .variant: options.variant = text
      case .parameter(let name, _):
        if let value = Specification.Options.value(of: text) { options.settings.append((name, value)) }
      case .input(let name, _):
        if case .success(let shape) = ShapeText.shape(of: text) { options.inputs.append((name, shape)) }
      }
    }
    return options
  }

  /// The graph for other inputs; nil where it has to be unrolled again.
  private func resized(_ earlier: Unrolled, _ options: Specification.Options) -> Graph? {
    let shapes = shapes(of: earlier.graph, options)
    guard let graph = try? earlier.graph.resized(to: shapes), earlier.readings.hold(in: graph) else { return nil }
    return graph
  }

  /// The shapes of the inputs, those included that stay as they are.
  private func shapes(of graph: Graph, _ options: Specification.Options) -> [Shape] {
    graph.inputs.map { input in
      options.inputs.last { $0.name == nil || $0.name == graph[input].name }?.shape ?? graph.shape(of: input)
    }
  }

  private func figures(_ graph: Graph) -> Result<SweepPoint.Figures, SweepPoint.Failure> {
    let analyzed = AnalyzedGraph(graph, options: network.counting)
    let totals = analyzed.totals
    let figures = SweepPoint.Figures(
      parameters: totals.parameters, macs: totals.macs, flops: totals.flops, weightBytes: totals.weightBytes,
      peakActivationBytes: totals.peakActivationBytes,
      outputs: graph.outputs.map { output in
        let field = analyzed.receptiveFields[output.layer]
        return SweepPoint.Output(
          name: output.name, shape: graph.shape(of: output.layer),
          axes: field?.axes ?? analyzed.gatheredField(of: output.layer)?.axes, isGlobal: field?.isGlobal ?? false,
          isUnknown: field == nil)
      })
    // What does not fit in 64 bits is missing in some figure.
    if !figures.isKnown, let error = analyzed.diagnostics.first {
      return .failure(SweepPoint.Failure(message: error.message))
    }
    return .success(figures)
  }
}

extension SweepGrid.Axis {
  /// Whether it leaves the layers as they are.
  fileprivate var isInput: Bool {
    switch self {
    case .input: true
    case .variant, .parameter: false
    }
  }
}

extension SweepPoint.Figures {
  fileprivate var isKnown: Bool {
    [parameters, macs, flops, weightBytes, peakActivationBytes].allSatisfy { total in
      switch total {
      case .known: true
      case .atLeast, .unknown: false
      }
    }
  }
}
