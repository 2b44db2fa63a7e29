import FoveaText

/// The windows of attention.
extension PeriodicWindow {
  /// The windows of a partition: unit `o` sees the `size` rows of its window, whose borders lie at `shift` and at
  /// multiples of `size` from there.
  ///
  /// The first and the last window of a map reach beyond it, as those of a padded convolution do. Nil unless `shift` is
  /// below `size`, and for a size below 1 or above ``maximumPeriod``.
  static func partition(_ size: Int, shift: Int = 0) -> PeriodicWindow? {
    guard size >= 1, size <= maximumPeriod, shift >= 0, shift < size else { return nil }
    let phases = (0..<size).compactMap { phase in
      RowSet(first: phase < shift ? shift - size : shift, count: size)
    }
    return phases.count == size ? PeriodicWindow(phases: phases, step: size) : nil
  }

  /// The windows of a grid: unit `o` of `rows` sees the `count` rows that are a multiple of `rows / count` from it.
  ///
  /// The period is the map, so that what units beyond its border see lies beyond it too. Nil unless `count` divides
  /// `rows`, and for more than ``maximumPeriod`` rows.
  static func grid(_ count: Int, of rows: Int) -> PeriodicWindow? {
    guard count >= 1, rows >= 1, rows % count == 0, rows <= maximumPeriod else { return nil }
    let step = rows / count
    let phases = (0..<rows).compactMap { RowSet(first: $0 % step, count: count, step: step) }
    return phases.count == rows ? PeriodicWindow(phases: phases, step: rows) : nil
  }
}

extension PeriodicWindow {
  /// The windows of a map of `extent` rows that is rolled: unit `o` sees row `(o − rows) mod extent`.
  ///
  /// Units beyond a border see rows beyond it. Nil for more than ``maximumPeriod`` rows.
  static func rolled(by rows: Int, of extent: Int) -> PeriodicWindow? {
    guard extent >= 1, extent <= maximumPeriod else { return nil }
    let shift = rows.flooredDivision(by: extent).remainder
    if shift == 0 { return .identity }
    let phases = (0..<extent).map { RowSet(row: ($0 + extent - shift) % extent) }
    return PeriodicWindow(phases: phases, step: extent)
  }
}
