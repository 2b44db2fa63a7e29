import Testing

@testable import FoveaONNX

@Suite struct BadFileTests {
  /// A file that is damaged, or says what cannot be, and what is told of it.
  struct Case: CustomTestStringConvertible, Sendable {
    let bytes: [UInt8]
    let message: String

    init(_ message: String, _ file: Message) { (bytes, self.message) = (file.bytes, message) }

    init(_ message: String, bytes: [UInt8]) { (self.bytes, self.message) = (bytes, message) }

    var testDescription: String { message }
  }

  private static let relu = Message.model(.graph([.node("Relu")]))

  private static func node(_ node: Message) -> Message { .model(.graph([node])) }

  private static func stored(_ tensor: Message) -> Message { .model(.graph([.node("Relu")], initializers: [tensor])) }

  private static func external(_ key: String, _ value: String) -> Message.Field {
    .message(13, [.text(1, key), .text(2, value)])
  }

  private static func nested(_ depth: Int) -> Message {
    var graph = Message.graph([.node("Relu")])
    for _ in 0..<depth { graph = .graph([.node("If", ["x"], ["y"], with: .attribute("then_branch", graph: graph))]) }
    return .model(graph)
  }

  static let damaged: [Case] = [
    Case("the file is empty, no ONNX model", bytes: []),
    Case("the file has no graph; is it an ONNX model?", [.integer(1, 8)]),
    Case(
      "this is no ONNX model: byte 0, in the model: field 14 is of the kind 7, which does not exist",
      bytes: Array("what is this?".utf8)),
    Case(
      "this is no ONNX model: byte 0, in the model: there is no field 0", bytes: [0, 0]),
    Case(
      "this is no ONNX model: byte 0, in the model: field 1 is a group, which ONNX has none of",
      bytes: [11, 12]),
    Case(
      "byte 4, in the model: field 7 has 30 bytes, but only 1 are left", bytes: [8, 8, 66, 0, 58, 30, 0]),
    Case(
      "byte 2, in the model: field 7 has 18446744073709551615 bytes, but only 0 are left",
      bytes: [8, 8, 58] + Array(repeating: 255, count: 9) + [1]),
    Case(
      "byte 1, in the model: field 1 has more than 64 bits", bytes: [8] + Array(repeating: 255, count: 10)),
    Case("byte 3, in the model: field 5 is cut off", bytes: [8, 8, 45, 1, 2]),
    Case("byte 1, in the model: field 1 is cut off", bytes: [8, 128]),
    Case("byte 3, in the model: field 1 is cut off", bytes: [8, 8, 9, 0]),
    Case("byte 0, in the model: `ir_version` is 1 byte, expected an integer", [.text(1, "8")]),
    Case("byte 2, in the model: `graph` is an integer, expected a message", [.integer(1, 8), .integer(7, 1)]),
    Case(
      "byte 10, in a node: `input` is no text in UTF-8",
      node([.bytes(1, [0xFF]), .text(4, "Relu")])),
    Case(
      "byte 10, in a node: `op_type` is an integer, expected a text", node([.integer(4, 1)])),
  ]

  static let models: [Case] = [
    Case("the file states no version of its format; is it an ONNX model?", .model(.graph([]), version: 0)),
    Case(
      "the file states no version of ONNX's operator set; versions 7 to 25 are read",
      .model(.graph([.node("Relu")]), opset: nil)),
    Case(
      "the file is of version 6 of ONNX's operator set; versions 7 to 25 are read",
      .model(.graph([.node("Relu")]), opset: 6)),
    Case(
      "the file is of version 999 of ONNX's operator set; versions 7 to 25 are read",
      .model(.graph([.node("Relu")]), opset: 999)),
    Case(
      "the file has 2 graphs, expected one", Message([.raw(relu.bytes), .message(7, .graph([.node("Relu")]))])),
    Case("the graph has no nodes", .model(.graph([], outputs: [.value("x", nil)]))),
    Case("the graph has no outputs", .model(.graph([.node("Relu")], outputs: []))),
    Case("an input of the graph has no name", .model(.graph([.node("Relu")], inputs: [.value("", [1])]))),
    Case(
      "the output `z` of the graph is given by no node", .model(.graph([.node("Relu")], outputs: [.value("z", nil)]))),
    Case(
      "the value `x` is given twice", .model(.graph([.node("Relu")], inputs: [.value("x", [1]), .value("x", [1])]))),
  ]

