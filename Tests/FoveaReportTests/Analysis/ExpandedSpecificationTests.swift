import Foundation
import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaText
import Testing

@Suite struct `The flat description of a network` {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../specs").standardized

  private static let specifications: [String] =
    FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    .filter { $0.hasSuffix(".yaml") }.sorted() ?? []

  /// Reads the flat form of a network again and compares the two analyses.
  private func compare(_ network: Network) throws {
    let first = try #require(network.analysis, "\(network.diagnostics.map(\.message))")
    let text = ExpandedSpecification.text(first)
    let again = Network(Specification(SourceText(path: "expanded.yaml", text: text)))
    let second = try #require(again.analysis, "\(again.diagnostics.map(\.message))")
    #expect(again.name == network.name)
    #expect(second.graph.variant == first.graph.variant)
    #expect(second.graph.ids.map(second.graph.path) == first.graph.ids.map(first.graph.path))
    #expect(second.graph.layers.map(\.inputs) == first.graph.layers.map(\.inputs))
    #expect(second.graph.layers.map(\.branches) == first.graph.layers.map(\.branches))
    #expect(second.graph.layers.map(\.weights) == first.graph.layers.map(\.weights))
    #expect(second.graph.shapes == first.graph.shapes)
    #expect(second.graph.outputs == first.graph.outputs)
    #expect(second.costs == first.costs)
    #expect(second.activationBytes == first.activationBytes)
    #expect(second.totals == first.totals)
    #expect(second.receptiveFields == first.receptiveFields)
  }

  @Test(arguments: specifications)
  func `has the same analysis`(path: String) throws {
    let data = try Data(contentsOf: Self.root.appending(path: path))
    let specification = Specification(SourceText(path: path, bytes: [UInt8](data)))
    for variant in specification.variants.isEmpty ? [nil] : specification.variants.map(Optional.some) {
      var options = Specification.Options()
      options.variant = variant
      try compare(Network(specification, options))
    }
  }

  @Test(arguments: ["small", "large"])
  func `has the same analysis where sizes are unknown and names are odd`(variant: String) throws {
    try compare(try Sample.network(variant))
  }

  @Test func `has the same analysis where paths are long`() throws {
    let name = String(repeating: "n", count: 60)
    var text = "fovea: 1\nname: deep\ninput: 3x9x9\nblocks:\n  b0:\n    layers: [relu]\n"
    for level in 1...12 { text += "  b\(level):\n    layers:\n      - {b\(level - 1): {}, name: \(name)}\n" }
    try compare(Sample.network(text: text + "layers: [b12]\n"))
  }

  @Test(arguments: ["n", "é", "\u{1F1E9}\u{1F1EA}"])
  func `can be read where paths are longer than names may be`(character: String) throws {
    let name = String(repeating: character, count: 900 / character.utf8.count)
    var text = "fovea: 1\nname: deep\ninput: 3x9x9\nblocks:\n  b0:\n    layers: [relu, {conv: {out: 3, kernel: 1}}]\n"
    for level in 1...3 { text += "  b\(level):\n    layers:\n      - {b\(level - 1): {}, name: \"\(name)\"}\n" }
    text += "layers: [b3, {b3: {}, name: again}, add: {a: [], b: again}]\noutputs: {a: again, b: again}\n"
    let network = Sample.network(text: text)
    let first = try #require(network.analysis, "\(network.diagnostics.map(\.message))")
    let flat = ExpandedSpecification.text(first)
    let second = try #require(Network(Specification(SourceText(path: "flat.yaml", text: flat))).analysis)
    #expect(second.graph.layers.map(\.inputs) == first.graph.layers.map(\.inputs))
    #expect(second.graph.outputs == first.graph.outputs)
    let names = second.graph.layers.map(\.name)
    #expect(Set(names).count == names.count && names.allSatisfy { $0.utf8.count <= 1_000 })
  }

  @Test func `keeps the names of branches without layers`() throws {
    let network = Sample.network(
      text: """
        fovea: 1
        name: a
        input: 3x9x9
        layers:
          - {relu: {}, name: early}
          - relu
          - add: {as it is: [], from before: early, changed: [sigmoid]}
        """)
    let text = ExpandedSpecification.text(try #require(network.analysis))
    #expect(text.contains("add: {\"as it is\": relu, \"from before\": early, changed: changed.sigmoid}"), "\(text)")
    try compare(network)
  }

  @Test func `writes the attributes of a join before its branches`() throws {
    let network = Sample.network(
      text: """
        fovea: 1
        name: a
        input: 3x9x9
        defaults: {concat: {axis: width}}
        layers:
          - {relu: {}, name: early}
          - concat: {a: [], b: early}
          - concat: {c: [], axis: height}
          - concat: {axis: channels, d: [], e: []}
        """)
    let text = ExpandedSpecification.text(try #require(network.analysis))
    for line in [
      "concat: {axis: width, a: early, b: early}", "concat: {axis: height, c: concat}",
      "concat: {axis: channels, d: concat_2, e: concat_2}",
    ] { #expect(text.contains(line), "\(text)") }
    try compare(network)
  }

  @Test func `says what is read behind a parameter`() throws {
    let network = Sample.network(
      text: """
        fovea: 1
        name: a
        input: 6x9x9
        layers:
          - {parameter: {shape: [6, 1, 1], init: 1}, name: gain}
          - {relu: {}, from: input}
          - add: {map: [], bias: [{parameter: {shape: [in.channels, in.height, in.width]}}, {relu: }]}
          - multiply: {map: [], gain: gain}
        """)
    let text = ExpandedSpecification.text(try #require(network.analysis, "\(network.diagnostics.map(\.message))"))
    for line in [
      "{name: bias.parameter, parameter: {shape: [6, 9, 9], channels: first, init: 0.0}}",
      "{name: bias.relu, relu: {}, from: bias.parameter}",
    ] { #expect(text.contains(line), "\(text)") }
    try compare(network)
  }

  @Test func `has the same analysis with several inputs`() throws {
    try compare(
      Sample.network(
        text: """
          fovea: 1
          inputs: {left: 3x9x9, "no": 3x?x9}
          layers:
            - {conv: {out: 4, kernel: 3, padding: [[0, 1], [1, 0]]}, from: "no", name: "true"}
            - {conv: {out: 4, kernel: 3}, from: left, weights: "true", name: "ünï: #x"}
            - {pad: {padding: [[0, 1], [1, 2]]}, from: left, name: p.q}
            - add: {a: "true", b: "true"}
          """))
  }
}
