/// The extents of a window that depends on the unit, as behind upsampling.
///
/// Unit `T·q + φ` sees `extents[φ]` shifted by `S·q`.
public struct WindowPhases: Hashable, Sendable {
  /// The number `T` of units after which the window repeats.
  public let period: Int
  /// The rows `S` by which the window moves in one period.
  public let step: Int
  /// The first and last row of each of the units `0..<period`; nil for one that sees nothing.
  public let extents: [ClosedRange<Int>?]

  /// Lists the phases of a window.
  package init(_ window: PeriodicWindow) {
    period = window.period
    step = window.step
    extents = (0..<window.period).map { phase in
      let rows = window.rows(phase: phase)
      return rows.isEmpty ? nil : rows.origin...rows.end
    }
  }
}
