import FoveaText

extension RowSet {
  /// The rows that are in either set; nil if the union is too irregular to keep, and on overflow.
  public func union(_ other: RowSet) -> RowSet? {
    if isEmpty { return other }
    if other.isEmpty || covers(other) { return self }
    if other.covers(self) { return other }
    if origin <= other.origin {
      return joined(withLater: other) ?? mergedRuns(withLater: other)
    }
    return other.joined(withLater: self) ?? other.mergedRuns(withLater: self)
  }

  /// Whether `other` is plainly a part of this set; false may also mean that only a comparison of all runs could tell.
  private func covers(_ other: RowSet) -> Bool {
    guard origin <= other.origin, other.end <= end else { return false }
    if case .blocks(_, _, count: 1) = pattern {
      return (other.origin - origin) % step == 0 && (other.extent == 0 || other.step % step == 0)
    }
    return other.extent == 0 ? contains(other.origin) : self == other
  }

  /// The union with a set that begins no earlier, when both are parts of one progression or of one row of equal blocks.
  private func joined(withLater other: RowSet) -> RowSet? {
    guard case .blocks(let width, let pitch, let count) = pattern,
      case .blocks(let otherWidth, let otherPitch, let otherCount) = other.pattern,
      let distance = other.origin.subtracting(origin)
    else { return nil }
    if count == 1, otherCount == 1 {
      let common = width == 1 ? (otherWidth == 1 ? distance : other.step) : step
      guard otherWidth == 1 || other.step == common, distance % common == 0, distance / common <= width,
        let end = (distance / common).adding(otherWidth)
      else { return nil }
      return RowSet(first: origin, count: max(width, end), step: common)
    }
    let common = count == 1 ? otherPitch : pitch
    guard width == otherWidth, step == other.step, otherCount == 1 || otherPitch == common, distance % step == 0 else {
      return nil
    }
    let (blocks, remainder) = (distance / step).quotientAndRemainder(dividingBy: common)
    // Both products are distances within one of the sets.
    guard remainder == 0, blocks <= count else { return nil }
    return RowSet(
      origin: origin, inner: Progression(step: step, count: width),
      outer: Progression(step: step * common, count: max(count, blocks + otherCount)))
  }

  private func mergedRuns(withLater other: RowSet) -> RowSet? {
    guard let distance = other.origin.subtracting(origin) else { return nil }
    let steps = greatestCommonDivisor(extent == 0 ? 0 : step, other.extent == 0 ? 0 : other.step)
    let unit = max(1, greatestCommonDivisor(steps, distance))
    guard let runs = runs(from: origin, unit: unit), let otherRuns = other.runs(from: origin, unit: unit),
      let merged = Self.merge(runs, otherRuns)
    else { return nil }
    return RowSet(runs: merged, base: origin, unit: unit)
  }
}
