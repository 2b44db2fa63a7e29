import FoveaGraph

enum Gridding: Rule {
  static let name = "gridding"
  static let summary = "Dilated kernels leave rows inside a receptive field that no path touches."
  static let rationale = """
    The taps of a dilated kernel lie `d` rows apart. Layers before or behind can fill the gaps; layers whose dilations have \
    a common factor do not, and neighbouring units of the output then look at disjoint grids of the input. The rows that \
    a unit reads are the union over all paths, followed exactly to the last maps of the network: outputs, and maps that \
    are only pooled as a whole. They are compared with those that it would read if the dilated kernels had no gaps. Gaps \
    that a later layer fills, and rows outside the image, are no finding; gaps that a stride leaves are `skipped-pixels`.

    Use dilations without a common factor that do not grow faster than the kernels before them cover, such as 1, 2, 3 \
    in place of 2, 2, 2: the view is the same, and so is the cost.
    """
  static let references = [
    Reference("Yu, Koltun, Funkhouser, Dilated Residual Networks, 2017", "https://arxiv.org/abs/1705.09914"),
    Reference(
      "Wang, Chen, Yuan, Liu, Huang, Hou, Cottrell, Understanding Convolution for Semantic Segmentation, 2017, section 3.2",
      "https://arxiv.org/abs/1702.08502"),
  ]
  static let level = RuleLevel.warning
  static let accepted = [
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, padding: half}\n- relu\n- conv: {out: 8, kernel: 3, dilation: 2, padding: half}\n- relu\n- conv: {out: 8, kernel: 3, dilation: 3, padding: half}",
      why: "1, 2, 3 leave nothing out"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, dilation: 2, padding: half}\n- relu\n- conv: {out: 8, kernel: 3, padding: half}",
      why: "the second layer fills the gaps of the first"),
    RuleExample.layers(
      "- concat:\n    near:\n      - conv: {out: 8, kernel: 3, padding: half}\n    far:\n      - conv: {out: 8, kernel: 3, dilation: 2, padding: half}",
      why: "the rows between the taps of one branch are those of the other"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 7, stride: 2, padding: 3}\n- relu\n- conv: {out: 8, kernel: 3, dilation: 3, padding: half}",
      why: "windows of 7 rows, 6 apart, overlap in the input"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, dilation: 40, padding: half}", input: "16x1x1",
      why: "the image has a single row, and the middle tap reads it"),
  ]
  static let flagged = [
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, dilation: 2, padding: half}\n- relu\n- conv: {out: 8, kernel: 3, dilation: 2, padding: half}\n- relu\n- conv: {out: 8, kernel: 3, ⟦dilation⟧: 2, padding: half}",
      why: "every second row, three times over"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, padding: half}\n- relu\n- conv: {out: 8, kernel: 3, ⟦dilation⟧: 4, padding: half}",
      why: "windows of 3 rows, 4 apart, leave one row between them"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, ⟦dilation⟧: [1, 2], padding: half}", why: "columns alone"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, dilation: 2, padding: half}\n- relu\n- conv: {out: 8, kernel: 3, ⟦dilation⟧: 4, padding: half}\n- global_avg_pool",
      input: "16x?x?", why: "the maps before the pooling, at any size"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    let graph = context.graph
    let dilated = graph.ids.filter { id in
      if case .conv(let conv) = graph[id].operation { conv.window.dilation.uniform != 1 } else { false }
    }
    guard !dilated.isEmpty else { return [] }
    let filled = FilledWindows(graph)
    return context.lastMaps.compactMap { id in
      let map = graph.shape(of: id)
      for axis in 0..<map.rank {
        guard let gaps = Gaps(of: id, axis: axis, filled: filled, in: context) else { continue }
        let before = Set(graph.ancestors(of: id))
        let layers = dilated.filter { before.contains($0) && graph[$0].isDilated(axis) }
        let widest = layers.filter { Gaps.exist(at: $0, axis: axis, filled: filled, in: context) }
        guard let last = widest.last ?? layers.last else { continue }
        let dilations = layers.map { "\(graph[$0].slidingWindow?.dilation[axis] ?? 1)" }
        let lines = map.rank > 1 && axis == map.rank - 1 ? "columns" : "rows"
        return context.finding(
          Self.self, at: last,
          "units of `\(context.path(of: id))` see \(gaps.seen) of the \(gaps.all) \(lines) from their first to their last: "
            + "unit \(gaps.unit) reads none of \(LintText.list(gaps.rows, atMost: 4)) by any path",
          span: context.span(of: "dilation", of: last), label: "\(gaps.rows.count) \(lines) are left out",
          notes: [
            Diagnostic.Note(
              "the dilated layers are \(list(layers.map { "`\(context.path(of: $0))`" })), with dilations \(list(dilations))"
            )
          ],
          help: "use dilations without a common factor, beginning with 1, such as 1, 2, 3")
      }
      return nil
    }
  }

  private static func list(_ items: [String]) -> String {
    items.count > 6
      ? (items.prefix(3) + ["…"] + items.suffix(2)).joined(separator: ", ") : items.joined(separator: ", ")
  }
}

