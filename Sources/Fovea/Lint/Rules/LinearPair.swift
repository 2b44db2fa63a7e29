import FoveaFilters
import FoveaGraph
import FoveaNumerics

enum LinearPair: Rule {
  static let name = "linear-pair"
  static let summary = "Two dense linear layers follow each other with nothing non-linear between them."
  static let rationale = """
    A convolution of a convolution is a convolution: without an activation between them two layers can compute nothing that \
    one could not, with `k1 + (k2 − 1)·s1` rows of kernel. The missing activation is most often a mistake. \
    `fovea compose` shows the one layer. Between them may stand what is linear itself: batch normalisation (at inference), \
    average pooling, `flatten`, `identity`.

    Pairs that save work on purpose are accepted: a depthwise or grouped layer beside a pointwise one, a first layer with \
    fewer outputs than the pair has inputs and outputs (a low-rank product), kernels on different axes (1x7, then 7x1), \
    and everything inside a block whose use says with `replaces` which layer it stands for. Max-pooling is not linear, nor \
    is dropout while training.
    """
  static let references = [
    Reference(
      "Simonyan, Zisserman, Very Deep Convolutional Networks, 2014, section 2.3", "https://arxiv.org/abs/1409.1556"),
    Reference(
      "Chollet, Xception: Deep Learning with Depthwise Separable Convolutions, 2016", "https://arxiv.org/abs/1610.02357"
    ),
  ]
  static let level = RuleLevel.warning
  static let accepted = [
    RuleExample.layers(
      "- conv: {out: 16, kernel: 3}\n- relu\n- conv: {out: 16, kernel: 3}", why: "an activation between"),
    RuleExample.layers(
      "- conv: {out: 16, kernel: 3, groups: 16}\n- conv: {out: 32, kernel: 1}",
      why: "depthwise, then pointwise: together they would be a dense 3x3"),
    RuleExample.layers(
      "- conv: {out: 16, kernel: 3}\n- max_pool: {kernel: 2}\n- conv: {out: 16, kernel: 3}",
      why: "a maximum is not linear"),
    RuleExample.layers(
      "- conv: {out: 4, kernel: 1}\n- conv: {out: 32, kernel: 3}",
      why: "4 channels between 16 and 32 are a low-rank product"),
    RuleExample.layers(
      "- conv: {out: 16, kernel: [1, 7]}\n- conv: {out: 16, kernel: [7, 1]}", why: "a 7x7 in two factors"),
    RuleExample.layers(
      "- conv: {out: 16, kernel: 3, padding: half}\n  name: a\n- conv: {out: 16, kernel: 3, padding: half}\n- add: {new: [], kept: a}",
      why: "another layer reads what is between"),
    RuleExample.layers(
      "- conv: {out: 16, kernel: 3}\n- reshape: {shape: [16, 48]}\n- conv: {out: 16, kernel: 3}", input: "16x8x10",
      why: "neighbours in a row of pixels are no neighbours on the map"),
    RuleExample.document(
      """
      fovea: 1
      input: 16x32x32
      blocks:
        pair:
          layers:
            - conv: {out: 16, kernel: 3}
            - conv: {out: 16, kernel: 3}
      layers:
        - pair:
          replaces: wide
      """, why: "two layers that stand for a 5x5"),
  ]
  static let flagged = [
    RuleExample.layers("- conv: {out: 16, kernel: 3}\n- ⟦conv⟧: {out: 16, kernel: 3}", why: "they are one 5x5"),
    RuleExample.layers(
      "- conv: {out: 16, kernel: 3, bias: false}\n- batch_norm\n- ⟦conv⟧: {out: 16, kernel: 1}\n- relu",
      why: "normalisation is no activation"),
    RuleExample.layers(
      "- linear: {out: 64}\n- ⟦linear⟧: {out: 10}", input: "32", why: "the 64 numbers between hold no more than the 10"),
    RuleExample.layers(
      "- conv: {out: 16, kernel: 1}\n- global_avg_pool\n- flatten\n- ⟦linear⟧: {out: 10}", why: "an average is linear"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    let graph = context.graph
    let shared = Set(graph.ids.compactMap { graph[$0].weights } + graph.ids.filter { graph[$0].weights != nil })
    return graph.ids.compactMap { id in
      guard let second = Weights(id, in: graph), let before = context.linearSource(of: id),
        let first = Weights(before, in: graph), !shared.contains(id), !shared.contains(before),
        first.out >= min(first.input, second.out), !first.isFactor(of: second),
        !context.isRewrite(id), !context.isRewrite(before)
      else { return nil }
      let between = first.kernel.isEmpty || second.kernel.isEmpty ? "" : " of \(first.composite(second))"
      return context.finding(
        Self.self, at: id,
        "nothing non-linear stands between this `\(second.name)` and the `\(first.name)` before it: together they are one layer"
          + "\(between) from \(first.input) to \(second.out) channels",
        label: "linear after linear",
        notes: [Diagnostic.Note("`\(context.path(of: before))` is the first of the two", at: context.span(of: before))],
        help: "put an activation such as `relu` between them, or write one layer; `fovea compose` shows which")
    }
  }
}

/// What a dense layer with weights does to the channels and rows.
private struct Weights {
  let name: String
  let input: Int
  let out: Int
  /// The rows of its kernel, dilation counted, on each axis; none for a linear layer.
  let kernel: [Int]
  let stride: [Int]