  static let nodes: [Case] = [
    Case("the node that gives `y` has no operator", node(.node(""))),
    Case("the node `a` reads `w`, which nothing gives", node(.node("Add", ["x", "w"], name: "a"))),
    Case(
      "the node `a` reads `imput`, which nothing gives; did you mean `input`?",
      .model(.graph([.node("Relu", ["imput"], name: "a")], inputs: [.value("input", [1])]))),
    Case(
      "the node `a` reads `b`, which the node that gives `b` gives only behind it: "
        + "the nodes have to be in order, no circle",
      .model(.graph([.node("Relu", ["b"], ["y"], name: "a"), .node("Relu", ["y"], ["b"])]))),
    Case(
      "the node `self` reads `y`, which the node `self` gives only behind it: the nodes have to be in order, no circle",
      node(.node("Relu", ["y"], ["y"], name: "self"))),
    Case("the value `y` is given twice", .model(.graph([.node("Relu"), .node("Tanh")]))),
    Case("the value `x` is given twice", node(.node("Relu", ["x"], ["x"]))),
    Case(
      "byte 40: a node has the attribute `axis` twice",
      node(.node("Softmax", with: .attribute("axis", 1), .attribute("axis", 1)))),
    Case(
      "the attribute `axis` is of the type 4, and has no such value",
      node(.node("Softmax", with: [.text(1, "axis"), .integer(20, 4)]))),
    Case(
      "the attribute `axis` is of the type 77, and has no such value",
      node(.node("Softmax", with: [.text(1, "axis"), .integer(20, 77)]))),
    Case(
      "the attribute `mode` is no text in UTF-8",
      node(.node("Pad", with: [.text(1, "mode"), .bytes(4, [0xC0]), .integer(20, 3)]))),
    Case(
      "the node `inner` reads `lost`, which nothing gives",
      node(
        .node(
          "If", ["x"], ["y"],
          with: .attribute("then_branch", graph: .graph([.node("Relu", ["lost"], name: "inner")], inputs: []))))),
    Case("graphs are within each other more than 16 deep", nested(17)),
    Case("the node that gives `\\u{202E}z` has no operator", node(.node("", ["x"], ["\u{202E}z"]))),
  ]

