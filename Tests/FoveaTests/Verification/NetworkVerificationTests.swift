import Fovea
import FoveaFilters
import FoveaGraph
import FoveaLanguage
import FoveaNumerics
import FoveaText
import Testing

@Suite struct NetworkVerificationTests {
  private static let original = """
    input: 3x17x15
    blocks:
      stem:
        layers:
          - conv: {out: 4, kernel: 5, stride: 2, padding: 2}
          - batch_norm
          - relu
    layers:
      - stem:
      - conv: {out: 4, kernel: 7, padding: 3, groups: 4, bias: false}
        name: wide
      - add: {main: [{conv: {out: 4, kernel: 1}}], shortcut: []}
      - max_pool: {kernel: 2}
      - flatten
      - linear: {out: 5}
      - softmax
    """

  /// The original with the stem's layer and the wide one rewritten; the two stacks may be replaced.
  private static func rewritten(
    stem: String = "- conv: {out: 6, kernel: 3, stride: 1, padding: 2}\n      - conv: {out: 4, kernel: 3, stride: 2}",
    wide: String? = nil, rest: String = "- linear: {out: 5}"
  ) -> String {
    let three = "- conv: {out: 4, kernel: 3, groups: 4, bias: false}"
    let wide =
      wide ?? "- conv: {out: 4, kernel: 3, padding: 3, groups: 4, bias: false}\n      \(three)\n      \(three)"
    return """
      input: 3x17x15
      blocks:
        two_layers:
          layers:
            \(stem)
        depthwise:
          layers:
            \(wide)
        stem:
          layers:
            - two_layers:
              name: conv
              replaces: conv
            - batch_norm
            - relu
      layers:
        - stem:
        - depthwise:
          name: wide
          replaces: wide
        - add: {main: [{conv: {out: 4, kernel: 1}}], shortcut: []}
        - max_pool: {kernel: 2}
        - flatten
        \(rest)
        - softmax
      """.replacing("\n      -", with: "\n      -")
  }

  private static func verify(
    _ rewritten: String, _ change: (inout NetworkVerification.Options) -> Void = { _ in }
  ) throws -> NetworkVerification {
    var options = NetworkVerification.Options()
    change(&options)
    return try NetworkVerification(of: analyzed(original), and: analyzed(rewritten), options: options)
  }

  @Test func `a rewrite passes layer by layer and as a whole`() throws {
    let found = try Self.verify(Self.rewritten())
    #expect(found.differences.isEmpty && found.otherFields.isEmpty)
    #expect(found.stacks.map(\.path) == ["stem.conv", "wide"])
    let run = try #require(found.run)
    #expect(run.stacks.map(\.path) == ["stem.conv", "wide"] && run.stacks.allSatisfy { $0.ratio <= 1 })
    let output = try #require(run.outputs.first)
    #expect(run.outputs.count == 1 && output.shape == [1, 5] && output.difference < 1e-12 && output.tolerance > 0)
    #expect(output.scale > 0.2 && run.passed && found.passed)
  }

  @Test func `a block that does not say what it stands for is no stack, whatever its name`() throws {
    let text = Self.rewritten().replacing("replaces: wide", with: "when: true")
      .replacing("depthwise", with: "rewrite_wide")
    let found = try Self.verify(text)
    #expect(found.stacks.map(\.path) == ["stem.conv"])
    #expect(found.differences.contains("`wide.conv` is in the rewrite alone"))
  }

  @Test(arguments: [
    ("wyde", "the stack at `wide` stands for `wyde`, and the original has no such layer; did you mean `wide`?"),
    ("linear", "the stack at `wide` stands for `linear`, which is a linear and no convolution"),
    ("stem.conv", "the stack at `wide` stands for `stem.conv`, for which another one stands already"),
  ])
  func `what a stack cannot stand for is told`(path: String, message: String) throws {
    let found = try Self.verify(Self.rewritten().replacing("replaces: wide", with: "replaces: \(path)"))
    #expect(found.differences.contains(message), "\(found.differences)")
    #expect(!found.passed)
  }

  @Test func `a stack may stand at another path, and each of its repetitions for one of the layer's`() throws {
    let layers = "layers:\n  - conv: {out: 3, kernel: 5, padding: 2}\n    name: wide\n    repeat: 3\n  - relu"
    let stack = """
      blocks:
        pair:
          layers: [conv: {out: 3, kernel: 3, padding: 2}, conv: {out: 3, kernel: 3}]
      layers:
        - pair:
          name: narrow
          replaces: wide
          repeat: 3
        - relu
      """
    let input = "input: 3x9x9\n"
    let pairing = NetworkPairing(try analyzed(input + layers).graph, try analyzed(input + stack).graph)
    #expect(pairing.differences.isEmpty)
    #expect(pairing.pairs.map(\.path) == ["wide.0", "wide.1", "wide.2"])
  }

