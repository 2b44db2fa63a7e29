import FoveaGraph
import Testing

@Suite struct OpaqueOperatorTests {
  @Test func `know what they state and nothing else`() throws {
    let attention = try apply(
      Opaque.self,
      ["shape": [96, "?", 7], "parameters": 37_248, "macs": 1_000, "operations": 10, "receptive_field": "global"],
      to: "96x7x7")
    #expect(attention.output == "96x?x7" && attention.view == .everything)
    #expect(attention.cost.parameters == 37_248 && attention.cost.macs == 1_000 && attention.cost.operations == 10)
    #expect(attention.cost.buffers == 0)
    let unknown = try apply(Opaque.self, ["shape": "unknown"], to: "7x7x96c")
    #expect(unknown.output == "?x?x?c" && unknown.view == .unknown)
    #expect(unknown.cost.parameters == .unknown && unknown.cost.macs == .unknown && unknown.cost.operations == .unknown)
  }

  @Test func `state a window with a stride of one and no padding unless given`() throws {
    let field: Value = ["size": 7, "stride": 2, "padding": 3]
    let stem = try apply(Opaque.self, ["shape": [64, 112, 112], "receptive_field": field], to: "3x224x224")
    #expect(try stem.view == windows(PeriodicWindow(kernel: 7, stride: 2, padding: 3)))
    let plain = try apply(Opaque.self, ["shape": [64, 222], "receptive_field": ["size": 3]], to: "3x224")
    #expect(try plain.view == windows(PeriodicWindow(kernel: 3), rank: 1))
    let vector = try apply(Opaque.self, ["shape": [64], "receptive_field": ["size": 3]], to: "3x224")
    #expect(vector.view == .unknown)
    let error = try failure(Opaque.self, ["shape": [64, 8], "receptive_field": ["size": [3, 3]]], to: "3x8")
    #expect(error.rule == "wrong-rank" && error.attribute == "receptive_field")
  }
}
