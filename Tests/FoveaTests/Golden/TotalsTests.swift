import FoveaGraph
import Testing

@Suite struct TotalsTests {
  /// All classification networks of torchvision.
  private static let names = [
    "alexnet", "convnext_tiny", "convnext_small", "convnext_base", "convnext_large", "densenet121", "densenet161",
    "densenet169", "densenet201", "efficientnet_b0", "efficientnet_b1", "efficientnet_b2", "efficientnet_b3",
    "efficientnet_b4", "efficientnet_b5", "efficientnet_b6", "efficientnet_b7", "efficientnet_v2_l",
    "efficientnet_v2_m", "efficientnet_v2_s", "googlenet", "inception_v3", "mnasnet0_5", "mnasnet0_75", "mnasnet1_0",
    "mnasnet1_3", "mobilenet_v2", "mobilenet_v3_large", "mobilenet_v3_small", "regnet_x_16gf", "regnet_x_1_6gf",
    "regnet_x_32gf", "regnet_x_3_2gf", "regnet_x_400mf", "regnet_x_800mf", "regnet_x_8gf", "regnet_y_128gf",
    "regnet_y_16gf", "regnet_y_1_6gf", "regnet_y_32gf", "regnet_y_3_2gf", "regnet_y_400mf", "regnet_y_800mf",
    "regnet_y_8gf", "resnet18", "resnet34", "resnet50", "resnet101", "resnet152", "resnext50_32x4d",
    "resnext101_32x8d", "resnext101_64x4d", "wide_resnet50_2", "wide_resnet101_2", "shufflenet_v2_x0_5",
    "shufflenet_v2_x1_0", "shufflenet_v2_x1_5", "shufflenet_v2_x2_0", "squeezenet1_0", "squeezenet1_1",
    "maxvit_t", "swin_b", "swin_s", "swin_t", "swin_v2_b", "swin_v2_s", "swin_v2_t", "vit_b_16", "vit_b_32",
    "vit_h_14", "vit_l_16", "vit_l_32", "vgg11",
    "vgg11_bn", "vgg13", "vgg13_bn", "vgg16", "vgg16_bn", "vgg19", "vgg19_bn",
  ]

  @Test(arguments: names)
  func `a network of torchvision has the measured totals`(name: String) throws {
    let analysis = try Zoo.analysis(name)
    let expected = try #require(try Golden.read("totals.json", as: [String: Golden.Totals].self)[name])
    let graph = analysis.graph
    #expect(analysis.totals.parameters == .known(expected.parameters))
    #expect(analysis.totals.buffers == .known(expected.buffers))
    #expect(analysis.totals.macs == .known(expected.macs))
    #expect(graph.inputs.map { numbers(graph.shape(of: $0)) } == [expected.input])
    #expect(graph.outputs.map { numbers(graph.shape(of: $0.layer)) } == [expected.output])
  }

  @Test func `every measured network is in the zoo`() throws {
    let measured = try Golden.read("totals.json", as: [String: Golden.Totals].self).keys
    #expect(Set(Self.names) == Set(measured))
    #expect(Self.names.count == 80)
  }

  /// Counted in the modules of timm 1.0.31; of PVT v2 the parameters are those of its weights there, and the macs are
  /// added up layer by layer.
  @Test(
    arguments: [
      ("deit_tiny", 5_717_416, 1_253_683_200), ("twins_svt_small", 24_060_776, 2_927_353_344),
      ("pvt_v2_b0", 3_666_760, 566_065_664),
    ])
  func `a hybrid of convolution and attention has the counted totals`(name: String, parameters: Int, macs: Int) throws {
    let analysis = try Zoo.analysis(name)
    #expect(analysis.totals.parameters == .known(parameters))
    #expect(analysis.totals.macs == .known(macs))
    #expect(analysis.graph.outputs.map { analysis.graph.shape(of: $0.layer).description } == ["1000"])
  }

  @Test func `the U-Net has 31 million parameters and loses its border`() throws {
    let analysis = try Zoo.analysis("unet")
    #expect(analysis.totals.parameters == .known(31_030_658))
    #expect(analysis.graph.outputs.map { analysis.graph.shape(of: $0.layer).description } == ["2x388x388"])
  }
}
