import FoveaGraph
import Testing

@Suite struct NormalizationOperatorTests {
  @Test func `batch normalisation stores a scale, a shift and running statistics`() throws {
    let tracked = try apply(BatchNorm.self, to: "64x8x8")
    #expect(tracked.output == "64x8x8" && tracked.view == .pointwise)
    #expect(tracked.cost.parameters == 128 && tracked.cost.buffers == 129)
    #expect(tracked.cost.operations == Figure(2 * 64 * 64) && tracked.cost.saved == .inputs)
    let plain = try apply(BatchNorm.self, ["affine": false, "track": false], to: "64x8x8")
    #expect(plain.cost.parameters == 0 && plain.cost.buffers == 0 && plain.view == .normalized)
    #expect(try failure(BatchNorm.self, to: "8x8x64c").rule == "wrong-layout")
  }

  @Test func `layer normalisation has a scale for each channel, or for each value`() throws {
    let channels = try apply(LayerNorm.self, to: "56x56x96c")
    #expect(channels.cost.parameters == 192 && channels.view == .pointwise)
    #expect(try apply(LayerNorm.self, to: "768").view == .channels)
    let all = try apply(LayerNorm.self, ["over": "all"], to: "3x4x5")
    #expect(all.cost.parameters == 120 && all.view == .normalized)
    #expect(try apply(LayerNorm.self, ["over": "all", "bias": false], to: "3x4x5").cost.parameters == 60)
    #expect(try apply(LayerNorm.self, ["over": "all"], to: "3x?x5").cost.parameters == .unknown)
    #expect(try apply(LayerNorm.self, ["affine": false], to: "3x?x5").cost.parameters == 0)
  }

  @Test func `group and instance normalisation see the whole map, unless it is a single position`() throws {
    let group = try apply(GroupNorm.self, ["groups": 4], to: "32x8x8")
    #expect(group.cost.parameters == 64 && group.view == .normalized)
    #expect(try apply(GroupNorm.self, ["groups": 4], to: "32x1x1").view == .pointwise)
    let instance = try apply(InstanceNorm.self, to: "32x8x8")
    #expect(instance.cost.parameters == 0 && instance.cost.buffers == 0 && instance.view == .normalized)
    let tracked = try apply(InstanceNorm.self, ["affine": true, "track": true], to: "32x8x8")
    #expect(tracked.cost.parameters == 64 && tracked.cost.buffers == 65 && tracked.view == .pointwise)
    let error = try failure(GroupNorm.self, ["groups": 5], to: "32x8x8")
    #expect(error.rule == "indivisible-groups" && error.message == "32 channels cannot be divided into 5 groups")
    #expect(error.remains == "32x8x8")
  }

  @Test func `local response normalisation counts its neighbours`() throws {
    #expect(try apply(LocalResponseNorm.self, ["size": 5], to: "2x3x3").cost.operations == Figure(9 * 18))
    #expect(try failure(LocalResponseNorm.self, ["size": 5], to: "2").rule == "wrong-rank")
  }
}
