import FoveaGraph

enum NormOnOneValue: Rule {
  static let name = "norm-on-one-value"
  static let summary = "A normalisation takes the statistics of a single value."
  static let rationale = """
    The mean of one value is the value, and its variance is zero. Instance normalisation of a map of one pixel, and group \
    normalisation of one such channel in each group, give zero whatever enters. Batch normalisation of a map of one pixel \
    has one value of each image: with a batch of one PyTorch refuses to train it, and with a small batch the statistics \
    are noise. It comes about behind global pooling, and where a network shrinks its map further than was meant.

    Normalisation of vectors is accepted: there the batch is what it is for. Remove the normalisation, or put it before \
    the pooling.
    """
  static let references = [
    Reference("Wu, He, Group Normalization, 2018", "https://arxiv.org/abs/1803.08494")
  ]
  static let level = RuleLevel.warning
  static let accepted = [
    RuleExample.layers("- batch_norm", input: "16x1x2", why: "two values of each image"),
    RuleExample.layers(
      "- linear: {out: 8, bias: false}\n- batch_norm", input: "32", why: "of a vector the batch is normalised"),
    RuleExample.layers("- group_norm: {groups: 4}", input: "16x1x1", why: "four channels in each group"),
    RuleExample.layers("- layer_norm: {over: channels}", input: "16x1x1", why: "all channels together"),
    RuleExample.layers("- instance_norm", input: "16x?x?", why: "the size is not known"),
  ]
  static let flagged = [
    RuleExample.layers(
      "- global_avg_pool\n- conv: {out: 8, kernel: 1, bias: false}\n- ⟦batch_norm⟧", why: "one value of each image"),
    RuleExample.layers("- ⟦instance_norm⟧", input: "16x1x1", why: "the output is zero"),
    RuleExample.layers("- global_avg_pool\n- ⟦group_norm⟧: {groups: 16}", why: "as many groups as channels"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    context.graph.ids.compactMap { id in
      let map = context.inputShape(of: id)
      guard map.rank > 0, map.isSinglePosition else { return nil }
      guard let message = message(context.graph[id].operation, map: map) else { return nil }
      return context.finding(
        Self.self, at: id, message, label: "one value",
        help: "remove it, put it before the pooling, or use `layer_norm: {over: channels}`")
    }
  }

  private static func message(_ operation: Operation, map: Shape) -> String? {
    if case .batchNorm = operation {
      return "`batch_norm` of a \(map) map has one value of each channel and image: a batch of one cannot be trained"
    }
    if case .instanceNorm = operation {
      return "`instance_norm` of a \(map) map has one value of each channel, and gives zero"
    }
    guard case .groupNorm(let norm) = operation, map.channels.value == norm.groups else { return nil }
    return "`group_norm` of a \(map) map in \(norm.groups) groups has one value of each, and gives zero"
  }
}