  /// Nil for a layer without weights, with groups, or with an unknown number of channels.
  init?(_ id: LayerID, in graph: Graph) {
    let input = graph[id].inputs.first.map { graph.shape(of: $0) }
    guard let input, let channels = input.channels.value else { return nil }
    if case .conv(let conv) = graph[id].operation, conv.groups == 1 {
      (name, out) = (Conv.name, conv.out)
      kernel = (0..<input.rank).map { conv.window.span($0) }
      stride = (0..<input.rank).map { conv.window.stride($0) }
    } else if case .linear(let linear) = graph[id].operation {
      (name, out, kernel, stride) = (Linear.name, linear.out, [], [])
    } else {
      return nil
    }
    self.input = channels
  }

  /// Whether the kernels of both are the factors of a larger one, each with a single row on an axis of the other.
  func isFactor(of other: Weights) -> Bool {
    let axes = kernel.indices.prefix(other.kernel.count)
    return axes.contains { kernel[$0] == 1 && other.kernel[$0] > 1 }
      && axes.contains { kernel[$0] > 1 && other.kernel[$0] == 1 }
  }

  /// The kernel of both together.
  func composite(_ other: Weights) -> String {
    zip(kernel.indices, other.kernel).map { "\(kernel[$0] + ($1 - 1) * stride[$0])" }.joined(separator: "x")
  }
}

extension LintContext {
  /// The layer with weights before another one, where only linear layers that nobody else reads stand between.
  fileprivate func linearSource(of id: LayerID) -> LayerID? {
    var current = id
    while graph[current].inputs.count == 1, let before = graph[current].inputs.first,
      onlyConsumer(of: before) == current
    {
      let operation = graph[before].operation
      if case .conv = operation { return before }
      if case .linear = operation { return before }
      guard operation.facts.isLinear, operation.facts.effect.isComposed, keepsPlaces(before) else { return nil }
      current = before
    }
    return nil
  }

  /// Whether neighbours in a layer's output were neighbours in its input. A kernel over units that were exchanged, or
  /// put in a row, is none over the map.
  private func keepsPlaces(_ id: LayerID) -> Bool {
    switch graph[id].operation.view(of: 0, in: graph.operands(of: graph[id]), giving: graph.shape(of: id)) {
    case .rearranged, .unknown: false
    default: true
    }
  }

  /// Whether a block around a layer stands for another layer.
  fileprivate func isRewrite(_ id: LayerID) -> Bool {
    var scope = graph[id].scope
    while scope != .root {
      if graph[scope].replaces != nil { return true }
      scope = graph[scope].parent
    }
    return false
  }
}

extension Facts.Effect {
  /// Whether a layer of weights behind a linear one of this kind can do the work of both.
  fileprivate var isComposed: Bool {
    switch self {
    case .identity, .elementwise, .relabelling, .aggregation: true
    case .combination, .movement, .dense, .unknown: false
    }
  }
}
