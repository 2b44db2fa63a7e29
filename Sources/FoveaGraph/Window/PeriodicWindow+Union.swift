import FoveaText

extension PeriodicWindow {
  /// The window of a unit that sees all that units of two maps see, as after an addition or a concatenation.
  ///
  /// The period is the least common multiple of the two. Where the rows become too irregular to keep, the result is an
  /// envelope. Nil if the two have different ``rate``s, for then they drift apart and no union is periodic; nil also if
  /// the period exceeds ``maximumPeriod``, and on overflow.
  public func union(_ other: PeriodicWindow) -> PeriodicWindow? {
    if self == other { return self }
    guard rate == other.rate,
      let newPeriod = (period / greatestCommonDivisor(period, other.period)).multiplied(by: other.period),
      newPeriod <= Self.maximumPeriod,
      let newStep = step.multiplied(by: newPeriod / period)
    else { return nil }
    if !isEnvelope, !other.isEnvelope {
      if newPeriod == 1 {
        if let rows = rows(phase: 0).union(other.rows(phase: 0)) { return PeriodicWindow(rows: rows, step: newStep) }
      } else if let phases = phases(with: other, period: newPeriod) {
        return PeriodicWindow(phases: phases, step: newStep)
      }
    }
    guard let phases = hulls(with: other, period: newPeriod) else { return nil }
    return PeriodicWindow(phases: phases, step: newStep, isEnvelope: true)
  }

  /// The same for two maps of `units` units with different rates, as after resizing to a size that is no multiple.
  ///
  /// No union of theirs is periodic, but the units of one map can be listed one by one: the period is the map, and
  /// units beyond its border follow at the larger rate, rounded up. Nil for more than ``maximumPeriod`` units, and on
  /// overflow.
  public func union(_ other: PeriodicWindow, ofUnits units: Int) -> PeriodicWindow? {
    guard units <= Self.maximumPeriod, let step = extent(ofUnits: units), let otherStep = other.extent(ofUnits: units),
      let own = listed(units: units, step: max(step, otherStep)),
      let others = other.listed(units: units, step: max(step, otherStep))
    else { return nil }
    return own.union(others)
  }

  /// The rows that a number of units move, rounded up.
  private func extent(ofUnits units: Int) -> Int? {
    rate.rows.multiplied(by: units).map { $0 / rate.units + ($0 % rate.units == 0 ? 0 : 1) }
  }

  private func listed(units: Int, step: Int) -> PeriodicWindow? {
    let phases = (0..<units).compactMap { rows(ofUnit: $0) }
    return phases.count == units ? PeriodicWindow(phases: phases, step: step, isEnvelope: isEnvelope) : nil
  }

  private func phases(with other: PeriodicWindow, period: Int) -> [RowSet]? {
    var phases: [RowSet] = []
    phases.reserveCapacity(period)
    var runs = 0
    for unit in 0..<period {
      guard let own = rows(ofUnit: unit), let others = other.rows(ofUnit: unit), let union = own.union(others) else {
        return nil
      }
      runs += union.storedRuns
      guard runs <= Self.maximumRuns else { return nil }
      phases.append(union)
    }
    return phases
  }

  private func hulls(with other: PeriodicWindow, period: Int) -> [RowSet]? {
    var phases: [RowSet] = []
    phases.reserveCapacity(period)
    for unit in 0..<period {
      guard let own = rows(ofUnit: unit), let others = other.rows(ofUnit: unit) else { return nil }
      if own.isEmpty || others.isEmpty {
        phases.append(own.isEmpty ? others.hull : own.hull)
      } else {
        guard let hull = RowSet(first: min(own.origin, others.origin), last: max(own.end, others.end)) else {
          return nil
        }
        phases.append(hull)
      }
    }
    return phases
  }
}
