import FoveaGraph
import Testing

@Suite struct AttentionOperatorTests {
  @Test func `attention over all positions counts projections and products`() throws {
    let encoder = try apply(Attention.self, ["heads": 12], to: "768x197")
    #expect(encoder.output == "768x197" && encoder.view == .everything)
    #expect(encoder.cost.parameters == 2_362_368 && encoder.cost.buffers == 0)
    #expect(encoder.cost.macs == 524_391_936)
    #expect(encoder.cost.matrix == 465_708 && encoder.cost.projected == 605_184)
    #expect(try apply(Attention.self, ["heads": 2], to: "8x1x1").view == .pointwise)
    #expect(try apply(Attention.self, ["heads": 2], to: "8x?").cost.macs == .unknown)
  }

  @Test func `heads can have channels of their own, and share keys`() throws {
    let other = try apply(
      Attention.self,
      ["heads": 4, "head_channels": 16, "value_channels": 32, "key_heads": 2, "out": 10, "bias": false],
      to: "24x5x5")
    #expect(other.output == "10x5x5")
    #expect(other.cost.parameters == 5_120)
    #expect(other.cost.macs == 248_000)
  }

  @Test func `windows are padded to whole ones`() throws {
    let window = try apply(Attention.self, ["heads": 3, "window": 7, "relative_bias": "table"], to: "96x10x14")
    #expect(window.cost.parameters == 37_755 && window.cost.buffers == 2_401)
    #expect(window.cost.macs == 9_069_312)
    #expect(window.cost.matrix == 28_812)
  }

  @Test func `a unit sees the rows of its window, whose borders a shift moves`() throws {
    func rows(_ attributes: KeyValuePairs<String, Value>, to shape: Shape) throws -> [ClosedRange<Int>] {
      guard case .windows(let windows) = try apply(Attention.self, attributes, to: shape).view else { return [] }
      return try (0..<6).map { unit in
        let rows = try #require(windows[0].rows(ofUnit: unit))
        return try #require(rows.first)...(try #require(rows.last))
      }
    }
    #expect(try rows(["heads": 1, "window": 4], to: "8x6") == [0...3, 0...3, 0...3, 0...3, 4...7, 4...7])
    let shifted: KeyValuePairs<String, Value> = ["heads": 1, "window": 4, "shift": 2]
    #expect(try rows(shifted, to: "8x6") == [-2...1, -2...1, 2...5, 2...5, 2...5, 2...5])
    // One window covers the map: it is not shifted.
    #expect(try rows(shifted, to: "8x4") == [0...3, 0...3, 0...3, 0...3, 4...7, 4...7])
    #expect(try apply(Attention.self, shifted, to: "8x?").view == .unknown)
    #expect(try rows(["heads": 1, "grid": 2], to: "8x6") == [0...3, 1...4, 2...5, 0...3, 1...4, 2...5])
  }

  @Test func `attributes that contradict each other or the input are told`() throws {
    func message(_ attributes: KeyValuePairs<String, Value>, to shape: Shape = "96x14x14") throws -> String {
      try failure(Attention.self, attributes, to: shape).message
    }
    #expect(try message(["heads": 5]) == "96 channels cannot be divided into 5 heads")
    #expect(try failure(Attention.self, ["heads": 5], to: "96x14x14").help?.hasPrefix("4 or 6 heads divide") == true)
    #expect(try message(["heads": 4, "key_heads": 3]) == "4 heads cannot share 3 heads of keys evenly")
    #expect(try message(["heads": 4], to: "96").hasSuffix("found the vector 96"))
    #expect(try message(["heads": 4, "shift": 3]) == "`shift` moves windows, and there are none")
    #expect(
      try message(["heads": 4, "window": 7, "shift": 7]) == "a shift of 7 is no part of a window of 7 rows")
    #expect(try message(["heads": 4, "window": 7, "grid": 7]) == "`window` and `grid` contradict each other")
    #expect(try message(["heads": 4, "grid": 4]) == "a grid of 4 rows does not divide the input's height 14")
    #expect(try message(["heads": 4, "window": [7, 7, 7]]).hasPrefix("`window` has 3 entries"))
    #expect(try message(["heads": 4, "window": 7, "reduction": 2]).hasPrefix("`reduction` and `window` contradict"))
    #expect(
      try message(["heads": 4, "reduction": 2, "relative_bias": "table"]).hasPrefix("`relative_bias` needs a key"))
    #expect(try message(["heads": 4, "causal": true]).hasPrefix("`causal` needs a sequence"))
    #expect(try failure(Attention.self, ["heads": 4, "reduction": 15], to: "96x14x14").rule == "empty-output")
    #expect(
      try message(["heads": 4, "window": 1, "relative_bias": "continuous"])
        == "`relative_bias: continuous` needs windows of two rows or more")
  }

  @Test func `tokens are positions, and one of them is read`() throws {
    let tokens = try apply(Flatten.self, ["axes": "spatial"], to: "768x14x14")
    #expect(tokens.output == "768x196" && tokens.cost.isView)
    let token = try apply(ClassToken.self, to: "768x196")
    #expect(token.output == "768x197" && token.cost.parameters == 768)
    let embedding = try apply(PositionEmbedding.self, to: "768x197")
    #expect(embedding.output == "768x197" && embedding.cost.parameters == 151_296)
    #expect(try apply(Select.self, ["index": 0], to: "768x197").output == "768")
    #expect(try apply(Select.self, ["index": 3, "axis": "width"], to: "8x4x5").output == "8x4")
    #expect(try failure(ClassToken.self, to: "768x14x14").help == "`flatten: {axes: spatial}` makes a sequence of it")
    let other = try failure(PositionEmbedding.self, ["size": 197], to: "768x577")
    #expect(other.rule == "position-size" && other.label == "found 577")
    #expect(try failure(Select.self, ["index": 197], to: "768x197").help == "the last position is 196")
    #expect(try failure(Select.self, ["index": 0], to: "8x4x5").help == "its axes are `height`, `width`")
  }

  @Test func `slices keep every other row, and a roll comes in at the other end`() throws {
    let odd = try apply(Slice.self, ["axis": "height", "start": 1, "step": 2], to: "8x9x5")
    #expect(odd.output == "8x4x5")
    #expect(odd.view == .windows([try #require(PeriodicWindow(kernel: 1, stride: 2, padding: -1)), .identity]))
    #expect(try apply(Slice.self, ["axis": "length", "end": 5], to: "8x9").output == "8x5")
    #expect(
      try failure(Slice.self, ["axis": "length", "start": 9], to: "8x9").message
        == "row 9 is beyond the input's length 9")
    #expect(try failure(Slice.self, ["axis": "length", "start": 3, "end": 3], to: "8x9").attribute == "end")
    #expect(try failure(Slice.self, ["axis": "channels"], to: "8x9").help == "its axis is `length`")
    let rolled = try apply(Roll.self, ["axis": "length", "by": -2], to: "8x5")
    guard case .windows(let windows) = rolled.view else { return }
    #expect((0..<5).map { windows[0].rows(ofUnit: $0)?.first } == [2, 3, 4, 0, 1])
    #expect(try apply(Roll.self, ["axis": "length", "by": 10], to: "8x5").view == .windows([.identity]))
  }
}
