import FoveaGraph
import Testing

@Suite struct JoinOperatorTests {
  @Test(
    arguments: [
      ("8x5x5", "8x5x5", "8x5x5"), ("8x5x5", "8x1x1", "8x5x5"), ("1x5x5", "8x1x5", "8x5x5"),
      ("8x?x5", "8x5x?", "8x5x5"), ("8x?x1", "8x1x1", "8x?x1"), ("8x?x?", "8x?x?", "8x?x?"), ("8", "1", "8"),
      ("5x5x8c", "1x1x8c", "5x5x8c"),
    ] as [(Shape, Shape, Shape)])
  func `value by value, extents of one are repeated and what is not known contradicts nothing`(
    first: Shape, second: Shape, expected: Shape
  ) throws {
    #expect(try apply(Add.self, to: first, second).output == expected)
    #expect(try apply(Multiply.self, to: second, first).output == expected)
  }

  @Test func `a gate is broadcast over the map`() throws {
    let gated = try apply(Multiply.self, to: "8x5x5", "8x1x1")
    #expect(gated.view(of: 0) == .pointwise && gated.view(of: 1) == .broadcast)
    #expect(gated.cost.operations == 200 && gated.cost.saved == .inputs)
    let row = try apply(Add.self, to: "8x5x5", "8x1x5")
    #expect(row.view(of: 1) == .windows([try #require(.nearest(input: 1, output: 5)), .identity]))
    #expect(try apply(Add.self, to: "8x1x1", "8x1x1").view(of: 1) == .pointwise)
    #expect(try apply(Add.self, to: "8", "1").view(of: 1) == .channels)
  }

  @Test func `a sum counts every branch but the first`() throws {
    let sum = try apply(Add.self, to: "8x5x5", "8x5x5", "8x5x5")
    #expect(sum.cost.operations == 400 && sum.cost.saved == .nothing)
    #expect(try apply(Add.self, to: "8x5x5").cost.operations == 0)
  }

  @Test func `shapes that do not broadcast are named with the branches that have them`() throws {
    let error = try failure(Add.self, to: "1x5x1", "8x5x6", "8x5x7")
    #expect(error.rule == "join-shape-mismatch" && error.operands == [1, 2] && error.remains == "8x5x?")
    #expect(error.message == "`add` cannot join 8x5x6 and 8x5x7")
    let channels = try failure(Multiply.self, to: "8x5x5", "6x5x5")
    #expect(channels.operands == [0, 1] && channels.remains == "?x5x5")
    let layout = try failure(Add.self, to: "8x5x5", "8x5x5", "5x5x8c")
    #expect(layout.operands == [0, 2] && layout.remains == nil)
    #expect(layout.message.hasSuffix("one with its channels first and one with its channels last"))
    #expect(try failure(Add.self, to: "8x5x5", "8").rule == "join-shape-mismatch")
  }

  @Test func `concat adds the channels of maps of one size`() throws {
    let joined = try apply(Concat.self, to: "64x5x?", "32x?x5")
    #expect(joined.output == "96x5x5" && joined.view(of: 1) == .pointwise && joined.cost.operations == 0)
    #expect(try apply(Concat.self, to: "64x5x5", "?x5x5").output == "?x5x5")
    #expect(try apply(Concat.self, to: "10", "20").output == "30")
    let error = try failure(Concat.self, to: "64x64x64", "64x56x64")
    #expect(error.rule == "join-shape-mismatch" && error.remains == "128x?x64")
    // An extent of one is not repeated.
    #expect(try failure(Concat.self, to: "64x5x5", "64x1x1").rule == "join-shape-mismatch")
  }

  @Test(
    arguments: [
      ("height", "8x5x7", "8x3x7", "8x8x7"), ("width", "8x5x7", "8x5x1", "8x5x8"), ("length", "8x5", "8x3", "8x8"),
      ("depth", "8x2x5x7", "8x1x5x7", "8x3x5x7"), ("height", "5x7x8c", "3x7x8c", "8x7x8c"),
      ("channels", "5x7x8c", "5x7x3c", "5x7x11c"), ("height", "?x5x7", "8x?x7", "8x?x7"),
    ] as [(String, Shape, Shape, Shape)])
  func `concat adds the extents of one axis, and all others are the same`(
    axis: String, first: Shape, second: Shape, expected: Shape
  ) throws {
    let joined = try apply(Concat.self, ["axis": .word(axis)], to: first, second)
    #expect(joined.output == expected && joined.cost == Cost())
  }

  @Test func `concat along a spatial axis shows each unit the branch that it lies in`() throws {
    let joined = try apply(Concat.self, ["axis": "height"], to: "8x2x7", "8x3x7")
    let rows = try (0...1).map { branch in
      guard case .windows(let windows) = joined.view(of: branch) else { return [[Int]?]() }
      #expect(windows[1] == .identity)
      return try (-1...5).map { unit in
        let seen = try #require(windows[0].rows(ofUnit: unit))
        return seen.isEmpty ? nil : [seen.first, seen.last].compactMap(\.self)
      }
    }
    // Unit −1 and unit 5 lie beyond the map, and what they see beyond the branches, which have 2 and 3 rows.
    #expect(rows[0] == [nil, [0, 0], [1, 1], nil, nil, nil, [5, 5]])
    #expect(rows[1] == [[-3, -3], nil, nil, [0, 0], [1, 1], [2, 2], nil])
    #expect(try apply(Concat.self, ["axis": "height"], to: "8x?x7", "8x3x7").view(of: 1) == .unknown)
    #expect(try apply(Concat.self, ["axis": "length"], to: "8x4096", "8x1").view(of: 0) == .unknown)
  }

  @Test func `concat names the axis that a map lacks, and the extent that differs`() throws {
    let missing = try failure(Concat.self, ["axis": "height"], to: "8x5", "8x5")
    #expect(missing.rule == "wrong-rank" && missing.attribute == "axis")
    #expect(missing.message == "`concat` cannot join along the height of 8x5, which has none")
    #expect(missing.help == "its axes are `channels`, `length`")
    #expect(try failure(Concat.self, ["axis": "length"], to: "8", "8").help == "its axis is `channels`")
    let width = try failure(Concat.self, ["axis": "height"], to: "8x5x7", "8x3x6")
    #expect(width.rule == "join-shape-mismatch" && width.axis == 2 && width.remains == "8x8x?")
    #expect(try failure(Concat.self, ["axis": "height"], to: "8x5x7", "6x5x7").axis == 0)
    #expect(try failure(Concat.self, ["axis": "height"], to: "8x5x7", "8x5").remains == nil)
  }
}
