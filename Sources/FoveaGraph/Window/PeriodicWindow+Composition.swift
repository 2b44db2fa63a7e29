import FoveaText

extension PeriodicWindow {
  /// The most steps of work that one composition takes exactly before it keeps only first and last rows, and then
  /// again.
  ///
  /// A step is a run merged; it takes some nanoseconds.
  static let maximumWork = 1_048_576

  /// The window, over the same rows, of the output of a layer whose own window over these units is `layer`.
  ///
  /// With `f` this window, unit `o` sees the union of `f(u)` over the units `u` that `layer` shows it. The period is
  /// `T_layer · T / gcd(T, S_layer)`. Units that see nothing pass nothing on. Where the rows become too irregular to
  /// keep, the result is an envelope. Nil if the period exceeds ``maximumPeriod``, and on overflow.
  public func seen(through layer: PeriodicWindow) -> PeriodicWindow? {
    let divisor = greatestCommonDivisor(period, layer.step)
    let repeats = period / divisor
    guard let newPeriod = layer.period.multiplied(by: repeats), newPeriod <= Self.maximumPeriod,
      let newStep = (layer.step / divisor).multiplied(by: step)
    else { return nil }
    if !isEnvelope, !layer.isEnvelope {
      if period == 1, layer.period == 1 {
        if let rows = rows(phase: 0).seen(through: layer.rows(phase: 0), stride: step) {
          return PeriodicWindow(rows: rows, step: newStep)
        }
      } else if let phases = phases(through: layer, repeats: repeats, follow: rows(seenThrough:work:)) {
        return PeriodicWindow(phases: phases, step: newStep)
      }
    }
    // The first and last of the layer's taps do not bound what the phases between them see.
    if layer.isEnvelope, period > 1 { return nil }
    guard let phases = phases(through: layer, repeats: repeats, follow: hull(seenThrough:work:)) else { return nil }
    return PeriodicWindow(phases: phases, step: newStep, isEnvelope: true)
  }

  /// The same for a layer with a map of `units` units, where the period would be too long: the units are listed one by
  /// one, and those beyond the border follow at the average rate, rounded up.
  ///
  /// Nil for more than ``maximumPeriod`` units, where a unit's rows are too irregular to keep, and on overflow.
  func seen(through layer: PeriodicWindow, ofUnits units: Int) -> PeriodicWindow? {
    guard units <= Self.maximumPeriod, !isEnvelope, !layer.isEnvelope,
      let rows = rate.rows.multiplied(by: layer.rate.rows)?.multiplied(by: units),
      let each = rate.units.multiplied(by: layer.rate.units)
    else { return nil }
    var (work, runs) = (0, 0)
    var phases: [RowSet] = []
    phases.reserveCapacity(units)
    for unit in 0..<units {
      guard let seen = layer.rows(ofUnit: unit), let rows = self.rows(seenThrough: seen, work: &work) else {
        return nil
      }
      runs += rows.storedRuns
      guard runs <= Self.maximumRuns else { return nil }
      phases.append(rows)
    }
    return PeriodicWindow(phases: phases, step: rows / each + (rows % each == 0 ? 0 : 1))
  }

  /// The rows of the first `repeats` periods of units of a layer; nil where `follow` gives up.
  private func phases(
    through layer: PeriodicWindow, repeats: Int, follow: (RowSet, inout Int) -> RowSet?
  ) -> [RowSet]? {
    var phases: [RowSet] = []
    phases.reserveCapacity(layer.period * repeats)
    var (work, runs) = (0, 0)
    for turn in 0..<repeats {
      guard let shift = layer.step.multiplied(by: turn) else { return nil }
      for phase in 0..<layer.period {
        guard let units = layer.rows(phase: phase).shifted(by: shift), let rows = follow(units, &work) else {
          return nil
        }
        runs += rows.storedRuns
        guard runs <= Self.maximumRuns else { return nil }
        phases.append(rows)
      }
    }
    return phases
  }

  /// The union of the rows of `units`; `work` counts the steps taken.
  private func rows(seenThrough units: RowSet, work: inout Int) -> RowSet? {
    if period == 1 { return rows(phase: 0).seen(through: units, stride: step) }
    var union = RowSet.empty
    let isComplete = forEachPhase(of: units) { phase, turns in
      guard let rows = rows(phase: phase).seen(through: turns, stride: step), let wider = union.union(rows) else {
        return false
      }
      union = wider
      work += 16 + rows.mergingCost + union.mergingCost
      return work <= Self.maximumWork
    }
    return isComplete ? union : nil
  }

  /// The rows from the first to the last that one of `units` sees; `work` counts the steps taken.
  private func hull(seenThrough units: RowSet, work: inout Int) -> RowSet? {
    var hull = RowSet.empty
    func include(_ rows: RowSet, _ turns: RowSet) -> Bool {
      if rows.isEmpty || turns.isEmpty { return true }
      guard let low = step.multiplied(by: turns.origin)?.adding(rows.origin),
        let high = step.multiplied(by: turns.end)?.adding(rows.end),
        let wider = RowSet(first: min(low, hull.first ?? low), last: max(high, hull.last ?? high))
      else { return false }
      hull = wider
      return true
    }
    if period == 1 { return include(rows(phase: 0), units) ? hull : nil }
    let isComplete = forEachPhase(of: units) { phase, turns in
      work += 1
      return work <= Self.maximumWork && include(rows(phase: phase), turns)
    }
    return isComplete ? hull : nil
  }

  /// Splits units into phases and the turns `q` in which each occurs, unit `T·q + φ`.
  ///
  /// - Returns: false as soon as `body` does.
  private func forEachPhase(of units: RowSet, _ body: (_ phase: Int, _ turns: RowSet) -> Bool) -> Bool {
    units.forEachProgression { first, taps in
      let divisor = greatestCommonDivisor(taps.step, period)
      let classes = period / divisor
      for member in 0..<min(taps.count, classes) {
        let (turn, phase) = (first + taps.step * member).flooredDivision(by: period)
        let count = (taps.count - 1 - member) / classes + 1
        guard let turns = RowSet(first: turn, count: count, step: taps.step / divisor), body(phase, turns) else {
          return false
        }
      }
      return true
    }
  }
}
