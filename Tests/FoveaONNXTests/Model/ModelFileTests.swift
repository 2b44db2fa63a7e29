import Foundation
import Testing

@testable import FoveaONNX

@Suite struct ModelFileTests {
  @Test func `a model is read with its places of weights, and without them`() throws {
    let file = try Fixture.file("resnet18")
    #expect(file.opsets == ["": 17])
    #expect(file.producer == "pytorch")
    #expect(file.graph.nodes.count == 49)
    let conv = try #require(file.graph.nodes.first)
    #expect(conv.name == "/conv1/Conv" && conv.type == "Conv")
    #expect(conv.inputs == ["input", "onnx::Conv_193", "onnx::Conv_194"])
    guard case .integers(let pads) = conv.attributes["pads"] else {
      Issue.record("no pads")
      return
    }
    #expect(pads == [3, 3, 3, 3])
    let weight = try #require(file.graph.initializers.first { $0.name == "onnx::Conv_193" })
    #expect(weight.dims == [64, 3, 7, 7] && weight.type == .float32)
    guard case .external(let place) = weight.place else {
      Issue.record("not external")
      return
    }
    #expect(place.location == "weights_not_included.bin")
    #expect(file.graph.inputs.map(\.dims) == [[.known(1), .known(3), .known(224), .known(224)]])
  }

  @Test func `modules are read from the metadata of the newer exporter`() throws {
    let nodes = try Fixture.file("resnet18_dynamo").graph.nodes
    #expect(nodes[3].scopes == ["", "layer1", "layer1.0", "layer1.0.bn1", "_native_batch_norm_legit_no_training_1"])
  }

  @Test func `extents have names in a file with dynamic axes`() throws {
    let file = try Fixture.file("resnet18_dynamic")
    #expect(file.graph.inputs.first?.dims?.first == .named("batch"))
  }

  @Test func `functions are put where they are called, with their attributes`() throws {
    let function: Message = [
      .text(1, "f"), .text(10, "local"), .text(4, "a"), .text(5, "c"), .text(6, "slope"),
      .message(7, .node("LeakyRelu", ["a"], ["b"], with: [.text(1, "alpha"), .text(21, "slope"), .integer(20, 1)])),
      .message(7, .node("Relu", ["b"], ["c"])),
    ]
    var call = Message.node("f", ["x"], ["y"], name: "call", with: .attribute("slope", 0.25))
    call = Message([.raw(call.bytes), .text(7, "local")])
    let nodes = try ModelFile(FileBytes(Message.model(.graph([call]), functions: [function]).bytes)).graph.nodes
    #expect(nodes.map(\.type) == ["LeakyRelu", "Relu"])
    #expect(nodes[0].inputs == ["x"] && nodes[1].outputs == ["y"] && nodes[0].outputs == nodes[1].inputs)
    guard case .float(0.25) = nodes[0].attributes["alpha"] else {
      Issue.record("the attribute of the call is lost")
      return
    }
  }

  @Test func `a list stands in one field or in one for each entry`() throws {
    let apart = Message.node("Conv", ["x"], with: .attribute("pads", [1, 2]))
    let packed = Message.node("Conv", ["x"], with: [.text(1, "pads"), .integer(20, 7), .bytes(8, [1, 2])])
    for node in [apart, packed] {
      let file = try ModelFile(FileBytes(Message.model(.graph([node])).bytes))
      guard case .integers([1, 2]) = file.graph.nodes[0].attributes["pads"] else {
        Issue.record("not read")
        return
      }
    }
  }
}
