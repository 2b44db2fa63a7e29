import Foundation
import FoveaGraph
import FoveaNumerics
import Testing

@testable import Fovea
@testable import FoveaFilters
@testable import FoveaLanguage
@testable import FoveaReport
@testable import FoveaText

/// A description from `specs`, with the variant that is looked at.
struct ZooNetwork: Sendable, CustomTestStringConvertible {
  let name: String
  var variant: String?

  var testDescription: String { name + (variant.map { "-\($0)" } ?? "") }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The networks that the documentation speaks of.
  static let shown = [
    ZooNetwork(name: "alexnet"), ZooNetwork(name: "googlenet"), ZooNetwork(name: "inception_v3"),
    ZooNetwork(name: "resnet", variant: "resnet50"), ZooNetwork(name: "convnext"),
  ]

  static let all: [ZooNetwork] =
    ((try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "specs/zoo").path())) ?? []).sorted()
    .filter { $0.hasSuffix(".yaml") }.map { ZooNetwork(name: String($0.dropLast(5))) }

  func specification() throws -> Specification {
    let path = "specs/zoo/\(name).yaml"
    let text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    return Specification(SourceText(path: path, text: text))
  }

  func rewritten(_ choice: RewriteOptions = RewriteOptions()) throws -> NetworkRewrite {
    try specification().rewritten(choice, variant: variant)
  }
}

extension Specification {
  func rewritten(_ choice: RewriteOptions = RewriteOptions(), variant: String? = nil) throws -> NetworkRewrite {
    var options = Options()
    options.variant = variant
    let network = Network(self, options)
    #expect(network.diagnostics.map(\.message) == [])
    return try NetworkRewrite(network, rewriting: choice)
  }
}

@Suite struct NetworkRewriteTests {
  /// The forms that need no weights, with a width that all layers can have.
  private static let choices: [RewriteOptions] = {
    var choices: [RewriteOptions] = [RewriteOptions()]
    for form in [RewriteForm.stack, .strided, .separable, .depthwise] {
      var choice = RewriteOptions()
      choice.form = form
      choice.layers = ["**"]
      choices.append(choice)
    }
    var activated = RewriteOptions()
    activated.layers = ["**"]
    activated.between = .rectifier
    return choices + [activated]
  }()

