import FoveaGraph

enum InputNotMultiple: Rule {
  static let name = "input-not-multiple"
  static let summary = "A join holds only for input sizes that are a multiple of some number."
  static let rationale = """
    Strides round down. A map that is shrunk by 16 and grown by 16 has its old size only if that was a multiple of 16; at \
    any other size a join with the map from before fails. With a size in the description such a join is an error of its \
    shapes. With `?` the description promises to work for any size: the shapes are computed for every remainder that the \
    strides can leave, and the rule names the sizes for which the joins hold.

    Resize to the other branch, `upsample: {to: …}`, crop to it, pad the input, or state a size that fits.
    """
  static let references = [
    Reference(
      "Ronneberger, Fischer, Brox, U-Net, 2015, section 2", "https://arxiv.org/abs/1505.04597")
  ]
  static let level = RuleLevel.warning
  static let accepted = [
    RuleExample.layers(
      "- identity: {}\n  name: top\n- max_pool: {kernel: 2}\n- upsample: {scale: 2}\n- concat: {skip: top, up: []}",
      why: "32 is a multiple of 2"),
    RuleExample.layers(
      "- identity: {}\n  name: top\n- max_pool: {kernel: 2}\n- upsample: {to: top}\n- concat: {skip: top, up: []}",
      input: "16x?x?", why: "the map is resized to the other"),
    RuleExample.layers(
      "- add:\n    main:\n      - conv: {out: 8, kernel: 3, stride: 2, padding: 1}\n    shortcut:\n      - conv: {out: 8, kernel: 1, stride: 2}",
      input: "16x?x?", why: "both branches round in the same way"),
  ]
  static let flagged = [
    RuleExample.layers(
      "- identity: {}\n  name: top\n- max_pool: {kernel: 2}\n- upsample: {scale: 2}\n- ⟦concat⟧: {skip: top, up: []}",
      input: "16x?x?", why: "odd sizes lose a row"),
    RuleExample.layers(
      "- identity: {}\n  name: top\n- conv: {out: 16, kernel: 3, stride: 2, padding: 1}\n- conv: {out: 16, kernel: 3, stride: 2, padding: 1}\n- conv_transpose: {out: 16, kernel: 4, stride: 4}\n- ⟦add⟧: {skip: top, up: []}",
      input: "16x?x?", why: "multiples of 4, where the halves are rounded up"),
    RuleExample.layers(
      "- ⟦concat⟧:\n    left:\n      - max_pool: {kernel: 2, ceil: true}\n    right:\n      - max_pool: {kernel: 2}\n  name: first\n- conv: {out: 8, kernel: 1}",
      input: "16x?x?", why: "one branch rounds up, the other down"),
  ]

  /// Larger strides are not tried.
  private static let largestPeriod = 512

  static func check(_ context: LintContext) -> [Finding] {
    let graph = context.graph
    guard graph.inputs.contains(where: { graph.shape(of: $0).spatial.contains { $0.value == nil } }),
      graph.layers.contains(where: { $0.inputs.count > 1 })
    else { return [] }
    let rates = graph.ids.flatMap { context.analysis.receptiveFields[$0]?.axes.map { $0.map(\.window.rate) } ?? [] }
    let period = rates.map(\.rows).max() ?? 1
    let field = graph.ids.flatMap { context.analysis.receptiveFields[$0]?.axes.map { $0.map(\.size) } ?? [] }.max() ?? 1
    guard (2...largestPeriod).contains(period), field < 1 << 20 else { return [] }
    let base = (2 * field / period + 2) * period
    let trials = (base..<(base + period)).map { Trial(of: graph, size: $0) }
    guard trials.allSatisfy(\.isPossible) else { return [] }
    let found = graph.ids.compactMap { id -> (join: LayerID, sizes: Sizes)? in
      guard graph[id].inputs.count > 1, trials.contains(where: { $0.failing.contains(id) }),
        let sizes = Sizes(trials.map { !$0.failing.contains(id) }, from: base)
      else { return nil }
      return (id, sizes)
    }
    guard let worst = found.max(by: { $0.sizes.divisor < $1.sizes.divisor }) else { return [] }
    let (divisor, rest) = (worst.sizes.divisor, worst.sizes.remainder)
    let condition =
      rest == 0 ? "a multiple of \(divisor)" : "\(rest) more than a multiple of \(divisor)"
    let fitting = base + rest
    return [
      context.finding(
        Self.self, at: worst.join,
        "the branches of `\(context.path(of: worst.join))` have the same size only where the input's is \(condition), and it is not "
          + "known: at \(fitting + 1) they differ",
        label: "\(condition)",
        help: "resize one branch to the other, or state a size such as \(fitting) or \(fitting + divisor)")
    ]
  }
}

/// The joins that fail where every size that is not known has one value.
private struct Trial {
  var failing: Set<LayerID> = []
  /// Whether the shapes of all other layers can be computed.
  var isPossible = true

  init(of graph: Graph, size: Int) {
    var shapes: [Shape] = []
    shapes.reserveCapacity(graph.layers.count)
    for id in graph.ids {
      let layer = graph[id]
      guard let first = layer.inputs.first else {
        var shape = graph.shape(of: id)
        for axis in 0..<shape.rank where shape.spatial[axis].value == nil { shape.spatial[axis] = Extent(size) }
        shapes.append(shape)
        continue
      }
      let operands = Operands(
        shapes[first.position], others: layer.inputs.dropFirst().map { shapes[$0.position] },
        reference: layer.reference.map { shapes[$0.position] })
      do throws(ShapeError) {
        shapes.append(try layer.operation.shape(of: operands))
      } catch {
        if layer.inputs.count > 1 { failing.insert(id) } else { isPossible = false }
        // What follows is judged as if the first branch had been right.
        var shape = graph.shape(of: id)
        for axis in 0..<shape.rank where axis < operands.first.rank {
          shape.spatial[axis] = operands.first.spatial[axis]
        }
        shapes.append(shape)
      }
    }
  }
}

/// The sizes `divisor · n + remainder`.
private struct Sizes {
  let divisor: Int
  let remainder: Int

  /// Nil where the sizes that hold are no such progression.
  init?(_ holds: [Bool], from base: Int) {
    let period = holds.count
    for divisor in 2...max(period, 2) where period % divisor == 0 {
      for remainder in 0..<divisor where (0..<period).allSatisfy({ holds[$0] == ((base + $0) % divisor == remainder) })
      {
        (self.divisor, self.remainder) = (divisor, remainder)
        return
      }
    }
    return nil
  }
}
