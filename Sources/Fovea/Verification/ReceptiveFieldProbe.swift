package import FoveaGraph
import FoveaNumerics

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

  /// The most numbers in the masks of one run.
  private static let largestRun = 1 << 22

  /// Probes every row of the inputs along every axis.
  ///
  /// - Parameter fields: what is compared; those of the analysis unless given.
  package init(_ analysis: AnalyzedGraph, against fields: ReceptiveFields? = nil) throws(ExecutionError) {
    self.analysis = analysis
    let graph = analysis.graph
    for id in graph.inputs where graph.shape(of: id).elements.value == nil {
      throw .unknownSize(path: graph.path(of: id), shape: graph.shape(of: id))
    }
    let shapes = graph.inputs.map { graph.shape(of: $0) }
    let rank = shapes.map(\.rank).max() ?? 0
    guard shapes.allSatisfy({ $0.rank == rank }) else {
      throw .input("the inputs have different numbers of axes, so no row is the same in all of them")
    }
    let largest = graph.ids.map { graph.shape(of: $0).positions.value ?? 1 }.max() ?? 1
    let fields = fields ?? analysis.receptiveFields
    var observed = graph.ids.map { _ in Observation() }
    for axis in 0..<rank {
      let rows = shapes.map { $0.spatial[axis].value ?? 0 }.max() ?? 0
      let images = max(1, min(rows, Self.largestRun / max(1, largest)))
      for start in stride(from: 0, to: rows, by: images) {
        let range = start..<min(start + images, rows)
        let moving = { (id: LayerID) in (fields[id]?.unitAxes ?? .parallel)[axis] }
        try DependencyRun(graph: graph, watched: moving)(
          { shape throws(NumericsError) in try Self.masks(shape, axis: axis, rows: range) },
          use: { id, state in
            observed[id.position].add(
              state, axis: axis, of: rank, along: fields[id]?.unitAxes ?? .parallel, rows: range, in: rows)
          })
      }
    }
    layers = graph.ids.map { id in
      observed[id.position].compared(with: fields[id], id)
    }
  }

  /// An image for each row, 1 in that row and 0 elsewhere, and one of zeros.
  private static func masks(
    _ shape: Shape, axis: Int, rows: Range<Int>
  ) throws(NumericsError) -> Tensor<Float> {
    let sizes = shape.spatial.map { $0.value ?? 0 }
    let after = sizes[(axis + 1)...].reduce(1, *)
    let pixels = sizes.reduce(1, *)
    var elements = [Float](repeating: 0, count: (rows.count + 1) * pixels)
    for (image, row) in rows.enumerated() where row < sizes[axis] {
      for block in 0..<pixels / (after * sizes[axis]) {
        let first = image * pixels + (block * sizes[axis] + row) * after
        for place in first..<first + after { elements[place] = 1 }
      }
    }
    return try Tensor(shape: [rows.count + 1, 1] + sizes, elements: elements)
  }
}

/// The rows that the units of one layer were seen to depend on.
private struct Observation {
  var isKnown = true
  var gathers = false
  var repeatsRows = false
  /// For each axis and unit a truth value for each row; empty where there are no masks.
  var seen: [[[Bool]]] = []
  /// For each axis and unit whether a border is near all units of that number.
  var isAtBorder: [[Bool]] = []