  @Test(arguments: ZooNetwork.shown)
  func `the report and the difference are those that are recorded`(network: ZooNetwork) throws {
    let rewrite = try network.rewritten()
    let (old, new) = (rewrite.source, rewrite.rewritten)
    let text =
      RewriteReport(rewrite).text(width: 80).plain + "\n"
      + UnifiedDifference.text(
        String(decoding: old.bytes, as: UTF8.self), String(decoding: new.bytes, as: UTF8.self), path: old.path)
    let file = ZooNetwork.root.appending(path: "Tests/FoveaTests/Rewrite/zoo/\(network.testDescription).txt")
    if ProcessInfo.processInfo.environment["FOVEA_RECORD"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test(
    arguments: ZooNetwork.all.map { ($0, RewriteOptions()) }
      + ZooNetwork.shown.flatMap { network in choices.dropFirst().map { (network, $0) } })
  func `a rewritten network of the zoo sees the same, keeps its comments and has no new finding`(
    network: ZooNetwork, choice: RewriteOptions
  ) throws {
    let rewrite = try network.rewritten(choice)
    let (before, after) = (rewrite.before, rewrite.after)
    #expect(after.graph.outputs.map(\.name) == before.graph.outputs.map(\.name))
    for (old, new) in zip(before.graph.outputs, after.graph.outputs) {
      #expect(before.graph.shape(of: old.layer) == after.graph.shape(of: new.layer))
      #expect(before.receptiveFields[old.layer]?.axes == after.receptiveFields[new.layer]?.axes)
      #expect(before.receptiveFields[old.layer]?.isGlobal == after.receptiveFields[new.layer]?.isGlobal)
    }
    #expect(Self.comments(of: rewrite.source).isSubset(of: Self.comments(of: rewrite.rewritten)))
    // What is chosen in spite of its cost may break a budget.
    guard !choice.choosesLayers, !rewrite.proposals.isEmpty else { return }
    let linter = Linter()
    let known = Set(linter.lint(Session(try network.specification())).results.map { Finding($0.diagnostic) })
    let now = Set(linter.lint(Session(rewrite.rewritten)).results.map { Finding($0.diagnostic) })
    #expect(now.subtracting(known).map(\.message) == [])
  }

  /// A finding wherever it stands.
  private struct Finding: Hashable {
    let rule: String
    let message: String

    init(_ diagnostic: Diagnostic) { (rule, message) = (diagnostic.rule, diagnostic.message) }
  }

  private static func comments(of source: SourceText) -> Set<String> {
    Set(
      String(decoding: source.bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
        line.firstIndex(of: "#").map { String(line[$0...]) }
      })
  }

  /// Every kind of stack that the forms make for the zoo, at a few channels on a small map.
  @Test func `every stack of the zoo runs as one kernel, borders included`() throws {
    var seen: Set<RewriteStack> = []
    for network in ZooNetwork.all {
      let graph = try #require(try network.specification().elaborate().graph)
      let analysis = AnalyzedGraph(graph)
      for choice in Self.choices where choice.between == .nothing {
        for proposal in RewriteSurvey(analysis, choice).proposals {
          let direct = proposal.direct
          guard direct.windows.allSatisfy({ $0.extent <= 13 }), direct.kernel.count == 2 else { continue }
          let groups = direct.groups == 1 ? 1 : 2
          let small = ConvolutionSizes(
            inputs: 2, outputs: 2, groups: groups, windows: direct.windows, hasBias: true,
            size: direct.windows.map { $0.extent + 2 * $0.stride + 1 })
          var stack = proposal.stack
          for index in stack.layers.indices.dropLast() {
            if case .count = stack.layers[index].outputs { stack.layers[index].outputs = .count(2) }
          }
          stack.layers[stack.layers.count - 1].hasBias = true
          guard seen.insert(stack).inserted else { continue }
          try check(stack, small)
        }
      }
    }
    #expect(seen.count > 20)
  }

  private func check(_ stack: RewriteStack, _ direct: ConvolutionSizes) throws {
    var generator = SplitMix64(seed: 5)
    let sizes = try #require(stack.sizes(replacing: direct))
    let kernels = sizes.map { layer in
      Kernel(
        windows: layer.windows, inputs: layer.inputs, outputs: layer.outputs, groups: layer.groups,
        weights: generator.normals(layer.weights), bias: layer.hasBias ? generator.normals(layer.outputs) : nil)
    }
    let composed = try #require(Composition(kernels)).kernel
    #expect(composed.windows.map(\.padding) == direct.windows.map(\.padding))
    let equivalence = try Equivalence(of: composed, and: kernels, input: try #require(direct.size), seed: 3)
    #expect(equivalence.passed, "\(stack)")
    // The kernel that is composed is as large as the one that is replaced.
    #expect(composed.windows.map(\.extent) == direct.windows.map(\.extent))
  }

  /// Without weights: the original layers compute what their stacks do, so that a rewrite computes nothing new.
  @Test(arguments: ["stack", "separable", "depthwise"])
  func `a rewritten network passes the verification as a whole`(form: String) throws {
    let text = """
      fovea: 1
      input: 4x21x19
      blocks:
        unit:
          params: {out: , kernel: 3, stride: 1}
          layers:
            - conv: {out: out, kernel: kernel, stride: stride, padding: half}
            - relu
      layers:
        - unit: {out: 4, kernel: 7, stride: 2}
        - unit: {out: 4}
          name: middle
        - concat:
            wide:
              - unit: {out: 4, kernel: 5}
            kept: middle
        - unit: {out: 2, kernel: 5}
        - global_avg_pool
      """
    var choice = RewriteOptions()
    choice.form = RewriteForm(rawValue: form)
    choice.kernels = [[5], [7]]
    let rewrite = try Specification(SourceText(path: "net.yaml", text: text)).rewritten(choice)
    #expect(rewrite.proposals.map(\.path) == ["unit.conv", "wide.unit.conv", "unit_2.conv"])
    let verification = try NetworkVerification(of: rewrite.before, and: rewrite.after)
    #expect(verification.differences == [])
    #expect(verification.otherFields == [])
    #expect(verification.stacks.map(\.path) == rewrite.proposals.map(\.path))
    #expect(verification.passed)
  }
}
