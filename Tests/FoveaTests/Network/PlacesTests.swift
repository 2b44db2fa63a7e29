import FoveaGraph
import FoveaText
import Testing

@testable import Fovea
@testable import FoveaLanguage

@Suite struct PlacesTests {
  private static func elaboration(_ text: String) -> Specification.Elaboration {
    Specification(SourceText(path: "net.yaml", text: text)).elaborate()
  }

  @Test func `a network that is written in two ways is one graph with two tables of places`() throws {
    let one = Self.elaboration("fovea: 1\ninput: 3x8x8\nlayers:\n  - conv: {out: 4, kernel: 3}\n  - relu\n")
    let two = Self.elaboration(
      "# The same.\nfovea: 1\ninput: [3, 8, 8]\nlayers: [{conv: {kernel: 3, out: 4}}, relu]\n")
    #expect(one.graph != nil)
    #expect(one.graph == two.graph)
    #expect(one.places != two.places)
  }

  @Test func `the error of a layer names it`() throws {
    let elaboration = Self.elaboration(
      "fovea: 1\ninput: 3x8x8\nlayers:\n  - relu\n  - conv: {out: 4, kernel: 9}\n")
    let graph = try #require(elaboration.graph)
    #expect(elaboration.diagnostics.map { $0.layer.map(graph.path(of:)) } == ["conv"])
  }
}
