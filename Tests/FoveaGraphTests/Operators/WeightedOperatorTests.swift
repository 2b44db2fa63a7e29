import FoveaGraph
import Testing

@Suite struct WeightedOperatorTests {
  @Test func `a convolution counts its weights at the output positions`() throws {
    let stem = try apply(
      Conv.self, ["out": 64, "kernel": 7, "stride": 2, "padding": "half", "bias": false], to: "3x224x224")
    #expect(stem.output == "64x112x112")
    #expect(stem.cost.parameters == 9_408)
    #expect(stem.cost.macs == 118_013_952)
    #expect(stem.cost.operations == 0)
  }

  @Test(arguments: [
    (7, 2, 2, 0, 0, 1, 14), (7, 3, 2, 1, 1, 1, 14), (5, 4, 3, 2, 2, 1, 14), (4, 3, 1, 0, 0, 3, 10),
    (1, 1, 1, 0, 0, 1, 1),
  ])
  func `a transposed convolution gives the extents of PyTorch`(
    rows: Int, kernel: Int, stride: Int, padding: Int, outputPadding: Int, dilation: Int, expected: Int
  ) throws {
    let applied = try apply(
      ConvTranspose.self,
      [
        "out": 8, "kernel": .integer(kernel), "stride": .integer(stride), "padding": .integer(padding),
        "output_padding": .integer(outputPadding), "dilation": .integer(dilation),
      ], to: Shape(channels: Extent(4), spatial: [Extent(rows)]))
    #expect(applied.output == Shape(channels: Extent(8), spatial: [Extent(expected)]))
  }

  @Test func `a transposed convolution counts its weights at the input positions`() throws {
    let up = try apply(ConvTranspose.self, ["out": 512, "kernel": 2, "stride": 2], to: "1024x28x28")
    #expect(up.output == "512x56x56")
    #expect(up.cost.parameters == 2_097_664)
    #expect(up.cost.macs == 1_644_167_168)
    #expect(up.cost.operations == Figure(512 * 56 * 56))
    #expect(try up.view == windows(.transposed(kernel: 2, stride: 2)))
    let grouped = try apply(ConvTranspose.self, ["out": 6, "kernel": 3, "groups": 2, "bias": false], to: "4x5")
    #expect(grouped.cost.parameters == 36)
  }

  @Test func `a transposed convolution refuses what its attributes cannot give`() throws {
    let padded = try failure(
      ConvTranspose.self, ["out": 1, "kernel": 2, "stride": 2, "output_padding": 2], to: "1x4x4")
    #expect(padded.rule == "invalid-attributes" && padded.attribute == "output_padding")
    #expect(padded.message == "`output_padding` must be smaller than the stride or the dilation, 2, found 2")
    let cut = try failure(ConvTranspose.self, ["out": 1, "kernel": 1, "padding": 2], to: "1x4x4")
    #expect(cut.rule == "empty-output")
    #expect(cut.message == "the padding cuts 4 rows off an output of height 4, and nothing is left")
    let groups = try failure(ConvTranspose.self, ["out": 3, "kernel": 1, "groups": 2], to: "4x4x4")
    #expect(groups.rule == "indivisible-groups")
    let large = try failure(ConvTranspose.self, ["out": 1, "kernel": 1, "stride": 1_000_000], to: "1x100000000")
    #expect(large.rule == "too-large")
  }

  @Test func `a linear layer acts on a vector, and on the channels of a channels-last map`() throws {
    let head = try apply(Linear.self, ["out": 1_000], to: "2048")
    #expect(head.output == "1000" && head.view == .channels)
    #expect(head.cost.parameters == 2_049_000 && head.cost.macs == 2_048_000 && head.cost.operations == 1_000)
    let block = try apply(Linear.self, ["out": 384, "bias": false], to: "56x56x96c")
    #expect(block.output == "56x56x384c")
    #expect(block.cost.parameters == 36_864 && block.cost.macs == 115_605_504)
    #expect(try apply(Linear.self, ["out": 10], to: "?").cost.parameters == .unknown)
  }

  @Test func `a linear layer on a map is applied at each position`() throws {
    let map = try apply(Linear.self, ["out": 10], to: "512x7x7")
    #expect(map.output == "10x7x7" && map.view == .channels)
    #expect(map.cost.parameters == 5_130 && map.cost.macs == 250_880 && map.cost.operations == 490)
    #expect(try apply(Linear.self, ["out": 10], to: "768x?").output == "10x?")
    let wrong = try failure(Linear.self, ["out": 10, "in": 512], to: "25088")
    #expect(wrong.rule == "wrong-input-channels" && wrong.remains == "10")
  }
}
