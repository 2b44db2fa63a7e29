import FoveaFilters

/// The lines of a layered graph with a passage in every row between their ends, so that all links lead one row down.
struct Lanes: Sendable {
  /// A line from its beginning to the lowest of its targets.
  struct Lane: Sendable {
    let line: LayeredGraph.Line
    let edges: [LayeredGraph.Edge]
    /// The vertex that stands for it in each row that it passes, from above.
    let passages: Range<Int>
  }

  /// A piece of a line between two neighbouring rows.
  struct Link: Sendable {
    let upper: Int
    let lower: Int
    let upperOffset: Double
    let lowerOffset: Double
    /// What the piece joins.
    let kind: Kind

    /// Which of its ends are passages.
    enum Kind: Sendable {
      case boxes, boxAndPassage, passages
    }
  }

  /// The row of every vertex, the passages after the graph's own.
  private(set) var rows: [Int]
  /// The width of every vertex; that of a passage is 0.
  private(set) var widths: [Double]
  private(set) var lanes: [Lane] = []
  private(set) var links: [Link] = []

  init(_ graph: LayeredGraph) {
    rows = graph.rows()
    widths = graph.vertices.map(\.width)
    var groups: [LayeredGraph.Line: [LayeredGraph.Edge]] = [:]
    var lines: [LayeredGraph.Line] = []
    for edge in graph.edges {
      let line = LayeredGraph.Line(edge)
      if groups[line] == nil { lines.append(line) }
      groups[line, default: []].append(edge)
    }
    for line in lines { add(line, edges: groups[line] ?? []) }
  }

  private mutating func add(_ line: LayeredGraph.Line, edges: [LayeredGraph.Edge]) {
    let row = rows[line.source]
    let reach = edges.reduce(row + 1) { max($0, rows[$1.target]) }
    let passages = rows.count..<rows.count + reach - row - 1
    for (index, passage) in passages.enumerated() {
      rows.append(row + 1 + index)
      widths.append(0)
      let upper = index == 0 ? line.source : passage - 1
      links.append(
        Link(
          upper: upper, lower: passage, upperOffset: index == 0 ? line.offset : 0, lowerOffset: 0,
          kind: index == 0 ? .boxAndPassage : .passages))
    }
    for edge in edges {
      let distance = rows[edge.target] - row
      links.append(
        Link(
          upper: distance == 1 ? line.source : passages.lowerBound + distance - 2, lower: edge.target,
          upperOffset: distance == 1 ? line.offset : 0, lowerOffset: edge.targetOffset,
          kind: distance == 1 ? .boxes : .boxAndPassage))
    }
    lanes.append(Lane(line: line, edges: edges, passages: passages))
  }
}
