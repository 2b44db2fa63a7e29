import FoveaGraph
import FoveaNumerics

enum UnproductiveLayer: Rule {
  static let name = "unproductive-layer"
  static let summary = "A convolution cannot widen a view that is the whole input already, on every path."
  static let rationale = """
    A kernel of more than one row lets a unit see more of the input. Once every unit sees all of it along every path, the \
    one with the narrowest field included, there is nothing more to see: Richter et al. find that such layers do not \
    improve a classifier, and can be removed.

    The test is exact and strict: the narrowest window of each unit, that of the first and of the last one included, \
    covers every row of the input. A field that is merely larger than the image does not count, because units at the \
    border look out of it by half. Strided layers are not judged: they shrink the map.

    Remove the layer, use `kernel: 1`, reduce an earlier stride, or feed larger images.
    """
  static let references = [
    Reference(
      "Richter, Byttner, Krumnack, Schallner, Shenk, Size Matters, 2021", "https://arxiv.org/abs/2102.01582"),
    Reference(
      "Richter, Schöning, Krumnack, Should You Go Deeper?, 2021", "https://arxiv.org/abs/2106.12307"),
  ]
  static let level = RuleLevel.warning
  static let accepted = [
    RuleExample.layers(
      "- conv: {out: 8, kernel: 9, padding: half}\n- relu\n- conv: {out: 8, kernel: 3, padding: half}", input: "16x8x8",
      why: "the field of 9 is larger than the 8 rows, but the units at the border do not see the other end"),
    RuleExample.layers(
      "- add:\n    main:\n      - conv: {out: 16, kernel: 15, padding: half}\n    shortcut: []\n- conv: {out: 8, kernel: 3, padding: half}",
      input: "16x8x8", why: "along the shortcut a unit sees one pixel"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 15, padding: half}\n- relu\n- conv: {out: 8, kernel: 1}", input: "16x8x8",
      why: "a 1x1 is not meant to see more"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: [15, 1], padding: half}\n- relu\n- conv: {out: 8, kernel: 3, padding: half}",
      input: "16x8x8", why: "the width is still to be seen"),
  ]
  static let flagged = [
    RuleExample.layers(
      "- conv: {out: 8, kernel: 15, padding: half}\n- relu\n- conv: {out: 8, ⟦kernel⟧: 3, padding: half}",
      input: "16x8x8", why: "15 rows are 8 from each border to the other"),
    RuleExample.layers(
      "- add:\n    main:\n      - conv: {out: 8, kernel: 17, padding: half}\n    other:\n      - conv: {out: 8, kernel: 15, padding: half}\n- conv: {out: 8, ⟦kernel⟧: 5, padding: half}",
      input: "16x8x8", why: "both branches see everything"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 8, stride: 8}\n- relu\n- conv: {out: 8, ⟦kernel⟧: 3, padding: half}",
      input: "16x8x8", why: "one unit is left, which sees all"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: [1, 15], padding: half}\n- relu\n- conv: {out: 8, ⟦kernel⟧: [1, 3], padding: half}",
      input: "16x8x8", why: "it widens nothing but the width, which is seen"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    let graph = context.graph
    let inputs = graph.inputs.map { graph.shape(of: $0).spatial }
    guard let spatial = inputs.first, inputs.allSatisfy({ $0 == spatial }) else { return [] }
    return graph.ids.compactMap { id in
      guard case .conv(let conv) = graph[id].operation, let before = graph[id].inputs.first,
        let axes = context.analysis.receptiveFields[before]?.parallelAxes, axes.count == spatial.count
      else { return nil }
      let map = graph.shape(of: before).spatial
      let wide = spatial.indices.filter { conv.window.kernel[$0] > 1 }
      guard let axis = wide.first, spatial.indices.allSatisfy({ conv.window.stride($0) == 1 }),
        wide.allSatisfy({ seesAll(axes[$0].narrowest, units: map[$0], of: spatial[$0]) })
      else { return nil }
      let rows = spatial[axis]
      return context.finding(
        Self.self, at: id,
        "every unit that enters sees all \(rows) rows of the input's "
          + "\(AxisRole.spatial(axis, of: spatial.count).name) already: "
          + "its window has \(axes[axis].smallest) rows along the narrowest path, and a "
          + "\(LintText.size(conv.window.kernel, rank: spatial.count)) cannot widen the view",
        span: context.span(of: "kernel", of: id), label: "nothing more to see",
        help: "use `kernel: 1`, or an input of more than \(rows) rows")
    }
  }

  /// Whether every unit of a map sees every row of an input.
  private static func seesAll(_ window: PeriodicWindow, units: Extent, of rows: Extent) -> Bool {
    guard let units = units.value, let rows = rows.value, window.size >= rows else { return false }
    // The windows move on, so that in each phase the first unit sees least of the end, and the last least of the start.
    let ends = (0..<min(units, window.period)).flatMap { [$0, units - 1 - $0] }
    return ends.allSatisfy { unit in
      guard let seen = window.rows(ofUnit: unit), let first = seen.first, let last = seen.last else { return false }
      return first <= 0 && last >= rows - 1
    }
  }
}
