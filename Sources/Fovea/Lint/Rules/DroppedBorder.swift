import FoveaGraph
import FoveaNumerics

enum DroppedBorder: Rule {
  static let name = "dropped-border"
  static let summary = "The last rows of a map are never read, because the windows do not come out even."
  static let rationale = """
    `O = ⌊(I + pl + pr − ke) / s⌋ + 1` windows fit into a map, and the division is rounded down. The last of them ends at \
    row `(O − 1)·s − pl + ke − 1`; if that is before the end of the map, the rows behind it are computed by the layers \
    before and read by none. Objects at the right and lower border lose a part, those at the left and upper border do not.

    Rounding that only costs padding is accepted, and so are the rows behind the last window of a stride that is larger \
    than its kernel: they lie in a gap like any other (`skipped-pixels`). Pad the end of the map, set `ceil: true` on a \
    pooling layer, or choose an input size that comes out even.
    """
  static let references = [
    Reference(
      "Dumoulin, Visin, A guide to convolution arithmetic for deep learning, 2016, section 2.4",
      "https://arxiv.org/abs/1603.07285")
  ]
  static let level = RuleLevel.warning
  static let accepted = [
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, stride: 2, padding: 1}", why: "the division is rounded, but only padding is lost"),
    RuleExample.layers("- max_pool: {kernel: 3, stride: 2, ceil: true}", why: "a last window that is not full counts"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 1, stride: 2}", why: "row 31 is in a gap like row 1: another rule's matter"),
    RuleExample.layers("- conv: {out: 8, kernel: 3, stride: 2}", input: "16x33x33", why: "33 rows come out even"),
    RuleExample.layers("- conv: {out: 8, kernel: 3, stride: 2}", input: "16x?x?", why: "the size is not known"),
  ]
  static let flagged = [
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, ⟦stride⟧: 2}", why: "15 windows end at row 30, and row 31 is never read"),
    RuleExample.layers("- max_pool: {⟦kernel⟧: 2}", input: "16x33x33", why: "a pool's stride is its kernel"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 7, ⟦stride⟧: 4, padding: 1}", input: "16x32x32",
      why: "padding of one row does not reach the next window"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, ⟦stride⟧: [1, 2], padding: [[1, 1], [0, 0]]}", why: "only columns are lost"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    context.graph.ids.compactMap { id in
      guard let window = context.graph[id].slidingWindow else { return nil }
      let (input, output) = (context.inputShape(of: id), context.graph.shape(of: id))
      guard input.rank == output.rank else { return nil }
      for axis in 0..<input.rank {
        guard let border = Border(window, axis: axis, of: input.spatial[axis], units: output.spatial[axis]) else {
          continue
        }
        let name = AxisRole.spatial(axis, of: input.rank).name
        let isPool = if case .conv = context.graph[id].operation { false } else { true }
        return context.finding(
          Self.self, at: id,
          "the last \(border.unread == 1 ? "row" : "\(border.unread) rows") of a \(name) of \(border.rows) \(border.unread == 1 ? "is" : "are") "
            + "never read: \(border.units) windows of \(window.span(axis)), \(window.stride(axis)) apart, "
            + "end at row \(border.last)",
          span: context.span(ofFirst: ["stride", "kernel"], of: id),
          label: "the next window would need \(border.missing) more",
          help: (isPool ? "set `ceil: true`" : "pad \(LintText.rows(border.missing)) more at the end")
            + ", or use a \(name) of \(border.rows - border.unread) or \(border.nextSize) here")
      }
      return nil
    }
  }
}

/// What is left behind the last window of one axis.
private struct Border {
  let rows: Int
  let units: Int
  /// The last row that is read.
  let last: Int
  /// The rows behind it.
  let unread: Int
  /// The rows that are missing for another window.
  let missing: Int
  /// The next larger size that comes out even.
  let nextSize: Int

  /// Nil where nothing is left but padding or a gap, or where the sizes are not known.
  init?(_ window: SlidingWindow, axis: Int, of extent: Extent, units: Extent) {
    guard let rows = extent.value, let units = units.value, let padding = window.padding(axis, of: extent) else {
      return nil
    }
    let (span, stride) = (window.span(axis), window.stride(axis))
    last = (units - 1) * stride - padding.before + span - 1
    unread = rows - 1 - last
    guard unread > max(stride - span, 0) else { return nil }
    (self.rows, self.units) = (rows, units)
    missing = last + 1 + stride - rows - padding.after
    nextSize = rows + missing
  }
}
