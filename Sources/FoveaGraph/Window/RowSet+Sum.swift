import FoveaText

extension RowSet {
  /// The rows seen through several taps: the union of `self.shifted(by: stride · t)` over the `t` in `taps`.
  ///
  /// This is the sum of two sets (Minkowski). Its cost is constant as long as the result is regular. Nil if `stride` <
  /// 0, if the result is too irregular to keep, and on overflow.
  public func seen(through taps: RowSet, stride: Int) -> RowSet? {
    guard stride >= 0 else { return nil }
    if isEmpty || taps.isEmpty { return .empty }
    if stride == 0 { return self }
    switch taps.pattern {
    case .blocks(let width, let pitch, let count):
      guard let offset = stride.multiplied(by: taps.origin), let moved = shifted(by: offset) else { return nil }
      if width == 1 { return moved }
      guard let step = stride.multiplied(by: taps.step),
        let inner = moved.spread(over: Progression(step: step, count: width))
      else { return nil }
      if count == 1 { return inner }
      guard let distance = step.multiplied(by: pitch) else { return nil }
      return inner.spread(over: Progression(step: distance, count: count))
    case .runs(let runs):
      switch pattern {
      case .blocks(let width, let pitch, let count):
        guard let moved = taps.scaled(by: stride)?.shifted(by: origin),
          let inner = moved.spread(over: Progression(step: step, count: width))
        else { return nil }
        return count == 1 ? inner : inner.spread(over: Progression(step: step * pitch, count: count))
      case .runs:
        return sum(with: runs, of: taps, stride: stride)
      }
    }
  }

  /// The sum of two irregular sets, run by run.
  private func sum(with runs: [Run], of taps: RowSet, stride: Int) -> RowSet? {
    guard let step = stride.multiplied(by: taps.step) else { return nil }
    var result = RowSet.empty
    for run in runs {
      guard let offset = stride.multiplied(by: taps.origin + taps.step * run.start),
        let part = shifted(by: offset)?.spread(over: Progression(step: step, count: run.count)),
        let union = result.union(part)
      else { return nil }
      result = union
    }
    return result
  }

  /// The union of the set moved by every number of `taps`; the set is not empty.
  private func spread(over taps: Progression) -> RowSet? {
    if taps.count == 1 { return self }
    if case .blocks(let width, let pitch, let count) = pattern {
      let inner = Progression(step: step, count: width)
      if count == 1 {
        if let sum = RowSet(origin: origin, inner: inner, outer: taps) { return sum }
      } else {
        let outer = Progression(step: step * pitch, count: count)
        if let wider = inner.merged(with: taps), let sum = RowSet(origin: origin, inner: wider, outer: outer) {
          return sum
        }
        if let longer = outer.merged(with: taps), let sum = RowSet(origin: origin, inner: inner, outer: longer) {
          return sum
        }
      }
    }
    return spreadRuns(over: taps)
  }

  /// The same for a set, or a sum, that is irregular: the runs are merged with a moved copy of themselves, doubling.
  private func spreadRuns(over taps: Progression) -> RowSet? {
    let unit = extent == 0 ? taps.step : greatestCommonDivisor(step, taps.step)
    let distance = taps.step / unit
    guard let span = taps.step.multiplied(by: taps.count - 1), let size = size.adding(span),
      Self.isRepresentable(origin: origin, step: 1, extent: size),
      var merged = runs(from: origin, unit: unit)
    else { return nil }
    var done = 1
    while done < taps.count {
      let added = min(done, taps.count - done)
      guard let union = Self.merge(merged, merged, shift: distance * added) else { return nil }
      merged = union
      done += added
    }
    return RowSet(runs: merged, base: origin, unit: unit)
  }
}
