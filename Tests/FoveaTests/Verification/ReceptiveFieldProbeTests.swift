import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaNumerics
import Testing

@Suite struct ReceptiveFieldProbeTests {
  static let networks =
    SmallNetworks.all + [
      """
      input: 1x33
      layers:
        - conv: {out: 2, kernel: 3, dilation: 2, padding: 2}
        - conv: {out: 2, kernel: 3, dilation: 4, padding: 4}
        - max_pool: {kernel: 2, ceil: true}
        - conv_transpose: {out: 1, kernel: 3, stride: 2}
        - avg_pool: {kernel: 3, stride: 1, padding: 1}
      """,
      """
      input: 3x24x24
      layers:
        - pixel_unshuffle: {factor: 2}
        - conv: {out: 8, kernel: 3, padding: 1}
        - multiply:
            map: []
            gate: [{global_avg_pool: }, {conv: {out: 8, kernel: 1}}, {sigmoid: }]
        - pixel_shuffle: {factor: 2}
        - upsample: {scale: 2, mode: bilinear}
        - conv: {out: 2, kernel: [5, 1], stride: [3, 1]}
        - adaptive_avg_pool: {size: 4}
        - group_norm: {groups: 1}
        - flatten
        - linear: {out: 3}
      """,
      """
      input: 2x24x16
      layers:
        - concat:
            axis: height
            fine: [{conv: {out: 2, kernel: 3, padding: 1}}]
            coarse: [{max_pool: {kernel: 2}}, {upsample: {scale: [1, 2]}}]
        - conv: {out: 2, kernel: 5, padding: 2}
        - max_pool: {kernel: 2}
        - concat: {axis: width, left: [], right: [{conv: {out: 2, kernel: 3, padding: 1}}, {global_avg_pool: }, \
      {upsample: {size: [18, 3]}}]}
        - conv: {out: 2, kernel: 3}
      """,
      """
      input: 2x40
      layers:
        - conv: {out: 6, kernel: 4, stride: 4}
        - concat: {axis: length, class: [{parameter: {shape: [6, 1]}}], patches: []}
        - add: {tokens: [], positions: [{parameter: {shape: [6, 11]}}, {relu: }]}
        - conv: {out: 6, kernel: 3}
      """,
      """
      input: 3x28x36
      layers:
        - conv: {out: 4, kernel: 3, padding: 1}
        - attention: {heads: 2, window: [4, 5]}
        - attention: {heads: 2, window: [4, 5], shift: 2}
        - concat:
            even: [{slice: {axis: height, step: 2}}, {slice: {axis: width, step: 2}}]
            odd: [{slice: {axis: height, start: 1, step: 2}}, {slice: {axis: width, step: 2}}]
        - linear: {out: 4}
        - attention: {heads: 2, window: 3, shift: 1}
        - roll: {axis: width, by: -2}
        - attention: {heads: 2, grid: [2, 3]}
        - upsample: {scale: 2}
        - attention: {heads: 2, window: 6, shift: 3}
        - conv: {out: 2, kernel: 3, stride: 2, padding: 1}
      """,
      """
      input: 3x24x32
      layers:
        - conv: {out: 4, kernel: 4, stride: 4}
        - flatten: {axes: spatial}
        - class_token
        - position_embedding
        - add: {main: [layer_norm, {attention: {heads: 2}}], shortcut: []}
        - slice: {axis: length, start: 1}
        - reshape: {shape: [4, 6, 8]}
        - conv: {out: 4, kernel: 3}
        - select: {axis: height, index: 1}
        - conv: {out: 4, kernel: 3}
      """,
      """
      input: 3x24x32
      layers:
        - conv: {out: 4, kernel: 4, stride: 4}
        - flatten: {axes: spatial}
        - class_token
        - add: {main: [layer_norm, {attention: {heads: 2}}], shortcut: []}
        - select: {index: 0}
        - linear: {out: 5}
      """,
      """
      input: 2x17x34
      layers:
        - crop: {margin: 1}
        - conv: {out: 2, kernel: 2, padding: same}
        - upsample: {scale: 2}
        - pad: {padding: 1}
      """,
      """
      input: 1x8x9x10
      layers:
        - conv: {out: 4, kernel: 3, padding: 1, dilation: 3}
        - pad: {padding: 1}
        - conv: {out: 1, kernel: 2}
        - conv: {out: 4, kernel: 3, padding: 1}
      """,
      """
      input: 2x13x14
      layers:
        - conv_transpose: {out: 4, kernel: 3, stride: 2}
        - pad: {padding: 1}
        - pad: {padding: [0, 2]}
        - conv: {out: 2, kernel: 5, padding: half}
        - upsample: {scale: 2, mode: bilinear}
      """,
    ]

