package import FoveaFilters
package import FoveaGraph
package import FoveaNumerics

/// The one kernel that a linear part of a network computes, and where it does.
package struct PieceComposition: Sendable {
  /// The kernel on one axis.
  package struct Axis: Hashable, Sendable {
    /// The pixels from the first tap to the last, both counted.
    package let kernel: Int
    package let stride: Int
    /// The rows of zeros on both sides; negative where rows of the map are not read.
    package let padding: AxisPadding
    /// The units on both sides among which are all that may differ, since layers pad on their own.
    package let band: AxisPadding
    /// The units that surely do not differ.
    package let equal: Int
    package let units: Int
  }

  package let piece: LinearPiece
  package let axes: [Axis]
  package let inputs: Int
  package let outputs: Int
  package let hasBias: Bool
  /// Whether units differ because of biases alone, which the zeros of a padding behind them do not have.
  package let differsByBias: Bool
  /// The parameters and multiply-accumulates of the part, and those of the one kernel.
  package let parameters: (piece: Figure, kernel: Figure)
  package let macs: (piece: Figure, kernel: Figure)

  /// Composes a part of an analysed network.
  ///
  /// - Throws: where branches with different strides join, or the kernel is too large.
  package init(_ piece: LinearPiece, in analysis: AnalyzedGraph) throws(LinearChain.Refusal) {
    let graph = analysis.graph
    let end = piece.layers[piece.layers.count - 1]
    let (source, result) = (graph.shape(of: piece.source), graph.shape(of: end))
    self.piece = piece
    inputs = source.channels.value ?? 0
    outputs = result.channels.value ?? 0
    hasBias = piece.layers.contains { Self.addsBias(graph[$0].operation) }
    var axes: [Axis] = []
    var differsWithout = false
    for axis in 0..<source.rank {
      let biased = try PieceAxis(piece, graph, axis: axis, countsBias: true)
      axes.append(biased.composed)
      if biased.composed.equal < biased.composed.units {
        let plain = try PieceAxis(piece, graph, axis: axis, countsBias: false).composed
        if plain.equal < plain.units { differsWithout = true }
      }
    }
    self.axes = axes
    differsByBias = axes.contains { $0.equal < $0.units } && !differsWithout
    let weights = axes.reduce(Figure(outputs) * Figure(inputs)) { $0 * Figure($1.kernel) }
    parameters = (
      piece.layers.reduce(0) { $0 + analysis.costs[$1.position].parameters }, weights + Figure(hasBias ? outputs : 0)
    )
    macs = (
      piece.layers.reduce(0) { $0 + analysis.costs[$1.position].macs },
      weights * result.positions * Figure(analysis.options.batch)
    )
  }

  /// Whether a layer adds numbers of its own.
  fileprivate static func addsBias(_ operation: Operation) -> Bool {
    if case .conv(let conv) = operation { return conv.bias }
    return if case .batchNorm = operation { true } else { false }
  }

  /// The kernel itself, of the given weights.
  package func map(_ graph: Graph, weights: NetworkWeights<Double>) throws(LinearChain.Refusal) -> StridedMap {
    guard let map = piece.map(graph, weights: weights) else {
      throw LinearChain.Refusal(
        reason:
          "the kernel of the part that ends with `\(graph.path(of: piece.layers[piece.layers.count - 1]))` is too "
          + "large: at most \(Composition.largestWeights) weights that fit the memory are composed")
    }
    return map
  }

  /// The kernel as a convolution; one that does not read all rows of the map has padding of no rows there.
  package func kernel(_ graph: Graph, weights: NetworkWeights<Double>) throws -> Kernel {
    let map = try map(graph, weights: weights)
    let windows = try axes.map { axis in
      try AxisWindow(
        kernel: axis.kernel, stride: axis.stride, dilation: 1,
        padding: AxisPadding(before: max(axis.padding.before, 0), after: max(axis.padding.after, 0)))
    }
    return Kernel(map.bank, windows: windows, bias: map.bias)
  }

  /// The units that may differ, at most.
  package var affected: Figure {
    axes.reduce(Figure(1)) { $0 * Figure($1.units) }.value.flatMap { all in
      axes.reduce(Figure(1)) { $0 * Figure($1.equal) }.value.map { Figure(all - $0) }
    } ?? .unknown
  }
}

/// The windows of the layers of a part on one axis, and which of their units are what the whole kernel says.
private struct PieceAxis {
  /// What a layer's units see: the pixels `step · o + first` and `extent` of them.
  private struct Window: Equatable {
    var step = 1
    var first = 0
    var extent = 1

