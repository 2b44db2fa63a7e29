import FoveaGraph
import Testing

@Suite struct LayoutOperatorTests {
  @Test func `flatten makes a vector of all values`() throws {
    let flat = try apply(Flatten.self, to: "512x7x7")
    #expect(flat.output == "25088" && flat.view == .flattened && flat.cost.isView)
    #expect(try apply(Flatten.self, to: "2048x1x1").view == .pointwise)
    #expect(try apply(Flatten.self, to: "2048").view == .pointwise)
    #expect(try apply(Flatten.self, to: "512x?x7").output == "?")
    #expect(try failure(Flatten.self, to: "100000000x100000000x100000000").rule == "too-large")
  }

  @Test func `reshape infers one extent and holds the same number of values`() throws {
    #expect(try apply(Reshape.self, ["shape": [-1]], to: "8x3x3").view == .flattened)
    let map = try apply(Reshape.self, ["shape": [16, -1, 3]], to: "8x2x9")
    #expect(map.output == "16x3x3" && map.view == .unknown)
    #expect(try apply(Reshape.self, ["shape": [-1, 3, 3]], to: "8x3x3").view == .pointwise)
    #expect(try apply(Reshape.self, ["shape": [8, 3, 3]], to: "72").output == "8x3x3")
    #expect(try apply(Reshape.self, ["shape": [8, "?", -1]], to: "72").output == "8x?x?")
    #expect(try apply(Reshape.self, ["shape": [8, 1, 1]], to: "8").view == .pointwise)
    let error = try failure(Reshape.self, ["shape": [10, 7]], to: "8x3x3")
    #expect(error.rule == "reshape-mismatch" && error.message == "[10, 7] cannot hold the 72 values of 8x3x3")
    #expect(try failure(Reshape.self, ["shape": [5, -1]], to: "8x3x3").rule == "reshape-mismatch")
    #expect(try failure(Reshape.self, ["shape": [-1, -1]], to: "8x3x3").rule == "invalid-attributes")
  }

  @Test func `permute moves the channels to the end and back`() throws {
    let last = try apply(Permute.self, ["order": [1, 2, 0]], to: "96x56x28")
    #expect(last.output == "56x28x96c" && last.view == .pointwise && last.cost.isView)
    #expect(try apply(Permute.self, ["order": [2, 0, 1]], to: last.output).output == "96x56x28")
    let turned = try apply(Permute.self, ["order": [0, 2, 1]], to: "96x56x28")
    #expect(turned.output == "96x28x56" && turned.view == .rearranged(AxisMap(order: [1, 0])))
    #expect(try apply(Permute.self, ["order": [0]], to: "96").output == "96")
  }

  @Test(arguments: [
    ([0, 1], "wrong-rank"), ([0, 1, 1], "invalid-attributes"), ([1, 2, 3], "invalid-attributes"),
    ([1, 0, 2], "wrong-layout"),
  ])
  func `permute refuses what is no layout of the language`(order: [Int], rule: String) throws {
    #expect(try failure(Permute.self, ["order": .list(order.map(Value.integer))], to: "96x56x28").rule == rule)
  }

  @Test func `pad moves the map`() throws {
    let padded = try apply(Pad.self, ["padding": [[1, 2], [0, 3]]], to: "8x5x?")
    #expect(padded.output == "8x8x?")
    #expect(padded.view == .windows([.shifted(by: -1), .identity]))
    #expect(try apply(Pad.self, ["padding": 4, "mode": "reflect"], to: "8x5").output == "8x13")
    let error = try failure(Pad.self, ["padding": 5, "mode": "reflect"], to: "8x5")
    #expect(error.rule == "invalid-attributes" && error.help == "the padding can be at most 4")
    #expect(
      error.message == "a `reflect` padding of 5 needs more rows than the input's length gives")
    #expect(
      try failure(Pad.self, ["padding": 6, "mode": "circular"], to: "8x5").help == "the padding can be at most 5")
  }

  @Test func `crop keeps the middle`() throws {
    let sized = try apply(Crop.self, ["size": [56, 55]], to: "512x64x64")
    #expect(sized.output == "512x56x55")
    #expect(sized.view == .windows([.shifted(by: 4), .shifted(by: 4)]))
    let margin = try apply(Crop.self, ["margin": [[1, 2], [3, 0]]], to: "512x64x?")
    #expect(margin.output == "512x61x?" && margin.view == .windows([.shifted(by: 1), .shifted(by: 3)]))
    let target = try apply(Crop.self, ["to": .layer(LayerID(0))], to: "512x64x?", reference: "8x56x56")
    #expect(target.output == "512x56x56" && target.view == .unknown && target.cost.isView)
  }

  @Test func `crop refuses to grow, to keep nothing, and to guess`() throws {
    let grows = try failure(Crop.self, ["size": 65], to: "8x64x64")
    #expect(grows.rule == "crop-too-large" && grows.attribute == "size")
    #expect(grows.message == "a crop to 65 is larger than the input's height 64")
    #expect(try failure(Crop.self, ["margin": 32], to: "8x64x64").rule == "empty-output")
    #expect(try failure(Crop.self, to: "8x64x64").rule == "invalid-attributes")
    #expect(try failure(Crop.self, ["size": 1, "margin": 1], to: "8x64x64").rule == "invalid-attributes")
    let rank = try failure(Crop.self, ["to": .layer(LayerID(0))], to: "8x64x64", reference: "8x64")
    #expect(rank.rule == "wrong-rank" && rank.attribute == "to")
  }
}
