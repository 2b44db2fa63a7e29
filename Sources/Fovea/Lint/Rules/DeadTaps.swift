import FoveaGraph

enum DeadTaps: Rule {
  static let name = "dead-taps"
  static let summary = "Some weights of a kernel never meet anything but padding."
  static let rationale = """
    Tap `t` of a kernel reads the rows `s·o − p + d·t` over all units `o`. If none of them is a row of the map, the tap \
    is multiplied by zeros everywhere: its weights are stored and computed with, and their gradient is zero. A 3x3 whose \
    dilation is the size of the map or more is a 1x1; so is a padded 3x3 on a map of one pixel. The taps are tried one \
    by one, so that a kernel with one live corner tap is judged right.

    Use a smaller dilation or kernel, or a larger map.
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
  ]

  static func check(_ context: LintContext) -> [Finding] {
    context.graph.ids.compactMap { id in
      guard case .conv(let conv) = context.graph[id].operation else { return nil }
      let (input, output) = (context.inputShape(of: id), context.graph.shape(of: id))
      let live = (0..<input.rank).map { axis in
        liveTaps(conv.window, axis: axis, of: input.spatial[axis], units: output.spatial[axis])
      }
      guard let axis = live.indices.first(where: { live[$0] < conv.window.kernel[$0] }) else { return nil }
      let all = conv.window.kernel.values(rank: input.rank)
      let isDilated = conv.window.dilation[axis] > 1
      return context.finding(
        Self.self, at: id,
        "only \(live.reduce(1, *)) of the \(all.reduce(1, *)) taps ever meet a pixel of the \(input) input; the others see "
          + "padding alone, and the layer works as a \(live.map(String.init).joined(separator: "x"))",
        span: context.span(of: isDilated ? "dilation" : "kernel", of: id),
        label: "\(all[axis] - live[axis]) of \(all[axis]) taps of the \(LintText.axis(axis, of: input.rank)) are dead",
        help: isDilated
          ? "use a dilation below \(input.spatial[axis]), the map's \(LintText.axis(axis, of: input.rank)), or `kernel: 1`"
          : "use `kernel: \(live.count == 1 || Set(live).count == 1 ? "\(live[axis])" : "\(live)")` and less padding")
    }
  }

  /// The taps of one axis that meet a row of the map for some unit; all where the sizes are not known.
  private static func liveTaps(_ window: SlidingWindow, axis: Int, of extent: Extent, units: Extent) -> Int {
    let kernel = window.kernel[axis]
    guard kernel > 1, let rows = extent.value, let units = units.value, let padding = window.padding(axis, of: extent)
    else { return kernel }
    let (stride, dilation) = (window.stride(axis), window.dilation[axis])
    // Unpadded windows lie inside the map.
    if padding.before == 0, padding.after == 0 { return kernel }
    return (0..<kernel).count { tap in
      let first = dilation * tap - padding.before
      let unit = first < 0 ? (-first + stride - 1) / stride : 0
      return unit < units && first + unit * stride < rows
    }
  }
}
