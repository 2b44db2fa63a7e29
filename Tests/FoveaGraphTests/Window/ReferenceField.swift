import FoveaGraph
import Testing

/// The field of a map by explicit sets: what each unit sees is looked up unit by unit, back to the input.
final class ReferenceField {
  private let lookup: (Int) -> Set<Int>
  private var known: [Int: Set<Int>] = [:]
  /// A period, not necessarily the smallest, and its step.
  let period: (units: Int, rows: Int)
  private var path: ReferenceField?

  private init(period: (units: Int, rows: Int), path: ReferenceField?, lookup: @escaping (Int) -> Set<Int>) {
    (self.period, self.path, self.lookup) = (period, path, lookup)
  }

  static func input() -> ReferenceField {
    ReferenceField(period: (1, 1), path: nil) { [$0] }
  }

  func rows(_ unit: Int) -> Set<Int> {
    if let rows = known[unit] { return rows }
    let rows = lookup(unit)
    known[unit] = rows
    return rows
  }

  func seen(through layer: ReferenceLayer) -> ReferenceField {
    let own = layer.period
    return ReferenceField(
      period: (own.units * period.units, own.rows * period.rows), path: path?.seen(through: layer)
    ) { unit in
      layer.rows(unit).reduce(into: Set<Int>()) { $0.formUnion(self.rows($1)) }
    }
  }

  func joined(with other: ReferenceField) -> ReferenceField {
    let path = other.narrowest.size < narrowest.size ? other.narrowest : narrowest
    return ReferenceField(
      period: (period.units * other.period.units, period.rows * other.period.units), path: path
    ) { self.rows($0).union(other.rows($0)) }
  }

  var narrowest: ReferenceField { path ?? self }

  var size: Int {
    (0..<period.units).map { Self.size(rows($0)) }.max() ?? 0
  }

  static func size(_ rows: Set<Int>) -> Int {
    guard let first = rows.min(), let last = rows.max() else { return 0 }
    return last - first + 1
  }

  func hasSameRate(as other: ReferenceField) -> Bool {
    period.rows * other.period.units == other.period.rows * period.units
  }

  /// Checks every figure of `field` against the sets.
  func expectEqual(_ field: AxisField, _ story: String) {
    let window = field.window
    let comment = Comment(rawValue: story)
    #expect(!window.isEnvelope, comment)
    #expect(period.units % window.period == 0, comment)
    #expect(window.step * period.units == period.rows * window.period, comment)
    for unit in -3..<window.period + 3 {
      let expected = rows(unit)
      let actual = window.rows(ofUnit: unit)
      #expect(actual?.first == expected.min(), comment)
      #expect(actual?.last == expected.max(), comment)
      #expect(actual?.count == expected.count, comment)
      #expect(expected.allSatisfy { actual?.contains($0) == true }, comment)
    }
    let units = 0..<window.period
    #expect(field.size == size, comment)
    #expect(field.distinct == rows(0).count, comment)
    #expect(field.smallest == narrowest.size, comment)
    #expect(field.stride == (window.period == 1 ? window.step : nil), comment)
    #expect(field.padding == (window.period == 1 ? rows(0).min().map { -$0 } : nil), comment)
    #expect((field.phases == nil) == (window.period == 1), comment)
    if let phases = field.phases {
      for unit in units {
        #expect(phases.extents[unit]?.lowerBound == rows(unit).min(), comment)
        #expect(phases.extents[unit]?.upperBound == rows(unit).max(), comment)
      }
    }
    for shorter in units.dropFirst()
    where window.period % shorter == 0 && window.step * shorter % window.period == 0 {
      let shift = window.step * shorter / window.period
      let isPeriod = units.allSatisfy { unit in rows(unit + shorter) == Set(rows(unit).map { $0 + shift }) }
      #expect(!isPeriod, comment)
    }
  }
}
