/// A finite set of rows: the input rows one unit really sees along one axis, possibly none.
///
/// A set that is regular, `{origin + step · (i + pitch · j) : 0 ≤ i < width, 0 ≤ j < blocks}`, is stored in a few words
/// without allocation. This covers contiguous rows (step 1), a lattice left by dilation or by skipped rows (step > 1),
/// and equal blocks at equal distances (a dense stem under dilated convolutions). Any other set is an array of runs of
/// at most ``maximumRuns`` entries. The step is the greatest common divisor of all differences, so the stored form is
/// unique and equal sets compare equal.
///
/// No operation traps. One that would overflow, or that needs more runs, answers nil: the set is not known.
public struct RowSet: Hashable, Sendable {
  /// The most runs an irregular set may have, which bounds the memory of one set to 16 KiB.
  public static let maximumRuns = 1_024

  /// Adjacent members of a set, in steps from its origin.
  struct Run: Hashable, Sendable {
    var start: Int
    var count: Int

    /// The position just past the last member.
    var end: Int { start + count }
  }

  /// Which steps from the origin are members.
  enum Pattern: Hashable, Sendable {
    /// `count` blocks of `width` members, `pitch` apart; `pitch` is 0 for a single block, else greater than `width` ≥
    /// 2.
    case blocks(width: Int, pitch: Int, count: Int)
    /// Ascending runs with gaps between them, not of the form above; the first starts at 0.
    case runs([Run])
  }

  /// The first row; 0 for the empty set.
  let origin: Int
  /// The greatest common divisor of the differences between rows; 1 for fewer than two rows.
  let step: Int
  let pattern: Pattern

  /// Stores a form that is unique already and whose last row and extent are representable.
  init(normalOrigin origin: Int, step: Int, pattern: Pattern) {
    self.origin = origin
    self.step = step
    self.pattern = pattern
  }

  /// The set of no rows.
  public static let empty = RowSet(normalOrigin: 0, step: 1, pattern: .blocks(width: 0, pitch: 0, count: 1))

  /// Creates the set of one row.
  public init(row: Int) {
    self.init(normalOrigin: row, step: 1, pattern: .blocks(width: 1, pitch: 0, count: 1))
  }

  /// Creates `{first, first + step, …}` of `count` rows; nil if `count` < 0 or `step` < 1, and on overflow.
  public init?(first: Int, count: Int, step: Int = 1) {
    guard count >= 0, step >= 1 else { return nil }
    if count == 0 {
      self = .empty
    } else {
      self.init(origin: first, inner: Progression(step: step, count: count), outer: Progression(step: 1, count: 1))
    }
  }

  /// Creates `{first, …, last}` without gaps; nil if `last` < `first`, and on overflow.
  public init?(first: Int, last: Int) {
    guard last >= first, let extent = last.subtracting(first), let count = extent.adding(1) else { return nil }
    self.init(first: first, count: count)
  }

  /// Creates all sums of `origin` and a number of each progression; nil if they are irregular, and on overflow.
  init?(origin: Int, inner: Progression, outer: Progression) {
    if let single = inner.merged(with: outer) {
      guard Self.isRepresentable(origin: origin, step: single.step, extent: single.count - 1) else { return nil }
      self.init(
        normalOrigin: origin, step: single.count == 1 ? 1 : single.step,
        pattern: .blocks(width: single.count, pitch: 0, count: 1))
      return
    }
    let (fine, coarse) = inner.step <= outer.step ? (inner, outer) : (outer, inner)
    let (pitch, remainder) = coarse.step.quotientAndRemainder(dividingBy: fine.step)
    guard remainder == 0, pitch > fine.count,
      let lastBlock = pitch.multiplied(by: coarse.count - 1),
      let extent = lastBlock.adding(fine.count - 1),
      Self.isRepresentable(origin: origin, step: fine.step, extent: extent)
    else { return nil }
    self.init(
      normalOrigin: origin, step: fine.step,
      pattern: .blocks(width: fine.count, pitch: pitch, count: coarse.count))
  }

