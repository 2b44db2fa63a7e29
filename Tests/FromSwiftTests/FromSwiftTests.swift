import Fovea
import FoveaGraph
import FoveaNumerics
import FoveaReport
import FoveaText
import Testing

/// The examples of the page "From Swift", each followed by what it must give.
@Suite struct FromSwiftTests {
  let text = """
    fovea: 1
    name: small
    input: 3x32x32
    params: {width: 16}
    layers:
      - conv: {out: width, kernel: 5, padding: half}
      - batch_norm
      - relu
      - conv: {out: 10, kernel: 1}
      - global_avg_pool
    """

  @Test func `a network is read and analysed`() {
    let network = Network(text: text)
    guard let analysis = network.analysis else { return network.diagnostics.forEach { print($0.message) } }
    let parameters = analysis.totals.parameters.bound
    let fields = analysis.graph.ids.map { layer in
      (analysis.graph.path(of: layer), analysis.graph.shape(of: layer), analysis.receptiveFields[layer]?.axes?[0].size)
    }

    #expect(parameters == 1418)
    #expect(fields[1].0 == "conv" && "\(fields[1].1)" == "16x32x32" && fields[1].2 == 5)
  }

  @Test func `a network is linted, and fixed`() throws {
    let network = Network(text: text)
    for finding in network.linted() {
      print(finding.rule, finding.layer.flatMap(network.path) ?? network.name, finding.message)
    }
    let fixed = network.fixed()

    #expect(network.linted().map(\.rule) == ["bias-before-norm"])
    #expect(try #require(fixed).network.linted().isEmpty)
    #expect(try #require(fixed?.network.text).contains("bias: false"))
  }

  @Test func `a network is rewritten, verified and compared`() throws {
    let network = Network(text: text)
    let rewritten = try network.rewritten(layers: ["conv"], widths: [16])
    let verdict = try network.verified(against: rewritten.network)
    let changes = rewritten.network.changes(since: network)

    #expect(rewritten.layers.map(\.path) == ["conv"] && rewritten.layers[0].refusal == nil)
    #expect(verdict?.holds == true && verdict?.differences == [] && verdict?.stacks.count == 1)
    #expect(changes?.isEmpty == false)
    #expect(network.changes(since: network)?.isEmpty == true)
  }

  @Test func `a parameter is swept`() {
    let network = Network(text: text)
    let costs = network.swept("width", over: [.integer(8), .integer(16), .integer(32)]).map { narrower in
      narrower.analysis?.totals.macs.bound
    }

    #expect(costs == [696_320, 1_392_640, 2_785_280])
  }

  @Test func `a network is executed`() throws {
    let network = Network(text: text)
    guard let graph = network.graph else { return }
    let weights = try NetworkWeights<Float>(random: graph)
    let execution = try GraphExecution(graph, weights: weights)
    let outputs = try execution(execution.randomInputs())

    #expect(outputs.map(\.tensor.shape) == [[1, 10, 1, 1]])
  }

  @Test func `a network is reported`() {
    let network = Network(text: text)
    let page = network.report(as: .html)

    #expect(page?.contains("small") == true)
    #expect(ReportFormat.allCases.allSatisfy { network.report(as: $0)?.isEmpty == false })
  }

  @Test func `mistakes are findings, and errors are thrown where there is nothing to compute`() {
    let broken = Network(text: text.replacing("relu", with: "rely"))

    #expect(broken.hasErrors && broken.analysis == nil && broken.report(as: .json) == nil)
    #expect(throws: RewriteError.self) { try broken.rewritten() }
  }
}
