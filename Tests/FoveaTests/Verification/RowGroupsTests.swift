import FoveaNumerics
import Testing

@testable import Fovea

@Suite struct RowGroupsTests {
  /// The rows that a unit's answers name.
  private func named(_ rows: Set<Int>, _ groups: RowGroups) -> [Int]? {
    groups.rows { group in rows.contains { groups.contains($0, in: group) } }
  }

  @Test(arguments: [1, 2, 3, 7, 64, 100, 1000, 1023]) func `rows beside each other are named by any groups for so many`(
    rows: Int
  ) {
    for together in [1, 2, 3, 5, 16, 60, 1000] where together <= rows {
      let groups = RowGroups(rows: rows, together: together)
      #expect(groups.count <= rows)
      for first in 0...rows - together {
        #expect(named(Set(first..<first + together), groups) == Array(first..<first + together))
      }
    }
  }

  @Test func `what the groups do not name is told, and never guessed`() {
    var generator = SplitMix64(seed: 5)
    var unnamed = 0
    for _ in 0..<2000 {
      let groups = RowGroups(rows: 200, together: generator.integer(1...6))
      let rows = Set((0..<generator.integer(0...6)).map { _ in generator.integer(0...199) })
      if let found = named(rows, groups) { #expect(found == rows.sorted()) } else { unnamed += 1 }
      #expect(named(rows, RowGroups(single: 200)) == rows.sorted())
    }
    #expect((1..<2000).contains(unnamed))
  }

  @Test(arguments: [(16_000, 3, 80), (1_000_000, 3, 120), (16_000, 1000, 1500), (100, 90, 100)])
  func `groups are some more than the rows that units see`(rows: Int, together: Int, most: Int) {
    #expect(RowGroups(rows: rows, together: together).count <= most)
  }
}
