import FoveaGraph

/// The shapes of a network at other sizes of its input, for what a size of the input can mend.
struct InputTrials {
  /// How far from its own size the input is tried, on either side.
  private static let reach = 512
  /// No more shapes are computed.
  private static let mostShapes = 1_000_000

  private let open: Graph
  private let sizes: [Int]

  /// Nil where the inputs of a network have several sizes, or one that is not known, or its layers depend on them.
  init?(_ context: LintContext) {
    let graph = context.graph
    guard let first = graph.inputs.first.map(graph.shape(of:)), first.rank > 0,
      graph.inputs.allSatisfy({ graph.shape(of: $0).spatial == first.spatial }), let open = context.openGraph
    else { return nil }
    sizes = first.spatial.compactMap(\.value)
    guard sizes.count == first.rank else { return nil }
    self.open = open
  }

  /// The nearest sizes below and above at which something holds, for each of some questions.
  ///
  /// - Parameters:
  ///   - axes: the axis of the input whose size each question is about.
  ///   - holds: whether something holds for the question at an index where the layers have other shapes; nil where
  ///     nobody asks.
  func nearest(axes: [Int], _ holds: (_ index: Int, _ shapes: SizedShapes) -> Bool?) -> [[Int]] {
    var nearest = axes.map { _ in [Int]() }
    let reach = min(Self.reach, Self.mostShapes / max(open.layers.count, 1) / 2)
    for axis in Set(axes) where axis < sizes.count {
      for isBelow in [true, false] {
        var pending = axes.indices.filter { axes[$0] == axis }
        for distance in 1...max(reach, 1) where !pending.isEmpty {
          let size = sizes[axis] + (isBelow ? -distance : distance)
          if size < 1 { break }
          var trial = sizes
          trial[axis] = size
          let sized = SizedShapes(of: open, sizes: trial)
          guard sized.isValid else { continue }
          pending.removeAll { index in
            guard let found = holds(index, sized) else { return true }
            if found { nearest[index].append(size) }
            return found
          }
        }
      }
    }
    return nearest
  }
}
