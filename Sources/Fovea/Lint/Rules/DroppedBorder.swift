import FoveaGraph
import FoveaNumerics

enum DroppedBorder: Rule {
  static let name = "dropped-border"
  static let summary = "The last rows of a map are never read, because the windows do not come out even."
  static let rationale = """
    `O = ⌊(I + pl + pr − ke) / s⌋ + 1` windows fit into a map, and the division is rounded down. The last of them ends at \
    row `(O − 1)·s − pl + ke − 1`; if that is before the end of the map, the rows behind it are computed by the layers \
    before and read by none. Objects at the right and lower border lose a part, those at the left and upper border do not. \
    Where another layer reads the rows they are not lost, and the layer that leaves them out is told.

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
    RuleExample.layers(
      "- concat:\n    pooled:\n      - max_pool: {kernel: 3, ⟦stride⟧: 2}\n    strided:\n      - crop: {margin: [[1, 0], [1, 0]]}\n      - max_pool: {kernel: 3, stride: 2}",
      input: "16x32x32", why: "the other branch reads the last row, and this one leaves it out"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    let lost = context.graph.ids.compactMap { LostRows(at: $0, in: context) }
    guard !lost.isEmpty else { return [] }
    let nearest = nearestInputs(of: lost, in: context)
    return zip(lost, nearest).map { rows, inputs in
      let (border, name) = (rows.border, rows.name)
      let isPool = if case .conv = context.graph[rows.layer].operation { false } else { true }
      let here = "a \(name) of \(border.rows - border.unread) or \(border.nextSize) here"
      let input =
        inputs.isEmpty ? "" : ", an input with a \(name) of " + inputs.map(String.init).joined(separator: " or ")
      return context.finding(
        Self.self, at: rows.layer, message(rows, context),
        span: context.span(ofFirst: ["stride", "kernel"], of: rows.layer),
        label: "the next window would need \(border.missing) more",
        help: (isPool ? "set `ceil: true`" : "pad \(LintText.rows(border.missing)) more at the end")
          + ", or use \(here)\(input)")
    }
  }

  private static func message(_ rows: LostRows, _ context: LintContext) -> String {
    let (border, window) = (rows.border, rows.window)
    let windows =
      "\(border.units) windows of \(window.span(rows.axis)), \(window.stride(rows.axis)) apart, end at row \(border.last)"
    let last = "the last \(border.unread == 1 ? "row" : "\(border.unread) rows") of a \(rows.name) of \(border.rows)"
    guard let reader = rows.reader else {
      return "\(last) \(border.unread == 1 ? "is" : "are") never read: \(windows)"
    }
    let rest = rows.never == 0 ? "" : ", but for \(LintText.rows(rows.never)), which nothing reads"
    return "`\(context.path(of: rows.layer))` leaves out \(last), which \(reader) reads\(rest): \(windows)"
  }

  /// The sizes of the network's input, below and above its own, at which no layer leaves out anything, or at least not
  /// this one; none for a layer that reads the input, and where they are not known.
  private static func nearestInputs(of lost: [LostRows], in context: LintContext) -> [[Int]] {
    let graph = context.graph
    let inner = lost.map { rows in !graph[rows.layer].inputs.contains(where: graph.isInput) }
    guard inner.contains(true), let trials = InputTrials(context) else { return lost.map { _ in [] } }
    let windows = graph.ids.compactMap { id in graph[id].slidingWindow.map { (id, $0) } }
    let axes = Set(lost.map(\.axis)).sorted()
    let clean = trials.nearest(axes: axes) { index, shapes in
      windows.allSatisfy { !shapes.leavesOut(at: $0.0, $0.1, axis: axes[index], in: graph) }
    }
    let own = trials.nearest(axes: lost.map(\.axis)) { index, shapes in
      let rows = lost[index]
      guard inner[index], clean[axes.firstIndex(of: rows.axis) ?? 0].isEmpty else { return nil }
      return !shapes.leavesOut(at: rows.layer, rows.window, axis: rows.axis, in: graph)
    }
    return lost.indices.map { index in
      guard inner[index] else { return [] }
      let common = clean[axes.firstIndex(of: lost[index].axis) ?? 0]
      return common.isEmpty ? own[index] : common
    }
  }
}

/// The rows that one layer leaves out at the end of an axis.
private struct LostRows {
  let layer: LayerID
  let axis: Int
  let window: SlidingWindow
  let border: UnreadBorder
  /// The name of the axis.
  let name: String
  /// A layer that reads some of them; nil where none does.
  let reader: String?
  /// How many of them nothing reads.
  let never: Int

  /// Nil where a layer reads all rows but those in gaps.
  init?(at id: LayerID, in context: LintContext) {
    guard let window = context.graph[id].slidingWindow, let map = context.graph[id].inputs.first else { return nil }
    let (input, output) = (context.inputShape(of: id), context.graph.shape(of: id))
    guard input.rank == output.rank else { return nil }
    for axis in 0..<input.rank {
      guard let border = UnreadBorder(window, axis: axis, of: input.spatial[axis], units: output.spatial[axis]) else {
        continue
      }
      (layer, self.axis, self.window, self.border) = (id, axis, window, border)
      name = AxisRole.spatial(axis, of: input.rank).name
      let others = OtherReaders(of: map, beside: id, axis: axis, in: context)
      let rows = Array(max(border.last + 1, 0)..<border.rows)
      let unread = others.isEmpty ? rows : rows.filter { !others.read($0) }
      never = unread.count
      reader = unread.count == rows.count ? nil : others.name(ofReaderOf: rows, in: context)
      return
    }
    return nil
  }
}
