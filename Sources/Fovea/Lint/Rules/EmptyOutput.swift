import FoveaGraph

enum EmptyOutput: Rule {
  static let name = "empty-output"
  static let summary = "A window is larger than the padded map."
  static let rationale = """
    `I + pl + pr < ke`: not one window fits, and the output would have no row. The network shrinks its map faster than the \
    input allows. The finding says how many rows are missing.

    Use a larger input, fewer strides, or padding.
    """
  static let references = [
    Reference(
      "Dumoulin, Visin, A guide to convolution arithmetic for deep learning, 2016", "https://arxiv.org/abs/1603.07285")
  ]
  static let level = RuleLevel.error
  static let accepted = [
    RuleExample.layers(
      "- conv: {out: 8, kernel: 7}", input: "16x7x7",
      why: "one window fits"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 7, padding: 1}", input: "16x5x5",
      why: "with its padding the map has 7 rows"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 7}", input: "16x?x?",
      why: "the size is not known"),
  ]
  static let flagged = [
    RuleExample.layers(
      "- conv: {out: 8, ⟦kernel⟧: 7}", input: "16x6x6",
      why: "one row is missing"),
    RuleExample.layers(
      "- conv: {out: 8, ⟦kernel⟧: 3, dilation: 4}", input: "16x8x8",
      why: "the dilated window has 9 rows"),
    RuleExample.layers(
      "- conv: {out: 8, ⟦kernel⟧: [1, 7]}", input: "16x8x6",
      why: "on one axis"),
  ]

  /// The shapes of the layers, without which there is no network to check, have these findings already.
  static func check(_ context: LintContext) -> [Diagnostic] { [] }
}
