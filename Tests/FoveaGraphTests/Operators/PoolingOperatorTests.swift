import FoveaGraph
import Testing

@Suite struct PoolingOperatorTests {
  @Test func `a window's stride is its size unless given`() throws {
    #expect(try apply(MaxPool.self, ["kernel": 2], to: "64x112x112").output == "64x56x56")
    let stem = try apply(MaxPool.self, ["kernel": 3, "stride": 2, "padding": 1], to: "64x112x112")
    #expect(stem.output == "64x56x56")
    #expect(try stem.view == windows(PeriodicWindow(kernel: 3, stride: 2, padding: 1)))
    #expect(stem.cost.operations == Figure(8 * 64 * 56 * 56))
    #expect(try apply(AvgPool.self, ["kernel": [1, 2]], to: "4x6x6").cost.operations == Figure(2 * 4 * 6 * 3))
  }

  @Test(arguments: [(13, 6, 6), (14, 6, 7), (15, 7, 7)])
  func `a last window counts with ceil when it starts in the map`(rows: Int, floor: Int, ceil: Int) throws {
    let map = Shape(channels: Extent(1), spatial: [Extent(rows)])
    for (rounding, expected) in [(false, floor), (true, ceil)] {
      let pool = try apply(MaxPool.self, ["kernel": 3, "stride": 2, "ceil": .truth(rounding)], to: map)
      #expect(pool.output.spatial[0] == Extent(expected))
    }
  }

  /// By the formula of `torch.nn.MaxPool1d` with `ceil_mode=True`; 0 where it refuses.
  @Test(arguments: [
    (rows: 2, kernel: 3, stride: 2, padding: 0, dilation: 1, expected: 1), (1, 3, 3, 0, 1, 1), (1, 3, 2, 0, 1, 0),
    (2, 3, 1, 0, 1, 0), (1, 4, 4, 1, 1, 1), (2, 4, 4, 1, 1, 1), (1, 2, 4, 0, 3, 1), (1, 2, 2, 0, 3, 0),
  ])
  func `with ceil a window that is larger than its map counts where it overhangs by less than a step`(
    rows: Int, kernel: Int, stride: Int, padding: Int, dilation: Int, expected: Int
  ) throws {
    let map = Shape(channels: Extent(1), spatial: [Extent(rows)])
    let attributes: KeyValuePairs<String, Value> = [
      "kernel": .integer(kernel), "stride": .integer(stride), "padding": .integer(padding),
      "dilation": .integer(dilation), "ceil": true,
    ]
    if expected == 0 {
      #expect(try failure(MaxPool.self, attributes, to: map).rule == "empty-output")
    } else {
      #expect(try apply(MaxPool.self, attributes, to: map).output.spatial[0] == Extent(expected))
    }
  }

  @Test func `padding of more than half a window is refused`() throws {
    let error = try failure(AvgPool.self, ["kernel": 3, "padding": 2], to: "8x9x9")
    #expect(error.rule == "pool-padding" && error.attribute == "padding")
    #expect(error.message == "a padding of 2 is more than half of a window of 3 rows")
    let alone = try failure(MaxPool.self, ["kernel": 2, "padding": 2], to: "8x9x9")
    #expect(alone.message == "a padding of 2 leaves a window of 2 rows with padding alone")
    let single = try failure(MaxPool.self, ["kernel": 1, "padding": 1], to: "8x9x9")
    #expect(single.message == "a padding of 1 leaves a window of 1 row with padding alone")
    let dilated = try failure(MaxPool.self, ["kernel": 2, "dilation": 4, "padding": 3], to: "8x9x9")
    #expect(dilated.message == "a padding of 3 is more than half of a window of 5 rows")
    #expect(error.remains == "8x4x4")
    #expect(
      try failure(MaxPool.self, ["kernel": 2, "padding": [[0, 0], [0, 2]]], to: "8x9x9").rule == "pool-padding")
    // A dilated window reaches further.
    #expect(try apply(MaxPool.self, ["kernel": 3, "dilation": 2, "padding": 2], to: "8x9x9").output == "8x3x3")
    for word in ["half", "same", "valid"] as [Value] {
      #expect(throws: Never.self) { try apply(MaxPool.self, ["kernel": 4, "padding": word], to: "8x9x9") }
    }
  }

  @Test func `adaptive pooling gives its size, through even windows`() throws {
    let pool = try apply(AdaptiveAvgPool.self, ["size": [3, 7]], to: "16x7x7")
    #expect(pool.output == "16x3x7")
    #expect(pool.view == .windows([try #require(.adaptive(input: 7, output: 3)), .identity]))
    // Of 7 rows the windows 0-2, 2-4 and 4-6 read 9.
    #expect(pool.cost.operations == Figure(16 * 9 * 7))
    #expect(try apply(AdaptiveMaxPool.self, ["size": [3, 7]], to: "16x7x7").cost.operations == Figure(16 * 6 * 7))
    let unknown = try apply(AdaptiveAvgPool.self, ["size": 7], to: "16x?x?")
    #expect(unknown.output == "16x7x7" && unknown.view == .unknown && unknown.cost.operations == .unknown)
    #expect(try failure(AdaptiveAvgPool.self, ["size": [1, 1, 1]], to: "16x7x7").rule == "wrong-rank")
  }

  @Test func `pooling to a single unit sees everything`() throws {
    let average = try apply(GlobalAvgPool.self, to: "2048x7x7")
    #expect(average.output == "2048x1x1" && average.view == .everything)
    #expect(average.cost.operations == Figure(2_048 * 49))
    #expect(try apply(GlobalMaxPool.self, to: "8x3").cost.operations == 16)
    #expect(try apply(AdaptiveAvgPool.self, ["size": 1], to: "8x?x?").view == .everything)
    #expect(try apply(GlobalAvgPool.self, to: "8x1x1").view == .pointwise)
    #expect(try failure(GlobalAvgPool.self, to: "8").rule == "wrong-rank")
    #expect(try failure(GlobalAvgPool.self, to: "7x7x8c").rule == "wrong-layout")
  }
}
