import FoveaGraph

enum Checkerboard: Rule {
  static let name = "checkerboard"
  static let summary = "A transposed convolution covers its output unevenly."
  static let rationale = """
    A transposed convolution adds a kernel's worth of values at every `s`-th row of its output. Row `o` receives as many of \
    them as there are taps `t` with `d·t ≡ o + p (mod s)`. Unless that number is the same for all rows, the output carries \
    a pattern of period `s` that the weights must learn to undo: the checkerboard of generated images. Where a row receives \
    none it is empty but for the bias, which is an error.

    The taps are counted by row, so that dilation is judged right. Use a kernel that is a multiple of the stride, or \
    resize and convolve.
    """
  static let references = [
    Reference(
      "Odena, Dumoulin, Olah, Deconvolution and Checkerboard Artifacts, Distill, 2016",
      "https://distill.pub/2016/deconv-checkerboard/")
  ]
  static let level = RuleLevel.warning
  static let accepted = [
    RuleExample.layers("- conv_transpose: {out: 8, kernel: 4, stride: 2, padding: 1}", why: "two taps for every row"),
    RuleExample.layers("- conv_transpose: {out: 8, kernel: 2, stride: 2}", why: "one tap for every row"),
    RuleExample.layers("- conv_transpose: {out: 8, kernel: 3}", why: "stride 1 covers every row"),
    RuleExample.layers(
      "- conv_transpose: {out: 8, kernel: 3, stride: 2}", input: "16x1x1", why: "a single row overlaps with none"),
    RuleExample.layers(
      "- conv_transpose: {out: 8, kernel: 4, stride: 2, dilation: 3, padding: 4}",
      why: "0, 3, 6 and 9 meet even and odd rows twice each"),
  ]
  static let flagged = [
    RuleExample.layers(
      "- conv_transpose: {out: 8, ⟦kernel⟧: 3, stride: 2, padding: 1}", why: "even rows get one value, odd rows two"),
    RuleExample.layers("- conv_transpose: {out: 8, ⟦kernel⟧: 2, stride: 3}", why: "every third row stays empty"),
    RuleExample.layers(
      "- conv_transpose: {out: 8, ⟦kernel⟧: 4, stride: 2, dilation: 2}",
      why: "4 is a multiple of 2, but all taps fall on even rows"),
    RuleExample.layers(
      "- conv_transpose: {out: 8, ⟦kernel⟧: [4, 5], stride: 2}", input: "16x?x?", why: "the columns, whatever the size"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    context.graph.ids.compactMap { id in
      guard case .convTranspose(let conv) = context.graph[id].operation else { return nil }
      let input = context.inputShape(of: id)
      for axis in 0..<input.rank where input.spatial[axis].value != 1 {
        guard let taps = taps(conv.window, axis: axis), let least = taps.min(), let most = taps.max(), least < most
        else {
          continue
        }
        return context.finding(
          Self.self, at: id, message(conv.window, taps, axis: axis, rank: input.rank),
          span: context.span(of: "kernel", of: id),
          label: "\(least) to \(most) taps for a row", severity: least == 0 ? .error : .warning,
          help: help(conv.window, axis: axis))
      }
      return nil
    }
  }

  /// The number of input rows that contribute to each row of one period of the output.
  private static func taps(_ window: SlidingWindow, axis: Int) -> [Int]? {
    let padding = window.padding(axis, of: .unknown)?.before ?? 0
    guard
      let periodic = PeriodicWindow.transposed(
        kernel: window.kernel[axis], stride: window.stride(axis), dilation: window.dilation[axis], padding: padding)
    else { return nil }
    let counts = (0..<window.stride(axis)).compactMap { periodic.rows(ofUnit: $0)?.count }
    return counts.count == window.stride(axis) ? counts : nil
  }

  private static func message(_ window: SlidingWindow, _ taps: [Int], axis: Int, rank: Int) -> String {
    let (kernel, stride) = (window.kernel[axis], window.stride(axis))
    let dilated = window.dilation[axis] > 1 ? ", dilation \(window.dilation[axis])" : ""
    let empty = taps.count { $0 == 0 }
    let what = "kernel \(kernel), stride \(stride)\(dilated)"
    let lines = rank > 1 && axis == rank - 1 ? "columns" : "rows"
    if empty > 0 { return "\(what): \(empty) of every \(stride) output \(lines) receive nothing but the bias" }
    return "\(what): the output's \(lines) receive \(LintText.list(taps, atMost: 4)) values in turn, a checkerboard"
  }

  private static func help(_ window: SlidingWindow, axis: Int) -> String {
    let (kernel, stride) = (window.kernel[axis], window.stride(axis))
    if window.dilation[axis] > 1 { return "use `dilation: 1` and `kernel: \(2 * stride)`" }
    let multiple = (kernel + stride - 1) / stride * stride
    let padding = (multiple - stride) % 2 == 0 ? " with `padding: \((multiple - stride) / 2)`" : ""
    return
      "use `kernel: \(multiple)`, a multiple of the stride,\(padding) or `upsample: {scale: \(stride)}` and a `conv`"
  }
}
