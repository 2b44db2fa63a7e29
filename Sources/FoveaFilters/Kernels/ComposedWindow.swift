package import FoveaNumerics
import FoveaText

/// The window of a chain of convolutions along one axis.
package struct ComposedWindow: Hashable, Sendable {
  /// The window with the least dilation that has all taps.
  package let window: AxisWindow
  /// The taps of `window` that no combination of the layers' taps reaches.
  package let holes: [Int]

  /// Composes windows, first to last; nil where that exceeds ``limit``.
  package init?(_ windows: [AxisWindow]) {
    guard let sizes = Self.sizes(of: windows) else { return nil }
    window = sizes.window
    var reached = Places(0..<1)
    for (layer, apart) in zip(windows, sizes.apart) where layer.kernel > 1 {
      reached = reached.spread(count: layer.kernel, step: apart / window.dilation)
    }
    var holes: [Int] = []
    for (range, next) in zip(reached.ranges, reached.ranges.dropFirst()) {
      holes.append(contentsOf: range.upperBound..<next.lowerBound)
    }
    self.holes = holes
  }

  /// The window of a chain, and how far apart in input pixels the taps of each layer are; nil where that exceeds
  /// ``limit``.
  static func sizes(of windows: [AxisWindow]) -> (window: AxisWindow, apart: [Int])? {
    var (step, before, after, last, spacing) = (1, 0, 0, 0, 0)
    var apart: [Int] = []
    let largest = Int(Int32.max)
    for window in windows {
      // None of the factors exceeds 2³¹, so that no product or sum of two overflows.
      apart.append(step * window.dilation)
      before += step * window.padding.before
      after += step * window.padding.after
      if window.kernel > 1 {
        guard window.kernel - 1 <= largest / (step * window.dilation) else { return nil }
        last += step * window.dilation * (window.kernel - 1)
        spacing = greatestCommonDivisor(spacing, step * window.dilation)
      }
      step *= window.stride
      guard step <= largest, before <= largest, after <= largest, last <= largest else { return nil }
    }
    let kernel = last / max(spacing, 1) + 1
    guard kernel <= largestTaps else { return nil }
    let padding = AxisPadding(before: before, after: after)
    let window = AxisWindow.checked(kernel: kernel, stride: step, dilation: max(spacing, 1), padding: padding)
    return (window, apart)
  }

  /// The most taps along an axis, holes among them, which are listed.
  private static let largestTaps = 1 << 20

  /// What is composed at most, in words.
  package static let limit =
    "at most \(largestTaps) taps along an axis are composed, in an extent, strides and padding of at most \(Int32.max)"

  /// Whether the chain reads, moves and pads as one window does, without a hole.
  package func isSame(as direct: AxisWindow) -> Bool {
    holes.isEmpty && window.kernel == direct.kernel && window.extent == direct.extent
      && window.stride == direct.stride && window.padding == direct.padding
  }
}
