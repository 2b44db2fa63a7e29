import FoveaGraph

enum SizeDependentHead: Rule {
  static let name = "size-dependent-head"
  static let summary = "A linear layer reads a flattened map whose size is not known."
  static let rationale = """
    The weights of a linear layer have one row for each of its inputs, and a flattened map has `C·H·W` of them. With `?` \
    for a size the description promises to take any image, but the layer can be built for one size only.

    Pool the map first: `global_avg_pool`, or `adaptive_avg_pool` to a fixed size. Or state the input size.
    """
  static let references = [
    Reference("Lin, Chen, Yan, Network In Network, 2013, section 3.2", "https://arxiv.org/abs/1312.4400"),
    Reference(
      "He, Zhang, Ren, Sun, Spatial Pyramid Pooling in Deep Convolutional Networks, 2014",
      "https://arxiv.org/abs/1406.4729"),
  ]
  static let level = RuleLevel.warning
  static let accepted = [
    RuleExample.layers("- flatten\n- linear: {out: 10}", why: "the size is known"),
    RuleExample.layers(
      "- global_avg_pool\n- flatten\n- linear: {out: 10}", input: "16x?x?", why: "one value a channel"),
    RuleExample.layers(
      "- adaptive_avg_pool: {size: 4}\n- flatten\n- linear: {out: 10}", input: "16x?x?", why: "16 values a channel"),
    RuleExample.layers("- flatten\n- softmax", input: "16x?x?", why: "nothing has weights for each pixel"),
  ]
  static let flagged = [
    RuleExample.layers("- ⟦flatten⟧\n- linear: {out: 10}", input: "16x?x?", why: "no size is known"),
    RuleExample.layers(
      "- ⟦flatten⟧\n- relu\n- dropout\n- linear: {out: 10}", input: "16x?x?", why: "element-wise layers between"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3}\n- ⟦flatten⟧\n- linear: {out: 10}", input: "[16, 32, ?]", why: "one size is missing"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    context.graph.ids.compactMap { id in
      let map = context.inputShape(of: id)
      guard case .flatten = context.graph[id].operation, map.spatial.contains(where: { $0.value == nil }),
        let linear = linear(behind: id, in: context), case .linear(let layer) = context.graph[linear].operation
      else { return nil }
      return context.finding(
        Self.self, at: id,
        "`\(context.path(of: linear))` has \(layer.out) weights for each value of a \(map) map, and their number is not known",
        label: "any size", notes: [Diagnostic.Note("the linear layer", at: context.span(of: linear))],
        help: "pool first, with `global_avg_pool`, or state the input size")
    }
  }

  private static func linear(behind id: LayerID, in context: LintContext) -> LayerID? {
    for reader in context.consumers(of: id) {
      if case .linear = context.graph[reader].operation { return reader }
      if context.graph[reader].isElementwise, let found = linear(behind: reader, in: context) { return found }
    }
    return nil
  }
}
