import FoveaGraph
import FoveaText

enum RedundantActivation: Rule {
  static let name = "redundant-activation"
  static let summary = "An activation passes on every value that can reach it."
  static let rationale = """
    `relu` changes negative values only, and so do `leaky_relu`, `prelu` and `elu`; `relu6` also those above 6. Behind an \
    activation that gives no such values they do nothing but cost time and memory. The bounds are followed through layers \
    that keep them: pooling, dropout, resizing, concatenation, sums and products. Two activations in a row are most often a \
    layer that was left out between them.

    Remove the second one.
    """
  static let references = [
    Reference(
      "Nair, Hinton, Rectified Linear Units Improve Restricted Boltzmann Machines, 2010",
      "https://www.cs.toronto.edu/~hinton/absps/reluICML.pdf")
  ]
  static let level = RuleLevel.warning
  static let accepted = [
    RuleExample.layers("- relu\n- relu6", why: "values above 6 are still to be cut"),
    RuleExample.layers("- leaky_relu\n- relu", why: "negative values are left"),
    RuleExample.layers("- relu\n- batch_norm\n- relu", why: "normalisation makes negative values"),
    RuleExample.layers("- relu\n- hardswish", why: "below 3 it is not the identity"),
    RuleExample.layers(
      "- relu: {}\n  name: a\n- conv: {out: 16, kernel: 1}\n- add: {kept: a, new: []}\n- relu",
      why: "one summand may be negative"),
  ]
  static let flagged = [
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3}\n- relu\n- ⟦relu⟧", why: "twice the same",
      fixed: "- conv: {out: 8, kernel: 3}\n- relu"),
    RuleExample.layers(
      "- relu\n- max_pool: {kernel: 2}\n- ⟦relu⟧\n- conv: {out: 8, kernel: 1}",
      why: "a maximum of such values is none below 0",
      fixed: "- relu\n- max_pool: {kernel: 2}\n- conv: {out: 8, kernel: 1}"),
    RuleExample.layers(
      "- multiply:\n    features:\n      - relu6\n    gate:\n      - global_avg_pool\n      - sigmoid\n- ⟦leaky_relu⟧: {slope: 0.2}\n- conv: {out: 8, kernel: 1}",
      why: "a product of values that are not negative",
      fixed:
        "- multiply:\n    features:\n      - relu6\n    gate:\n      - global_avg_pool\n      - sigmoid\n- conv: {out: 8, kernel: 1}"
    ),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3}\n- sigmoid\n- ⟦relu6⟧", why: "between 0 and 1 nothing is cut",
      fixed: "- conv: {out: 8, kernel: 3}\n- sigmoid"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    let graph = context.graph
    let ranges = ValueRanges(graph)
    let sources = Self.sources(ranges, in: graph)
    return graph.ids.compactMap { id in
      guard let input = graph[id].inputs.first, let unchanged = graph[id].operation.facts.unchanged,
        ranges[input].clamped(to: unchanged) == ranges[input]
      else { return nil }
      let bound = bound(unchanged)
      let name = type(of: graph[id].operation.base).name
      let source = sources[input.position]
      return context.finding(
        Self.self, at: id,
        "`\(name)` changes nothing: \(bound), since `\(type(of: graph[source].operation.base).name)` came before",
        label: "passes everything on",
        notes: [Diagnostic.Note("`\(context.path(of: source))` gives these values", at: context.span(of: source))],
        help: "remove it, or put the missing layer before it", fix: context.fix(removing: id))
    }
  }

  /// For each layer the nearest one, from it on backwards, that does more than keep the bounds.
  private static func sources(_ ranges: ValueRanges, in graph: Graph) -> [LayerID] {
    var sources: [LayerID] = []
    sources.reserveCapacity(graph.layers.count)
    for id in graph.ids {
      let inputs = graph.layers[id.position].inputs
      if inputs.count == 1, let before = inputs.first, ranges.isNonNegative(before) {
        sources.append(sources[before.position])
      } else {
        sources.append(id)
      }
    }
    return sources
  }

  /// What is known of the values that enter: that they lie in a range.
  private static func bound(_ range: ClosedRange<Double>) -> String {
    if range == 0...Double.infinity { return "no value that enters is negative" }
    let (lower, upper) = (DecimalText.text(range.lowerBound), DecimalText.text(range.upperBound))
    return "all values that enter are between \(lower) and \(upper)"
  }
}
