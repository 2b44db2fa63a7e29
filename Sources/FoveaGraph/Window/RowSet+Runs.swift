import FoveaText

extension RowSet {
  /// The most runs an intermediate result may have: a sum is often more regular than its parts.
  static let maximumIntermediateRuns = 8 * maximumRuns

  /// How many runs a merge with this set would take at most; 0 where there are too many, so that only rules apply.
  var mergingCost: Int {
    switch pattern {
    case .blocks(_, _, let count): count <= Self.maximumIntermediateRuns ? count : 0
    case .runs(let runs): runs.count
    }
  }

  /// The runs of a set that is not empty, counted in `unit` from `base`; nil if there are too many, and on overflow.
  ///
  /// `unit` divides the step, and the distance from `base` ≤ `origin` to `origin`.
  func runs(from base: Int, unit: Int) -> [Run]? {
    guard let distance = origin.subtracting(base),
      let reach = (distance / unit).adding(size / unit), reach < Int.max - 1
    else { return nil }
    let start = distance / unit
    let ratio = extent == 0 ? 1 : step / unit
    var runs: [Run] = []
    func append(position: Int, count: Int) -> Bool {
      if ratio == 1 {
        runs.append(Run(start: start + position, count: count))
      } else {
        guard count <= Self.maximumIntermediateRuns - runs.count else { return false }
        for member in 0..<count {
          runs.append(Run(start: start + ratio * (position + member), count: 1))
        }
      }
      return runs.count <= Self.maximumIntermediateRuns
    }
    switch pattern {
    case .blocks(let width, let pitch, let count):
      guard count <= Self.maximumIntermediateRuns else { return nil }
      for block in 0..<count {
        guard append(position: pitch * block, count: width) else { return nil }
      }
    case .runs(let own):
      for run in own {
        guard append(position: run.start, count: run.count) else { return nil }
      }
    }
    return runs
  }

  /// Splits the set into progressions, each given by its first row and its steps.
  ///
  /// - Returns: false as soon as `body` does.
  func forEachProgression(_ body: (_ first: Int, _ rows: Progression) -> Bool) -> Bool {
    if isEmpty { return true }
    switch pattern {
    case .blocks(let width, let pitch, let count):
      return (0..<count).allSatisfy {
        body(origin + step * (pitch * $0), Progression(step: step, count: width))
      }
    case .runs(let runs):
      return runs.allSatisfy { body(origin + step * $0.start, Progression(step: step, count: $0.count)) }
    }
  }

  /// The union of two ascending arrays of runs, the second moved up by `shift`; nil if there are too many runs.
  static func merge(_ first: [Run], _ second: [Run], shift: Int = 0) -> [Run]? {
    var merged: [Run] = []
    merged.reserveCapacity(first.count + second.count)
    var (i, j) = (0, 0)
    while i < first.count || j < second.count {
      let run: Run
      if j == second.count || (i < first.count && first[i].start <= second[j].start + shift) {
        run = first[i]
        i += 1
      } else {
        run = Run(start: second[j].start + shift, count: second[j].count)
        j += 1
      }
      if let previous = merged.last, run.start <= previous.end {
        merged[merged.count - 1].count = max(previous.end, run.end) - previous.start
      } else {
        merged.append(run)
      }
    }
    return merged.count <= maximumIntermediateRuns ? merged : nil
  }

  /// Creates the normal form of ascending runs with gaps between them, counted in `unit` from `base`; nil if it has too
  /// many runs, and on overflow.
  init?(runs: [Run], base: Int, unit: Int) {
    guard let head = runs.first, let tail = runs.last else {
      self = .empty
      return
    }
    guard let offset = unit.multiplied(by: head.start), let origin = base.adding(offset),
      Self.isRepresentable(origin: origin, step: unit, extent: tail.end - 1 - head.start)
    else { return nil }
    var (runs, step) = (runs, unit)
    if runs.count > 1 {
      // Single rows may have a coarser step; one longer run has two rows that are a unit apart.
      let divisor =
        runs.allSatisfy { $0.count == 1 }
        ? runs.reduce(0) { greatestCommonDivisor($0, $1.start - head.start) } : 1
      step *= divisor
      runs = Self.divided(runs, origin: head.start, by: divisor)
    }
    if runs.count == 1 {
      self.init(first: origin, count: runs[0].count, step: step)
      return
    }
    let (width, pitch) = (runs[0].count, runs[1].start)
    let isRegular = runs.indices.dropFirst().allSatisfy {
      runs[$0].count == width && runs[$0].start - runs[$0 - 1].start == pitch
    }
    guard isRegular || runs.count <= Self.maximumRuns else { return nil }
    self.init(
      normalOrigin: origin, step: step,
      pattern: isRegular ? .blocks(width: width, pitch: pitch, count: runs.count) : .runs(runs))
  }

  /// The runs moved to start at 0 and divided by a common divisor of their starts, adjacent ones joined.
  private static func divided(_ runs: [Run], origin: Int, by divisor: Int) -> [Run] {
    var result: [Run] = []
    result.reserveCapacity(runs.count)
    for run in runs {
      let start = (run.start - origin) / divisor
      if let previous = result.last, previous.end == start {
        result[result.count - 1].count += run.count
      } else {
        result.append(Run(start: start, count: run.count))
      }
    }
    return result
  }
}
