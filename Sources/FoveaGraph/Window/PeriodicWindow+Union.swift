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
