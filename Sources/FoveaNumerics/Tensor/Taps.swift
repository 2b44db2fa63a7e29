/// The inputs that one window of an axis reads.
struct Taps {
  /// The first input inside the axis.
  let first: Int
  /// One past the last position that a tap may read.
  let end: Int
  /// The step between taps.
  let step: Int

  init(_ window: AxisWindow, output: Int, size: Int) {
    let start = output * window.stride - window.padding.before
    let skipped = start < 0 ? (-start + window.dilation - 1) / window.dilation : 0
    first = start + skipped * window.dilation
    end = min(start + window.extent, size)
    step = window.dilation
  }

  var indices: StrideTo<Int> { stride(from: first, to: end, by: step) }
}
