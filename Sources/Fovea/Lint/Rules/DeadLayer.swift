import FoveaGraph
import FoveaLanguage
import FoveaText

enum DeadLayer: Rule {
  static let name = "dead-layer"
  static let summary = "A layer is on no path to a declared output."
  static let rationale = """
    What no output depends on is computed for nothing, and its weights get no gradient. Most often an output was forgotten, \
    or a layer refers to another one than was meant. The finding stands at the last layer of a dead part and counts the \
    whole part. Layers whose weights or size another one takes are alive. Without `outputs` the last layer is the output, \
    and nothing is said about the others: the declaration is what makes it a mistake.

    Declare the output, refer to the layer, or remove it.
    """
  static let level = RuleLevel.error
  static let accepted = [
    RuleExample.document(
      "fovea: 1\ninput: 3x32x32\nlayers:\n  - conv: {out: 8, kernel: 3}\n    name: a\n  - conv: {out: 4, kernel: 1}\n    name: b\noutputs: [a, b]",
      why: "both are outputs"),
    RuleExample.document(
      "fovea: 1\ninput: 3x32x32\nlayers:\n  - max_pool: {kernel: 2}\n    name: size\n  - upsample: {to: size}\n    from: input\n    name: small\noutputs: [small]",
      why: "the pool lends its size"),
    RuleExample.layers(
      "- conv: {out: 16, kernel: 3}\n  name: a\n- conv: {out: 8, kernel: 1}\n- conv: {out: 8, kernel: 1}\n  from: a",
      why: "no outputs are declared"),
  ]
  static let flagged = [
    RuleExample.document(
      "fovea: 1\ninput: 3x32x32\nlayers:\n  - conv: {out: 8, kernel: 3}\n    name: a\n  - ⟦conv⟧: {out: 4, kernel: 1}\n    name: b\noutputs: [a]",
      why: "behind the output"),
    RuleExample.document(
      "fovea: 1\ninput: 3x32x32\nlayers:\n  - conv: {out: 8, kernel: 3}\n    name: a\n  - conv: {out: 8, kernel: 3}\n  - ⟦relu⟧\n  - conv: {out: 4, kernel: 1}\n    from: a\n    name: b\noutputs: [b]",
      why: "one finding for a dead part, at its end"),
    RuleExample.document(
      "fovea: 1\ninputs: {image: 3x32x32, ⟦depth⟧: 1x32x32}\nlayers:\n  - conv: {out: 8, kernel: 3}\n    from: image\n    name: a\noutputs: [a]",
      why: "an input that nobody reads"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    guard context.declaresOutputs else { return [] }
    let graph = context.graph
    var isAlive = Array(repeating: false, count: graph.layers.count)
    for output in graph.outputs { isAlive[output.layer.position] = true }
    for id in graph.ids.reversed() where isAlive[id.position] {
      for input in graph[id].inputs { isAlive[input.position] = true }
      for lender in [graph[id].reference, graph[id].weights] { if let lender { isAlive[lender.position] = true } }
    }
    var isCounted = isAlive
    return graph.ids.reversed().compactMap { id in
      guard !isAlive[id.position], context.consumers(of: id).allSatisfy({ isAlive[$0.position] }) else { return nil }
      let part = part(endingAt: id, &isCounted, in: graph)
      let outputs = graph.outputs.map { "`\($0.name)`" }
      let names = outputs.count > 3 ? "\(outputs.count) outputs" : outputs.joined(separator: ", ")
      if graph.isInput(id) {
        return context.finding(
          Self.self, at: id, "the input `\(graph[id].name)` is on no path to \(names)", help: "remove it, or read it")
      }
      return context.finding(
        Self.self, at: id,
        "`\(context.path(of: id))` is on no path to \(names): \(cost(of: part, in: context)) for nothing",
        label: part.count == 1 ? "never read" : "the end of \(part.count) layers that are never read",
        help: "add it to `outputs`, read it, or remove it")
    }
  }

  /// The dead layers that lead to one, those not counted that others counted before.
  private static func part(endingAt id: LayerID, _ isCounted: inout [Bool], in graph: Graph) -> [LayerID] {
    var part: [LayerID] = []
    var open = [id]
    while let next = open.popLast() {
      guard !isCounted[next.position] else { continue }
      isCounted[next.position] = true
      part.append(next)
      open += graph[next].inputs
    }
    return part
  }

  private static func cost(of part: [LayerID], in context: LintContext) -> String {
    let parameters = Amount(sum: part.map { context.analysis.costs[$0.position].parameters })
    let macs = Amount(sum: part.map { context.analysis.costs[$0.position].macs })
    return "\(parameters.text(Quantity.short)) parameters and \(macs.text(Quantity.short)) macs"
  }
}
