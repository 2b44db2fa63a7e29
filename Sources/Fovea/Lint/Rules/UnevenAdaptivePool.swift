import FoveaGraph

enum UnevenAdaptivePool: Rule {
  static let name = "uneven-adaptive-pool"
  static let summary = "Adaptive pooling to a size that does not divide the map has windows that differ and overlap."
  static let rationale = """
    Unit `o` of `O` pools the rows `⌊o·I/O⌋ ..< ⌈(o + 1)·I/O⌉` of `I`. Unless `O` divides `I`, the windows have different \
    sizes and share rows; if `O` is larger than `I`, rows are repeated. The units are no longer equal parts of the map, no \
    fixed pooling layer computes the same, and exporters refuse it.

    Pool to a divisor of the map's size, or choose the input size to fit.
    """
  static let references = [
    Reference(
      "PyTorch documentation, AdaptiveAvgPool2d",
      "https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool2d.html")
  ]
  static let level = RuleLevel.warning
  static let accepted = [
    RuleExample.layers("- adaptive_avg_pool: {size: 8}", why: "windows of 4 rows"),
    RuleExample.layers("- adaptive_avg_pool: {size: 1}", input: "16x7x7", why: "one window"),
    RuleExample.layers("- adaptive_avg_pool: {size: 7}", input: "16x7x7", why: "each row for itself"),
    RuleExample.layers("- adaptive_max_pool: {size: 7}", input: "16x?x?", why: "the size is not known"),
  ]
  static let flagged = [
    RuleExample.layers("- adaptive_avg_pool: {⟦size⟧: 7}", why: "windows of 5 and 6 rows of 32"),
    RuleExample.layers("- adaptive_max_pool: {⟦size⟧: [4, 3]}", why: "the width alone"),
    RuleExample.layers("- adaptive_avg_pool: {⟦size⟧: 7}", input: "16x4x4", why: "rows are repeated"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    context.graph.ids.compactMap { id in
      let size: AxisValues
      if case .adaptiveAvgPool(let pool) = context.graph[id].operation {
        size = pool.size
      } else if case .adaptiveMaxPool(let pool) = context.graph[id].operation {
        size = pool.size
      } else {
        return nil
      }
      let input = context.inputShape(of: id)
      for axis in 0..<input.rank {
        let units = size[axis]
        guard let rows = input.spatial[axis].value, units > 0, rows % units != 0 else { continue }
        let name = AxisRole.spatial(axis, of: input.rank).name
        return context.finding(
          Self.self, at: id, "\(units) does not divide the \(name) \(rows): \(windows(rows, units))",
          span: context.span(of: "size", of: id), label: "\(rows) mod \(units) = \(rows % units)",
          help: help(rows, units))
      }
      return nil
    }
  }

  private static func windows(_ rows: Int, _ units: Int) -> String {
    // More units than anyone pools to; the sizes repeat after far fewer.
    let sizes = Set((0..<min(units, 4_096)).map { ((($0 + 1) * rows + units - 1) / units) - $0 * rows / units })
    let list = sizes.sorted().map(String.init).joined(separator: " or ")
    return rows < units
      ? "its rows are pooled more than once, in windows of \(list)"
      : "the windows have \(list) rows, and neighbours share some"
  }

  private static func help(_ rows: Int, _ units: Int) -> String {
    let divisors = (1...max(min(rows, 1 << 16), 1)).filter { rows % $0 == 0 }
    let below = divisors.last { $0 < units }
    let above = divisors.first { $0 > units }
    return
      "pool to \([below, above].compactMap { $0.map(String.init) }.joined(separator: " or ")), which divide \(rows)"
  }
}
