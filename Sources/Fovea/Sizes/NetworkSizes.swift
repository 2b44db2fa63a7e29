package import FoveaGraph
import FoveaText

/// The sizes of the inputs for which a network has shapes, axis by axis.
///
/// Along an axis the size of every map is, from some size on, a line that is rounded: it repeats after as many rows as
/// the strides come to. All sizes below that and one period more are tried, with the other axes not known, so that
/// nothing is said about them. All inputs have the same size.
package struct NetworkSizes: Sendable {
  /// The sizes of one axis.
  package struct Axis: Sendable {
    /// The axis; nil for all of them at once.
    package let role: AxisRole?
    /// Those for which every layer can be applied.
    package let fitting: AxisSizes
    /// Those at which no window leaves out rows at the end, too.
    package let whole: AxisSizes
  }

  /// The sizes for which the layers can be applied that one output depends on.
  package struct Output: Sendable {
    package let name: String
    /// For each axis; for all of them at once where they are bound to each other.
    package let axes: [AxisSizes]
  }

  /// Why no sizes can be told.
  package struct Refusal: Error, Hashable, Sendable {
    package let reason: String
  }

  /// One for each axis; where they are bound to each other what each needs for itself.
  package let axes: [Axis]
  /// The sizes that are the same on all axes, where not every size of one axis fits every one of another.
  package let together: Axis?
  /// Of a network with several outputs.
  package let outputs: [Output]

  /// Finds the sizes.
  ///
  /// - Parameter graph: a network with sizes that are not known in its inputs.
  /// - Throws: where there is no axis, or too much to try.
  package init(_ graph: Graph) throws(Refusal) {
    let ranks = Set(graph.inputs.map { graph.shape(of: $0).rank }).subtracting([0])
    guard let rank = ranks.first, ranks.count == 1 else {
      throw Refusal(
        reason: ranks.isEmpty ? "the inputs have no spatial axis" : "the inputs have different numbers of spatial axes")
    }
    var axes: [Axis] = []
    var found: [SizeTrials] = []
    for axis in 0..<rank {
      let trials = try SizeTrials(graph, axes: [axis], rank: rank)
      axes.append(trials.axis(AxisRole.spatial(axis, of: rank)))
      found.append(trials)
    }
    self.axes = axes
    var together: SizeTrials?
    if rank > 1, Self.areBound(axes, in: graph) {
      together = try SizeTrials(graph, axes: Array(0..<rank), rank: rank)
    }
    self.together = together?.axis(nil)
    let told = together.map { [$0] } ?? found
    outputs =
      graph.outputs.count < 2
      ? []
      : graph.outputs.map { output in
        let layers = Set(graph.ancestors(of: output.layer, countsSizes: true))
        return Output(name: output.name, axes: told.map { $0.sizes(of: layers) })
      }
  }

  /// Whether some sizes that fit each axis do not fit together: small and large ones of each are tried with all others.
  private static func areBound(_ axes: [Axis], in graph: Graph) -> Bool {
    var combinations: [[Int?]] = [[]]
    for axis in axes {
      guard let least = axis.fitting.least else { return false }
      let large = axis.fitting.nearest(to: max(axis.fitting.threshold, least) + 64 * combinations[0].count).above
      let larger = large.flatMap { axis.fitting.nearest(to: $0).above }
      let sizes = Set([least, large, larger].compactMap(\.self))
      combinations = combinations.flatMap { known in sizes.map { known + [$0] } }
    }
    return !combinations.allSatisfy { SizedShapes(of: graph, sizes: $0).isValid }
  }
}

/// The sizes of one axis, or of several that have the same, that were tried.
private struct SizeTrials {
  /// No more shapes are computed.
  private static let mostShapes = 6_000_000
  /// A size of which all strides are divisors, up to a product of 2,048 times 315.
  private static let base = 315 << 11

  private let period: Int
  /// The layers that cannot be applied at 1, 2, 3 and so on.
  private let failing: [Set<LayerID>]
  /// Whether no window leaves out rows there.
  private let isWhole: [Bool]

  init(_ graph: Graph, axes: [Int], rank: Int) throws(NetworkSizes.Refusal) {
    func shapes(_ size: Int) -> SizedShapes {
      SizedShapes(of: graph, sizes: (0..<rank).map { axes.contains($0) ? size : nil })
    }
    let growth = SizeGrowth(graph, shapes(Self.base).shapes, shapes(2 * Self.base).shapes, base: Self.base)
    guard let period = growth.period, let bound = growth.threshold(graph), period + bound < 1 << 20,
      graph.layers.count <= Self.mostShapes / (period + bound)
    else {
      throw NetworkSizes.Refusal(
        reason: "its strides, or its layers, are too many for all sizes to be tried: at most "
          + "\(Self.mostShapes) shapes are computed")
    }
    self.period = period
    let windows = graph.ids.compactMap { id in graph[id].slidingWindow.map { (id, $0) } }
    var failing: [Set<LayerID>] = []
    var isWhole: [Bool] = []
    for size in 1...bound + period {
      let trial = shapes(size)
      failing.append(trial.impossible.union(trial.failing.keys))
      isWhole.append(
        trial.isValid
          && !windows.contains { id, window in axes.contains { trial.leavesOut(at: id, window, axis: $0, in: graph) } })
    }
    (self.failing, self.isWhole) = (failing, isWhole)
  }

