import FoveaGraph
import FoveaText

enum FragmentedBlock: Rule {
  static let name = "fragmented-block"
  static let summary = "A join gathers many small branches."
  static let rationale = """
    Branches that are computed one after the other keep a parallel machine less busy than one layer with as many macs, and each \
    adds a launch: the third guideline of ShuffleNetV2. Counted are the branches of a join in which a convolution \
    stands that belongs to the branch; the option `branches` says from how many on it is reported.
    """
  static let references = [
    Reference("Ma, Zhang, Zheng, Sun, ShuffleNet V2, 2018, guideline G3", "https://arxiv.org/abs/1807.11164")
  ]
  static let level = RuleLevel.off
  static let options = [
    RuleOption(
      "branches", "The number of branches with convolutions from which a join is reported.", default: 4, in: 2...1_024)
  ]
  static let accepted = [
    RuleExample.layers(
      "- concat:\n    a:\n      - conv: {out: 8, kernel: 1}\n    b:\n      - conv: {out: 8, kernel: 3, padding: 1}\n    c: []",
      why: "two, and the map itself"),
    RuleExample.layers("- relu", why: "no join"),
    RuleExample.layers("- concat: {a: [], b: [], c: [], d: []}", why: "nothing is computed in the branches"),
  ]
  static let flagged = [
    RuleExample.layers(
      "- ⟦concat⟧:\n    a:\n      - conv: {out: 8, kernel: 1}\n    b:\n      - conv: {out: 8, kernel: 1}\n    c:\n      - conv: {out: 8, kernel: 1}\n    d:\n      - conv: {out: 8, kernel: 1}",
      why: "four"),
    RuleExample.layers(
      "- ⟦add⟧:\n    a:\n      - conv: {out: 8, kernel: 1}\n      - relu\n    b:\n      - conv: {out: 8, kernel: 1}\n    c:\n      - conv: {out: 8, kernel: 1}\n    d:\n      - conv: {out: 8, kernel: 1}",
      why: "a sum, with an activation in one branch"),
    RuleExample.layers(
      "- ⟦concat⟧:\n    a:\n      - conv: {out: 8, kernel: 1}\n    b:\n      - conv: {out: 8, kernel: 1}\n    c:\n      - conv: {out: 8, kernel: 1}\n    d:\n      - max_pool: {kernel: 3, stride: 1, padding: 1}\n      - conv: {out: 8, kernel: 1}\n    e: []",
      input: "16x?x?", why: "four of five"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    let limit = context.option(options[0], of: Self.self)
    return context.graph.ids.compactMap { id in
      let inputs = context.graph[id].inputs
      guard inputs.count >= limit else { return nil }
      let branches = inputs.map { context.convolutions(inBranchTo: $0) }.filter { !$0.isEmpty }
      guard branches.count >= limit else { return nil }
      let macs = branches.joined().compactMap { context.analysis.costs[$0.position].macs.value }.reduce(0.0) {
        $0 + Double($1)
      }
      let work =
        macs > 0 ? ", \(Quantity.short(Int(min(macs / Double(branches.count), 1e18)))) macs each on average" : ""
      return context.finding(
        Self.self, at: id,
        "\(branches.count) branches with \(branches.reduce(0) { $0 + $1.count }) convolutions are joined here\(work)",
        label: "\(branches.count) branches", help: "join them in fewer branches with more channels, below \(limit)")
    }
  }
}

extension LintContext {
  /// The convolutions from the end of a branch back to a layer that others read too.
  fileprivate func convolutions(inBranchTo id: LayerID) -> [LayerID] {
    guard consumers(of: id).count == 1 else { return [] }
    return chain(endingAt: id).filter { layer in
      if case .conv = graph[layer].operation { consumers(of: layer).count == 1 } else { false }
    }
  }
}
