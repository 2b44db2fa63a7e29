import FoveaGraph
import FoveaNumerics
import FoveaText

enum BiasBeforeNorm: Rule {
  static let name = "bias-before-norm"
  static let summary = "A bias is subtracted again by the normalisation behind it."
  static let rationale = """
    Batch and instance normalisation subtract the mean of every channel, and with it any constant that was added to the \
    channel. A bias whose only reader is such a normalisation has no effect on the output and a gradient of zero; it \
    costs parameters, memory and one addition for each value. The shift of the normalisation does its work.

    Set `bias: false` on the convolution or linear layer.
    """
  static let references = [
    Reference(
      "Ioffe, Szegedy, Batch Normalization, 2015, section 3.2", "https://arxiv.org/abs/1502.03167")
  ]
  static let level = RuleLevel.warning
  static let accepted = [
    RuleExample.layers("- conv: {out: 8, kernel: 3, bias: false}\n- batch_norm", why: "there is no bias"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3}\n- relu\n- batch_norm", why: "the activation sees the bias first"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3}\n- group_norm: {groups: 4}",
      why: "the mean of a group is not that of each channel"),
    RuleExample.layers(
      "- conv: {out: 16, kernel: 3, padding: half}\n  name: c\n- batch_norm\n- add: {a: c, b: []}",
      why: "another layer reads the bias too"),
    RuleExample.layers(
      "- conv: {out: 16, kernel: 1}\n  name: a\n- batch_norm\n- conv: {out: 16, kernel: 1}\n  weights: a",
      why: "the weights are used again, where the bias counts"),
  ]
  static let flagged = [
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, ⟦bias⟧: true}\n- batch_norm", why: "a bias that is written out",
      fixed: "- conv: {out: 8, kernel: 3, bias: false}\n- batch_norm"),
    RuleExample.layers(
      "- ⟦conv⟧: {out: 8, kernel: 3}\n- batch_norm\n- relu", why: "a bias by default",
      fixed: "- conv: {out: 8, kernel: 3, bias: false}\n- batch_norm\n- relu"),
    RuleExample.layers(
      "- ⟦conv_transpose⟧:\n    out: 8  # half\n    kernel: 2\n    stride: 2  # twice the size\n- instance_norm",
      why: "a mapping in lines of its own",
      fixed:
        "- conv_transpose:\n    out: 8  # half\n    kernel: 2\n    stride: 2  # twice the size\n    bias: false\n- instance_norm"
    ),
    RuleExample.document(
      """
      fovea: 1
      input: 3x32x32
      defaults:
        conv: {bias: true, padding: half}
      blocks:
        conv_bn:
          params: {out: }
          layers:
            - ⟦conv⟧: {out: out, kernel: 3}
            - batch_norm
      layers:
        - conv_bn: {out: 8}
        - conv_bn: {out: 16}
      """, why: "a block that is used twice has one finding",
      fixed: """
        fovea: 1
        input: 3x32x32
        defaults:
          conv: {bias: true, padding: half}
        blocks:
          conv_bn:
            params: {out: }
            layers:
              - conv: {out: out, kernel: 3, bias: false}
              - batch_norm
        layers:
          - conv_bn: {out: 8}
          - conv_bn: {out: 16}

        """),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    let graph = context.graph
    // Layers whose weights others use, or that use others': there the bias may count.
    let shared = Set(graph.ids.compactMap { graph[$0].weights } + graph.ids.filter { graph[$0].weights != nil })
    return graph.ids.compactMap { id in
      guard let bias = bias(of: graph[id]), let reader = context.onlyConsumer(of: id),
        let norm = normalization(graph[reader]), !shared.contains(id)
      else { return nil }
      return context.finding(
        Self.self, at: id, message(bias, norm), span: context.span(of: "bias", of: id),
        label: "has no effect", help: "set `bias: false`",
        fix: context.fix(setting: "bias", to: "false", of: id))
    }
  }

  /// The operator's name and how many biases it has, if any.
  private static func bias(of layer: Layer) -> (operation: String, count: Int)? {
    if case .conv(let conv) = layer.operation, conv.bias { return (Conv.name, conv.out) }
    if case .convTranspose(let conv) = layer.operation, conv.bias { return (ConvTranspose.name, conv.out) }
    if case .linear(let linear) = layer.operation, linear.bias { return (Linear.name, linear.out) }
    return nil
  }

  private static func normalization(_ layer: Layer) -> String? {
    if case .batchNorm = layer.operation { return BatchNorm.name }
    if case .instanceNorm = layer.operation { return InstanceNorm.name }
    return nil
  }

  private static func message(_ bias: (operation: String, count: Int), _ norm: String) -> String {
    "`\(norm)` subtracts the \(bias.count) biases of this `\(bias.operation)` again"
  }
}
