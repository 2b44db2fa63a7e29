import FoveaGraph
import FoveaNumerics

enum DeadTaps: Rule {
  static let name = "dead-taps"
  static let summary = "Some weights of a kernel never meet anything but padding, or never reach the output."
  static let rationale = """
    Tap `t` of a kernel reads the rows `s·o − p + d·t` over all units `o`. If none of them is a row of the map, the tap \
    is multiplied by zeros everywhere: its weights are stored and computed with, and their gradient is zero. A 3x3 whose \
    dilation is the size of the map or more is a 1x1; so is a padded 3x3 on a map of one pixel. The taps are tried one \
    by one, so that a kernel with one live corner tap is judged right.

    Tap `t` of a transposed convolution writes to the rows `s·i − p + d·t` over all inputs `i`. If the padding cuts all of \
    them off, the tap is dead in the same way.

    Use a smaller dilation, kernel or padding, or a larger map.
    """
  static let references = [
    Reference(
      "Chen, Papandreou, Schroff, Adam, Rethinking Atrous Convolution for Semantic Image Segmentation, 2017, section 3.3",
      "https://arxiv.org/abs/1706.05587")
  ]
  static let level = RuleLevel.warning
  static let accepted = [
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, dilation: 15, padding: 15}", input: "16x16x16",
      why: "the outer taps reach a single row, from the opposite border"),
    RuleExample.layers("- conv: {out: 8, kernel: 7, padding: 3}", input: "16x4x4", why: "every tap meets some row"),
    RuleExample.layers("- conv: {out: 8, kernel: 3, padding: 1}", input: "16x2x2", why: "two rows are enough"),
    RuleExample.layers("- max_pool: {kernel: 3, padding: 1}", input: "16x1x1", why: "a pool has no weights"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, dilation: 99, padding: 99}", input: "16x?x?", why: "no size is known"),
    RuleExample.layers(
      "- conv_transpose: {out: 8, kernel: 4, stride: 2, padding: 1}", input: "16x2x2",
      why: "of the outer taps each reaches the output from the farther row"),
  ]
  static let flagged = [
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, ⟦dilation⟧: 16, padding: 16}", input: "16x16x16", why: "it is a 1x1"),
    RuleExample.layers("- conv: {out: 8, ⟦kernel⟧: 3, padding: 1}", input: "16x1x1", why: "one pixel and its padding"),
    RuleExample.layers(
      "- conv: {out: 8, ⟦kernel⟧: [1, 9], padding: [0, 4]}", input: "16x16x4",
      why: "the map has 4 columns, and the taps 0 and 8 reach beyond"),
    RuleExample.layers(
      "- conv: {out: 8, ⟦kernel⟧: 5, stride: 4, padding: 2}", input: "16x4x4",
      why: "one unit is left, which sees rows −2 to 2"),
    RuleExample.layers(
      "- conv_transpose: {out: 8, ⟦kernel⟧: 4, stride: 2, padding: 1}", input: "16x1x1",
      why: "of the 4 rows that one pixel is spread over, two are cut off"),
    RuleExample.layers(
      "- pad: {padding: 16}\n- conv: {out: 64, kernel: 3, ⟦dilation⟧: 16}", input: "64x11x22",
      why: "the zeros of a `pad` are padding, too"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    context.graph.ids.compactMap { id in
      let (input, output) = (context.inputShape(of: id), context.graph.shape(of: id))
      if case .conv = context.graph[id].operation, let padded = context.paddedWindow(of: id) {
        let live = (0..<input.rank).map { axis in
          readingTaps(padded.window, axis: axis, of: padded.input.spatial[axis], units: output.spatial[axis])
        }
        return finding(live, of: padded.window, at: id, padded.input, isTransposed: false, context)
      }
      if case .convTranspose(let conv) = context.graph[id].operation {
        let live = (0..<input.rank).map { axis in
          writingTaps(conv.window, axis: axis, of: input.spatial[axis], giving: output.spatial[axis])
        }
        return finding(live, of: conv.window, at: id, input, isTransposed: true, context)
      }
      return nil
    }
  }

  private static func finding(
    _ live: [Int], of window: SlidingWindow, at id: LayerID, _ input: Shape, isTransposed: Bool, _ context: LintContext
  ) -> Diagnostic? {
    guard let axis = live.indices.first(where: { live[$0] < window.kernel[$0] }) else { return nil }
    let all = window.kernel.values(rank: input.rank)
    let isDilated = window.dilation[axis] > 1
    let name = AxisRole.spatial(axis, of: input.rank).name
    let size = live.count == 1 || Set(live).count == 1 ? "\(live[axis])" : "\(live)"
    let output = context.graph.shape(of: id)
    let message: String
    if live.contains(0) {
      message =
        isTransposed
        ? "no tap ever reaches a pixel of the \(output) output; the padding cuts off all that is written"
        : "no tap ever meets a pixel of the \(input) input; all windows see padding alone"
    } else {
      let count = "only \(live.reduce(1, *)) of the \(all.reduce(1, *)) taps ever "
      message =
        isTransposed
        ? count + "reach a pixel of the \(output) output; the padding cuts off what the others write"
        : count + "meet a pixel of the \(input) input; the others see padding alone, and the layer works as a "
          + live.map(String.init).joined(separator: "x")
    }
    let help =
      live.contains(0)
      ? "use less padding"
      : isTransposed
        ? "use less padding, or `kernel: \(size)`"
        : isDilated
          ? "use a dilation below \(input.spatial[axis]), the map's \(name), or `kernel: 1`"
          : "use `kernel: \(size)` and less padding"
    return context.finding(
      Self.self, at: id, message, span: context.span(of: isDilated ? "dilation" : "kernel", of: id),
      label: "\(all[axis] - live[axis]) of \(all[axis]) taps of the \(name) are dead", help: help)
  }

  /// The taps of one axis that meet a row of the map for some unit; all where the sizes are not known.
  private static func readingTaps(_ window: SlidingWindow, axis: Int, of extent: Extent, units: Extent) -> Int {
    guard let rows = extent.value, let units = units.value, let padding = window.padding(axis, of: extent),
      // Unpadded windows lie inside the map.
      padding.before > 0 || padding.after > 0
    else { return window.kernel[axis] }
    return meetingTaps(window, axis: axis, before: padding.before, steps: units, rows: rows)
  }

  /// The taps of one axis that some input row writes to the output with; all where the sizes are not known.
  private static func writingTaps(_ window: SlidingWindow, axis: Int, of extent: Extent, giving output: Extent) -> Int {
    guard let inputs = extent.value, let rows = output.value, let padding = window.padding(axis, of: extent)
    else { return window.kernel[axis] }
    return meetingTaps(window, axis: axis, before: padding.before, steps: inputs, rows: rows)
  }

  /// More taps than these are not tried one by one.
  private static let mostTaps = 1 << 16

  /// How many taps `t` there are for which `d·t − before + s·step` is one of `rows` rows at some step. All numbers are
  /// within 10⁸, so that no product overflows.
  private static func meetingTaps(
    _ window: SlidingWindow, axis: Int, before: Int, steps: Int, rows: Int
  ) -> Int {
    let (kernel, stride, dilation) = (window.kernel[axis], window.stride(axis), window.dilation[axis])
    if rows >= stride {
      // No step jumps over the map: a tap misses it only by ending before it or beginning behind it.
      let late = before - (steps - 1) * stride
      let first = late > 0 ? (late + dilation - 1) / dilation : 0
      let last = min(kernel - 1, (rows - 1 + before) / dilation)
      return max(0, last - first + 1)
    }
    guard kernel <= mostTaps else { return kernel }
    return (0..<kernel).count { tap in
      let first = dilation * tap - before
      let step = first < 0 ? (-first + stride - 1) / stride : 0
      return step < steps && first + step * stride < rows
    }
  }
}
