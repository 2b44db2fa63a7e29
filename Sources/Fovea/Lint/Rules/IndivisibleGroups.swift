import FoveaGraph

enum IndivisibleGroups: Rule {
  static let name = "indivisible-groups"
  static let summary = "Channels cannot be divided into the groups."
  static let rationale = """
    Each group of a convolution reads `in / groups` channels and gives `out / groups`; both must be whole. The same holds for \
    group normalisation, channel shuffling and pixel shuffling. The finding lists the nearest counts that divide.
    """
  static let references = [
    Reference(
      "Krizhevsky, Sutskever, Hinton, ImageNet Classification with Deep Convolutional Neural Networks, 2012",
      "https://papers.nips.cc/paper/4824-imagenet-classification-with-deep-convolutional-neural-networks")
  ]
  static let level = RuleLevel.error
  static let accepted = [
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, groups: 4}",
      why: "4 and 2 channels in each"),
    RuleExample.layers(
      "- conv: {out: 32, kernel: 3, groups: 16}",
      why: "depthwise, two kernels for each channel"),
    RuleExample.layers(
      "- group_norm: {groups: 16}",
      why: "one channel in each"),
  ]
  static let flagged = [
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, ⟦groups⟧: 3}",
      why: "16 is no multiple of 3"),
    RuleExample.layers(
      "- conv: {out: 9, kernel: 3, ⟦groups⟧: 4}",
      why: "9 is no multiple of 4"),
    RuleExample.layers(
      "- group_norm: {⟦groups⟧: 32}",
      why: "more groups than channels"),
  ]

  /// The shapes of the layers, without which there is no network to check, have these findings already.
  static func check(_ context: LintContext) -> [Diagnostic] { [] }
}
