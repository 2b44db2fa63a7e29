import FoveaGraph

enum WrongInputChannels: Rule {
  static let name = "wrong-input-channels"
  static let summary = "The number of input channels that a layer states is not the one that it gets."
  static let rationale = """
    `in` on a convolution or linear layer is inferred and need not be written; where it is, it is checked. A linear layer \
    with another number of inputs most often stands behind a flattened map of another size than was meant.
    """
  static let references = [
    Reference(
      "PyTorch documentation, Conv2d", "https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html")
  ]
  static let level = RuleLevel.error
  static let accepted = [
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, in: 16}",
      why: "that is what enters"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3}",
      why: "nothing is stated"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, in: 16}", input: "16x?x?",
      why: "channels are known without a size"),
  ]
  static let flagged = [
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, ⟦in⟧: 3}",
      why: "16 channels enter"),
    RuleExample.layers(
      "- flatten\n- linear: {out: 10, ⟦in⟧: 16}",
      why: "the map was to be pooled first"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, groups: 4, ⟦in⟧: 4}",
      why: "the channels of one group are not those of the layer"),
  ]

  /// The shapes of the layers, without which there is no network to check, have these findings already.
  static func check(_ context: LintContext) -> [Diagnostic] { [] }
}
