import Testing

@testable import FoveaGraph

@Suite struct RowSetTests {
  private func set(_ rows: Set<Int>) throws -> RowSet {
    try rows.shuffled().reduce(RowSet.empty) { try #require($0.union(RowSet(row: $1))) }
  }

  private func expect(_ actual: RowSet?, toHold rows: Set<Int>) throws {
    let actual = try #require(actual)
    #expect(actual.first == rows.min())
    #expect(actual.last == rows.max())
    #expect(actual.count == rows.count)
    #expect(actual.isEmpty == rows.isEmpty)
    for row in (rows.min() ?? 0) - 2...(rows.max() ?? 0) + 2 {
      #expect(actual.contains(row) == rows.contains(row))
      #expect(actual.numberOfRows(below: row) == rows.count { $0 < row })
    }
  }

  private func random(_ generator: inout SplitMix64) -> Set<Int> {
    let step = Int.random(in: 1...4, using: &generator)
    let origin = Int.random(in: -20...20, using: &generator)
    switch Int.random(in: 0...2, using: &generator) {
    case 0: return Set((0..<Int.random(in: 0...6, using: &generator)).map { origin + step * $0 })
    case 1:
      let (width, pitch) = (Int.random(in: 1...4, using: &generator), Int.random(in: 1...7, using: &generator))
      return Set((0..<3).flatMap { block in (0..<width).map { origin + step * ($0 + pitch * block) } })
    default: return Set((0..<6).map { _ in origin + step * Int.random(in: 0...12, using: &generator) })
    }
  }

  @Test func `a set holds its rows and equals any other set of the same rows`() throws {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<400 {
      let rows = random(&generator)
      let built = try set(rows)
      try expect(built, toHold: rows)
      #expect(try set(rows) == built)
      if let row = rows.randomElement(using: &generator) { #expect(try set(rows.subtracting([row])) != built) }
      try expect(built.hull, toHold: rows.isEmpty ? [] : Set((rows.min() ?? 0)...(rows.max() ?? 0)))
    }
  }

  @Test func `union, shift and sum agree with those of explicit sets, and give equal forms`() throws {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<1_500 {
      let (first, second) = (random(&generator), random(&generator))
      let stride = Int.random(in: 0...5, using: &generator)
      let (one, two) = (try set(first), try set(second))
      try expect(one.union(two), toHold: first.union(second))
      #expect(one.union(two) == two.union(one))
      #expect(try one.union(two) == set(first.union(second)))
      try expect(one.shifted(by: stride - 9), toHold: Set(first.map { $0 + stride - 9 }))
      let sum = Set(first.flatMap { row in second.map { row + stride * $0 } })
      try expect(one.seen(through: two, stride: stride), toHold: sum)
      #expect(try one.seen(through: two, stride: stride) == set(sum))
    }
  }

  @Test func `equal blocks at equal distances take no array`() throws {
    let stem = try #require(RowSet(first: -3, count: 7))
    let taps = try #require(RowSet(first: -1, count: 3))
    let blocks = try #require(stem.seen(through: taps, stride: 16))
    #expect(blocks.count == 21)
    #expect(blocks.storedRuns == 0)
    #expect(try #require(blocks.seen(through: taps, stride: 16)).storedRuns == 0)
    #expect(try #require(blocks.union(stem)) == blocks)
    #expect(blocks.seen(through: taps, stride: 7)?.isEmpty == false)
  }

  @Test func `a set that needs too many runs is not known`() throws {
    var irregular = RowSet(first: 0, count: 2)
    for power in 1...9 {
      let pair = try #require(RowSet(first: 0, count: 2, step: 1))
      irregular = irregular?.seen(through: pair, stride: 3 * Int(1 << (2 * power)) + power)
    }
    let known = try #require(irregular)
    #expect(known.storedRuns == 512)
    let far = try #require(known.shifted(by: 1 << 40))
    let two = try #require(known.union(far))
    #expect(two.storedRuns == RowSet.maximumRuns)
    #expect(two.union(RowSet(row: 1 << 50)) == nil)
  }

  @Test func `arithmetic past the integers gives nil`() throws {
    #expect(RowSet(first: 0, count: -1) == nil)
    #expect(RowSet(first: 0, count: 1, step: 0) == nil)
    #expect(RowSet(first: .max, count: 2) == nil)
    #expect(RowSet(first: 0, count: .max, step: 2) == nil)
    #expect(RowSet(first: .min, last: .max) == nil)
    let (low, high) = (RowSet(row: .min), RowSet(row: .max))
    #expect(low.size == 1 && high.size == 1)
    #expect(low.union(high) == nil)
    #expect(low.shifted(by: -1) == nil)
    #expect(high.shifted(by: 1) == nil)
    #expect(low.shifted(by: .max)?.first == -1)
    #expect(high.seen(through: high, stride: 1) == nil)
    #expect(low.seen(through: low, stride: .max) == nil)
    let pair = try #require(RowSet(first: 0, count: 2, step: .max - 1))
    #expect(pair.size == .max)
    #expect(pair.seen(through: pair, stride: 1) == nil)
    #expect(pair.union(RowSet(row: -1)) == nil)
    #expect(pair.union(RowSet(row: 3))?.count == 3)
    #expect(pair.contains(.min) == false)
    #expect(high.seen(through: pair, stride: -1) == nil)
  }
}
