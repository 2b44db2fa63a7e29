import FoveaFilters
import FoveaGraph
import FoveaText

enum LargeKernel: Rule {
  static let name = "large-kernel"
  static let summary = "A stack of 3x3 convolutions with the same receptive field costs less than a large kernel."
  static let rationale = """
    `n` convolutions of 3x3 see as much as one of `2n + 1` rows. Between layers of as many channels the stack has fewer \
    weights and macs, 18 against 25 for a 5x5, and it has `n` activations: it is another function, most often a better one. \
    Both costs are computed for the layer as it stands, the stride on the last layer of the stack and as many channels inside as \
    it gives. Where the stack costs more, nothing is said: at a 7x7 on the three channels of an image the second 3x3 would \
    already work with all the channels that come out. Depthwise and grouped kernels are cheap and not judged. In time the \
    ratio may be another one: measure.
    """
  static let references = [
    Reference(
      "Simonyan, Zisserman, Very Deep Convolutional Networks, 2014, section 2.3", "https://arxiv.org/abs/1409.1556"),
    Reference(
      "Szegedy et al., Rethinking the Inception Architecture, 2015, section 3.1", "https://arxiv.org/abs/1512.00567"),
  ]
  static let level = RuleLevel.info
  static let accepted = [
    RuleExample.layers(
      "- conv: {out: 64, kernel: 7, stride: 2, padding: 3}", input: "3x224x224",
      why: "three 3x3 would cost six times as much"),
    RuleExample.layers("- conv: {out: 16, kernel: 7, padding: 3, groups: 16}", why: "a depthwise kernel"),
    RuleExample.layers("- conv: {out: 16, kernel: [1, 7]}", why: "no square"),
    RuleExample.layers(
      "- conv: {out: 16, kernel: 5}", input: "16x100", why: "on one axis two kernels of 3 have 6 taps"),
  ]
  static let flagged = [
    RuleExample.layers("- conv: {out: 16, ⟦kernel⟧: 5, padding: 2}", why: "18 taps against 25"),
    RuleExample.layers(
      "- conv: {out: 16, ⟦kernel⟧: 7, padding: 3}", input: "16x?x?", why: "27 taps against 49, at any size"),
    RuleExample.layers(
      "- conv: {out: 8, ⟦kernel⟧: 7, stride: 2, padding: 3}", input: "64x32x32",
      why: "8 channels inside the stack make it cheap in spite of the stride"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    context.graph.ids.compactMap { id in
      guard case .conv(let conv) = context.graph[id].operation else { return nil }
      let input = context.inputShape(of: id)
      let kernels = Set(conv.window.kernel.values(rank: input.rank))
      guard conv.groups == 1, conv.window.dilation.uniform == 1, input.rank > 1, kernels.count == 1,
        let kernel = kernels.first,
        kernel >= 5, kernel % 2 == 1, let channels = input.channels.value
      else { return nil }
      let layers = (kernel - 1) / 2
      let strides = conv.window.stride?.values(rank: input.rank) ?? []
      let taps = (0..<input.rank).reduce(Figure(1)) { product, _ in product * 3 }
      let first = taps * Figure(channels) * Figure(conv.out)
      let others = taps * Figure(conv.out) * Figure(conv.out)
      let own = conv.window.taps(rank: input.rank) * Figure(channels) * Figure(conv.out)
      // The map that the layers before the stride work on has the size of the input.
      let scale = strides.reduce(Figure(1)) { $0 * Figure($1) }
      let stack = first + Figure(layers - 1) * others
      let work = scale * (first + Figure(layers - 2) * others) + others
      guard let parameters = stack.value, let macs = work.value, let ownCost = own.value, parameters < ownCost,
        macs < ownCost
      else { return nil }
      let square = LintText.size(conv.window.kernel, rank: input.rank)
      let small = Array(repeating: "3", count: input.rank).joined(separator: "x")
      return context.finding(
        Self.self, at: id,
        "a \(square) from \(channels) to \(conv.out) channels has \(Quantity.short(ownCost)) weights; \(layers) layers of \(small) with the "
          + "same receptive field have \(Quantity.short(parameters)) and take \(Quantity.percent(Double(macs) / Double(ownCost))) of its macs",
        span: context.span(of: "kernel", of: id), label: "\(square)",
        help: "use \(layers) layers of `kernel: 3` with an activation behind each; it is another function")
    }
  }
}