  @Test(arguments: networks) func `units depend on the rows that the analysis tells`(text: String) throws {
    let probe = try ReceptiveFieldProbe(try analyzed(text))
    for layer in probe.layers {
      #expect(layer.agrees, "\(probe.analysis.graph.path(of: layer.id)): \(layer)")
    }
    #expect(probe.passed && probe.layers.flatMap { $0.axes ?? [] }.contains { $0.interior > 1 && $0.size ?? 0 > 1 })
  }

  @Test func `small networks of the zoo agree with their analysis`() throws {
    for name in ["lenet5", "shufflenet_v2_x0_5"] {
      var options = Specification.Options()
      let network = try #require(Zoo.networks.first { $0.name == name })
      options.variant = network.specification.variants.isEmpty ? nil : name
      if name != "lenet5" { options.inputs = [(nil, Shape(channels: Extent(3), spatial: [Extent(40), Extent(33)]))] }
      let graph = try #require(network.specification.elaborate(options).graph)
      let probe = try ReceptiveFieldProbe(AnalyzedGraph(graph))
      #expect(probe.passed && probe.layers.count { !$0.isUnknown } > 10, "\(name)")
    }
  }

  /// Rows that a layer cuts away, or leaves out behind its last window, are not seen where the next layer pads.
  @Test(arguments: [
    "input: 1x32\nlayers:\n  - crop: {margin: 2}\n  - conv: {out: 1, kernel: 3, padding: 1}\n",
    "input: 1x32\nlayers:\n  - max_pool: {kernel: 3, stride: 2}\n  - conv: {out: 1, kernel: 5, padding: 2}\n",
    "input: 1x9x14\nlayers:\n  - crop: {margin: [[3, 0], [0, 2]]}\n  - avg_pool: {kernel: 3, stride: 1, padding: 1}\n",
    "input: 1x21\nlayers:\n  - conv: {out: 1, kernel: 4, stride: 4}\n  - pad: {padding: 2}\n  - conv: {out: 1, kernel: 2}\n",
  ]) func `what was cut away is not seen at the new border`(text: String) throws {
    let probe = try ReceptiveFieldProbe(try analyzed(text))
    #expect(probe.passed)
    let axis = try #require(probe.layers.last?.axes?[0])
    #expect(axis.interior > 0 && axis.interior < axis.units)
  }

  @Test(arguments: [
    "input: 2x6x8\nlayers:\n  - conv: {out: 2, kernel: 3, padding: 1}\n  - reshape: {shape: [2, 48]}\n"
      + "  - conv: {out: 2, kernel: 3, padding: 1}\n",
    "input: 2x6x8\nlayers:\n  - permute: {order: [0, 2, 1]}\n  - conv: {out: 2, kernel: [5, 1], padding: [2, 0]}\n"
      + "  - permute: {order: [0, 2, 1]}\n",
    "input: 2x4x6\nlayers:\n  - reshape: {shape: [2, 24]}\n  - relu\n  - reshape: {shape: [2, 4, 6]}\n"
      + "  - conv: {out: 2, kernel: 3, padding: 1}\n",
    "input: 2x1x16\nlayers:\n  - reshape: {shape: [2, 16]}\n  - conv: {out: 2, kernel: 5, stride: 2}\n",
  ]) func `units of exchanged axes and of tokens depend on the rows that the analysis tells`(text: String) throws {
    let probe = try ReceptiveFieldProbe(try analyzed(text))
    #expect(probe.passed, "\(probe.layers)")
    #expect(probe.layers.allSatisfy { !$0.isUnknown && $0.axes?.allSatisfy { $0.interior > 0 } == true })
  }

  @Test(arguments: [
    "conv: {out: 2, kernel: 3, dilation: 2, padding: 2}", "conv: {out: 2, kernel: 5, stride: 2, padding: 2}",
    "conv: {out: 2, kernel: 3, padding: 1}", "conv: {out: 2, kernel: [5, 3], padding: half}",
  ]) func `another window than the analysis tells is found`(layer: String) throws {
    func chain(_ layer: String) -> String { "input: 1x16x16\nlayers:\n  - relu\n  - \(layer)\n" }
    let told = try analyzed(chain("conv: {out: 2, kernel: 5, padding: 2}")).receptiveFields
    let analysis = try analyzed(chain(layer))
    #expect(try ReceptiveFieldProbe(analysis).passed)
    let probe = try ReceptiveFieldProbe(analysis, against: told)
    #expect(!probe.passed && probe.layers[1].agrees && !probe.layers[2].agrees)
    #expect(probe.layers[2].axes?.contains { $0.disagreement != nil } == true)
  }

