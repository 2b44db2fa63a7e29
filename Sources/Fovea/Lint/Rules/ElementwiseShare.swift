import FoveaGraph
import FoveaText

enum ElementwiseShare: Rule {
  static let name = "elementwise-share"
  static let summary = "Element-wise layers move a large part of all values."
  static let rationale = """
    Activations, sums and normalisation take few operations and move as many values as a convolution's input: they have a low \
    arithmetic intensity, and their part of the time is far larger than their part of the flops: the fourth guideline of \
    ShuffleNetV2. Counted are the bytes that each layer reads and writes, as if nothing were fused; batch normalisation and \
    activations directly behind a convolution, which every runtime fuses, are left out. The option `percent` is the limit. \
    The finding stands at the element-wise layer that moves most.
    """
  static let references = [
    Reference("Ma, Zhang, Zheng, Sun, ShuffleNet V2, 2018, guideline G4", "https://arxiv.org/abs/1807.11164")
  ]
  static let level = RuleLevel.off
  static let options = [
    RuleOption("percent", "The part of all bytes in per cent above which the rule speaks.", default: 30, in: 1...100)
  ]
  static let accepted = [
    RuleExample.layers("- conv: {out: 16, kernel: 3}\n- batch_norm\n- relu", why: "fused with the convolution"),
    RuleExample.layers("- max_pool: {kernel: 2}", why: "no element-wise layer"),
    RuleExample.layers("- relu", input: "16x?x?", why: "the size is not known"),
  ]
  static let flagged = [
    RuleExample.layers(
      "- conv: {out: 16, kernel: 1}\n- max_pool: {kernel: 3, stride: 1, padding: 1}\n- ⟦gelu⟧\n- sigmoid",
      why: "two behind a pool"),
    RuleExample.layers(
      "- ⟦relu⟧\n- conv: {out: 16, kernel: 3, padding: 1}", why: "before the first convolution: half of the values"),
    RuleExample.layers(
      "- ⟦add⟧:\n    main:\n      - conv: {out: 16, kernel: 3, padding: 1}\n    shortcut: []",
      why: "a sum reads two maps and writes one"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    let limit = context.option(options[0], of: Self.self)
    var (all, own) = (0.0, 0.0)
    var most: (bytes: Int, id: LayerID)?
    let isFused = context.fusedLayers
    for id in context.graph.ids where !context.graph.isInput(id) && !isFused[id.position] {
      if context.analysis.costs[id.position].isView { continue }
      guard let traffic = MemoryTraffic(id, in: context) else { return [] }
      all += Double(traffic.bytes)
      guard context.graph[id].isElementwise || context.graph[id].operation.facts.effect == .combination else {
        continue
      }
      own += Double(traffic.bytes)
      if traffic.bytes > most?.bytes ?? 0 { most = (traffic.bytes, id) }
    }
    guard let most, all > 0, own / all * 100 > Double(limit) else { return [] }
    let intensity = MemoryTraffic(most.id, in: context).map { "; here \($0.text)" } ?? ""
    return [
      context.finding(
        Self.self, at: most.id,
        "element-wise layers move \(Quantity.percent(own / all)) of all bytes, more than \(limit)%\(intensity)",
        label: "moves most", help: "drop activations and sums that are not needed, or concatenate in place of adding")
    ]
  }
}

extension LintContext {
  /// Whether each layer is element-wise and only follows a layer with weights, through such layers.
  fileprivate var fusedLayers: [Bool] {
    var isFused: [Bool] = []
    isFused.reserveCapacity(graph.layers.count)
    for id in graph.ids {
      guard graph[id].isElementwise, let before = graph[id].inputs.first, onlyConsumer(of: before) == id else {
        isFused.append(false)
        continue
      }
      isFused.append(isFused[before.position] || graph[before].operation.facts.effect == .dense)
    }
    return isFused
  }
}
