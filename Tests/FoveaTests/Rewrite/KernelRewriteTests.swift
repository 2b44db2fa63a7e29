import FoveaGraph
import FoveaNumerics
import Testing

@testable import Fovea
@testable import FoveaFilters
@testable import FoveaLanguage
@testable import FoveaText

/// A convolution that is written as a stack with the same weights.
struct ExactCase: Sendable, CustomTestStringConvertible {
  let layer: String
  let form: RewriteForm
  var input = "2x19x17"
  var between = Between.nothing
  var kernels: String
  var widths: String

  var testDescription: String { "\(form) \(layer)" }

  func rewritten() throws -> NetworkRewrite {
    let text = "fovea: 1\ninput: \(input)\nlayers:\n  - conv: {\(layer)}\n"
    let specification = Specification(SourceText(path: "net.yaml", text: text))
    var choice = RewriteOptions()
    choice.form = form
    choice.layers = ["**"]
    choice.between = between
    return try NetworkRewrite(Network(specification), rewriting: choice, weights: .random(seed: 3))
  }
}

@Suite struct KernelRewriteTests {
  private static let cases: [ExactCase] = [
    ExactCase(
      layer: "out: 3, kernel: 5, padding: 2", form: .shift, kernels: "depthwise 3x3 + 3x3", widths: "2→8→3"),
    ExactCase(
      layer: "out: 1, kernel: 7, padding: 3, bias: false", form: .shift, kernels: "3 of 3x3", widths: "2→9→4→1"),
    ExactCase(
      layer: "out: 4, kernel: 7, stride: 2, padding: 3", form: .shift, kernels: "depthwise 3x3/2 + 3x3",
      widths: "2→18→4"),
    ExactCase(
      layer: "out: 4, kernel: 5, padding: 4, dilation: 2, groups: 2", form: .shift,
      kernels: "depthwise 3x3 dilated by 2 + 3x3 dilated by 2 in 2 groups", widths: "2→8→4"),
    ExactCase(layer: "out: 4, kernel: [1, 5]", form: .shift, kernels: "depthwise 1x3 + 1x3", widths: "2→4→4"),
    ExactCase(layer: "out: 3, kernel: 5, padding: 2", form: .linear, kernels: "2 of 3x3", widths: "2→6→3"),
    ExactCase(
      layer: "out: 8, kernel: 7, stride: 2, padding: 3", form: .linear, kernels: "3x3/2 + 3x3", widths: "2→11→8"),
    ExactCase(
      layer: "out: 2, kernel: 5, dilation: 2, groups: 2", form: .linear,
      kernels: "depthwise 3x3 dilated by 2 + 3x3 dilated by 2 in 2 groups",
      widths: "2→8→2"),
    ExactCase(
      layer: "out: 1, kernel: 7, stride: 2, padding: 3", form: .linear, kernels: "3x3/2 + 3x3", widths: "2→11→1"),
    ExactCase(
      layer: "out: 1, kernel: 5, padding: 2", form: .minimal, input: "1x19x17", kernels: "2 of 3x3", widths: "1→2→1"),
    ExactCase(
      layer: "out: 1, kernel: 7, stride: 2", form: .minimal, input: "1x19x17", kernels: "3x3/2 + 3x3", widths: "1→4→1"),
  ]

  @Test(arguments: cases)
  func `an exact form is the kernel itself, by its composition and by running it`(example: ExactCase) throws {
    let rewrite = try example.rewritten()
    #expect(rewrite.refusals.map(\.reason) == [])
    let proposal = try #require(rewrite.proposals.first)
    #expect(StackText.kernels(proposal.layers) == example.kernels)
    #expect(proposal.widthsText == example.widths)
    let kernel = try #require(RewriteWeights.random(seed: 3).kernel(proposal.direct, at: "conv"))
    let composed = try #require(Composition(proposal.kernels)).kernel
    if example.form == .shift {
      #expect(composed.bank == kernel.bank)
      #expect(proposal.function.interior == .sameWeights)
    } else if case .sameUpToRounding(let error, _) = proposal.function.interior {
      #expect((composed.bank - kernel.bank).norm <= 1e-9 * kernel.bank.norm)
      #expect(error < 1e-9)
    } else {
      Issue.record("\(proposal.function)")
    }
    #expect(try Equivalence(of: kernel, and: proposal.kernels, input: [19, 17], seed: 1).passed)
    // The text has the same layers, and the network takes the weights.
    let before = try NetworkWeights<Double>(random: rewrite.before.graph, seed: 3)
    #expect(try rewrite.weights(from: before).arrays.count == proposal.kernels.count + (kernel.bias == nil ? 0 : 1))
  }

