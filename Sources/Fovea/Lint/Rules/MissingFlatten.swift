import FoveaGraph

enum MissingFlatten: Rule {
  static let name = "missing-flatten"
  static let summary = "A classifier of linear layers stands on a map that was not flattened."
  static let rationale = """
    A linear layer on a map is applied at each of its positions: it mixes channels, and the rows and columns stay. Behind \
    convolutions and pooling a classifier is meant to read the whole map, which `global_avg_pool` and `flatten`, or \
    `flatten` alone, put into one vector. The rule speaks of the linear layers at the end of a network whose output is a map \
    of several positions, unless a layer before them works at each position too, as those of transformers do.

    Put a `flatten` before the first of them; where scores at each position are meant, a `conv` with `kernel: 1` says so.
    """
  static let references = [
    Reference(
      "PyTorch documentation, Linear", "https://docs.pytorch.org/docs/stable/generated/torch.nn.Linear.html")
  ]
  static let level = RuleLevel.error
  static let accepted = [
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3}\n- flatten\n- linear: {out: 10}", input: "3x8x8", why: "a vector enters"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3}\n- conv: {out: 10, kernel: 1}", input: "3x8x8",
      why: "scores at each position"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 4, stride: 4}\n- attention: {heads: 2}\n- linear: {out: 10}", input: "3x16x16",
      why: "a transformer works at each position"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 8}\n- linear: {out: 10}", input: "3x8x8", why: "there is one position"),
  ]
  static let flagged = [
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3}\n- ⟦linear⟧: {out: 10}", input: "3x8x8", why: "ten scores for each of 36 positions"),
    RuleExample.layers(
      "- max_pool: {kernel: 2}\n- ⟦linear⟧: {out: 32}\n- relu\n- linear: {out: 10}\n- softmax", input: "3x8x8",
      why: "two layers"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3}\n- ⟦linear⟧: {out: 5}", input: "3x32", why: "a signal"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    let graph = context.graph
    let firsts = graph.outputs.compactMap { first(endingAt: $0.layer, in: graph) }
    guard let earliest = firsts.min(),
      !graph.ids.prefix(earliest.position).contains(where: { isAttention(graph[$0]) || isPositional($0, in: graph) })
    else { return [] }
    return Set(firsts).sorted().map { id in
      let input = graph.operands(of: graph[id]).first
      return context.finding(
        Self.self, at: id, "`linear` is applied at each of the \(input.positions) positions of \(input)",
        label: "gives \(graph.shape(of: id))",
        help: "a `flatten` is missing before it; for scores at each position write `conv` with `kernel: 1`")
    }
  }

  /// The first of the linear layers, with activations between, that an output ends with on a map of several positions.
  private static func first(endingAt output: LayerID, in graph: Graph) -> LayerID? {
    var (id, found) = (output, LayerID?.none)
    while true {
      let layer = graph[id]
      if isPositional(id, in: graph) {
        found = id
      } else {
        let effect = layer.operation.facts.effect
        let isSoftmax = if case .softmax = layer.operation { true } else { false }
        guard isSoftmax || effect == .elementwise || effect == .identity else { return found }
      }
      guard let input = layer.inputs.first else { return found }
      id = input
    }
  }

  /// Whether a linear layer is applied at several positions.
  private static func isPositional(_ id: LayerID, in graph: Graph) -> Bool {
    guard case .linear = graph[id].operation else { return false }
    let input = graph.operands(of: graph[id]).first
    return input.rank > 0 && input.layout == .channelsFirst && !input.isSinglePosition
  }

  private static func isAttention(_ layer: Layer) -> Bool {
    if case .attention = layer.operation { true } else { false }
  }
}
