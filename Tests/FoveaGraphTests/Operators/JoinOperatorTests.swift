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
}
