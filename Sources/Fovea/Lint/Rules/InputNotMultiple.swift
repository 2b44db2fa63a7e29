import FoveaGraph
import FoveaLanguage
import FoveaText

enum InputNotMultiple: Rule {
  static let name = "input-not-multiple"
  static let summary = "A join holds only for input sizes that are a multiple of some number."
  static let rationale = """
    Strides round down. A map that is shrunk by 16 and grown by 16 has its old size only if that was a multiple of 16; at \
    any other size a join with the map from before fails. The shapes are computed for every remainder that the strides can \
    leave, and the rule names the sizes for which the joins hold. A description that states another size has no network: \
    that is an error. With `?` it promises to work for any size, which is a warning.

    Resize to the other branch, `upsample: {to: …}`, crop to it, pad the input, or state a size that fits.
    """
  static let references = [
    Reference(
      "Ronneberger, Fischer, Brox, U-Net, 2015, section 2", "https://arxiv.org/abs/1505.04597")
  ]
  static let level = RuleLevel.error
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
    RuleExample.layers(
      "- max_pool: {kernel: 2}\n- upsample: {scale: 2}\n  name: up\n- concat: {one: up, other: [relu: {}]}",
      input: "16x31x31", why: "the row that is lost is lost on both branches"),
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
    RuleExample.layers(
      "- identity: {}\n  name: top\n- max_pool: {kernel: 2}\n- upsample: {scale: 2}\n- ⟦concat⟧: {skip: top, up: []}",
      input: "16x32x31", why: "the width is odd"),
  ]

  /// Larger strides are not tried.
  private static let largestPeriod = 512
  /// No more shapes are computed, which takes about a second.
  private static let mostShapes = 4_000_000

  static func check(_ context: LintContext) -> [Diagnostic] {
    let graph = context.graph
    guard graph.inputs.contains(where: { graph.shape(of: $0).spatial.contains { $0.value == nil } }),
      let worst = joins(in: context.analysis).max(by: { $0.sizes.divisor < $1.sizes.divisor })
    else { return [] }
    let (divisor, fitting) = (worst.sizes.divisor, worst.sizes.example)
    return [
      context.finding(
        Self.self, at: worst.join,
        message(context.path(of: worst.join), worst.sizes) + "it is not known: at \(fitting + 1) they differ",
        label: worst.sizes.condition, severity: .warning,
        help: "resize one branch to the other, or state a size such as \(fitting) or \(fitting + divisor)")
    ]
  }

  /// What a size that does not fit explains: one finding, and the entries whose errors come of it.
  struct Explanation {
    let diagnostic: Diagnostic
    let path: String
    let entry: NodeID
    let entries: Set<NodeID>
  }

  /// Looks behind joins that fail for their shapes: whether they hold for other sizes of the input.
  ///
  /// - Parameter graph: what could be built in spite of the errors.
  static func explanation(
    of errors: [Diagnostic], in description: Network.Description, _ session: Session, graph: Graph
  ) -> Explanation? {
    let clashes = Set(
      errors.lazy.filter { $0.rule == JoinShapeMismatch.name }.compactMap(\.layer).map(description.map.key(of:)))
    let stated = graph.inputs.map { (name: graph[$0].name, shape: graph.shape(of: $0)) }
    guard !clashes.isEmpty, stated.contains(where: { $0.shape.spatial.contains { $0.value != nil } }) else {
      return nil
    }
    guard let open = session.network(description.options, withSizesOpen: graph), let analysis = open.analysis,
      let map = open.description?.map
    else { return nil }
    let graph = analysis.graph
    let joins = Self.joins(in: analysis).filter { join in
      clashes.contains(map.key(of: join.join)) && stated.contains { !join.sizes.misfits(of: $0.shape).isEmpty }
    }
    guard let worst = joins.max(by: { $0.sizes.divisor < $1.sizes.divisor }),
      let input = stated.first(where: { !worst.sizes.misfits(of: $0.shape).isEmpty })
    else { return nil }
    let misfits = worst.sizes.misfits(of: input.shape)
    let found = misfits.map { "its \(LintText.axis($0.axis, of: input.shape.rank)) is \($0.size)" }
    let nearest = Set(misfits.flatMap { worst.sizes.nearest(to: $0.size) }).sorted()
    let path = graph.path(of: worst.join)
    return Explanation(
      diagnostic: Diagnostic(
        rule: name, message: message(path, worst.sizes) + found.joined(separator: " and "),
        layer: worst.join, span: open.places.span(of: worst.join) ?? .none, label: worst.sizes.condition,
        notes: [Diagnostic.Note("the input is \(input.shape)", at: graph.inputs.first.flatMap(open.places.span(of:)))],
        help:
          "the nearest sizes that fit are \(nearest.map(String.init).joined(separator: " and ")); or resize one branch to "
          + "the other"),
      path: path, entry: map.key(of: worst.join), entries: Set(joins.map { map.key(of: $0.join) }))
  }

  private static func message(_ path: String, _ sizes: Sizes) -> String {
    "the branches of `\(path)` have the same size only where the input's is \(sizes.condition), and "
  }

  /// The joins of a network of unknown sizes that hold only for some of them.
  private static func joins(in analysis: AnalyzedGraph) -> [(join: LayerID, sizes: Sizes)] {
    let graph = analysis.graph
    guard graph.layers.contains(where: { $0.inputs.count > 1 }) else { return [] }
    let rates = graph.ids.flatMap { analysis.receptiveFields[$0]?.axes.map { $0.map(\.window.rate) } ?? [] }
    let period = rates.map(\.rows).max() ?? 1
    let field = graph.ids.flatMap { analysis.receptiveFields[$0]?.axes.map { $0.map(\.size) } ?? [] }.max() ?? 1
    guard (2...largestPeriod).contains(period), field < 1 << 20, graph.layers.count <= mostShapes / period else {
      return []
    }
    let base = (2 * field / period + 2) * period
    let trials = (base..<(base + period)).map { SizedShapes(of: graph, size: $0) }
    guard trials.allSatisfy(\.impossible.isEmpty) else { return [] }
    return graph.ids.compactMap { id in
      guard graph[id].inputs.count > 1, trials.contains(where: { $0.failing.contains(id) }),
        let sizes = Sizes(trials.map { !$0.failing.contains(id) }, from: base)
      else { return nil }
      return (id, sizes)
    }
  }
}

