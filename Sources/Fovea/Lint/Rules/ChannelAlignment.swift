import FoveaGraph
import FoveaNumerics

enum ChannelAlignment: Rule {
  static let name = "channel-alignment"
  static let summary = "A number of channels is no multiple of what hardware works with at once."
  static let rationale = """
    Matrix units and vector instructions take channels in blocks of 8, 16 or more; a last block that is not full costs as \
    much as a full one. The option `multiple` sets the size of a block. A first layer of up to 4 channels is the image and \
    is accepted, and so are outputs of the network, whose channels are classes.

    Round `out` up: `make_divisible(x, 8)`.
    """
  static let references = [
    Reference(
      "NVIDIA, Convolutional Layers User's Guide, Choosing Convolution Parameters",
      "https://docs.nvidia.com/deeplearning/performance/dl-performance-convolutional/index.html")
  ]
  static let level = RuleLevel.off
  static let options = [
    RuleOption("multiple", "The number of which channels should be a multiple.", default: 8, in: 1...1_024)
  ]
  static let accepted = [
    RuleExample.layers(
      "- conv: {out: 24, kernel: 3}\n- relu", input: "3x32x32", why: "a multiple of 8 behind an image"),
    RuleExample.layers("- conv: {out: 8, kernel: 3}\n- conv: {out: 21, kernel: 1}", why: "21 classes"),
    RuleExample.layers("- max_pool: {kernel: 2}\n- relu", input: "3x32x32", why: "no layer with weights"),
  ]
  static let flagged = [
    RuleExample.layers("- conv: {⟦out⟧: 20, kernel: 3}\n- relu", why: "four more than 16"),
    RuleExample.layers("- linear: {⟦out⟧: 100}\n- relu", input: "64", why: "four more than 96"),
    RuleExample.layers("- conv_transpose: {⟦out⟧: 4, kernel: 2, stride: 2}\n- relu", why: "half of a block"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    let multiple = context.option(options[0], of: Self.self)
    return context.graph.ids.compactMap { id in
      guard let out = context.graph[id].weightedChannels, out % multiple != 0, !context.isOutput(id) else { return nil }
      let next = (out / multiple + 1) * multiple
      return context.finding(
        Self.self, at: id,
        "\(out) channels are no multiple of \(multiple): the last block of \(multiple) holds \(out % multiple), and costs as much as \(next) channels",
        span: context.span(of: "out", of: id), label: "\(out) mod \(multiple) = \(out % multiple)",
        help: "use `out: \(next)`")
    }
  }
}

extension Layer {
  /// The output channels of a layer with weights of its own.
  fileprivate var weightedChannels: Int? {
    if case .conv(let conv) = operation { return conv.out }
    if case .convTranspose(let conv) = operation { return conv.out }
    if case .linear(let linear) = operation { return linear.out }
    return nil
  }
}
