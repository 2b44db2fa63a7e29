import FoveaGraph

enum AliasedDownsampling: Rule {
  static let name = "aliased-downsampling"
  static let summary = "A strided convolution or max-pool samples a map that no low-pass has smoothed."
  static let rationale = """
    Sampling every second row is only sound if nothing finer than two rows is in the map. Strided convolutions and max-pools \
    do not see to that, so a shift of the image by one pixel changes what the network says. Zhang computes densely, smooths, \
    and then samples: the convolution or the pool with stride 1, then an average over two or more rows with the stride.

    Accepted is a strided layer behind `avg_pool` with stride 1, through element-wise layers, and averaging itself.
    """
  static let references = [
    Reference("Zhang, Making Convolutional Networks Shift-Invariant Again, 2019", "https://arxiv.org/abs/1904.11486")
  ]
  static let level = RuleLevel.off
  static let accepted = [
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, padding: 1}\n- relu\n- avg_pool: {kernel: 2}", why: "an average samples"),
    RuleExample.layers(
      "- avg_pool: {kernel: 3, stride: 1, padding: 1}\n- conv: {out: 8, kernel: 3, stride: 2}", why: "smoothed before"),
    RuleExample.layers("- max_pool: {kernel: 3, stride: 1, padding: 1}", why: "no row is left out"),
  ]
  static let flagged = [
    RuleExample.layers("- conv: {out: 8, kernel: 3, ⟦stride⟧: 2, padding: 1}", why: "nothing smooths"),
    RuleExample.layers("- max_pool: {⟦kernel⟧: 2}", why: "a maximum is no low-pass"),
    RuleExample.layers(
      "- avg_pool: {kernel: 1, stride: 1}\n- conv: {out: 8, kernel: 3, ⟦stride⟧: [1, 2]}",
      why: "an average of one pixel"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    context.graph.ids.compactMap { id in
      let layer = context.graph[id]
      if case .avgPool = layer.operation { return nil }
      guard let window = layer.slidingWindow else { return nil }
      let rank = context.inputShape(of: id).rank
      guard let axis = (0..<rank).first(where: { window.stride($0) > 1 }), !context.isSmoothed(before: id, axis: axis)
      else {
        return nil
      }
      let stride = window.stride(axis)
      return context.finding(
        Self.self, at: id,
        "takes every \(stride)\(stride == 2 ? "nd" : stride == 3 ? "rd" : "th") row of a map that nothing has smoothed: what is finer than \(stride) rows is aliased",
        span: context.span(ofFirst: ["stride", "kernel"], of: id), label: "aliasing",
        help: "use stride 1 here and `avg_pool: {kernel: \(stride), stride: \(stride)}` behind it")
    }
  }
}

extension LintContext {
  /// Whether an average with stride 1 enters a layer, through element-wise layers.
  fileprivate func isSmoothed(before id: LayerID, axis: Int) -> Bool {
    var current = graph[id].inputs.first
    while let input = current {
      if case .avgPool(let pool) = graph[input].operation {
        return pool.window.kernel[axis] > 1 && pool.window.stride(axis) == 1
      }
      guard graph[input].isElementwise else { return false }
      current = graph[input].inputs.first
    }
    return false
  }
}