  @Test func `what is joined with a parameter sees what it saw before`() throws {
    let analysis = try analyzed(
      """
      input: 2x12x12
      layers:
        - conv: {out: 6, kernel: 3}
        - add: {map: [], bias: [{parameter: {shape: [6, 1, 1]}}, {conv: {out: 6, kernel: 1}}, {global_avg_pool: }]}
        - multiply: {gain: [{parameter: {shape: [6, 10, 10]}}], map: []}
      """)
    let (graph, fields) = (analysis.graph, analysis.receptiveFields)
    let field = try #require(fields[LayerID(1)])
    #expect(graph.ids.map { fields[$0]?.seesNothing } == [false, false, true, true, true, false, true, false])
    #expect(fields[LayerID(5)] == field && fields[LayerID(7)] == field && !field.isGlobal)
    #expect(analysis.costs[2].parameters == 6 && analysis.costs[2].macs == 0 && analysis.activationBytes[2] == 0)
    #expect(try ReceptiveFieldProbe(analysis).passed)
  }

  /// Gates that arrange what they have pooled, and layers behind a gate whose windows nobody knows.
  @Test(arguments: [
    (
      "multiply: {map: [], gate: [global_avg_pool, reshape: {shape: [2, 2]}, {softmax: }, reshape: {shape: [4, 1, 1]}]}",
      0
    ),
    ("multiply: {map: [], gate: [global_max_pool, permute: {order: [1, 2, 0]}, reshape: {shape: [4, 1, 1]}]}", 0),
    ("multiply: {map: [], gate: [global_avg_pool, opaque: {shape: [4, 1, 1]}]}", 0),
    ("multiply: {map: [opaque: {shape: [4, 9, 9]}], gate: [global_avg_pool]}", 2),
  ]) func `what gathers the whole map agrees, and what is not known is no disagreement`(
    layer: String, unknown: Int
  ) throws {
    let text = "input: 4x9x9\nlayers:\n  - conv: {out: 4, kernel: 3, padding: 1}\n  - \(layer)\n"
    let probe = try ReceptiveFieldProbe(try analyzed(text))
    #expect(probe.passed, "\(probe.layers)")
    #expect(probe.layers.count(where: \.isUnknown) == unknown)
  }

  @Test func `an unknown path behind a gate is no disagreement`() throws {
    let gated = "input: 4x9x9\nlayers:\n  - instance_norm\n  - opaque: {shape: [4, 9, 9]}\n  - relu\n"
    let probe = try ReceptiveFieldProbe(try analyzed(gated))
    #expect(probe.passed && probe.layers.map(\.isUnknown) == [false, false, true, true])
  }

  /// Rows that units see beside each other, far from each other, of both ends at once, and all of them.
  @Test(arguments: [
    "conv: {out: 1, kernel: 3, padding: 1}", "conv: {out: 1, kernel: 3, dilation: 1024}",
    "concat: {axis: length, end: [{crop: {margin: [[3000, 0]]}}], start: [{crop: {margin: [[0, 3000]]}}]}",
    "avg_pool: {kernel: 900, stride: 300}", "conv: {out: 1, kernel: 3900}",
    "add: {near: [], far: [{pad: {padding: [[1000, 0]]}}, {crop: {margin: [[0, 1000]]}}]}",
  ]) func `the rows of long inputs are told apart`(layer: String) throws {
    let analysis = try analyzed("input: 1x4000\nlayers:\n  - \(layer)\n  - conv: {out: 1, kernel: 3, stride: 2}\n")
    let probe = try ReceptiveFieldProbe(analysis)
    #expect(probe.passed, "\(probe.layers)")
    #expect(probe.layers.last?.axes?.allSatisfy { $0.interior > 0 } == true)
  }

  @Test func `one wrong row of a long input is found`() throws {
    func chain(_ kernel: Int, _ dilation: Int) throws -> AnalyzedGraph {
      try analyzed(
        "input: 1x5000\nlayers:\n  - conv: {out: 1, kernel: \(kernel), dilation: \(dilation), padding: \(dilation)}\n")
    }
    for (one, other) in [((3, 1), (3, 2)), ((3, 700), (3, 701)), ((2, 4000), (2, 4001))] {
      let probe = try ReceptiveFieldProbe(chain(one.0, one.1), against: chain(other.0, other.1).receptiveFields)
      #expect(probe.layers[0].agrees && !probe.layers[1].agrees)
    }
  }

  @Test(arguments: ["1x100000000", "1x5000x5000", "1x400x400x400"]) func `maps that are too large are refused`(
    input: String
  ) throws {
    let analysis = try analyzed("input: \(input)\nlayers:\n  - conv: {out: 2, kernel: 3}\n")
    let error = #expect(throws: ExecutionError.self) { try ReceptiveFieldProbe(analysis) }
    #expect(error?.description.contains("maps of at most 16777216") == true)
  }

  @Test func `a size that is not known is refused`() throws {
    let analysis = try analyzed("input: 1x?x8\nlayers:\n  - relu\n")
    #expect(throws: ExecutionError.self) { try ReceptiveFieldProbe(analysis) }
  }
}
