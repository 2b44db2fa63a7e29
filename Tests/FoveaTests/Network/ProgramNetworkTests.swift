import FoveaGraph
import FoveaLanguage
import FoveaNumerics
import FoveaReport
import FoveaText
import Testing

@testable import Fovea

/// A network that no text describes goes wherever one of a description goes.
@Suite struct ProgramNetworkTests {
  /// Two convolutions with nothing between them, joined with their input.
  private static func network(width: Int = 4) throws -> Network {
    var builder = GraphBuilder(name: "built")
    let input = builder.addInput("image", shape: Shape(channels: Extent(4), spatial: [Extent(16), Extent(16)]))
    func add(_ operation: Operation, _ inputs: LayerInputs, _ name: String) throws -> LayerID {
      let (id, error) = builder.add(
        Layer(operation, inputs: inputs, name: LayerName(name), branches: inputs.count > 1 ? ["main", "rest"] : []))
      #expect(error == nil)
      return id
    }
    var conv = Conv()
    (conv.out, conv.window.kernel, conv.window.padding) = (width, 2, .rows(before: 0, after: 1))
    let first = try add(.conv(conv), LayerInputs(input), "first")
    conv.out = 4
    let second = try add(.conv(conv), LayerInputs(first), "second")
    _ = try add(.add(Add()), LayerInputs([second, input]), "sum")
    return Network(builder.finish())
  }

  @Test func `is checked, and its findings name the layers`() throws {
    var selection = RuleSelection()
    selection.select(["all"])
    let results = Linter(selection).lint(try Self.network())
    let found = Dictionary(grouping: results) { $0.diagnostic.rule }
    #expect(found["linear-pair"]?.flatMap(\.paths) == ["second"])
    #expect(found["misaligned-join"]?.flatMap(\.paths) == ["sum"])
    #expect(found["misaligned-join"]?.first?.diagnostic.message.contains("`main` and `rest`") == true)
    #expect(results.allSatisfy { $0.diagnostic.fixIts.isEmpty })
  }

  @Test func `is compared`() throws {
    let comparison = NetworkComparison(
      [
        ComparedNetwork(label: "narrow", try Self.network()),
        ComparedNetwork(label: "wide", try Self.network(width: 8)),
      ], options: .init())
    let difference = try #require(comparison.differences.first ?? nil)
    #expect(difference.changed.map(\.new.position) == [1])
    var json = JSONWriter()
    ComparisonJSON.write(comparison, to: &json)
    #expect(String(decoding: json.bytes, as: UTF8.self).contains("\"label\": \"wide\""))
  }

  @Test func `is reported in every format`() throws {
    let network = try Self.network()
    let report = NetworkReport(network, findings: Linter().lint(network), version: "0")
    let markdown = try #require(try MarkdownReport().text(of: report))
    #expect(markdown.contains("# built") && !markdown.contains("Described in") && markdown.contains("in sum"))
    #expect(try #require(try HTMLReport().text(of: report)).contains("misaligned-join"))
    #expect(String(decoding: AnalysisJSON.bytes([network]), as: UTF8.self).contains("\"span\": null"))
    #expect(AnalysisCSV.text([network]).contains("built,,second,conv,first,"))
    #expect(AnalysisText.render(network, width: 80, height: 40).plain.hasPrefix("built\n"))
  }

  @Test func `is swept over sizes of its input`() throws {
    let grid = try #require(SweepGrid([.input(nil, try SweepShape("4x8,16", rank: 2))]))
    let points = SweepEvaluator(try Self.network(), grid: grid).points(0..<2)
    let shapes = try points.map { try $0.result.get().outputs[0].shape.description }
    #expect(shapes == ["4x8x8", "4x16x16"])
  }

  @Test func `runs`() throws {
    let graph = try #require(try Self.network().graph)
    let execution = try GraphExecution(graph, weights: try NetworkWeights<Float>(random: graph))
    let outputs = try execution(try execution.randomInputs())
    #expect(outputs.map { $0.tensor.shape } == [[1, 4, 16, 16]])
  }

  @Test func `has no text to rewrite`() throws {
    let network = try Self.network()
    #expect(throws: Rewriter.Failure.self) { try NetworkRewrite(network, rewriting: RewriteOptions()) }
  }
}
