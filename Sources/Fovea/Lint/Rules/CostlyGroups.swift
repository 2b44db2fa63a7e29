import FoveaGraph

enum CostlyGroups: Rule {
  static let name = "costly-groups"
  static let summary = "A convolution in groups moves many values for what it computes."
  static let rationale = """
    With `g` groups a convolution has a `g`-th of the macs and moves nearly as many values; for the same macs it moves more of \
    them the larger `g` is, and runs slower: the second guideline of ShuffleNetV2. Depthwise layers are another matter and \
    are not reported.
    """
  static let references = [
    Reference("Ma, Zhang, Zheng, Sun, ShuffleNet V2, 2018, guideline G2", "https://arxiv.org/abs/1807.11164")
  ]
  static let level = RuleLevel.off
  static let accepted = [
    RuleExample.layers("- conv: {out: 16, kernel: 3}", why: "one group"),
    RuleExample.layers("- conv: {out: 16, kernel: 3, groups: 16}", why: "depthwise"),
    RuleExample.layers("- conv: {out: 32, kernel: 3, groups: 16}", why: "depthwise with two kernels for each channel"),
  ]
  static let flagged = [
    RuleExample.layers("- conv: {out: 16, kernel: 3, ⟦groups⟧: 2}", why: "two groups"),
    RuleExample.layers("- conv: {out: 16, kernel: 1, ⟦groups⟧: 8}", why: "pointwise, two channels in each"),
    RuleExample.layers("- conv: {out: 32, kernel: 3, ⟦groups⟧: 4}", input: "16x?x?", why: "at any size"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    context.graph.ids.compactMap { id in
      guard case .conv(let conv) = context.graph[id].operation, conv.groups > 1,
        let channels = context.inputShape(of: id).channels.value, conv.groups < channels
      else { return nil }
      let traffic = MemoryTraffic(id, in: context).map { "; \($0.text)" } ?? ""
      return context.finding(
        Self.self, at: id,
        "\(conv.groups) groups of \(channels / conv.groups) channels have 1/\(conv.groups) of the macs, but the maps are moved as a whole\(traffic)",
        span: context.span(of: "groups", of: id), label: "\(conv.groups) groups",
        help: "use fewer groups and fewer channels, or a depthwise layer and a 1x1")
    }
  }
}
