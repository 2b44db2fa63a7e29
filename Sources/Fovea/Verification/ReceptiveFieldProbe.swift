package import FoveaGraph
import FoveaNumerics
import FoveaText

/// The receptive fields that the analysis tells beside the rows that units really depend on.
package struct ReceptiveFieldProbe: Sendable {
  /// One axis of one layer.
  package struct Axis: Hashable, Sendable {
    /// All units along the axis.
    package internal(set) var units = 0
    /// Units to which no border is near: neither their window nor that of a unit they depend on reaches beyond its map.
    /// They have to depend on exactly the rows that the analysis tells.
    package internal(set) var interior = 0
    /// Units at a border that depend on all rows of their window that exist.
    package internal(set) var wholeAtBorder = 0
    /// The rows from the first to the last, of the unit inside that depends on most; nil without such a unit.
    package internal(set) var size: Int?
    /// How far apart the first rows of neighbouring units inside are; nil where that is not the same for all.
    package internal(set) var stride: Int?
    /// The rows that take part in the window of the unit inside that depends on most.
    package internal(set) var distinct: Int?
    /// What the first unit that disagrees depends on, and what it should; nil where all agree.
    package internal(set) var disagreement: Disagreement?
  }

  /// A unit that does not depend on what the analysis tells.
  package struct Disagreement: Hashable, Sendable {
    package let unit: Int
    package let observed: [Int]
    package let expected: [Int]
  }

  /// One layer.
  package struct Layer: Hashable, Sendable {
    package let id: LayerID
    /// For each axis what was found; nil where neither the run nor the analysis tells a window.
    package let axes: [Axis]?
    /// What does not agree beyond single units, in words; nil where nothing.
    package let complaint: String?
    /// Whether the analysis does not tell it, or not of all paths.
    package let isUnknown: Bool

    package var agrees: Bool { complaint == nil && (axes ?? []).allSatisfy { $0.disagreement == nil } }
  }

  package let analysis: AnalyzedGraph
  package let layers: [Layer]

  package var passed: Bool { layers.allSatisfy(\.agrees) }

  /// The most numbers in the masks of one run, unless a single image of the largest map has more.
  private static let largestRun = 1 << 22
  /// The most positions of a map that is probed.
  private static let largestMap = 1 << 24
  /// The most bytes that are kept of what units answer.
  private static let largestAnswers = 1 << 30

  /// Probes all rows of the inputs along every axis, in groups.
  ///
  /// - Parameter fields: what is compared; those of the analysis unless given.
  package init(_ analysis: AnalyzedGraph, against fields: ReceptiveFields? = nil) throws(ExecutionError) {
    self.analysis = analysis
    let graph = analysis.graph
    for id in graph.inputs where graph.shape(of: id).elements.value == nil {
      throw .unknownSize(path: graph.path(of: id), shape: graph.shape(of: id))
    }
    for id in graph.ids {
      guard let positions = graph.shape(of: id).positions.value, positions > Self.largestMap else { continue }
      throw .layer(
        path: graph.path(of: id),
        reason:
          "its map has \(positions) positions, and receptive fields are probed on maps of at most \(Self.largestMap)")
    }
    let shapes = graph.inputs.map { graph.shape(of: $0) }
    let rank = shapes.map(\.rank).max() ?? 0
    guard shapes.allSatisfy({ $0.rank == rank }) else {
      throw .input("the inputs have different numbers of axes, so no row is the same in all of them")
    }
    let fields = fields ?? analysis.receptiveFields
    var observed = graph.ids.map { _ in FieldObservation() }
    for axis in 0..<rank {
      let rows = shapes.map { $0.spatial[axis].value ?? 0 }.max() ?? 0
      // What the analysis tells is where the search begins, and nothing that it takes for granted.
      var together = Self.rows(of: fields, axis: axis, in: graph)
      var groups: RowGroups
      repeat {
        groups = RowGroups(rows: rows, together: together)
        try Self.checkAnswers(to: groups, in: graph)
        try Self.probe(graph, groups, axis: axis, of: shapes, along: fields, &observed)
        together *= 2
      } while !observed.allSatisfy { $0.areRowsNamed(along: axis) }
    }
    layers = graph.ids.map { id in
      observed[id.position].compared(with: fields[id], id)
    }
  }

  /// The most rows that a unit is said to depend on.
  private static func rows(of fields: ReceptiveFields, axis: Int, in graph: Graph) -> Int {
    graph.ids.reduce(1) { most, id in
      guard let axes = fields[id]?.axes, axis < axes.count else { return most }
      let window = axes[axis].window
      return max(most, window.distinct ?? window.size)
    }
  }

  private static func checkAnswers(to groups: RowGroups, in graph: Graph) throws(ExecutionError) {
    let bytes = graph.ids.reduce(0) { bytes, id in
      let units = graph.shape(of: id).spatial.map { $0.value ?? 0 }.max() ?? 0
      return bytes + RowAnswers.bytes(units: units, to: groups)
    }
    guard bytes > largestAnswers else { return }
    throw .input(
      "what units answer to \(groups.count) groups of rows takes \(Quantity.bytes(bytes)), the limit is "
        + Quantity.bytes(largestAnswers))
  }

  /// Runs some groups after the others and adds what is seen.
  private static func probe(
    _ graph: Graph, _ groups: RowGroups, axis: Int, of shapes: [Shape], along fields: ReceptiveFields,
    _ observed: inout [FieldObservation]
  ) throws(ExecutionError) {
    let largest = graph.ids.map { graph.shape(of: $0).positions.value ?? 1 }.max() ?? 1
    let images = max(1, min(groups.count, largestRun / max(1, largest)))
    for start in stride(from: 0, to: groups.rows > 0 ? groups.count : 0, by: images) {
      let range = start..<min(start + images, groups.count)
      if Watch.isOver { throw .stopped("\(start) of \(groups.count) groups of rows were put in along axis \(axis)") }
      Watch.tell("\(start) of \(groups.count) groups of rows along axis \(axis)")
      let moving = { (id: LayerID) in (fields[id]?.unitAxes ?? .parallel)[axis] }
      try DependencyRun(graph: graph, watched: moving)(
        { shape throws(NumericsError) in try masks(shape, axis: axis, groups, range) },
        use: { id, state in
          observed[id.position].add(
            state, axis: axis, of: shapes[0].rank, along: fields[id]?.unitAxes ?? .parallel, groups: groups,
            range: range)
        })
    }
  }

  /// An image for each group, 1 in its rows and 0 elsewhere, and one of zeros.
  private static func masks(
    _ shape: Shape, axis: Int, _ groups: RowGroups, _ range: Range<Int>
  ) throws(NumericsError) -> Tensor<Float> {
    let sizes = shape.spatial.map { $0.value ?? 0 }
    let after = sizes[(axis + 1)...].reduce(1, *)
    let pixels = sizes.reduce(1, *)
    var elements = [Float](repeating: 0, count: (range.count + 1) * pixels)
    for (image, group) in range.enumerated() {
      for row in 0..<sizes[axis] where groups.contains(row, in: group) {
        for block in 0..<pixels / (after * sizes[axis]) {
          let first = image * pixels + (block * sizes[axis] + row) * after
          for place in first..<first + after { elements[place] = 1 }
        }
      }
    }
    return try Tensor(shape: [range.count + 1, 1] + sizes, elements: elements)
  }
}
