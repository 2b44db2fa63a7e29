import FoveaGraph

enum DropoutBeforeNorm: Rule {
  static let name = "dropout-before-norm"
  static let summary = "Dropout reaches a batch normalisation through element-wise layers alone."
  static let rationale = """
    While training, dropout with probability `p` multiplies the second moment of its values by `1 / (1 − p)`, and the batch \
    normalisation behind it stores that variance. At inference nothing is dropped, the values vary less than the stored \
    variance says, and every layer that follows gets another scale than in training. A layer with weights between the two mixes many \
    values and dampens the shift; element-wise layers do not.

    Put the dropout behind the last normalisation.
    """
  static let references = [
    Reference(
      "Li, Chen, Hu, Yang, Understanding the Disharmony between Dropout and Batch Normalization by Variance Shift, 2018",
      "https://arxiv.org/abs/1801.05134")
  ]
  static let level = RuleLevel.warning
  static let accepted = [
    RuleExample.layers("- batch_norm\n- relu\n- dropout", why: "behind the normalisation"),
    RuleExample.layers(
      "- dropout\n- conv: {out: 8, kernel: 1, bias: false}\n- batch_norm", why: "a convolution between"),
    RuleExample.layers("- dropout\n- layer_norm", why: "layer normalisation stores no variance"),
    RuleExample.layers("- dropout: {p: 0}\n- batch_norm", why: "nothing is dropped"),
  ]
  static let flagged = [
    RuleExample.layers("- conv: {out: 8, kernel: 3, bias: false}\n- ⟦dropout⟧\n- batch_norm", why: "directly"),
    RuleExample.layers("- ⟦dropout⟧: {p: 0.2}\n- relu\n- batch_norm", why: "an activation is element-wise"),
    RuleExample.layers(
      "- ⟦dropout⟧: {}\n  name: d\n- add:\n    one:\n      - conv: {out: 16, kernel: 1}\n    other:\n      - sigmoid: {}\n        from: d\n      - batch_norm",
      why: "one of its readers"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    let norms = Self.normalizations(context)
    return context.graph.ids.compactMap { id in
      guard case .dropout(let dropout) = context.graph[id].operation, dropout.probability > 0,
        let norm = norms[id.position]
      else { return nil }
      let scale = 1 / (1 - min(dropout.probability, 0.999))
      return context.finding(
        Self.self, at: id,
        "`\(context.path(of: norm))` stores the variance of values of which dropout sets a part of \(dropout.probability) to "
          + "zero, up to \(Double(Int((scale * 100).rounded())) / 100) times what it is at inference",
        label: "shifts the variance",
        notes: [Diagnostic.Note("the normalisation is here", at: context.span(of: norm))],
        help: "move the `dropout` behind the last `batch_norm`")
    }
  }

  /// For each layer a batch normalisation that its values reach through element-wise layers only.
  private static func normalizations(_ context: LintContext) -> [LayerID?] {
    var norms = [LayerID?](repeating: nil, count: context.graph.layers.count)
    for id in context.graph.ids.reversed() {
      norms[id.position] =
        context.consumers(of: id).lazy.compactMap { reader -> LayerID? in
          if case .batchNorm(let norm) = context.graph[reader].operation { return norm.track ? reader : nil }
          return context.graph[reader].isElementwise ? norms[reader.position] : nil
        }.first
    }
    return norms
  }
}
