/// Windows of units that are numbered in row-major order over several axes.
extension PeriodicWindow {
  /// The most units that are compared one by one.
  static let maximumDivided = 65_536

  /// The window of the units of a map with these extents, of which this is the window by their numbers, and the axis
  /// that it moves along; no axis where all units see the same.
  ///
  /// Nil where what a unit sees depends on more than one axis, where it does not repeat along that axis, where there
  /// are more than ``maximumDivided`` units, and on overflow.
  func divided(into extents: [Int]) -> (window: PeriodicWindow, axis: Int?)? {
    let units: Int? = extents.reduce(1) { product, extent in product?.multiplied(by: extent) }
    guard let units, units <= Self.maximumDivided else { return nil }
    let rows = (0..<units).compactMap { self.rows(ofUnit: $0) }
    guard rows.count == units else { return nil }
    var moving: (axis: Int, inner: Int)?
    var inner = 1
    for axis in extents.indices.reversed() {
      let isMoving = (0..<units).contains { $0 / inner % extents[axis] > 0 && rows[$0] != rows[$0 - inner] }
      if isMoving {
        guard moving == nil else { return nil }
        moving = (axis, inner)
      }
      inner *= extents[axis]
    }
    guard let moving else { return PeriodicWindow(rows: rows[0], step: 0, isEnvelope: isEnvelope).map { ($0, nil) } }
    let phases = (0..<extents[moving.axis]).map { rows[$0 * moving.inner] }
    return Self.repeating(phases, isEnvelope: isEnvelope).map { ($0, moving.axis) }
  }

  /// The window that goes on as the rows of some first units do; nil unless each of a period is seen at least twice.
  private static func repeating(_ rows: [RowSet], isEnvelope: Bool) -> PeriodicWindow? {
    for period in 1..<max(rows.count / 2 + 1, 1) where period <= maximumPeriod {
      let pairs = zip(rows, rows.dropFirst(period))
      let shifts = pairs.lazy.compactMap { unit, later in unit.first.flatMap { later.first?.subtracting($0) } }
      let step = shifts.first { _ in true } ?? 0
      guard step >= 0, pairs.allSatisfy({ $0.shifted(by: step) == $1 }) else { continue }
      return PeriodicWindow(phases: Array(rows.prefix(period)), step: step, isEnvelope: isEnvelope)
    }
    return nil
  }

  /// The window of units that all see what unit 0 sees; nil on overflow.
  var standing: PeriodicWindow? {
    rows(ofUnit: 0).flatMap { PeriodicWindow(rows: $0, step: 0, isEnvelope: isEnvelope) }
  }
}
