import FoveaGraph
import FoveaText

enum DominantLayer: Rule {
  static let name = "dominant-layer"
  static let summary = "One layer has more than half of all parameters or macs."
  static let rationale = """
    Whatever is done to the other layers, such a network keeps more than half of its size or work. The first linear layer \
    behind a flattened map is the classic case: in VGG-16 it has 103 of 138 million parameters. Networks of fewer than three \
    layers with weights are not judged, nor are totals that are not known.

    Pool before the linear layer, factorise the layer, or reduce its channels.
    """
  static let references = [
    Reference("Lin, Chen, Yan, Network In Network, 2013, section 3.2", "https://arxiv.org/abs/1312.4400")
  ]
  static let level = RuleLevel.info
  static let accepted = [
    RuleExample.layers(
      "- conv: {out: 16, kernel: 3, padding: half}\n- relu\n- conv: {out: 16, kernel: 3, padding: half}\n- relu\n- conv: {out: 16, kernel: 3, padding: half}",
      why: "a third each"),
    RuleExample.layers(
      "- conv: {out: 16, kernel: 3}\n- relu\n- conv: {out: 256, kernel: 3}", why: "of two layers one always has half"),
    RuleExample.layers(
      "- conv: {out: 16, kernel: 3, padding: half}\n- relu\n- conv: {out: 16, kernel: 3, padding: half}\n- global_avg_pool\n- flatten\n- linear: {out: 10}",
      why: "the head is small, and no convolution has more than half of both"),
  ]
  static let flagged = [
    RuleExample.layers(
      "- conv: {out: 16, kernel: 3, padding: half}\n- relu\n- conv: {out: 16, kernel: 3, padding: half}\n- flatten\n- ⟦linear⟧: {out: 100}",
      why: "1.6 million weights behind a flattened map"),
    RuleExample.layers(
      "- ⟦conv⟧: {out: 64, kernel: 7, padding: 3}\n- max_pool: {kernel: 4}\n- conv: {out: 16, kernel: 3}\n- relu\n- conv: {out: 16, kernel: 3}",
      why: "the work is where the map is large"),
    RuleExample.layers(
      "- conv: {out: 16, kernel: 1}\n- relu\n- ⟦conv⟧: {out: 16, kernel: 9}\n- relu\n- conv: {out: 16, kernel: 1}",
      input: "16x?x?",
      why: "its parameters, at any size"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    let (costs, totals) = (context.analysis.costs, context.analysis.totals)
    guard costs.count(where: { $0.parameters.value != 0 && $0.macs.value != 0 }) >= 3 else { return [] }
    return context.graph.ids.compactMap { id in
      let cost = costs[id.position]
      let shares = [("parameters", cost.parameters, totals.parameters), ("macs", cost.macs, totals.macs)]
        .compactMap { name, figure, total -> String? in
          guard let part = figure.value, case .known(let whole) = total, part > whole / 2, whole > 0 else { return nil }
          return
            "\(Quantity.percent(Double(part) / Double(whole))) of all \(name) (\(Quantity.short(part)) of \(Quantity.short(whole)))"
        }
      guard !shares.isEmpty else { return nil }
      return context.finding(
        Self.self, at: id, "`\(context.path(of: id))` has \(shares.joined(separator: " and "))",
        label: "more than half",
        help: "reduce its channels, pool before it, or split it into two layers with fewer channels between")
    }
  }
}
