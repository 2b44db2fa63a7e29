import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaReport
import FoveaText
import Testing

/// References to layers: blocks that are given layers, and references to repetitions.
@Suite struct ReferenceTests {
  /// What a layer reads, by its path.
  private static func inputs(of path: String, in graph: Graph) throws -> [String] {
    let id = try #require(graph.ids.first { graph.path(of: $0) == path })
    return graph[id].inputs.map { graph.path(of: $0) }
  }

  /// Whether a network that is written flat is the same when it is read again.
  private static func expectSameWrittenFlat(_ network: AnalyzedGraph) throws {
    let text = ExpandedSpecification.text(network)
    let again = Network(Specification(SourceText(path: "flat.yaml", text: text)))
    let graph = try #require(again.analysis?.graph, "\(again.diagnostics.map(\.message))")
    let first = network.graph
    #expect(graph.layers.map(\.operation) == first.layers.map(\.operation))
    #expect(graph.layers.map { $0.inputs.map(\.self) } == first.layers.map { $0.inputs.map(\.self) })
    #expect(graph.layers.map(\.branches) == first.layers.map(\.branches))
    #expect(ExpandedSpecification.text(try #require(again.analysis)) == text)
  }

  @Test func `a parameter can be a layer, which is a branch, what enters, and gives numbers`() throws {
    let network = try analyzed(
      """
      input: 8x16x16
      blocks:
        gate:
          params: {skip: layer, mid: skip.channels // 2}
          layers:
            - conv: {out: mid, kernel: 1}
              from: skip
              name: reduced
            - multiply:
                map: skip
                gate: [conv: {out: 1, kernel: 1}, sigmoid]
        both:
          params: {one: layer, other: layer}
          layers:
            - add: {one: [gate: {skip: one}], other: [gate: {skip: other, mid: 3}]}
      layers:
        - conv: {out: 32, kernel: 1}
          name: wide
        - relu: {}
          name: active
        - both: {one: wide, other: active}
          name: gates
      """)
    let graph = network.graph
    #expect(try Self.inputs(of: "gates.one.gate.reduced", in: graph) == ["wide"])
    #expect(try Self.inputs(of: "gates.one.gate.multiply", in: graph) == ["wide", "gates.one.gate.gate.sigmoid"])
    #expect(try Self.inputs(of: "gates.other.gate.reduced", in: graph) == ["active"])
    let reduced = graph.ids.filter { graph[$0].name == "reduced" }
    #expect(reduced.map { graph.shape(of: $0).channels.value } == [16, 3])
    try Self.expectSameWrittenFlat(network)
  }

  @Test func `a join takes what all repetitions leave behind`() throws {
    let network = try analyzed(
      """
      input: 16x256
      blocks:
        residual:
          params: {dilation: }
          layers:
            - conv: {out: 16, kernel: 3, dilation: dilation, padding: half}
              name: gated
            - conv: {out: 4, kernel: 1}
              name: skip
            - add: {main: gated, shortcut: gated}
        stack:
          layers:
            - residual: {dilation: 2 ** index}
              repeat: 3
              name: layers
      layers:
        - stack: {}
          repeat: 2
          name: stacks
        - add: {skips: stacks.*.layers.*.skip, last: "stacks[1].layers[0 + 1].skip"}
          name: found
        - conv: {out: 4, kernel: 1}
          from: stacks[1].layers[2].gated
      """)
    let graph = network.graph
    let skips = (0..<2).flatMap { stack in (0..<3).map { "stacks.\(stack).layers.\($0).skip" } }
    #expect(try Self.inputs(of: "found", in: graph) == skips + ["stacks.1.layers.1.skip"])
    let found = try #require(graph.ids.first { graph.path(of: $0) == "found" })
    #expect(graph[found].branches == (0..<6).map { "skips.\($0)" } + ["last"])
    #expect(try Self.inputs(of: "conv", in: graph) == ["stacks.1.layers.2.gated"])
    try Self.expectSameWrittenFlat(network)
  }

