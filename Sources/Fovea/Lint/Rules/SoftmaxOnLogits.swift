import FoveaGraph

enum SoftmaxOnLogits: Rule {
  static let name = "softmax-on-logits"
  static let summary = "An output that is called logits ends in a softmax."
  static let rationale = """
    Logits are what enters a softmax. The cross-entropy losses of the frameworks take logits and apply the softmax \
    themselves, in a form that does not overflow. With a softmax in the network it is applied twice: the loss cannot fall \
    below a bound far from zero, and the gradients nearly vanish. An output is taken at its word: its name contains `logit`.

    Remove the softmax, or call the output `probabilities`.
    """
  static let references = [
    Reference(
      "PyTorch documentation, CrossEntropyLoss",
      "https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html")
  ]
  static let level = RuleLevel.warning
  static let accepted = [
    RuleExample.document(
      "fovea: 1\ninput: 32\nlayers:\n  - linear: {out: 10}\n    name: head\n  - softmax: {}\n    name: shares\noutputs: {logits: head, probabilities: shares}",
      why: "the softmax is behind the logits"),
    RuleExample.document(
      "fovea: 1\ninput: 32\nlayers:\n  - linear: {out: 10}\n  - softmax: {}\n    name: head\noutputs: {probabilities: head}",
      why: "that is what it gives"),
    RuleExample.document(
      "fovea: 1\ninput: 32\nlayers:\n  - linear: {out: 10}\n  - softmax: {}\n  - linear: {out: 10}\n    name: head\noutputs: {logits: head}",
      why: "a softmax inside the network"),
  ]
  static let flagged = [
    RuleExample.document(
      "fovea: 1\ninput: 32\nlayers:\n  - linear: {out: 10}\n  - ⟦softmax⟧: {}\n    name: head\noutputs: {logits: head}",
      why: "at the end"),
    RuleExample.document(
      "fovea: 1\ninput: 32x1x1\nlayers:\n  - conv: {out: 10, kernel: 1}\n  - ⟦softmax⟧\n  - flatten: {}\n    name: head\noutputs: {class_logits: head}",
      why: "what follows only reshapes it"),
    RuleExample.document(
      "fovea: 1\ninput: 32\nlayers:\n  - linear: {out: 10}\n  - ⟦softmax⟧: {}\n    name: logits\noutputs: [logits]",
      why: "the layer's own name"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    context.graph.outputs.compactMap { output in
      guard output.name.lowercased().contains("logit"), let id = softmax(endingAt: output.layer, in: context.graph)
      else {
        return nil
      }
      return context.finding(
        Self.self, at: id,
        "the output `\(output.name)` ends in a softmax over \(context.graph.shape(of: id).channels) values: a loss that takes "
          + "logits applies a second one",
        label: "these are probabilities", help: "remove the `softmax`, or call the output `probabilities`")
    }
  }

  /// The softmax whose values an output has, in whatever shape.
  private static func softmax(endingAt id: LayerID, in graph: Graph) -> LayerID? {
    var current: LayerID? = id
    while let id = current {
      let operation = graph[id].operation
      if case .softmax = operation { return id }
      let facts = operation.facts
      let isCrop = if case .crop = operation { true } else { false }
      guard isCrop || facts.effect == .relabelling || facts.effect == .identity else { return nil }
      current = graph[id].inputs.first
    }
    return nil
  }
}
