import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaText
import Testing

@testable import FoveaReport

@Suite struct NestedLayoutTests {
  private static let residual = """
    fovea: 1
    name: net
    input: 3x32x32
    blocks:
      unit:
        layers:
          - identity: {}
            name: entry
          - add:
              main:
                - conv: {out: 8, kernel: 3, padding: 1}
                - relu
              shortcut: entry
    layers:
      - conv: {out: 8, kernel: 3, padding: 1}
      - unit: {}
        repeat: 3
        name: stage
      - conv: {out: 4, kernel: 1}
    """

  private func graph(_ text: String) throws -> Graph {
    let network = Network(Specification(SourceText(path: "net.yaml", bytes: Array(text.utf8))))
    return try #require(network.analysis).graph
  }

  @Test func `a folded block is one box, and an open one a frame`() throws {
    let graph = try graph(Self.residual)
    let folded = GraphOutline(graph, depth: 0)
    #expect(folded.frames.count == 1)
    #expect(folded.leaves.map(\.layers.count) == [1, 1, 12, 1])
    #expect(folded.isFolded)
    let open = GraphOutline(graph, depth: GraphOutline.levels(of: graph))
    #expect(open.leaves.count == graph.layers.count)
    #expect(open.frames.count == 5)
    #expect(!open.isFolded)
  }

  @Test(arguments: 0...2) func `every layer lies in one box`(depth: Int) throws {
    let graph = try graph(Self.residual)
    let outline = GraphOutline(graph, depth: depth)
    for (layer, leaf) in outline.leafOfLayer.enumerated() { #expect(outline.leaves[leaf].layers.contains(layer)) }
  }

  @Test(arguments: 0...2) func `frames hold what is in them, and boxes do not overlap`(depth: Int) throws {
    let graph = try graph(Self.residual)
    let outline = GraphOutline(graph, depth: depth)
    let sizes = NestedLayout.Sizes()
    let layout = try #require(NestedLayout(outline, of: graph, sizes: sizes))
    for (frame, plan) in zip(layout.frames, outline.frames) {
      let boxes = zip(plan.items, frame.places).map {
        item, place -> (left: Double, top: Double, right: Double, bottom: Double) in
        let (width, height) =
          switch item {
          case .leaf: (sizes.leafWidth, sizes.leafHeight)
          case .frame(let inner): (layout.frames[inner].width, layout.frames[inner].height)
          }
        return (place.x - width / 2, place.y, place.x + width / 2, place.y + height)
      }
      for (index, box) in boxes.enumerated() {
        #expect(box.left >= 0 && box.top >= 0 && box.right <= frame.width && box.bottom <= frame.height)
        for other in boxes[..<index] {
          let isApart =
            box.left >= other.right || other.left >= box.right || box.top >= other.bottom || other.top >= box.bottom
          #expect(isApart)
        }
      }
    }
  }

  @Test func `a network of very many layers is drawn as runs of neighbours`() throws {
    let text = "fovea: 1\ninput: 3x32x32\nlayers:\n" + String(repeating: "  - relu\n", count: 4_000)
    let graph = try graph(text)
    let outline = GraphOutline(graph, depth: 0, limit: 100)
    #expect(outline.leaves.count <= 100)
    #expect(outline.leaves.reduce(0) { $0 + $1.layers.count } == graph.layers.count)
    #expect(NestedLayout(outline, of: graph) != nil)
  }
}