    func isOutside(_ unit: Int, of rows: Int) -> Bool {
      let start = step * unit + first
      return start + extent <= 0 || start >= rows
    }
  }

  private struct State {
    var window = Window()
    /// Whether numbers were added that do not depend on the map.
    var hasBias = false
    /// Whether each unit is what the kernel says.
    var isEqual: [Bool]
  }

  let composed: PieceComposition.Axis

  init(_ piece: LinearPiece, _ graph: Graph, axis: Int, countsBias: Bool) throws(LinearChain.Refusal) {
    let rows = graph.shape(of: piece.source).spatial[axis].value ?? 0
    var states: [LayerID: State] = [piece.source: State(isEqual: Array(repeating: true, count: rows))]
    var last = states[piece.source]
    for id in piece.layers {
      let inputs = graph[id].inputs.compactMap { states[$0] }
      let units = graph.shape(of: id).spatial[axis].value ?? 0
      guard var state = Self.state(of: id, inputs, units: units, rows: rows, graph, axis: axis),
        state.window.step < 1 << 20, state.window.extent < 1 << 20
      else {
        throw LinearChain.Refusal(
          reason: "the branches of `\(graph.path(of: id))` have different strides, or the kernel is too large")
      }
      if countsBias, PieceComposition.addsBias(graph[id].operation) { state.hasBias = true }
      states[id] = state
      last = state
    }
    let state = last ?? State(isEqual: [])
    let units = state.isEqual.count
    let reach = (units - 1) * state.window.step + state.window.first + state.window.extent
    let middle = units / 2
    let before = state.isEqual[..<middle].lastIndex(of: false).map { $0 + 1 } ?? 0
    let after = state.isEqual[middle...].firstIndex(of: false).map { units - $0 } ?? 0
    composed = PieceComposition.Axis(
      kernel: state.window.extent, stride: state.window.step,
      padding: AxisPadding(before: -state.window.first, after: reach - rows),
      band: AxisPadding(before: before, after: after), equal: state.isEqual.count { $0 }, units: units)
  }

  /// What a layer makes of its inputs; nil where their strides differ.
  private static func state(
    of id: LayerID, _ inputs: [State], units: Int, rows: Int, _ graph: Graph, axis: Int
  ) -> State? {
    guard let first = inputs.first else { return nil }
    let map = graph.operands(of: graph[id]).first
    if let window = graph[id].slidingWindow, let padding = window.padding(axis, of: map.spatial[axis]) {
      return sliding(
        first, kernel: window.kernel[axis], stride: window.stride(axis), dilation: window.dilation[axis],
        before: padding.before, units: units, rows: rows)
    }
    switch graph[id].operation {
    case .pixelUnshuffle(let shuffle):
      return sliding(
        first, kernel: shuffle.factor, stride: shuffle.factor, dilation: 1, before: 0, units: units, rows: rows)
    case .pad(let pad):
      let before = LinearPiece.rows(pad.padding, rank: map.rank)[axis]
      return sliding(first, kernel: 1, stride: 1, dilation: 1, before: before, units: units, rows: rows)
    case .crop(let crop):
      let before = crop.margin.map { LinearPiece.rows($0, rank: map.rank)[axis] } ?? 0
      return sliding(first, kernel: 1, stride: 1, dilation: 1, before: -before, units: units, rows: rows)
    default: break
    }
    var joined = first
    for other in inputs.dropFirst() {
      guard other.window.step == joined.window.step else { return nil }
      let start = min(joined.window.first, other.window.first)
      let end = max(joined.window.first + joined.window.extent, other.window.first + other.window.extent)
      joined.window = Window(step: other.window.step, first: start, extent: end - start)
      joined.hasBias = joined.hasBias || other.hasBias
      joined.isEqual = zip(joined.isEqual, other.isEqual).map { $0 && $1 }
    }
    return joined
  }

  /// A unit is what the kernel says if the units are that it reads, and those beyond the border are zero there, too.
  private static func sliding(
    _ input: State, kernel: Int, stride: Int, dilation: Int, before: Int, units: Int, rows: Int
  ) -> State? {
    guard kernel <= (1 << 24) / max(units, 1) else { return nil }
    var state = input
    state.window = Window(
      step: input.window.step * stride, first: input.window.first - input.window.step * before,
      extent: input.window.extent + input.window.step * dilation * (kernel - 1))
    state.isEqual = (0..<units).map { unit in
      (0..<kernel).allSatisfy { tap in
        let place = unit * stride - before + tap * dilation
        if input.isEqual.indices.contains(place) { return input.isEqual[place] }
        return !input.hasBias && input.window.isOutside(place, of: rows)
      }
    }
    return state
  }
}