  /// Adds what the units of a layer that move along the axes `units` depend on.
  mutating func add(
    _ state: DependencyRun.State?, axis: Int, of rank: Int, along units: UnitAxes, rows: Range<Int>, in count: Int
  ) {
    guard let state else {
      isKnown = false
      return
    }
    gathers = gathers || state.gathers
    repeatsRows = repeatsRows || state.repeatsRows
    guard let masks = state.masks else { return }
    let sizes = Array(masks.shape.dropFirst(2))
    let moving = units[axis]
    guard units != .parallel || sizes.count == rank, (moving ?? 0) < sizes.count else {
      isKnown = false
      return
    }
    if seen.isEmpty {
      seen = Array(repeating: [], count: rank)
      isAtBorder = Array(repeating: [], count: rank)
    }
    let pixels = sizes.reduce(1, *)
    let size = moving.map { sizes[$0] } ?? 1
    let after = moving.map { sizes[($0 + 1)...].reduce(1, *) } ?? pixels
    if seen[axis].isEmpty { seen[axis] = Array(repeating: Array(repeating: false, count: count), count: size) }
    /// Whether a number in an image, at any place with the index `unit` along the axis, is `wanted`.
    func holds(_ image: Int, _ unit: Int, _ wanted: (Float) -> Bool) -> Bool {
      stride(from: image * pixels + unit * after, to: (image + 1) * pixels, by: size * after).contains {
        masks.elements[$0..<$0 + after].contains(where: wanted)
      }
    }
    for unit in 0..<size {
      for (image, row) in rows.enumerated() where !seen[axis][unit][row] {
        seen[axis][unit][row] = holds(image, unit) { $0 > 0 }
      }
    }
    isAtBorder[axis] = (0..<size).map { unit in !holds(rows.count, unit) { $0 == 0 } }
  }

  func compared(with field: ReceptiveField?, _ id: LayerID) -> ReceptiveFieldProbe.Layer {
    let unknown = ReceptiveFieldProbe.Layer(id: id, axes: nil, complaint: nil, isUnknown: true)
    guard let field else { return unknown }
    func layer(_ axes: [ReceptiveFieldProbe.Axis]?, _ complaint: String?) -> ReceptiveFieldProbe.Layer {
      ReceptiveFieldProbe.Layer(id: id, axes: axes, complaint: complaint, isUnknown: false)
    }
    if field.hasUnknownPaths, !isKnown { return unknown }
    guard isKnown else { return layer(nil, "the analysis tells a field, but the run cannot follow this layer") }
    guard field.isGlobal == gathers else {
      return layer(nil, gathers ? "it gathers the whole map" : "it does not gather the whole map")
    }
    if field.hasUnknownPaths { return unknown }
    guard let axes = field.axes else {
      return layer(nil, seen.isEmpty ? nil : "it depends on rows, one by one")
    }
    guard seen.count == axes.count else { return layer(nil, "it depends on no row") }
    return layer(axes.indices.map { axis(axes[$0], seen[$0], isAtBorder[$0]) }, nil)
  }

  private func axis(_ field: AxisField, _ units: [[Bool]], _ isAtBorder: [Bool]) -> ReceptiveFieldProbe.Axis {
    var axis = ReceptiveFieldProbe.Axis()
    axis.units = units.count
    var starts: [(unit: Int, row: Int)] = []
    for (unit, seen) in units.enumerated() {
      guard let rows = field.window.rows(ofUnit: unit) else { continue }
      let observed = seen.indices.filter { seen[$0] }
      let inside = seen.indices.filter { rows.contains($0) }
      let isWhole: Bool
      let isPart: Bool
      if field.window.isEnvelope {
        isWhole = observed.first == inside.first && observed.last == inside.last
        isPart = observed.allSatisfy { (rows.first ?? 0)...(rows.last ?? 0) ~= $0 }
      } else {
        isWhole = observed == inside
        isPart = observed.allSatisfy(rows.contains)
      }
      if !isAtBorder[unit] {
        axis.interior += 1
        if let first = observed.first, let last = observed.last {
          starts.append((unit, first))
          if last - first + 1 > axis.size ?? 0 {
            axis.size = last - first + 1
            axis.distinct = observed.count
          }
        }
      } else if isWhole {
        axis.wholeAtBorder += 1
      }
      if axis.disagreement == nil, isAtBorder[unit] ? !(isPart || repeatsRows) : !isWhole {
        axis.disagreement = ReceptiveFieldProbe.Disagreement(unit: unit, observed: observed, expected: inside)
      }
    }
    let steps = Set(zip(starts, starts.dropFirst()).filter { $0.unit + 1 == $1.unit }.map { $1.row - $0.row })
    axis.stride = steps.count == 1 ? steps.first : nil
    return axis
  }
}
