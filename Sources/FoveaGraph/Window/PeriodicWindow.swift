import FoveaText

/// The rows that every unit of a map sees along one axis, the same for all units but for a shift and a phase.
///
/// Unit `T·q + φ` sees the rows `rows[φ]` shifted by `S·q`, for the phases `φ` in `0..<T`. Without upsampling the
/// period `T` is 1. Windows are not clipped: they extend past the borders into negative rows and the padding. The
/// period is always the smallest possible, so windows that show every unit the same rows compare equal.
///
/// A window of period 1 with regular rows takes no allocation. Results that are not representable are nil.
public struct PeriodicWindow: Hashable, Sendable {
  /// The largest period; a window that needs a longer one is not known.
  public static let maximumPeriod = 4_096

  /// The most runs that all phases together may hold before only the first and last rows are kept.
  static let maximumRuns = 16_384

  /// The number `T` ≥ 1 of units after which the window repeats.
  public let period: Int
  /// The rows `S` ≥ 0 by which the window moves in one period.
  public let step: Int
  /// Whether only the first and the last row of each phase are known, and its gaps, if any, are filled.
  public let isEnvelope: Bool
  private let initial: RowSet
  private let others: [RowSet]

  /// Creates a window of period 1; nil if `step` < 0.
  init?(rows: RowSet, step: Int, isEnvelope: Bool = false) {
    guard step >= 0 else { return nil }
    (period, self.step, self.isEnvelope) = (1, step, isEnvelope)
    (initial, others) = (rows, [])
  }

  /// Creates the window whose unit `o` sees row `o + row` alone.
  init(row: Int) {
    (period, step, isEnvelope) = (1, 1, false)
    (initial, others) = (RowSet(row: row), [])
  }

  /// Creates the window whose unit `T·q + φ` sees `phases[φ]` shifted by `step · q`, in its smallest period.
  ///
  /// Nil if there is no phase or more than ``maximumPeriod``, or if `step` < 0.
  public init?(phases: [RowSet], step: Int) {
    self.init(phases: phases, step: step, isEnvelope: false)
  }

  init?(phases: [RowSet], step: Int, isEnvelope: Bool) {
    guard step >= 0, let initial = phases.first, phases.count <= Self.maximumPeriod else { return nil }
    let period = Self.smallestPeriod(of: phases, step: step)
    self.period = period
    self.step = step / (phases.count / period)
    self.isEnvelope = isEnvelope
    self.initial = initial
    self.others = period == 1 ? [] : Array(phases[1..<period])
  }

  /// The smallest divisor of the number of phases that is a period of a whole number of rows.
  private static func smallestPeriod(of phases: [RowSet], step: Int) -> Int {
    let count = phases.count
    for period in 1..<count where count % period == 0 && step % (count / period) == 0 {
      let shift = step / (count / period)
      let repeats = (period..<count).allSatisfy { phases[$0 - period].shifted(by: shift) == phases[$0] }
      if repeats { return period }
    }
    return count
  }

  /// The rows of unit `phase`, for a phase in `0..<period`.
  func rows(phase: Int) -> RowSet {
    phase == 0 ? initial : others[phase - 1]
  }

  /// The rows that `unit` sees; nil on overflow.
  public func rows(ofUnit unit: Int) -> RowSet? {
    if period == 1 {
      guard let shift = step.multiplied(by: unit) else { return nil }
      return initial.shifted(by: shift)
    }
    let (turns, phase) = unit.flooredDivision(by: period)
    guard let shift = step.multiplied(by: turns) else { return nil }
    return rows(phase: phase).shifted(by: shift)
  }

  /// The rows between the first and the last, both counted, of the phase where they are most; 0 if nothing is seen.
  public var size: Int { others.reduce(initial.size) { max($0, $1.size) } }

  /// The rows that unit 0 sees, without those that are skipped; nil for an envelope.
  public var distinct: Int? { isEnvelope ? nil : initial.count }

  /// The average distance in rows between neighbouring units.
  public var rate: Rate {
    let divisor = greatestCommonDivisor(step, period)
    return Rate(rows: step / divisor, units: period / divisor)
  }

  /// Twice the centre of the rows that `unit` sees, `first + last`; nil if it sees none, and on overflow.
  public func doubledCentre(ofUnit unit: Int) -> Int? {
    guard let rows = rows(ofUnit: unit), let first = rows.first, let last = rows.last else { return nil }
    return first.adding(last)
  }
}