  func axis(_ role: AxisRole?) -> NetworkSizes.Axis {
    NetworkSizes.Axis(
      role: role, fitting: AxisSizes(failing.map(\.isEmpty), period: period),
      whole: AxisSizes(isWhole, period: period))
  }

  /// The sizes for which some layers can be applied.
  func sizes(of layers: Set<LayerID>) -> AxisSizes {
    AxisSizes(failing.map { $0.isDisjoint(with: layers) }, period: period)
  }
}

/// How the sizes of maps grow with that of the input.
private struct SizeGrowth {
  /// The rows of the input for one more row of each layer's map, on the axis where they are most; 0 where it does not
  /// grow.
  private let rows: [Double]
  /// After how many rows all sizes have grown by whole numbers; nil where that is too many.
  let period: Int?
  /// The largest size that does not grow.
  private let largestConstant: Int

  /// - Parameters:
  ///   - shapes: the shapes where the input has `base` rows.
  ///   - larger: those where it has twice as many.
  init(_ graph: Graph, _ shapes: [Shape], _ larger: [Shape], base: Int) {
    var rows: [Double] = []
    var period: Int? = 1
    var largestConstant = 0
    for (small, large) in zip(shapes, larger) {
      var most = 0.0
      for axis in 0..<min(small.rank, large.rank) {
        guard let one = small.spatial[axis].value, let other = large.spatial[axis].value else { continue }
        guard other > one else {
          largestConstant = max(largestConstant, one)
          continue
        }
        let turn = base / greatestCommonDivisor(base, other - one)
        period = period.flatMap { period in
          let common = period / greatestCommonDivisor(period, turn) * turn
          return turn < 1 << 16 && common < 1 << 16 ? common : nil
        }
        most = max(most, Double(base) / Double(other - one))
      }
      rows.append(most)
    }
    (self.rows, self.period, self.largestConstant) = (rows, period, largestConstant)
  }

  /// A size from which on the answers repeat: all windows fit, and what does not grow is smaller than what does. Nil
  /// where that is too large.
  func threshold(_ graph: Graph) -> Int? {
    guard let period else { return nil }
    // The rows by which a map is off its line, and those that one window needs, in rows of the input.
    var lost: [Double] = []
    var needed = 1.0
    for (position, layer) in graph.layers.enumerated() {
      let before = layer.inputs.map { lost[$0.position] }.max() ?? 0
      let scale = max(layer.inputs.map { rows[$0.position] }.max() ?? 1, rows[position])
      let (own, need) = Self.rows(of: layer, rank: graph.shape(of: LayerID(position)).rank)
      lost.append(before + own * scale)
      needed = max(needed, need * scale)
    }
    let constant = Double(largestConstant + 2) * (rows.max() ?? 1)
    let bound = 2 * ((lost.max() ?? 0) + needed) + (largestConstant > 0 ? constant : 0) + Double(period)
    return bound < Double(1 << 20) ? Int(bound) + 1 : nil
  }

  /// How many rows a layer takes away or adds beside its stride, and how many its window needs, of its input.
  private static func rows(of layer: Layer, rank: Int) -> (own: Double, need: Double) {
    func padding(_ padding: Padding, _ axis: Int) -> Int {
      if case .rows(let before, let after) = padding { before[axis] + after[axis] } else { 0 }
    }
    var (own, need) = (1, 1)
    for axis in 0..<rank {
      if let window = layer.slidingWindow {
        let span = window.span(axis)
        let added =
          switch window.padding {
          case .rows: padding(window.padding, axis)
          case .half, .same: span - 1
          case .valid: 0
          }
        own = max(own, abs(span - 1 - added) + window.stride(axis))
        need = max(need, span + window.stride(axis))
      } else if case .convTranspose(let conv) = layer.operation {
        own = max(own, conv.window.span(axis) + padding(conv.window.padding, axis) + conv.window.stride(axis))
      } else if case .pad(let pad) = layer.operation {
        own = max(own, padding(pad.padding, axis))
      } else if case .crop(let crop) = layer.operation {
        own = max(own, crop.margin.map { padding($0, axis) } ?? 0)
      }
    }
    return (Double(own), Double(max(need, own)))
  }
}