/// The rows that one unit of a map leaves out.
private struct Gaps {
  let unit: Int
  let rows: [Int]
  let seen: Int
  let all: Int

  /// Wider windows are not searched row by row.
  private static let widest = 1 << 20

  /// Looks at the units in the middle of the map; nil where they leave out no row of the image.
  init?(of id: LayerID, axis: Int, filled: FilledWindows, in context: LintContext) {
    guard let window = Self.seen(by: id, axis, in: context), !window.isEnvelope,
      let whole = Self.axis(axis, of: filled[id]), !whole.isEnvelope, window.size == whole.size,
      window.size <= Self.widest
    else { return nil }
    if window == whole { return nil }
    let units = context.graph.shape(of: id).spatial[axis].value
    let inputs = context.graph.inputs.map { context.graph.shape(of: $0).spatial }
    let extent = inputs.compactMap { axis < $0.count ? $0[axis].value : nil }.max()
    let middle = (units ?? 0) / 2
    for unit in middle..<(middle + window.period) where units.map({ unit < $0 }) ?? true {
      guard let seen = window.rows(ofUnit: unit), let rows = whole.rows(ofUnit: unit), let first = rows.first,
        let last = rows.last
      else { continue }
      let inside = extent.map { max(first, 0)...max(min(last, $0 - 1), max(first, 0)) } ?? first...last
      let left = inside.filter { rows.contains($0) && !seen.contains($0) }
      if !left.isEmpty {
        (self.unit, self.rows, self.seen, all) = (unit, left, seen.count, rows.size)
        return
      }
    }
    return nil
  }

  static func exist(at id: LayerID, axis: Int, filled: FilledWindows, in context: LintContext) -> Bool {
    guard let window = seen(by: id, axis, in: context), let whole = Self.axis(axis, of: filled[id]) else {
      return false
    }
    return window != whole
  }

  private static func seen(by id: LayerID, _ axis: Int, in context: LintContext) -> PeriodicWindow? {
    guard let axes = context.analysis.receptiveFields[id]?.parallelAxes, axis < axes.count else { return nil }
    return axes[axis].window
  }

  private static func axis(_ axis: Int, of windows: PerAxis<PeriodicWindow>?) -> PeriodicWindow? {
    guard let windows, axis < windows.count else { return nil }
    return windows[axis]
  }
}

extension Layer {
  fileprivate func isDilated(_ axis: Int) -> Bool {
    slidingWindow.map { $0.dilation[axis] > 1 && $0.kernel[axis] > 1 } ?? false
  }
}

extension LintContext {
  /// The outputs that are maps, and the maps that are only gathered as a whole.
  fileprivate var lastMaps: [LayerID] {
    graph.ids.filter { id in
      guard graph.shape(of: id).rank > 0, analysis.receptiveFields[id]?.axes != nil else { return false }
      let readers = consumers(of: id)
      if readers.isEmpty { return isOutput(id) }
      return isOutput(id)
        || readers.allSatisfy { analysis.receptiveFields[$0]?.axes == nil || graph.shape(of: $0).rank == 0 }
    }
  }
}