  /// Looking for each layer among all others would take 100 million comparisons of paths.
  @Test func `ten thousand stacks are paired`() throws {
    let repeated = "repeat: 10000"
    let original = "input: 2x9\nlayers:\n  - conv: {out: 2, kernel: 3, padding: 1}\n    \(repeated)"
    let stacks = """
      input: 2x9
      blocks:
        pair: {layers: [conv: {out: 2, kernel: 2, padding: 1}, conv: {out: 2, kernel: 2}]}
      layers:
        - pair:
          replaces: conv
          \(repeated)
      """
    let graphs = try [original, stacks].map { text in
      try #require(Specification(SourceText(path: "net.yaml", text: "fovea: 1\n" + text)).elaborate().graph)
    }
    let pairing = NetworkPairing(graphs[0], graphs[1])
    #expect(pairing.pairs.count == 10_000 && pairing.differences.isEmpty)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rewritten: String
    let words: String
  }

  static let faults = [
    Fault(
      testDescription: "padding in each layer",
      rewritten: rewritten(
        stem: "- conv: {out: 6, kernel: 3, padding: 1}\n      - conv: {out: 4, kernel: 3, stride: 2, padding: 1}"),
      words: "interior"),
    Fault(
      testDescription: "the stride in another layer",
      rewritten: rewritten(
        stem: "- conv: {out: 6, kernel: 3, stride: 2, padding: 3}\n      - conv: {out: 4, kernel: 3}"),
      words: "geometry"),
    Fault(
      testDescription: "a stack that connects the layer's groups",
      rewritten: rewritten(wide: "- conv: {out: 4, kernel: 7, padding: 3, groups: 2, bias: false}"), words: "groups"),
    Fault(
      testDescription: "a bias that the layer has not",
      rewritten: rewritten(wide: "- conv: {out: 4, kernel: 7, padding: 3, groups: 4}"), words: "bias"),
    Fault(
      testDescription: "a rectifier that was not asked for",
      rewritten: rewritten(
        stem: "- conv: {out: 6, kernel: 3, padding: 2}\n      - relu\n      - conv: {out: 4, kernel: 3, stride: 2}"),
      words: "rectified"),
    Fault(
      testDescription: "a layer that is no convolution",
      rewritten: rewritten(stem: "- conv: {out: 4, kernel: 5, stride: 2, padding: 2}\n      - batch_norm"),
      words: "is a batch_norm"),
    Fault(
      testDescription: "another head", rewritten: rewritten(rest: "- linear: {out: 6}"),
      words: "`linear` has other attributes"),
  ]

  @Test(arguments: faults) func `a fault fails the verification`(_ fault: Fault) throws {
    let found = try Self.verify(fault.rewritten)
    #expect(!found.passed)
    #expect("\(found.differences) \(found.stacks)".contains(fault.words), "\(found.differences)")
  }

  @Test func `rectifiers that were asked for pass, and the function is called another one`() throws {
    let text = Self.rewritten(
      stem: "- conv: {out: 6, kernel: 3, padding: 2}\n      - relu\n      - conv: {out: 4, kernel: 3, stride: 2}")
    let found = try Self.verify(text) { $0.expectsActivation = true }
    #expect(found.run == nil && found.passed)
  }

  @Test func `given weights have to reproduce the layer`() throws {
    let (one, two) = (try analyzed(Self.original), try analyzed(Self.rewritten()))
    var weights = (
      try NetworkWeights<Double>(random: one.graph, seed: 3), try NetworkWeights<Double>(random: two.graph, seed: 3)
    )
    for (path, layers) in [("stem.conv", ["conv", "conv_2"]), ("wide", ["conv", "conv_2", "conv_3"])] {
      let stack = try layers.map { name in
        let id = try #require(two.graph.ids.first { two.graph.path(of: $0) == "\(path).\(name)" })
        return try #require(Kernel(two.graph, id, weights: weights.1))
      }
      let id = try #require(one.graph.ids.first { one.graph.path(of: $0) == path })
      let layer = try #require(Kernel(one.graph, id, weights: weights.0))
      try weights.0.set(layer.holding(#require(Composition(stack)).kernel), ofLayerAt: path)
    }
    #expect(try NetworkVerification(of: one, and: two, weights: weights).passed)
    let id = try #require(one.graph.ids.first { one.graph.path(of: $0) == "wide" })
    var wide = try #require(Kernel(one.graph, id, weights: weights.0))
    wide.weights[20] *= 1 + 1e-6
    try weights.0.set(wide, ofLayerAt: "wide")
    #expect(try !NetworkVerification(of: one, and: two, weights: weights).passed)
    var options = NetworkVerification.Options()
    options.acceptable = 1e-5
    #expect(try NetworkVerification(of: one, and: two, weights: weights, options: options).passed)
  }
}
