import FoveaGraph
import Testing

@Suite struct LayerListingTests {
  /// The operators that are compared, by their names in torch.
  private static let operators = [
    "Conv2d": "conv", "ConvTranspose2d": "conv_transpose", "Linear": "linear", "BatchNorm2d": "batch_norm",
    "LayerNorm": "layer_norm", "torchvision.LayerNorm2d": "layer_norm",
  ]

  @Test(arguments: [
    "alexnet", "convnext_tiny", "efficientnet_b0", "fcn_resnet50", "mobilenet_v2", "mobilenet_v3_small", "resnet152",
    "resnet18", "resnet50", "resnext50_32x4d", "squeezenet1_0", "unet", "vgg16", "vgg16_bn",
  ])
  func `convolutions, linear layers and normalisations are those that were measured, in order`(name: String) throws {
    let analysis = try Zoo.analysis(name)
    let graph = analysis.graph
    let listing: Golden.Listing = try Golden.read("layers/\(name).json")
    #expect(analysis.totals.parameters == .known(listing.parameters))
    #expect(analysis.totals.macs == .known(listing.macs))
    #expect(graph.inputs.map { numbers(graph.shape(of: $0)) } == [listing.input])

    let expected = listing.layers.filter { Self.operators[$0.type] != nil }
    let wanted = Set(Self.operators.values)
    let found = graph.ids.filter { wanted.contains(graph[$0].operatorName) }
    #expect(found.count == expected.count)
    for (id, layer) in zip(found, expected) {
      let cost = analysis.costs[id.position]
      let comment = Comment(rawValue: "\(graph.path(of: id)), in torch \(layer.name)")
      #expect(graph[id].operatorName == Self.operators[layer.type], comment)
      #expect(graph[id].inputs.map { numbers(graph.shape(of: $0)) } == layer.input, comment)
      #expect(numbers(graph.shape(of: id)) == layer.output, comment)
      #expect(cost.parameters == Figure(layer.parameters), comment)
      #expect(cost.macs == Figure(layer.macs), comment)
    }
  }
}