  static let tensors: [Case] = [
    Case("an initializer has no name", stored(.tensor("", [1], integers: [1]))),
    Case(
      "the value `w` is given twice",
      .model(.graph([.node("Relu")], initializers: [.tensor("w", [1], integers: [1]), .tensor("w", [1])]))),
    Case(
      "the tensor `w` has the type 99, which does not exist", stored([.text(8, "w"), .integer(2, 99)])),
    Case("the tensor `w` has the type 0, which does not exist", stored([.text(8, "w")])),
    Case("the tensor `w` has an extent of -1", stored(.tensor("w", [-1]))),
    Case(
      "the tensor `w` has more values than 64 bits can count: 4294967296x4294967296",
      stored(.tensor("w", [1 << 32, 1 << 32]))),
    Case("the tensor `w` takes 24 bytes, but 16 are there", stored(.tensor("w", [3], integers: [1, 2]))),
    Case(
      "`dims` has more than 64 entries", stored(.tensor("w", Array(repeating: 1, count: 65)))),
    Case(
      "the external data of the tensor `w` is at `../secret`, but it has to be in the model's folder",
      stored(.tensor("w", [1], at: "../secret"))),
    Case(
      "the external data of the tensor `w` is at `a/../../b`, but it has to be in the model's folder",
      stored(.tensor("w", [1], at: "a/../../b"))),
    Case(
      "the external data of the tensor `w` is at `/etc/passwd`, but it has to be in the model's folder",
      stored(.tensor("w", [1], at: "/etc/passwd"))),
    Case(
      "the external data of the tensor `w` is at `c:\\w`, but it has to be in the model's folder",
      stored(.tensor("w", [1], at: "c:\\w"))),
    Case("the external data of the tensor `w` has no location", stored(.tensor("w", [1], at: nil))),
    Case(
      "the external data of the tensor `w` has the offset `-8`, expected a number of bytes",
      stored(.tensor("w", [1], and: external("offset", "-8")))),
    Case(
      "the external data of the tensor `w` has the length `many`, expected a number of bytes",
      stored(.tensor("w", [1], and: external("length", "many")))),
    Case(
      "the external data of the tensor `w` ends beyond any file",
      stored(.tensor("w", [1], and: external("offset", "9223372036854775807"), external("length", "4")))),
    Case(
      "the tensor `w` takes 4 bytes, but its external data has 8",
      stored(.tensor("w", [1], and: external("length", "8")))),
    Case("a tensor in segments is not read", stored([.text(8, "w"), .integer(2, 1), .message(3, [])])),
    Case(
      "the graph has a sparse initializer, which is not read",
      .model([.message(1, .node("Relu")), .message(15, [])])),
    Case(
      "the tensor `w` is of texts, which cannot be in `raw_data`",
      stored([.text(8, "w"), .integer(2, 8), .bytes(9, [1])])),
  ]

  static let functions: [Case] = [
    Case(
      "the function `f` calls itself, or others more than 32 deep",
      .model(
        .graph([.node("f")]),
        functions: [[.text(1, "f"), .text(4, "a"), .text(5, "b"), .message(7, .node("f", ["a"], ["b"]))]])),
    Case(
      "the node `call` calls `f` with more inputs or outputs than it has",
      .model(
        .graph([.node("f", ["x", "x"], name: "call")]),
        functions: [[.text(1, "f"), .text(4, "a"), .text(5, "b"), .message(7, .node("Relu", ["a"], ["b"]))]])),
  ]

  @Test(arguments: damaged + models + nodes + tensors + functions)
  func `a bad file is refused with one message`(bad: Case) throws {
    let error = #expect(throws: ONNXError.self) { try ModelFile(FileBytes(bad.bytes)) }
    let message = try #require(error).message
    #expect(message == bad.message || message.hasSuffix(": \(bad.message)"))
  }

  @Test func `a file that is cut off anywhere is refused, or what is left of it read`() throws {
    let whole = Message.model(
      .graph(
        [.node("Conv", ["x", "w"], name: "conv", with: .attribute("pads", [1, 1, 1, 1]))],
        initializers: [.tensor("w", [4, 3, 3, 3])])
    ).bytes
    #expect(try ModelFile(FileBytes(whole)).graph.nodes.count == 1)
    for count in 0..<whole.count {
      #expect(throws: ONNXError.self) { try ModelFile(FileBytes(Array(whole.prefix(count)))) }
    }
  }

  @Test func `a file with any byte changed is read or refused, and nothing else`() {
    let whole = Message.model(
      .graph(
        [
          .node(
            "Conv", ["x", "w"], name: "conv", with: .attribute("pads", [1, 1, 1, 1]),
            .attribute("auto_pad", text: "VALID"))
        ],
        initializers: [.tensor("w", [4, 3, 3, 3]), .tensor("n", [2], integers: [1, 2])])
    ).bytes
    for position in whole.indices {
      for byte in [0, 1, 2, 0x7F, 0x80, 0xFF] as [UInt8] {
        var changed = whole
        changed[position] = byte
        _ = try? ModelFile(FileBytes(changed))
      }
    }
  }

  @Test func `a path at which no file is, or no regular one, is refused`() {
    #expect(throws: ONNXError("the file cannot be read")) { try FileBytes(mapping: "/nowhere/at/all.onnx") }
    #expect(throws: ONNXError("this is no regular file, as a model has to be")) { try FileBytes(mapping: "/tmp") }
  }
}
