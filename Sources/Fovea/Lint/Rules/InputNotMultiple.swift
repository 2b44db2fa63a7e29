import FoveaGraph
import FoveaLanguage
import FoveaText

enum InputNotMultiple: Rule {
  static let name = "input-not-multiple"
  static let summary = "A join holds only for input sizes that are a multiple of some number."
  static let rationale = """
    Strides round down. A map that is shrunk by 16 and grown by 16 has its old size only if that was a multiple of 16; at \
    most other sizes a join with the map from before fails. The shapes are computed for every remainder that the strides \
    can leave, and the rule names the sizes for which the joins hold, axis by axis. A description that states another size has no network: \
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
      "- max_pool: {kernel: 2}\n  name: top\n- max_pool: {kernel: 2}\n- upsample: {scale: 2}\n- ⟦concat⟧: {skip: top, up: []}",
      input: "16x?x?", why: "a size fits that is a multiple of 4 or 1 more, and 30 is neither"),
    RuleExample.layers(
      "- identity: {}\n  name: top\n- max_pool: {kernel: [2, 8]}\n- upsample: {scale: [2, 8]}\n- ⟦concat⟧: {skip: top, up: []}",
      input: "16x?x?", why: "a height that is a multiple of 2, and a width that is one of 8"),
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
      let worst = worst(of: joins(in: context.analysis))
    else { return [] }
    let (axis, sizes) = worst.axes[0]
    let unknown = worst.common != nil || worst.axes.count == 1 ? "it is not known" : "they are not known"
    let at = worst.common == nil ? "a \(worst.name(axis)) of \(sizes.counterexample)" : "\(sizes.counterexample)"
    let advice =
      worst.common.map { "a size such as \($0.example) or \($0.next)" }
      ?? worst.axes.map { "a \(worst.name($0.axis)) such as \($0.sizes.example)" }.joined(separator: " and ")
    return [
      context.finding(
        Self.self, at: worst.join,
        message(context.path(of: worst.join), worst) + "\(unknown): at \(at) they differ",
        label: worst.condition, severity: .warning, help: "resize one branch to the other, or state \(advice)")
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
    let all = Self.joins(in: analysis)
    let joins = all.filter { join in
      clashes.contains(map.key(of: join.join)) && stated.contains { !join.misfits(of: $0.shape).isEmpty }
    }
    guard let worst = worst(of: joins, among: all),
      let input = stated.first(where: { !worst.misfits(of: $0.shape).isEmpty })
    else { return nil }
    let misfits = worst.misfits(of: input.shape)
    let found = misfits.map { "its \(AxisRole.spatial($0.axis, of: input.shape.rank).name) is \($0.size)" }
    let nearest =
      worst.common == nil
      ? misfits.map { misfit in
        let sizes = misfit.sizes.nearest(to: misfit.size).map(String.init).joined(separator: " and ")
        return "\(sizes) for the \(worst.name(misfit.axis))"
      }
      : Set(misfits.flatMap { $0.sizes.nearest(to: $0.size) }).sorted().map(String.init)
    let path = graph.path(of: worst.join)
    return Explanation(
      diagnostic: Diagnostic(
        rule: name, message: message(path, worst) + found.joined(separator: " and "),
        layer: worst.join, span: open.places.span(of: worst.join) ?? .none, label: worst.condition,
        notes: [Diagnostic.Note("the input is \(input.shape)", at: graph.inputs.first.flatMap(open.places.span(of:)))],
        help:
          "the nearest sizes that fit are \(nearest.joined(separator: " and ")); or resize one branch to "
          + "the other"),
      path: path, entry: map.key(of: worst.join), entries: Set(joins.map { map.key(of: $0.join) }))
  }

  private static func message(_ path: String, _ join: FittingJoin) -> String {
    let condition = join.common.map { "the input's is \($0.condition)" } ?? "the input's \(join.condition)"
    let others = join.others == 0 ? "" : " and of \(join.others) other \(join.others == 1 ? "join" : "joins")"
    return "the branches of `\(path)`\(others) have the same size only where \(condition), and "
  }

  /// The join that holds for the fewest sizes, with those for which all joins hold.
  private static func worst(of joins: [FittingJoin], among all: [FittingJoin]? = nil) -> FittingJoin? {
    guard var worst = joins.max(by: { $0.divisor < $1.divisor }) else { return nil }
    let others = (all ?? joins).filter { $0.join != worst.join && $0.rank == worst.rank }
    var axes: [(axis: Int, sizes: FittingSizes)] = []
    for axis in 0..<worst.rank {
      let sizes = ([worst] + others).flatMap(\.axes).filter { $0.axis == axis }.map(\.sizes)
      guard let first = sizes.first else { continue }
      // Where no size fits all, those of the one join are told.
      guard let common = sizes.dropFirst().reduce(Optional(first), { $0?.intersection($1) }) else { return worst }
      axes.append((axis, common))
    }
    (worst.axes, worst.others) = (axes, others.count)
    return worst
  }

  /// The joins of a network of unknown sizes that hold only for some of them.
  static func joins(in analysis: AnalyzedGraph) -> [FittingJoin] {
    let graph = analysis.graph
    guard graph.layers.contains(where: { $0.inputs.count > 1 }) else { return [] }
    let rates = Set(graph.ids.flatMap { analysis.receptiveFields[$0]?.axes.map { $0.map(\.window.rate.rows) } ?? [] })
    let field = graph.ids.flatMap { analysis.receptiveFields[$0]?.axes.map { $0.map(\.size) } ?? [] }.max() ?? 1
    guard let period = period(of: rates), period > 1, field < 1 << 20, graph.layers.count <= mostShapes / period else {
      return []
    }
    let base = (2 * field / period + 2) * period
    let trials = (base..<(base + period)).map { SizedShapes(of: graph, size: $0) }
    guard trials.allSatisfy(\.impossible.isEmpty) else { return [] }
    return graph.ids.compactMap { id in
      guard graph[id].inputs.count > 1, trials.contains(where: { $0.failing[id] != nil }) else { return nil }
      let rank = graph.shape(of: id).rank
      var axes: [(axis: Int, sizes: FittingSizes)] = []
      for axis in 0..<rank {
        let holds = trials.map { $0.failing[id]?.contains(axis) != true }
        if !holds.contains(false) { continue }
        guard let sizes = FittingSizes(holds, from: base) else { return nil }
        axes.append((axis, sizes))
      }
      return axes.isEmpty ? nil : FittingJoin(join: id, rank: rank, axes: axes)
    }
  }

  /// The least common multiple of strides; nil where it is too large to be tried.
  private static func period(of strides: Set<Int>) -> Int? {
    var period = 1
    for stride in strides where stride > 0 {
      guard stride <= largestPeriod else { return nil }
      period = period / greatestCommonDivisor(period, stride) * stride
      if period > largestPeriod { return nil }
    }
    return period
  }
}

/// A join with the sizes of the input for which its branches have the same size, for each axis on which they may
/// differ.
struct FittingJoin {
  let join: LayerID
  let rank: Int
  var axes: [(axis: Int, sizes: FittingSizes)]
  /// How many other joins hold for these sizes.
  var others = 0

  var divisor: Int { axes.map(\.sizes.divisor).max() ?? 1 }

  /// The sizes, where they are those of every axis.
  var common: FittingSizes? {
    axes.count == rank && axes.allSatisfy { $0.sizes == axes[0].sizes } ? axes[0].sizes : nil
  }

  func name(_ axis: Int) -> String { AxisRole.spatial(axis, of: rank).name }

  /// The sizes in words, with the names of their axes unless they are those of every axis.
  var condition: String {
    common?.condition
      ?? axes.map { "\(name($0.axis)) is \($0.sizes.condition)" }.joined(separator: " and its ")
  }

  /// The axes of a map whose size does not fit.
  func misfits(of shape: Shape) -> [(axis: Int, size: Int, sizes: FittingSizes)] {
    axes.compactMap { axis, sizes in
      guard axis < shape.rank, let size = shape.spatial[axis].value, !sizes.contains(size) else { return nil }
      return (axis, size, sizes)
    }
  }
}
