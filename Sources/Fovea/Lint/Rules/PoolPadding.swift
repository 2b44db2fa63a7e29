import FoveaGraph

enum PoolPadding: Rule {
  static let name = "pool-padding"
  static let summary = "Padding of a pooling layer is more than half of its window."
  static let rationale = """
    With padding above half of the window, `⌊ke / 2⌋`, the first or last window sees more padding than pixels. With as much padding \
    as the window is long it sees no pixel at all, and nothing has no maximum. The frameworks refuse it, and so does the \
    analysis.
    """
  static let references = [
    Reference(
      "PyTorch documentation, MaxPool2d", "https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxPool2d.html")
  ]
  static let level = RuleLevel.error
  static let accepted = [
    RuleExample.layers(
      "- max_pool: {kernel: 3, stride: 2, padding: 1}",
      why: "half of 3"),
    RuleExample.layers(
      "- avg_pool: {kernel: 2, padding: 1}",
      why: "half of 2"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, padding: 2}",
      why: "a convolution of zeros is a value"),
  ]
  static let flagged = [
    RuleExample.layers(
      "- max_pool: {kernel: 3, stride: 2, ⟦padding⟧: 2}",
      why: "more than half of 3"),
    RuleExample.layers(
      "- avg_pool: {kernel: 2, ⟦padding⟧: [0, 2]}",
      why: "on one axis"),
    RuleExample.layers(
      "- max_pool: {kernel: 3, ⟦padding⟧: [[0, 2], [1, 1]]}",
      why: "at one end"),
  ]

  /// The shapes of the layers, without which there is no network to check, have these findings already.
  static func check(_ context: LintContext) -> [Diagnostic] { [] }
}
