import FoveaGraph

enum UnbalancedPointwise: Rule {
  static let name = "unbalanced-pointwise"
  static let summary = "A 1x1 convolution has far more channels on one side than on the other."
  static let rationale = """
    A 1x1 from `c1` to `c2` channels on `hw` pixels takes `hw·c1·c2` macs and moves `hw·(c1 + c2) + c1·c2` values. For the \
    same macs the values are fewest where `c1 = c2`: the first guideline of ShuffleNetV2. The option `ratio` says from which \
    ratio on a layer is reported. Bottlenecks break the guideline on purpose; that is why the rule is off by default.
    """
  static let references = [
    Reference("Ma, Zhang, Zheng, Sun, ShuffleNet V2, 2018, guideline G1", "https://arxiv.org/abs/1807.11164")
  ]
  static let level = RuleLevel.off
  static let options = [
    RuleOption(
      "ratio", "The ratio of the larger number of channels to the smaller one from which a layer is reported.",
      default: 4, in: 2...1_024)
  ]
  static let accepted = [
    RuleExample.layers("- conv: {out: 16, kernel: 1}", why: "the same on both sides"),
    RuleExample.layers("- conv: {out: 48, kernel: 1}", why: "a ratio of 3"),
    RuleExample.layers("- conv: {out: 128, kernel: 3}", why: "no 1x1"),
  ]
  static let flagged = [
    RuleExample.layers("- conv: {⟦out⟧: 64, kernel: 1}", why: "four times as many"),
    RuleExample.layers("- conv: {⟦out⟧: 4, kernel: 1}", why: "a quarter"),
    RuleExample.layers("- conv: {⟦out⟧: 96, kernel: 1}", input: "16x?x?", why: "at any size"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    let ratio = context.option(options[0], of: Self.self)
    return context.graph.ids.compactMap { id in
      let input = context.inputShape(of: id)
      guard case .conv(let conv) = context.graph[id].operation, conv.groups == 1,
        conv.window.kernel.values(rank: input.rank).allSatisfy({ $0 == 1 }), let channels = input.channels.value,
        max(channels, conv.out) / min(channels, conv.out) >= ratio
      else { return nil }
      let traffic = MemoryTraffic(id, in: context).map { "; \($0.text)" } ?? ""
      return context.finding(
        Self.self, at: id,
        "a 1x1 from \(channels) to \(conv.out) channels moves more values than a balanced one with as many macs\(traffic)",
        span: context.span(of: "out", of: id), label: "\(channels) to \(conv.out)",
        help: "bring the channels of both sides nearer to each other, below a ratio of \(ratio)")
    }
  }
}
