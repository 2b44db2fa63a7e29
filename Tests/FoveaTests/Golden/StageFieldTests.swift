import FoveaGraph
import Testing

@Suite struct StageFieldTests {
  @Test(arguments: [
    "alexnet", "vgg11", "vgg16", "resnet18", "resnet50", "resnet152", "resnext50_32x4d", "squeezenet1_0",
    "mobilenet_v2", "mobilenet_v3_small", "efficientnet_b0", "convnext_tiny", "fcn_resnet50", "unet",
  ])
  func `every stage has the measured receptive field on both axes`(name: String) throws {
    let analysis = try Zoo.analysis(name)
    let measured = try Golden.read("receptive_fields.json", as: [String: [String: Golden.Field]].self)
    let stages = try #require(try Golden.read("stages.json", as: [String: [String: String]].self)[name])
    let expected = try #require(measured[name])
    #expect(Set(stages.keys) == Set(expected.keys))
    for (stage, path) in stages {
      let comment = Comment(rawValue: "\(stage), here \(path)")
      let layer = try #require(analysis.graph.layer(at: path), comment)
      let axes = try #require(analysis.receptiveFields[layer]?.axes, comment)
      #expect(axes.count == 2, comment)
      let field = try #require(expected[stage], comment)
      for axis in axes {
        #expect(axis.size == field.size, comment)
        #expect(axis.stride == field.stride, comment)
        #expect(axis.padding == field.padding, comment)
        expect(axis, seesWhat: field, comment)
      }
    }
  }

  private func expect(_ axis: AxisField, seesWhat field: Golden.Field, _ comment: Comment) {
    #expect(axis.distinct == field.distinct, comment)
    guard let phases = field.phases else {
      #expect(axis.phases == nil, comment)
      return
    }
    #expect(phases.count == 16, comment)
    let seen = phases.compactMap { phase in
      axis.window.rows(ofUnit: phase[0]).map { [phase[0], $0.first, $0.last, $0.count] }
    }
    #expect(seen == phases, comment)
    #expect(axis.phases?.period == axis.window.period, comment)
  }

  @Test(arguments: [
    ("mobilenet_v3_small", ["bneck"] + (4...11).map { "bneck_\($0)" }),
    (
      "efficientnet_b0",
      [("stage1", 1), ("stage2", 2), ("stage3", 2), ("stage4", 3), ("stage5", 3), ("stage6", 4), ("stage7", 1)]
        .flatMap { stage, count in (0..<count).map { "\(stage).\($0)" } }
    ),
  ])
  func `behind a gate the field is global, through the gates before it`(name: String, blocks: [String]) throws {
    let analysis = try Zoo.analysis(name)
    let graph = analysis.graph
    let stages = try #require(try Golden.read("stages.json", as: [String: [String: String]].self)[name])
    let gates = blocks.map { "\($0).squeeze_excite.gate.global_avg_pool" }
    #expect(gates.allSatisfy { graph.layer(at: $0) != nil })
    var global = 0
    for path in stages.values {
      let layer = try #require(graph.layer(at: path))
      let field = try #require(analysis.receptiveFields[layer])
      let before = gates.filter { graph.layer(at: $0).map { $0 < layer } == true }
      #expect(analysis.receptiveFields.gatheringLayers(of: field).map(graph.path(of:)) == before, "\(path)")
      #expect(field.isGlobal == !before.isEmpty, "\(path)")
      #expect(field.axes != nil, "\(path)")
      global += field.isGlobal ? 1 : 0
    }
    #expect(global == stages.count - 1)

    let output = try #require(graph.outputs.first.flatMap { analysis.receptiveFields[$0.layer] })
    #expect(output.isGlobal && output.axes == nil)
    #expect(analysis.receptiveFields.gatheringLayers(of: output).map(graph.path(of:)) == gates + ["global_avg_pool"])
  }
}
