package import FoveaNumerics
import FoveaText

/// The window of a chain of convolutions along one axis.
package struct ComposedWindow: Hashable, Sendable {
  /// The window with the least dilation that has all taps.
  package let window: AxisWindow
  /// The taps of `window` that no combination of the layers' taps reaches.
  package let holes: [Int]

  /// Composes windows, first to last; nil where a size exceeds what a window may have.
  package init?(_ windows: [AxisWindow]) {
    var (step, before, after) = (1, 0, 0)
    var spacing = 0
    var reached: Set<Int> = [0]
    for window in windows {
      let (apart, overflow) = step.multipliedReportingOverflow(by: window.dilation)
      let (first, overflowBefore) = step.multipliedReportingOverflow(by: window.padding.before)
      let (last, overflowAfter) = step.multipliedReportingOverflow(by: window.padding.after)
      let limit = Int(Int32.max)
      guard !overflow, !overflowBefore, !overflowAfter, apart <= limit, window.kernel <= limit / apart else {
        return nil
      }
      guard reached.count <= Self.largestTaps / window.kernel else { return nil }
      if window.kernel > 1 { spacing = greatestCommonDivisor(spacing, apart) }
      reached = Set(reached.flatMap { place in (0..<window.kernel).map { place + $0 * apart } })
      before += first
      after += last
      step *= window.stride
      guard step <= limit, before <= limit, after <= limit else { return nil }
    }
    let spacingOrOne = max(spacing, 1)
    let kernel = (reached.max() ?? 0) / spacingOrOne + 1
    guard
      let window = try? AxisWindow(
        kernel: kernel, stride: step, dilation: spacingOrOne, padding: AxisPadding(before: before, after: after))
    else { return nil }
    self.window = window
    holes = (0..<kernel).filter { !reached.contains($0 * spacingOrOne) }
  }

  private static let largestTaps = 1 << 20

  /// Whether the chain reads, moves and pads as one window does, without a hole.
  package func isSame(as direct: AxisWindow) -> Bool {
    holes.isEmpty && window.kernel == direct.kernel && window.extent == direct.extent
      && window.stride == direct.stride && window.padding == direct.padding
  }
}
