import Foundation
import FoveaGraph
import FoveaLanguage
import FoveaText
import Testing

@testable import FoveaONNX

@Suite struct NetworkTests {
  private func network(_ fixture: Fixture) throws -> ONNXNetwork {
    let file = try fixture.file
    // Of a file with names for extents the sizes are stated that the others have.
    return try ONNXNetwork(file, name: fixture.name, inputs: [file.graph.inputs[0].name: fixture.expected.input])
  }

  @Test(arguments: Fixture.all)
  func `the multiply-accumulates are those that torch counts, opaque layers included`(fixture: Fixture) throws {
    let analysis = AnalyzedGraph(try network(fixture).graph)
    guard let macs = fixture.expected.macs else { return }
    #expect(analysis.totals.macs == .known(macs / fixture.expected.input[0]))
    #expect(analysis.diagnostics.allSatisfy { $0.severity != .error })
  }

  @Test(arguments: Fixture.own)
  func `convolutional networks have no opaque layer, and all stored numbers are weights`(fixture: Fixture) throws {
    let network = try network(fixture)
    #expect(network.opaque.isEmpty)
    let graph = network.graph
    let stored = graph.ids.flatMap { graph.arrays(of: $0) }.reduce(0) { $0 + $1.shape.reduce(1, *) }
    #expect(stored == fixture.expected.weight_elements)
    let outputs = graph.outputs.map { graph.shape(of: $0.layer).extents.map(\.value) }
    #expect(outputs == fixture.expected.outputs.map { $0.dropFirst().map(\.value) })
    for (id, weights) in zip(graph.ids, network.weights) {
      #expect(Set(graph.arrays(of: id).map(\.name)) == Set(weights.keys), "\(graph.path(of: id))")
    }
  }

  @Test(arguments: ["resnet18", "resnet18_dynamo", "resnet50_bn_kept"])
  func `layers have the names of the modules that they are`(name: String) throws {
    let graph = try ONNXNetwork(Fixture.file(name), name: name).graph
    let paths = Set(graph.ids.map { graph.path(of: $0) })
    #expect(paths.count == graph.layers.count)
    for path in ["conv1", "layer1.0.conv1", "layer2.0.conv2", "layer4.1.conv2", "maxpool", "fc"] {
      #expect(paths.contains(path), "\(path)")
    }
  }

  @Test func `eight images of a file are one of the network`() throws {
    let eight = AnalyzedGraph(try ONNXNetwork(Fixture.file("resnet18_batch8"), name: "n").graph)
    let one = AnalyzedGraph(try ONNXNetwork(Fixture.file("resnet18"), name: "n").graph)
    #expect(eight.totals.macs == one.totals.macs)
    #expect(eight.graph.outputs.map { eight.graph.shape(of: $0.layer) } == [Shape(channels: Extent(1_000))])
  }

  /// The fields of the convolutions of a network, in the order of their sizes.
  private func fields(_ graph: Graph) -> [String] {
    let fields = AnalyzedGraph(graph).receptiveFields
    return graph.ids.compactMap { id -> String? in
      guard case .conv = graph[id].operation, let axes = fields[id]?.axes else { return nil }
      return axes.map { "\($0.size)/\($0.stride.map(String.init) ?? "?")/\($0.padding.map(String.init) ?? "?")" }
        .joined(separator: " ")
    }.sorted()
  }

  @Test(arguments: [
    ("resnet18", "resnet"), ("resnet50", "resnet"), ("mobilenet_v2", "mobilenet_v2"),
    ("mobilenet_v3_small", "mobilenet_v3"), ("densenet121", "densenet"), ("googlenet", "googlenet"),
    ("inception_v3", "inception_v3"), ("squeezenet1_0", "squeezenet"), ("shufflenet_v2_x1_0", "shufflenet_v2"),
    ("vgg16_bn", "vgg"), ("alexnet", "alexnet"), ("mnasnet1_0", "mnasnet"), ("efficientnet_b0", "efficientnet"),
    ("convnext_tiny", "convnext"), ("regnet_y_400mf", "regnet"),
  ])
  func `receptive fields are those of the description`(name: String, description: String) throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../specs/zoo/\(description).yaml")
    let text = String(decoding: try Data(contentsOf: path), as: UTF8.self)
    let specification = Specification(SourceText(path: path.path(), text: text))
    var options = Specification.Options()
    if specification.variants.contains(name) { options.variant = name }
    let described = try #require(specification.elaborate(options).graph)
    let found = fields(try ONNXNetwork(Fixture.file(name), name: name).graph)
    #expect(!found.isEmpty)
    #expect(found == fields(described))
  }
}
