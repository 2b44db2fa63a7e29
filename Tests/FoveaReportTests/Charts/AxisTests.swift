import Foundation
import Testing

@testable import FoveaReport

@Suite struct AxisTests {
  @Test(arguments: [1e-9, 0.25, 1, 3.7, 10, 224, 1e9, 9.2e18])
  func `the logarithm is that of the system's library`(value: Double) {
    #expect(abs(Double.decimalLogarithm(value) - log10(value)) < 1e-12)
  }

  @Test(arguments: [
    (0.0, 7.0), (0, 223), (0, 999), (0, 1_000), (0, 4.09e9), (0, 2.5e12), (31, 33), (-3, 12), (0, 0), (5, 5), (0, 0.03),
  ])
  func `linear ticks are round, few, and around the values`(least: Double, most: Double) throws {
    for isTight in [false, true] {
      let axis = ChartAxis("work", unit: .count, hasZero: !isTight)
      let ticks = ChartTicks(axis, from: least, to: most, count: 6, isTight: isTight)
      #expect((1...8).contains(ticks.ticks.count))
      #expect(ticks.lower <= least && ticks.upper >= most && ticks.lower < ticks.upper)
      for tick in ticks.ticks { #expect((-1e-9...1 + 1e-9).contains(ticks.position(tick.value))) }
      guard ticks.ticks.count > 1 else { continue }
      let step = ticks.ticks[1].value - ticks.ticks[0].value
      let leading = step / pow(10, floor(log10(step * 1.000_001)))
      #expect([1, 2, 5].contains { abs($0 - leading) < 1e-6 }, "a step of \(step)")
      #expect(Set(ticks.ticks.map(\.text)).count == ticks.ticks.count)
    }
  }

  @Test(arguments: [(1.0, 483.0), (7, 7), (3, 5), (1, 1e9), (2_048, 5e9), (0.001, 0.9)])
  func `logarithmic ticks are round, few, and around the values`(least: Double, most: Double) {
    for unit in [ChartUnit.count, .bytes, .plain("rows")] where unit != .bytes || least >= 1 {
      let ticks = ChartTicks(
        ChartAxis("extent", unit: unit, scale: .logarithmic), from: least, to: most, count: 6)
      #expect((2...12).contains(ticks.ticks.count), "\(ticks.ticks.map(\.text))")
      #expect(ticks.lower <= least && ticks.upper >= most && ticks.lower < ticks.upper)
      #expect(Set(ticks.ticks.map(\.text)).count == ticks.ticks.count)
      #expect(abs(ticks.position(ticks.lower)) < 1e-9 && abs(ticks.position(ticks.upper) - 1) < 1e-9)
    }
  }

  @Test func `numbers on an axis share one prefix, which the title has`() {
    let work = ChartTicks(ChartAxis("multiply-accumulates", unit: .count), from: 0, to: 4.09e9, count: 6)
    #expect(work.title == "multiply-accumulates (G)")
    #expect(work.ticks.map(\.text) == ["0", "1", "2", "3", "4", "5"])
    let memory = ChartTicks(ChartAxis("weights", unit: .bytes), from: 0, to: 98 * 1_048_576, count: 6)
    #expect(memory.title == "weights (MiB)")
    #expect(memory.ticks.map(\.text) == ["0", "20", "40", "60", "80", "100"])
    let time = ChartTicks(ChartAxis("time", unit: .seconds), from: 0, to: 0.0123, count: 6)
    #expect(time.title == "time (ms)")
    #expect(time.ticks.last?.text == "15")
  }
}
