import FoveaGraph
import Testing

@Suite struct ResizingOperatorTests {
  @Test func `upsample grows by a factor, known or not`() throws {
    let nearest = try apply(Upsample.self, ["scale": 2], to: "8x7x?")
    #expect(nearest.output == "8x14x?" && nearest.cost.operations == 0)
    #expect(try nearest.view == windows(.nearest(scale: 2)))
    let linear = try apply(Upsample.self, ["scale": 2, "mode": "bilinear"], to: "8x7x7")
    #expect(try linear.view == windows(.linear(scale: 2)))
    #expect(linear.cost.operations == Figure(9 * 8 * 14 * 14))
  }

  @Test func `upsample gives a size, or that of a layer`() throws {
    let sized = try apply(Upsample.self, ["size": 10, "mode": "bilinear", "align_corners": true], to: "8x4x4")
    #expect(sized.output == "8x10x10")
    #expect(try sized.view == windows(.linear(input: 4, output: 10, alignCorners: true)))
    let target = try apply(Upsample.self, ["to": .layer(LayerID(0))], to: "8x4x4", reference: "3x9x?")
    #expect(target.output == "8x9x?" && target.view == .unknown)
    #expect(try apply(Upsample.self, ["size": 2], to: "8x4x4").view == windows(.nearest(input: 4, output: 2)))
  }

  @Test func `upsample refuses what contradicts itself`() throws {
    #expect(
      try failure(Upsample.self, to: "8x4x4").message == "`upsample` needs exactly one of `scale`, `size` and `to`")
    #expect(try failure(Upsample.self, ["scale": 2, "size": 8], to: "8x4x4").rule == "invalid-attributes")
    let corners = try failure(Upsample.self, ["scale": 2, "align_corners": true], to: "8x4x4")
    #expect(corners.rule == "invalid-attributes" && corners.attribute == "align_corners")
    #expect(try failure(Upsample.self, ["scale": 1_000_000], to: "8x100000000").rule == "too-large")
  }

  @Test(arguments: [("12x3x3", "3x6x6"), ("8x5", "4x10"), ("8x1x2x3", "1x2x4x6")])
  func `pixel shuffle trades channels for pixels, and back`(packed: Shape, spread: Shape) throws {
    let shuffled = try apply(PixelShuffle.self, ["factor": 2], to: packed)
    #expect(shuffled.output == spread)
    #expect(try shuffled.view == windows(.pixelShuffle(2), rank: packed.rank))
    let unshuffled = try apply(PixelUnshuffle.self, ["factor": 2], to: spread)
    #expect(unshuffled.output == packed)
    #expect(try unshuffled.view == windows(.pixelUnshuffle(2), rank: packed.rank))
  }

  @Test func `pixel shuffle refuses what does not divide`() throws {
    let channels = try failure(PixelShuffle.self, ["factor": 2], to: "6x3x3")
    #expect(channels.rule == "indivisible-groups" && channels.attribute == "factor" && channels.remains == "?x6x6")
    let rows = try failure(PixelUnshuffle.self, ["factor": 2], to: "6x4x3")
    #expect(rows.rule == "input-not-multiple")
    #expect(rows.message == "the input's width 3 is not a multiple of the factor 2")
    #expect(rows.help == "the nearest multiples are 2 and 4")
  }

  @Test func `channels are shuffled between groups`() throws {
    let shuffled = try apply(ChannelShuffle.self, ["groups": 3], to: "12x3x3")
    #expect(shuffled.output == "12x3x3" && shuffled.view == .pointwise)
    #expect(try failure(ChannelShuffle.self, ["groups": 5], to: "12x3x3").rule == "indivisible-groups")
  }

  @Test func `a slice stays within the channels`() throws {
    #expect(try apply(SliceChannels.self, ["start": 6, "count": 6], to: "12x3x3").output == "6x3x3")
    #expect(try apply(SliceChannels.self, ["start": 6, "count": 6], to: "?").output == "6")
    let error = try failure(SliceChannels.self, ["start": 6, "count": 7], to: "12x3x3")
    #expect(error.rule == "slice-out-of-range" && error.attribute == "count" && error.remains == "7x3x3")
    #expect(error.message == "7 channels from channel 6 on reach beyond the input's 12")
    #expect(try failure(SliceChannels.self, ["start": 12, "count": 1], to: "12x3x3").attribute == "start")
  }
}
