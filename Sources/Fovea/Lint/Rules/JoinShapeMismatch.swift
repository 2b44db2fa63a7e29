import FoveaGraph

enum JoinShapeMismatch: Rule {
  static let name = "join-shape-mismatch"
  static let summary = "The branches of a join have shapes that do not fit together."
  static let rationale = """
    `add` and `multiply` take branches of the same shape, or with extents of one, which are repeated; `concat` takes branches \
    that differ in their channels only. The finding names both branches with their shapes.

    Give both branches the same strides and padding, put a 1x1 convolution on one of them, or `crop` or `upsample` it `to` \
    the other.
    """
  static let references = [
    Reference(
      "He, Zhang, Ren, Sun, Deep Residual Learning for Image Recognition, 2015, section 3.2",
      "https://arxiv.org/abs/1512.03385")
  ]
  static let level = RuleLevel.error
  static let accepted = [
    RuleExample.layers(
      "- add:\n    main:\n      - conv: {out: 16, kernel: 3, padding: half}\n    shortcut: []",
      why: "the same shape"),
    RuleExample.layers(
      "- multiply:\n    features: []\n    gate:\n      - global_avg_pool",
      why: "one pixel is repeated"),
    RuleExample.layers(
      "- concat:\n    left:\n      - conv: {out: 8, kernel: 1}\n    right: []",
      why: "channels may differ"),
  ]
  static let flagged = [
    RuleExample.layers(
      "- ⟦add⟧:\n    main:\n      - conv: {out: 16, kernel: 3}\n    shortcut: []",
      why: "two rows are missing"),
    RuleExample.layers(
      "- ⟦add⟧:\n    main:\n      - conv: {out: 8, kernel: 1}\n    shortcut: []",
      why: "8 and 16 channels"),
    RuleExample.layers(
      "- ⟦concat⟧:\n    half:\n      - max_pool: {kernel: 2}\n    whole: []",
      why: "16 and 32 rows"),
    RuleExample.layers(
      "- max_pool: {kernel: 2}\n  name: small\n- upsample: {scale: 2}\n- ⟦concat⟧: {up: [], skip: input}",
      input: "16x31x31",
      why: "31 is no multiple of 2"),
  ]

  /// The shapes of the layers, without which there is no network to check, have these findings already.
  static func check(_ context: LintContext) -> [Diagnostic] { [] }
}
