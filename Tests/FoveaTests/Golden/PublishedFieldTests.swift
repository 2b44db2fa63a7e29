import FoveaGraph
import Testing

/// The table of Araujo, Norris and Sim, *Computing Receptive Fields of Convolutional Neural Networks*, Distill 2019.
@Suite struct PublishedFieldTests {
  @Test(arguments: [
    ("inception_v4", 2_071, 32, 998),
    ("inception_resnet_v2", 3_039, 32, 1_482),
    ("inception_v3", 1_311, 32, 618),
    ("mobilenet_v1", 315, 32, 126),
    ("mobilenet_v1_0_75", 315, 32, 126),
    ("mobilenet_v1_0_5", 315, 32, 126),
    ("mobilenet_v1_0_25", 315, 32, 126),
    ("resnet_v1_50", 483, 32, 239),
    ("resnet_v1_101", 1_027, 32, 511),
    ("resnet_v1_152", 1_507, 32, 751),
    ("resnet_v1_200", 1_763, 32, 879),
  ])
  func `the last map before global pooling has the published field`(
    name: String, size: Int, stride: Int, padding: Int
  ) throws {
    let analysis = try Zoo.analysis(name)
    let graph = analysis.graph
    let pooling = try #require(graph.ids.last { graph[$0].operatorName == "global_avg_pool" })
    let map = try #require(graph[pooling].inputs.first)
    let axes = try #require(analysis.receptiveFields[map]?.axes)
    #expect(axes.count == 2)
    for axis in axes {
      #expect(axis.size == size)
      #expect(axis.stride == stride)
      #expect(axis.padding == padding)
    }
  }

  @Test func `with the stride on the 3x3 a ResNet sees less than with the stride on the 1x1`() throws {
    for (name, size) in [("resnet50", 427), ("resnet_v1_50", 483)] {
      let analysis = try Zoo.analysis(name)
      let stage = try #require(analysis.graph.layer(at: "layer4"))
      #expect(analysis.receptiveFields[stage]?.axes?.map(\.size) == [size, size])
    }
  }
}
