import FoveaGraph
import FoveaLanguage
import FoveaText

enum NoOp: Rule {
  static let name = "no-op"
  static let summary = "A layer or an attribute is written out that changes nothing."
  static let rationale = """
    Pooling of one pixel with stride 1, dropout with probability 0, resizing by 1, a join of one branch, one group: the \
    network computes the same without them, and who reads the description wonders what was meant. `identity` says that \
    nothing is meant and is accepted; so are values that a block or the document computes from parameters.

    Remove the layer or the attribute.
    """
  static let level = RuleLevel.info
  static let accepted = [
    RuleExample.layers("- max_pool: {kernel: 1, stride: 2}", why: "it takes every second pixel"),
    RuleExample.layers("- identity", why: "it says what it is"),
    RuleExample.layers("- upsample: {scale: [1, 2]}", why: "the width doubles"),
    RuleExample.document(
      "fovea: 1\ninput: 16x32x32\nparams: {groups: 1, p: 0}\nlayers:\n  - conv: {out: 16, kernel: 3, groups: groups}\n  - dropout: {p: p}",
      why: "other values of the parameters mean something"),
  ]
  static let flagged = [
    RuleExample.layers(
      "- relu\n- ⟦max_pool⟧: {kernel: 1}", why: "one pixel, the same pixel", fixed: "- relu"),
    RuleExample.layers(
      "- ⟦dropout⟧: {p: 0}  # later\n- conv: {out: 16, kernel: 1, ⟦groups⟧: 1, bias: false}\n- ⟦upsample⟧: {scale: 1}",
      why: "three in a row", fixed: "- conv: {out: 16, kernel: 1, bias: false}"),
    RuleExample.layers(
      "- conv:\n    ⟦groups⟧: 1\n    out: 16\n    kernel: 3", why: "one group is the default",
      fixed: "- conv:\n    out: 16\n    kernel: 3"),
    RuleExample.layers("- ⟦concat⟧:\n    only:\n      - relu", why: "a join of one branch"),
    RuleExample.layers(
      "- conv: {out: 16, kernel: 3}\n- ⟦pad⟧: {padding: 0}\n- ⟦channel_shuffle⟧: {groups: 1}\n- relu",
      why: "no rows, and one group",
      fixed: "- conv: {out: 16, kernel: 3}\n- relu"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    context.graph.ids.compactMap { id in
      let name = type(of: context.graph[id].operation.base).name
      if let attribute = context.idleAttribute(of: id) {
        return context.finding(
          Self.self, at: id, "`\(attribute): 1` is what holds without it", span: context.span(of: attribute, of: id),
          label: "the default", help: "remove it", fix: context.fix(removingAttribute: attribute, given: "1", of: id))
      }
      guard let reason = context.idleness(of: id) else { return nil }
      return context.finding(
        Self.self, at: id, "`\(name)` changes nothing: \(reason)", label: "does nothing", help: "remove it",
        fix: context.graph[id].inputs.count == 1 && !context.graph[id].arity.hasNames ? context.fix(removing: id) : nil)
    }
  }
}

extension LintContext {
  /// An attribute that is written out with the value that it has anyway.
  fileprivate func idleAttribute(of id: LayerID) -> String? {
    let groups: Int? =
      if case .conv(let conv) = graph[id].operation {
        conv.groups
      } else if case .convTranspose(let conv) = graph[id].operation {
        conv.groups
      } else {
        nil
      }
    guard groups == 1, let origin = origin(of: "groups", of: id), origin.home == .layer, origin.isLiteral,
      !hasDefault("groups", of: id)
    else { return nil }
    return "groups"
  }

  /// Why a layer passes its input on as it is; nil where it does not, or not in every network of the description.
  fileprivate func idleness(of id: LayerID) -> String? {
    let facts = graph[id].operation.facts
    if facts.family == .join { return graph[id].inputs.count == 1 ? "it joins one branch" : nil }
    guard let idleness = facts.idleness, isWritten(idleness.attribute, of: id) else { return nil }
    return idleness.reason
  }

  /// Whether an attribute has its value in every network that the description stands for.
  private func isWritten(_ attribute: String, of id: LayerID) -> Bool {
    guard let origin = origin(of: attribute, of: id) else { return true }
    return origin.isLiteral && origin.home == .layer
  }
}
