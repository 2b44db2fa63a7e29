import FoveaFilters

/// The places of boxes and lines that are drawn in rows from top to bottom.
///
/// The method is that of Sugiyama, Tagawa and Toda, *Methods for Visual Understanding of Hierarchical System
/// Structures*, 1981: rows along the edges, an order within the rows that crosses few lines, and coordinates in which
/// lines are straight where they can be. The work is near-linear in the boxes and in the rows that the lines pass.
struct LayeredLayout: Sendable {
  /// A point of the drawing; y grows downwards.
  struct Point: Hashable, Sendable {
    var x: Double
    var y: Double
  }

  /// A part of a line: straight down within a row, a smooth bend from one row to the next.
  struct Segment: Hashable, Sendable {
    let from: Point
    let to: Point
  }

  /// A line that leaves a vertex at one place and may branch.
  struct Route: Sendable {
    let source: Int
    let sourceOffset: Double
    let segments: [Segment]
  }

  /// The distances that keep the drawing calm.
  struct Spacing: Sendable {
    var betweenBoxes = 18.0
    var besideLines = 10.0
    var betweenRows = 16.0
    /// Up to which a drawing is symmetric; a wider one is drawn straight instead, which is narrower.
    var comfortableWidth = 720.0
    /// How far beside its first box the last one of a symmetric drawing may lie.
    var comfortableDrift = 100.0
  }

  /// The centre of every vertex on the horizontal axis.
  let centres: [Double]
  /// The upper edge of every vertex.
  let tops: [Double]
  let routes: [Route]
  let width: Double
  let height: Double

  /// Lays out a graph.
  init(_ graph: LayeredGraph, spacing: Spacing = Spacing()) {
    let lanes = Lanes(graph)
    let order = RowOrder(lanes)
    var places = RowPlacement(lanes, order: order.rows, spacing: spacing, preference: .symmetry)
    if places.width > spacing.comfortableWidth || places.drift(of: graph) > spacing.comfortableDrift {
      places = RowPlacement(lanes, order: order.rows, spacing: spacing, preference: .straightness)
    }
    let rows = RowHeights(graph, lanes, places.centres, order: order.rows, spacing: spacing)
    centres = Array(places.centres.prefix(graph.vertices.count))
    tops = graph.vertices.indices.map { index in
      let row = rows.spans[lanes.rows[index]]
      switch graph.vertices[index].pin {
      case .top: return row.lowerBound
      case .bottom: return row.upperBound
      case .free: return ((row.lowerBound + row.upperBound - graph.vertices[index].height) / 2).rounded()
      }
    }
    width = places.width
    height = rows.spans.last?.upperBound ?? 0
    var routes: [Route] = []
    for lane in lanes.lanes {
      routes.append(
        Self.route(of: lane, graph, lanes, centres: places.centres, tops: tops, rows: rows.spans))
    }
    self.routes = routes
  }

  private static func route(
    of lane: Lanes.Lane, _ graph: LayeredGraph, _ lanes: Lanes, centres: [Double], tops: [Double],
    rows: [ClosedRange<Double>]
  ) -> Route {
    let source = lane.line.source
    var segments: [Segment] = []
    func append(_ from: Point, _ to: Point) {
      if from != to { segments.append(Segment(from: from, to: to)) }
    }
    let start = Point(
      x: centres[source] + lane.line.offset, y: tops[source] + graph.vertices[source].height)
    let row = lanes.rows[source]
    // The lower end of the line in each row from its source's on.
    var ends = [Point(x: start.x, y: max(start.y, rows[row].upperBound))]
    append(start, ends[0])
    for (index, passage) in lane.passages.enumerated() {
      let span = rows[row + 1 + index]
      let (top, bottom) = (
        Point(x: centres[passage], y: span.lowerBound), Point(x: centres[passage], y: span.upperBound)
      )
      append(ends[index], top)
      append(top, bottom)
      ends.append(bottom)
    }
    for edge in lane.edges {
      let target = lanes.rows[edge.target]
      let top = Point(x: centres[edge.target] + edge.targetOffset, y: rows[target].lowerBound)
      append(ends[target - row - 1], top)
      append(top, Point(x: top.x, y: max(top.y, tops[edge.target])))
    }
    return Route(source: source, sourceOffset: lane.line.offset, segments: segments)
  }
}

/// The upper and lower end of every row.
private struct RowHeights {
  private(set) var spans: [ClosedRange<Double>] = []

  /// A gap is higher where its lines lead further to the side, so that they do not run flat.
  init(
    _ graph: LayeredGraph, _ lanes: Lanes, _ centres: [Double], order: [[Int]], spacing: LayeredLayout.Spacing
  ) {
    var heights = [Double](repeating: 0, count: order.count)
    for index in graph.vertices.indices {
      heights[lanes.rows[index]] = max(heights[lanes.rows[index]], graph.vertices[index].height)
    }
    var shifts = [Double](repeating: 0, count: order.count)
    for link in lanes.links {
      let shift = centres[link.lower] + link.lowerOffset - centres[link.upper] - link.upperOffset
      shifts[lanes.rows[link.lower]] = max(shifts[lanes.rows[link.lower]], shift.magnitude)
    }
    var top = 0.0
    for row in order.indices {
      if row > 0, !order[row - 1].isEmpty { top += spacing.betweenRows + min(shifts[row] / 12, 40).rounded() }
      spans.append(top...(top + heights[row]))
      top += heights[row]
    }
  }
}
