import Testing

@testable import FoveaReport

@Suite struct LayeredLayoutTests {
  private func graph(_ count: Int, _ edges: [(Int, Int)]) -> LayeredGraph {
    LayeredGraph(
      vertices: Array(repeating: .init(width: 100, height: 20), count: count),
      edges: edges.map { LayeredGraph.Edge(source: $0.0, target: $0.1) })
  }

  @Test func `every edge leads to a lower row`() {
    let graph = graph(5, [(0, 1), (1, 2), (0, 3), (2, 4), (3, 4)])
    #expect(graph.rows() == [0, 1, 2, 1, 3])
    let layout = LayeredLayout(graph)
    for edge in graph.edges { #expect(layout.tops[edge.target] >= layout.tops[edge.source] + 20) }
  }

  @Test func `a chain is one straight line`() {
    let layout = LayeredLayout(graph(4, [(0, 1), (1, 2), (2, 3)]))
    #expect(Set(layout.centres).count == 1)
    #expect(layout.width == 100)
    #expect(layout.routes.flatMap(\.segments).allSatisfy { $0.from.x == $0.to.x })
  }

  @Test func `boxes of one row keep their distance`() {
    let layout = LayeredLayout(graph(7, (1..<6).flatMap { [(0, $0), ($0, 6)] }))
    let centres = layout.centres[1..<6].sorted()
    for (left, right) in zip(centres, centres.dropFirst()) { #expect(right - left >= 100 + 18 - 1) }
  }

  @Test func `an order with fewer crossings is found`() {
    // A complete twist of three lines: as they are given, each pair crosses.
    let lanes = Lanes(graph(6, [(0, 5), (1, 4), (2, 3)]))
    #expect(RowOrder(lanes).crossings == 0)
  }

  @Test func `a line that must cross another is counted`() {
    // Two complete layers of two boxes cross once in every order.
    let lanes = Lanes(graph(4, [(0, 2), (0, 3), (1, 2), (1, 3)]))
    #expect(RowOrder(lanes).crossings == 1)
  }

  @Test func `a line passes beside the boxes between its ends`() {
    let graph = graph(4, [(0, 1), (1, 2), (2, 3), (0, 3)])
    let layout = LayeredLayout(graph)
    for segment in layout.routes.flatMap(\.segments) where segment.from.x == segment.to.x {
      for box in [1, 2] {
        let isBeside = (segment.from.x - layout.centres[box]).magnitude >= 50
        let isAbove = segment.to.y <= layout.tops[box]
        let isBelow = segment.from.y >= layout.tops[box] + 20
        #expect(isBeside || isAbove || isBelow)
      }
    }
  }

  @Test func `a chain whose boxes are all read again at its end stays straight`() {
    // Eight boxes in a chain, all read by the last one.
    let layout = LayeredLayout(graph(9, (1..<8).map { ($0 - 1, $0) } + (0..<8).map { ($0, 8) }))
    #expect(Set(layout.centres[0..<8]).count == 1)
  }

  @Test func `what forks and joins again is symmetric`() {
    let layout = LayeredLayout(graph(4, [(0, 1), (0, 2), (1, 3), (2, 3)]))
    #expect(layout.centres[0] == layout.centres[3])
    #expect((layout.centres[1] + layout.centres[2]) / 2 == layout.centres[0])
  }

  @Test func `what reads one box shares its line`() {
    let layout = LayeredLayout(graph(4, [(0, 1), (1, 2), (2, 3), (0, 2), (0, 3)]))
    #expect(layout.routes.map(\.source) == [0, 1, 2])
  }

  @Test func `two layouts of one graph are equal`() {
    let edges = (1..<200).map { (($0 * 7919) % $0, $0) }
    let (first, second) = (LayeredLayout(graph(200, edges)), LayeredLayout(graph(200, edges)))
    #expect(first.centres == second.centres)
    #expect(first.routes.map(\.segments) == second.routes.map(\.segments))
  }

  @Test func `an empty graph has no size`() {
    let layout = LayeredLayout(graph(0, []))
    #expect(layout.width == 0)
    #expect(layout.height == 0)
  }
}