  @Test func `a branch and a layer are there once for each of several, and index counts them`() throws {
    let network = try analyzed(
      """
      input: 8x32x32
      blocks:
        sum:
          params: {maps: layers}
          layers:
            - add:
                base: maps[0]
                map:
                  - conv: {out: 8, kernel: 1}
                    from: maps.*
                  - upsample: {scale: 2 ** index}
      layers:
        - conv: {out: 8, kernel: 3, stride: 2, padding: 1}
          repeat: 3
          first: {stride: 1}
          name: down
        - conv: {out: 4 * (index + 1), kernel: 1}
          from: down.*
          name: head
        - sum: {maps: down.*}
          name: sum
        - sum: {maps: ["down[0]", head.2]}
          name: pair
          when: false
      outputs: [head.0, head.1, head.2, sum]
      """)
    let graph = network.graph
    #expect(try Self.inputs(of: "head.1", in: graph) == ["down.1"])
    let heads = graph.ids.filter { graph.path(of: $0).hasPrefix("head.") }
    #expect(heads.map { graph.shape(of: $0).description } == ["4x32x32", "8x16x16", "12x8x8"])
    #expect(
      try Self.inputs(of: "sum.add", in: graph)
        == ["down.0"] + (0..<3).map { $0 == 0 ? "sum.map.0.upsample" : "sum.map.\($0).upsample" })
    try Self.expectSameWrittenFlat(network)
  }

  @Test func `a repetition can read the ones before it, and the first one something else`() throws {
    let network = try analyzed(
      """
      input: 8x32x32
      blocks:
        pair:
          params: {maps: layers}
          layers:
            - relu: {}
              from: maps.*
              name: side
            - add: {all: side.*}
              repeat: 2
              name: fused
      layers:
        - conv: {out: 8, kernel: 1}
          name: a
        - pair: {maps: "pairs[index - 1].fused.*"}
          first: {maps: [input, a]}
          repeat: 3
          name: pairs
      """)
    let graph = network.graph
    #expect(try Self.inputs(of: "pairs.0.side.1", in: graph) == ["a"])
    #expect(try Self.inputs(of: "pairs.2.side.1", in: graph) == ["pairs.1.fused.1"])
    #expect(try Self.inputs(of: "pairs.2.fused.0", in: graph) == ["pairs.2.side.0", "pairs.2.side.1"])
    try Self.expectSameWrittenFlat(network)
  }

  @Test func `a block that uses itself ends with its when`() throws {
    let network = try analyzed(
      """
      input: 8x64x64
      blocks:
        hourglass:
          params: {depth: }
          layers:
            - add:
                skip: [conv: {out: 8, kernel: 1}]
                low:
                  - max_pool: {kernel: 2}
                  - hourglass: {depth: depth - 1}
                    when: depth > 1
                  - upsample: {scale: 2}
      layers:
        - hourglass: {depth: 4}
      """)
    #expect(network.graph.layers.count { $0.operation.name == "max_pool" } == 4)
    #expect(network.graph.ids.compactMap { network.graph.shape(of: $0).spatial[0].value }.min() == 4)
    try Self.expectSameWrittenFlat(network)
  }

  @Test func `with several inputs a block that reads its parameters alone needs no from`() throws {
    let network = try analyzed(
      """
      inputs: {left: 3x8x8, right: 3x8x8}
      blocks:
        both:
          params: {maps: layers}
          layers:
            - concat: {maps: maps.*}
      layers:
        - both: {maps: [left, right]}
      """)
    #expect(network.graph.shape(of: LayerID(2)).description == "6x8x8")
  }

  @Test func `a block can begin with what a parameter gives, or with one of several`() throws {
    let network = try analyzed(
      """
      input: 8x8x8
      blocks:
        twice:
          layers:
            - conv: {out: 8, kernel: 1}
              repeat: 2
      layers:
        - relu: {}
          repeat: 2
          name: stack
        - sigmoid: {}
          from: stack.*
          name: side
        - add: {each: [{twice: {}, from: side.*}], last: [{twice: {}, from: side.1}]}
          name: sum
        - parameter: {shape: [8, 1, 1]}
          name: offset
        - twice: {}
          from: offset
        - add: {offset: [], map: sum}
      """)
    #expect(try Self.inputs(of: "sum.add", in: network.graph).count == 3)
  }

  @Test func `many layers can be given, and more than half a million are one message`() throws {
    func blocks(_ count: Int) -> String {
      (0..<count).map { "  a\($0): {params: {m: layers}, layers: [{a\($0 + 1): {m: [m.*, m.*]}}]}\n" }.joined()
        + "  a\(count): {params: {m: layers}, layers: [{add: {m: m.*}}]}\n"
    }
    let names = Array(repeating: "input", count: 1500).joined(separator: ", ")
    let network = try analyzed("input: 1x1x1\nblocks:\n\(blocks(1))layers: [{a0: {m: [\(names)]}}]\n")
    #expect(network.graph[LayerID(1)].inputs.count == 3000)
    let text = "fovea: 1\ninput: 1x1x1\nblocks:\n\(blocks(40))layers: [{a0: {m: [input]}}]\n"
    let findings = Specification(SourceText(path: "test.yaml", text: text)).elaborate().diagnostics
    #expect(findings.map(\.message) == ["blocks are given more than 500000 layers"])
  }

  @Test func `names that look like references are names`() throws {
    let network = try analyzed(
      """
      input: 3x8x8
      layers:
        - relu: {}
          name: a.*
        - sigmoid: {}
          name: b[0]
        - add: {one: a.*, other: "b[0]"}
      """)
    #expect(try Self.inputs(of: "add", in: network.graph) == ["a.*", "b[0]"])
  }
}
