import FoveaGraph

/// The input over which receptive fields are drawn.
struct InputFrame {
  /// The rows on each axis: those of the input, or a number to draw on where they are not known.
  let extents: [Int]
  /// Whether the description leaves an extent open.
  let isAssumed: Bool

  /// The rows that are drawn where their number is not known.
  static let assumed = 256

  /// The most slices of a volume that are drawn.
  static let shownSlices = 512

  /// The first input of a network that has a spatial axis; nil if none has.
  init?(_ graph: Graph) {
    guard let input = graph.inputs.first(where: { graph.shape(of: $0).rank > 0 }) else { return nil }
    let spatial = graph.shape(of: input).spatial
    extents = spatial.map { $0.value ?? Self.assumed }
    isAssumed = spatial.contains { $0.value == nil }
  }

  var rank: Int { extents.count }

  /// The number of units of a layer on each axis; nil where its field is not drawn on this input.
  ///
  /// The entries of a flattened map are those of the map. A number that is not known is that of the units whose windows
  /// begin on the drawn input.
  func units(of id: LayerID, _ field: ReceptiveField?, in graph: Graph) -> [Int]? {
    guard let axes = field?.parallelAxes, axes.count == rank else { return nil }
    var id = id
    while graph.shape(of: id).rank != rank, let input = graph[id].inputs.first { id = input }
    let shape = graph.shape(of: id)
    guard shape.rank == rank else { return nil }
    return axes.indices.map { axis in
      if let units = shape.spatial[axis].value { return units }
      let rate = axes[axis].rate
      return rate.rows == 0 ? 1 : max(1, extents[axis] * min(rate.units, 4_096) / rate.rows)
    }
  }

  /// What the axes count, one name for each.
  static func names(rank: Int) -> [String] {
    switch rank {
    case 1: ["positions"]
    case 2: ["rows", "columns"]
    case 3: ["slices", "rows", "columns"]
    case _: []
    }
  }
}