  /// Whether the last row, `origin + step · extent`, and the number of rows from first to last are representable.
  static func isRepresentable(origin: Int, step: Int, extent: Int) -> Bool {
    guard let span = step.multiplied(by: extent) else { return false }
    return span < Int.max && origin.adding(span) != nil
  }

  /// Whether there are no rows.
  public var isEmpty: Bool {
    if case .blocks(width: 0, _, _) = pattern { true } else { false }
  }

  /// The smallest row, or nil for the empty set.
  public var first: Int? { isEmpty ? nil : origin }

  /// The largest row, or nil for the empty set.
  public var last: Int? { isEmpty ? nil : end }

  /// The largest row of a set that is not empty.
  var end: Int { origin + step * extent }

  /// The steps from the first row to the last.
  var extent: Int {
    switch pattern {
    case .blocks(let width, let pitch, let count): pitch * (count - 1) + width - 1
    case .runs(let runs): (runs.last?.end ?? 1) - 1
    }
  }

  /// The number of rows.
  public var count: Int {
    switch pattern {
    case .blocks(let width, _, let count): width * count
    case .runs(let runs): runs.reduce(0) { $0 + $1.count }
    }
  }

  /// `last − first + 1`, or 0 for the empty set.
  public var size: Int { isEmpty ? 0 : step * extent + 1 }

  /// The array entries the set occupies: 0 for a regular set.
  var storedRuns: Int {
    switch pattern {
    case .blocks: 0
    case .runs(let runs): runs.count
    }
  }

  /// The set with every gap filled.
  public var hull: RowSet {
    isEmpty ? self : RowSet(normalOrigin: origin, step: 1, pattern: .blocks(width: size, pitch: 0, count: 1))
  }

  /// Whether `row` is one of the rows.
  public func contains(_ row: Int) -> Bool {
    guard !isEmpty, row >= origin, row <= end else { return false }
    let (position, remainder) = (row - origin).quotientAndRemainder(dividingBy: step)
    guard remainder == 0 else { return false }
    switch pattern {
    case .blocks(_, _, count: 1): return true
    case .blocks(let width, let pitch, _): return position % pitch < width
    case .runs(let runs):
      var (low, high) = (0, runs.count)
      while low < high {
        let middle = (low + high) / 2
        if runs[middle].end <= position { low = middle + 1 } else { high = middle }
      }
      return low < runs.count && runs[low].start <= position
    }
  }

  /// The number of rows that are smaller than `row`.
  package func numberOfRows(below row: Int) -> Int {
    guard !isEmpty, row > origin else { return 0 }
    guard row <= end else { return count }
    let positions = (row - origin - 1) / step + 1
    switch pattern {
    case .blocks(let width, _, count: 1): return min(positions, width)
    case .blocks(let width, let pitch, _): return positions / pitch * width + min(positions % pitch, width)
    case .runs(let runs): return runs.reduce(0) { $0 + max(0, min(positions - $1.start, $1.count)) }
    }
  }

  /// The set with `offset` added to every row; nil on overflow.
  public func shifted(by offset: Int) -> RowSet? {
    if isEmpty || offset == 0 { return self }
    guard let moved = origin.adding(offset), end.adding(offset) != nil else { return nil }
    return RowSet(normalOrigin: moved, step: step, pattern: pattern)
  }

  /// The set with every row multiplied by `factor` ≥ 1; nil on overflow.
  func scaled(by factor: Int) -> RowSet? {
    if isEmpty || factor == 1 { return self }
    let extent = extent
    guard let origin = origin.multiplied(by: factor), let step = extent == 0 ? 1 : step.multiplied(by: factor),
      Self.isRepresentable(origin: origin, step: step, extent: extent)
    else { return nil }
    return RowSet(normalOrigin: origin, step: step, pattern: pattern)
  }
}