  @Test(arguments: [RewriteForm.shift, .linear])
  func `an exact form with rectifiers between is the kernel on inputs that are not negative`(form: RewriteForm) throws {
    let example = ExactCase(
      layer: "out: 3, kernel: 5, padding: 2", form: form, between: .rectifier, kernels: "", widths: "")
    let rewrite = try example.rewritten()
    let proposal = try #require(rewrite.proposals.first)
    #expect(proposal.function.domain == .nonnegative)
    #expect(rewrite.after.graph.ids.map { rewrite.after.graph.path(of: $0) }.contains("conv.relu"))
    let kernel = try #require(RewriteWeights.random(seed: 3).kernel(proposal.direct, at: "conv"))
    let equivalence = try Equivalence(
      of: kernel, and: proposal.kernels, input: [19, 17], between: .rectifier, on: .nonnegative, seed: 1)
    #expect(equivalence.passed)
  }

  @Test func `a rewritten network with its weights gives what the network gave`() throws {
    let text = """
      fovea: 1
      input: 2x17x17
      blocks:
        unit:
          params: {out: , kernel: 5}
          layers:
            - conv: {out: out, kernel: kernel, padding: half}
            - batch_norm
            - relu
      layers:
        - conv: {out: 2, kernel: 7, stride: 2, padding: 3}
          name: stem
        - unit: {out: 4}
        - unit: {out: 6, kernel: 3}
        - unit: {out: 2}
      """
    let specification = Specification(SourceText(path: "net.yaml", text: text))
    let graph = try #require(specification.elaborate().graph)
    for form in [RewriteForm.shift, .linear] {
      var choice = RewriteOptions()
      choice.form = form
      choice.kernels = [[5], [7]]
      let weights = try NetworkWeights<Double>(random: graph, seed: 8)
      let rewrite = try NetworkRewrite(Network(specification), rewriting: choice, weights: .given(weights))
      #expect(rewrite.proposals.map(\.path) == ["stem", "unit.conv", "unit_3.conv"])
      let old = try GraphExecution(graph, weights: weights)
      let new = try GraphExecution(rewrite.after.graph, weights: try rewrite.weights(from: weights))
      let inputs = try old.randomInputs(seed: 4)
      let one = try #require(try old(inputs).first).tensor
      let other = try #require(try new(inputs).first).tensor
      #expect(one.shape == other.shape)
      #expect(zip(one.elements, other.elements).allSatisfy { abs($0 - $1) <= 1e-9 })
    }
  }

  @Test(arguments: [0.5, 0.9])
  func `the best approximation keeps its budget, and no bound is above an error`(budget: Double) throws {
    let text = """
      fovea: 1
      input: 4x40x40
      layers:
        - conv: {out: 4, kernel: 5, padding: 2}
        - conv: {out: 4, kernel: 5, padding: 2, groups: 2}
      """
    let specification = Specification(SourceText(path: "net.yaml", text: text))
    var choice = RewriteOptions()
    choice.budget = budget
    let rewrite = try NetworkRewrite(Network(specification), rewriting: choice, weights: .random(seed: 1))
    #expect(rewrite.proposals.count == 2)
    for proposal in rewrite.proposals {
      #expect(proposal.cost.macsRatio <= budget && proposal.cost.parametersRatio <= budget)
      #expect(proposal.candidates.map(\.error) == proposal.candidates.map(\.error).sorted())
      #expect(proposal.candidates.count > 2)
      #expect(proposal.candidates.allSatisfy { $0.lowerBound <= $0.error && $0.cost.macsRatio <= budget })
      let kernel = try #require(RewriteWeights.random(seed: 1).kernel(proposal.direct, at: proposal.path))
      let composed = try #require(Composition(proposal.kernels)).kernel
      let error = (composed.bank - kernel.bank).norm / kernel.bank.norm
      #expect(abs(error - proposal.candidates[0].error) < 1e-9)
      let equivalence = try Equivalence(
        of: kernel, and: proposal.kernels, input: [9, 9], claim: .approximation, seed: 2)
      #expect(equivalence.passed)
    }
  }

  @Test func `an exact form is not written where nobody chose the layer`() throws {
    let text = "fovea: 1\ninput: 3x224x224\nlayers:\n  - conv: {out: 64, kernel: 7, stride: 2, padding: 3}\n"
    let specification = Specification(SourceText(path: "net.yaml", text: text))
    var choice = RewriteOptions()
    choice.form = .linear
    let rewrite = try NetworkRewrite(Network(specification), rewriting: choice, weights: .random(seed: 1))
    #expect(rewrite.proposals == [])
    #expect(
      rewrite.refusals.map(\.reason) == [
        "an exact stack, 3x3/2 + 3x3 with at least 3→17→64 channels, would have 1.09x its macs"
      ])
  }
}