/// The sizes `divisor · n + remainder`.
private struct Sizes {
  let divisor: Int
  let remainder: Int
  /// One of them, large enough for all layers.
  let example: Int

  /// Nil where the sizes that hold are no such progression.
  init?(_ holds: [Bool], from base: Int) {
    let period = holds.count
    for divisor in 2...max(period, 2) where period % divisor == 0 {
      for remainder in 0..<divisor where (0..<period).allSatisfy({ holds[$0] == ((base + $0) % divisor == remainder) })
      {
        (self.divisor, self.remainder) = (divisor, remainder)
        example = base + remainder
        return
      }
    }
    return nil
  }

  /// The sizes in words.
  var condition: String {
    remainder == 0 ? "a multiple of \(divisor)" : "\(remainder) more than a multiple of \(divisor)"
  }

  /// The axes of a map whose size is another one.
  func misfits(of shape: Shape) -> [(axis: Int, size: Int)] {
    (0..<shape.rank).compactMap { axis in
      shape.spatial[axis].value.flatMap { $0 % divisor == remainder ? nil : (axis, $0) }
    }
  }

  /// The next of them below a size, if there is one, and above.
  func nearest(to size: Int) -> [Int] {
    let below = size - ((size - remainder) % divisor + divisor) % divisor
    return below > 0 ? [below, below + divisor] : [below + divisor]
  }
}
