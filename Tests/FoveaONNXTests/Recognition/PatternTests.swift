import FoveaGraph
import Testing

@testable import FoveaONNX

@Suite struct PatternTests {
  /// The operators of a network of some nodes behind `x`, 4 channels of 8x8, in order; opaque ones with their reasons.
  private func operators(_ nodes: [Message], stored: [Message] = [], opset: Int = 17) throws -> [String] {
    let model = Message.model(
      .graph(nodes, inputs: [.value("x", [1, 4, 8, 8])], initializers: stored), opset: opset)
    let network = try ONNXNetwork(ModelFile(FileBytes(model.bytes)), name: "n")
    let reasons = Dictionary(uniqueKeysWithValues: network.opaque.map { ($0.layer, $0.reason) })
    return network.graph.ids.dropFirst().map { reasons[$0] ?? network.graph[$0].operation.name }
  }

  private func number(_ name: String, _ value: Float) -> Message {
    .node(
      "Constant", [], [name],
      with: .attribute("value", tensor: [.integer(2, 1), .bytes(9, Message.little(value))]))
  }

  @Test func `the sigmoid of a value times the value is SiLU, and times another a gate`() throws {
    #expect(try operators([.node("Sigmoid", ["x"], ["s"]), .node("Mul", ["s", "x"])]) == ["silu"])
    #expect(
      try operators([.node("Relu", ["x"], ["r"]), .node("Sigmoid", ["x"], ["s"]), .node("Mul", ["s", "r"])])
        == ["relu", "sigmoid", "multiply"])
    #expect(
      try operators([.node("Sigmoid", ["x"], ["s"]), .node("Mul", ["s", "x"], ["p"]), .node("Add", ["p", "s"])])
        == ["sigmoid", "multiply", "add"], "who else reads the sigmoid needs it")
  }

  @Test(arguments: [0, 1, 2])
  func `GELU is found wherever its half stands`(form: Int) throws {
    let head = [
      number("root", 1.4142135), number("one", 1), number("half", 0.5), .node("Div", ["x", "root"], ["d"]),
      .node("Erf", ["d"], ["e"]), .node("Add", ["e", "one"], ["a"]),
    ]
    let tails: [[Message]] = [
      [.node("Mul", ["x", "a"], ["m"]), .node("Mul", ["m", "half"])],
      [.node("Mul", ["a", "half"], ["m"]), .node("Mul", ["x", "m"])],
      [.node("Mul", ["x", "half"], ["h"]), .node("Mul", ["h", "a"])],
    ]
    #expect(try operators(head + tails[form]) == ["gelu"])
  }

  @Test func `what is nearly a GELU is none`() throws {
    let found = try operators([
      number("root", 1.5), number("one", 1), number("half", 0.5), .node("Div", ["x", "root"], ["d"]),
      .node("Erf", ["d"], ["e"]), .node("Add", ["e", "one"], ["a"]), .node("Mul", ["x", "a"], ["m"]),
      .node("Mul", ["m", "half"]),
    ])
    #expect(!found.contains("gelu") && found.count == 5)
  }

  @Test func `hard swish is found with its slope of a sixth only`() throws {
    let sixth = Message.node("HardSigmoid", ["x"], ["h"], with: .attribute("alpha", 1 / Float(6)))
    #expect(try operators([sixth, .node("Mul", ["x", "h"])]) == ["hardswish"])
    #expect(
      try operators([.node("HardSigmoid", ["x"], ["h"]), .node("Mul", ["x", "h"])]).first == "HardSigmoid of 1x4x8x8")
    #expect(
      try operators([
        number("three", 3), number("zero", 0), number("six", 6), .node("Add", ["x", "three"], ["a"]),
        .node("Clip", ["a", "zero", "six"], ["c"]), .node("Mul", ["x", "c"], ["p"]), .node("Div", ["p", "six"]),
      ]) == ["hardswish"])
  }

  @Test func `bounds make a clip what it is`() throws {
    func clip(_ low: Float, _ high: Float) throws -> [String] {
      try operators([number("l", low), number("h", high), .node("Clip", ["x", "l", "h"])])
    }
    #expect(try clip(0, 6) == ["relu6"])
    #expect(try clip(-1, 1) == ["hardtanh"])
    #expect(
      try operators([.node("Clip", with: .attribute("min", 0), .attribute("max", 6))], opset: 9).first
        == "Clip of 1x4x8x8", "integers are no bounds")
  }

  @Test func `channels in turn are a shuffle`() throws {
    let nodes: [Message] = [
      .node("Reshape", ["x", "five"], ["r"]),
      .node("Transpose", ["r"], ["t"], with: .attribute("perm", [0, 2, 1, 3, 4])),
      .node("Reshape", ["t", "four"]),
    ]
    let stored: [Message] = [
      .tensor("five", [5], integers: [1, 2, 2, 8, 8]), .tensor("four", [4], integers: [1, 4, 8, 8]),
    ]
    #expect(try operators(nodes, stored: stored) == ["channel_shuffle"])
  }

  @Test func `an operator that is not known is opaque, and what follows it is read`() throws {
    #expect(
      try operators([.node("Mystery", ["x"], ["m"]), .node("Relu", ["m"])]) == ["Mystery of 1x4x8x8", "Relu of "])
  }
}
