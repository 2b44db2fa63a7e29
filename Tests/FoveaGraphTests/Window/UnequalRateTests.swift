import Testing

@testable import FoveaGraph

/// Joins of maps whose units move at different rates, as after resizing 33 rows to 65.
struct UnequalRateTests {
  @Test(arguments: [(33, 65), (7, 15), (5, 13), (9, 9), (100, 63)])
  func `every unit of the map sees what both see`(input: Int, output: Int) throws {
    let coarse = try #require(PeriodicWindow(kernel: 3, stride: 2, padding: 1))
    let resize = try #require(PeriodicWindow.linear(input: input, output: output, alignCorners: false))
    let first = AxisField(try #require(coarse.seen(through: resize)))
    let second = AxisField(try #require(PeriodicWindow(kernel: 5, stride: 1, padding: 2)))
    let joined = try #require(first.joined(with: second, units: output))
    for unit in 0..<output {
      let rows = try #require(first.window.rows(ofUnit: unit))
      let others = try #require(second.window.rows(ofUnit: unit))
      let expected = try #require(rows.union(others))
      #expect(joined.window.rows(ofUnit: unit) == expected)
    }
  }

  @Test func `without the number of units the union is not known`() throws {
    let first = AxisField(try #require(PeriodicWindow(kernel: 1, stride: 2)))
    let second = AxisField(try #require(PeriodicWindow(kernel: 1, stride: 3)))
    #expect(first.joined(with: second) == nil)
    #expect(first.joined(with: second, units: PeriodicWindow.maximumPeriod + 1) == nil)
  }
}
