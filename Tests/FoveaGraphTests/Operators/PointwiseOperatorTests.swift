import FoveaGraph
import Testing

@Suite struct PointwiseOperatorTests {
  @Test(arguments: [
    ("relu", 1), ("relu6", 2), ("leaky_relu", 2), ("prelu", 2), ("elu", 4), ("gelu", 5), ("silu", 5),
    ("hardswish", 5), ("hardsigmoid", 4), ("sigmoid", 4), ("tanh", 1), ("hardtanh", 2), ("mish", 4), ("softplus", 4),
    ("softmax", 5), ("dropout", 0),
    ("stochastic_depth", 0), ("layer_scale", 1), ("identity", 0),
  ])
  func `keep the shape and count their operations for each value`(name: String, operations: Int) throws {
    func check<Made: Operator>(_ type: Made.Type) throws {
      for shape in ["8x3x3", "8", "3x3x8c", "8x?x?"] as [Shape] {
        let applied = try apply(type, to: shape)
        #expect(applied.output == shape)
        #expect(applied.cost.operations == Figure(operations) * shape.elements)
        #expect(applied.cost.macs == 0)
        #expect(applied.view == (name == "softmax" ? .channels : .pointwise))
      }
    }
    let kind = try #require(Operation.Kind(name: name))
    try check(kind.type)
  }

  @Test(arguments: ["dropout", "stochastic_depth", "identity", "relu"])
  func `only what does nothing at inference is a view`(name: String) throws {
    func check<Made: Operator>(_ type: Made.Type) throws {
      #expect(try apply(type, to: "8x3x3").cost.isView == (name != "relu"))
    }
    let kind = try #require(Operation.Kind(name: name))
    try check(kind.type)
  }

  @Test func `the trained ones store one number, or one a channel`() throws {
    #expect(try apply(PReLU.self, to: "8x3x3").cost.parameters == 1)
    #expect(try apply(PReLU.self, ["per_channel": true], to: "8x3x3").cost.parameters == 8)
    #expect(try failure(PReLU.self, ["per_channel": true], to: "3x3x8c").rule == "wrong-layout")
    #expect(try apply(LayerScale.self, to: "96x7x7").cost.parameters == 96)
    #expect(try apply(LayerScale.self, to: "?x7x7").cost.parameters == .unknown)
  }

  @Test func `the tanh approximation costs more`() throws {
    #expect(try apply(GELU.self, ["approximate": "tanh"], to: "10").cost.operations == 90)
  }
}
