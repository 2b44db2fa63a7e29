import FoveaFilters

/// Boxes and what leads from one to another, to be drawn in rows from top to bottom.
struct LayeredGraph: Sendable {
  /// Where a vertex has to lie.
  enum Pin: Hashable, Sendable {
    /// In the row that the edges give it.
    case free
    /// In the first row: where edges enter a frame.
    case top
    /// In the last row: where edges leave a frame.
    case bottom
  }

  /// A box.
  struct Vertex: Sendable {
    var width: Double
    var height: Double
    var pin = Pin.free
  }

  /// A connection. Those that leave one vertex at one place are drawn as one line that branches.
  struct Edge: Hashable, Sendable {
    let source: Int
    let target: Int
    /// Where it leaves the source, to the right of its centre.
    var sourceOffset = 0.0
    /// Where it enters the target, to the right of its centre.
    var targetOffset = 0.0
  }

  /// The vertices that are not pinned stand in an order in which every edge leads onwards.
  var vertices: [Vertex] = []
  var edges: [Edge] = []

  /// The row of every vertex: one below the lowest of those that lead to it.
  ///
  /// What enters at the top lies in row 0 and the first boxes in row 1, in row 0 where nothing enters.
  func rows() -> [Int] {
    let first = vertices.contains { $0.pin == .top } ? 1 : 0
    var rows = vertices.map { $0.pin == .top ? 0 : first }
    // Sources come before targets in the order of the vertices, so one pass in that order is enough.
    for edge in edges.sorted(by: { ($0.target, $0.source) < ($1.target, $1.source) }) {
      if vertices[edge.target].pin != .free || vertices[edge.source].pin == .top { continue }
      rows[edge.target] = max(rows[edge.target], rows[edge.source] + 1)
    }
    let last = vertices.indices.lazy.filter { vertices[$0].pin != .bottom }.map { rows[$0] + 1 }.max() ?? 0
    for index in vertices.indices where vertices[index].pin == .bottom { rows[index] = last }
    return rows
  }

  /// The rows that all lines pass between their ends: what a drawing of them costs.
  var passages: Int {
    let rows = rows()
    var reach: [Line: Int] = [:]
    for edge in edges { reach[Line(edge), default: 0].raise(to: rows[edge.target]) }
    return reach.reduce(0) { $0 + max(0, $1.value - rows[$1.key.source] - 1) }
  }

  /// Where a line begins.
  struct Line: Hashable, Sendable {
    let source: Int
    let offset: Double

    init(source: Int, offset: Double) {
      self.source = source
      self.offset = offset
    }

    init(_ edge: Edge) {
      self.init(source: edge.source, offset: edge.sourceOffset)
    }
  }
}

extension Int {
  /// Becomes the larger of itself and `other`.
  mutating func raise(to other: Int) { self = Swift.max(self, other) }
}
