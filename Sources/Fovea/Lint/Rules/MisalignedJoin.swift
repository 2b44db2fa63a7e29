import FoveaGraph
import FoveaNumerics

enum MisalignedJoin: Rule {
  static let name = "misaligned-join"
  static let summary = "The branches of a join look at different places of the input."
  static let rationale = """
    A join combines unit `o` of one branch with unit `o` of another. Each has a window on the input, and along the \
    narrowest path of each branch the centres of the two windows can be compared exactly, unit by unit. Where the \
    branches have different strides, unit `o` of one drifts away from that of the other: an error. Where the strides are \
    the same but the centres are not, the join compares neighbours: a shortcut around a shifted layer.

    A map that is resized has units that lie between its cells, and at sizes that are no multiples they drift: by design. \
    It is told from one cell of the coarsest map on the way to the resize, where a unit looks at another cell than its \
    own. A shift that padding chose is accepted on every axis: two or more rows more at one end than at the other, by \
    padding, a `pad`, or padding of which a `crop` takes one end off again, and windows along the axis of time that end \
    together. Branches that gather the whole map are not compared.

    Give both branches the same padding and strides, or crop or pad one of them.
    """
  static let references = [
    Reference(
      "Araujo, Norris, Sim, Computing Receptive Fields of Convolutional Neural Networks, Distill, 2019",
      "https://distill.pub/2019/computing-receptive-fields/")
  ]
  static let level = RuleLevel.warning
  static let accepted = [
    RuleExample.layers(
      "- add:\n    main:\n      - conv: {out: 16, kernel: 3, padding: 1}\n    shortcut: []",
      why: "both look at their own place"),
    RuleExample.layers(
      "- conv: {out: 16, kernel: 3, padding: half}\n  name: top\n- max_pool: {kernel: 2}\n- conv: {out: 16, kernel: 3, padding: half}\n- upsample: {scale: 2}\n- concat: {skip: top, up: []}",
      why: "the units of the upsampled map lie around their places, half a pixel before and behind"),
    RuleExample.layers(
      "- conv: {out: 16, kernel: 3, stride: 2, padding: 1}\n  name: fine\n- conv: {out: 16, kernel: 3, stride: 2, padding: 1}\n- upsample: {scale: 2}\n- concat: {up: [], skip: fine}",
      why: "windows that begin at the border, resized around the centres of cells: half a cell"),
    RuleExample.layers(
      "- identity:\n  name: top\n- max_pool: {kernel: 2}\n- upsample: {to: top}\n- concat: {up: [], skip: top}",
      input: "16x33x33", why: "16 rows are resized to 33: the last is off by 1.5 rows, less than one pooled cell"),
    RuleExample.layers(
      "- concat:\n    strided:\n      - conv: {out: 16, kernel: 3, stride: 2, padding: 1}\n    pooled:\n      - max_pool: {kernel: 1, stride: 2}",
      why: "the strides are the same, and so are the centres"),
    RuleExample.layers(
      "- multiply:\n    features: []\n    gate:\n      - global_avg_pool\n      - conv: {out: 16, kernel: 1}\n      - sigmoid",
      why: "a gate sees the whole map"),
    RuleExample.layers(
      "- add:\n    main:\n      - conv: {out: 16, kernel: 2, padding: [[1, 0]]}\n    shortcut: []", input: "16x100",
      why: "a causal window ends where the shortcut is"),
    RuleExample.layers(
      "- add:\n    main:\n      - conv: {out: 16, kernel: 3, padding: [[1, 1], [2, 0]]}\n      - relu\n    shortcut: []",
      input: "16x80x100", why: "the columns are those of time, and the window looks back on purpose"),
    RuleExample.layers(
      "- add:\n    main:\n      - conv: {out: 16, kernel: 9, padding: [[7, 1]]}\n    shortcut: []", input: "16x100",
      why: "it looks one row ahead and seven back"),
    RuleExample.layers(
      "- add:\n    main:\n      - conv: {out: 16, kernel: [1, 5], padding: [0, 4]}\n      - crop: {margin: [[0, 0], [0, 4]]}\n    shortcut: []",
      why: "padding on both sides, of which the end is cut off again"),
    RuleExample.layers(
      "- concat:\n    even: [{slice: {axis: height, step: 2}}]\n    odd: [{slice: {axis: height, start: 1, step: 2}}]",
      input: "8x32x32", why: "slices choose the rows that stand beside each other"),
    RuleExample.layers(
      "- concat:\n    windows: [{attention: {heads: 2, window: 4}}]\n    rows: [{conv: {out: 16, kernel: 3, padding: 1}}]",
      why: "attention is centred on its windows"),
  ]
  static let flagged = [
    RuleExample.layers(
      "- add:\n    main:\n      - conv: {out: 16, kernel: 2, padding: [[0, 1], [0, 1]]}\n    ⟦shortcut⟧: []",
      why: "half a pixel"),
    RuleExample.layers(
      "- add:\n    main:\n      - conv: {out: 16, kernel: 3, padding: [[1, 1], [2, 0]]}\n      - conv: {out: 16, kernel: 2, padding: [[0, 0], [0, 1]]}\n    ⟦shortcut⟧:\n      - conv: {out: 16, kernel: [2, 1]}",
      why: "padding of two rows is on purpose, and half a pixel more is not"),
    RuleExample.layers(
      "- concat:\n    left:\n      - conv: {out: 16, kernel: 3}\n    ⟦right⟧:\n      - crop: {margin: [[0, 2], [0, 2]]}",
      why: "one is cropped on both sides, the other at the end alone"),
    RuleExample.layers(
      "- concat:\n    half:\n      - max_pool: {kernel: 2}\n    ⟦corner⟧:\n      - crop: {size: 16}",
      why: "two maps of 16 rows, one of the whole image and one of its middle"),
    RuleExample.layers(
      "- identity:\n  name: top\n- max_pool: {kernel: 2}\n- crop: {margin: [[3, 0], [0, 0]]}\n- upsample: {to: top}\n- concat: {up: [], ⟦skip⟧: top}",
      why: "three of sixteen pooled rows are cropped at the top, and the others stretched over the whole height"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    context.graph.ids.compactMap { id in
      let inputs = context.graph[id].inputs
      guard inputs.count > 1 else { return nil }
      let map = context.graph.shape(of: id)
      let branches = inputs.enumerated().compactMap { position, input -> Branch? in
        guard let field = context.analysis.receptiveFields[input], let axes = field.parallelAxes, !field.isFlattened,
          axes.count == map.rank, context.graph.shape(of: input).spatial == map.spatial
        else { return nil }
        return Branch(position: position, layer: input, fields: axes)
      }
      guard let reference = branches.first else { return nil }
      let fields = reference.fields
      for other in branches.dropFirst() where other.fields != fields {
        let others = other.fields
        for axis in 0..<map.rank where map.spatial[axis].value != 1 {
          let (first, second) = (fields[axis].narrowest, others[axis].narrowest)
          let (units, isTime) = (map.spatial[axis].value, ChosenShift.isTime(axis, rank: map.rank))
          var distance = CentreDistance(first, second, units: units, mayDifferAtStart: isTime)
          if case .none = distance { continue }
          let ways = [context.narrowestWay(to: reference.layer), context.narrowestWay(to: other.layer)]
          let chosen = chosenDistance(on: ways, axis: axis, in: context)
          if areSlices(ways, in: context.graph) || haveWindows(ways, in: context.graph) { continue }
          if let cell = coarsestCell(of: ways, axis: axis, in: context) {
            distance = CentreDistance(first, second, units: units, resizedFrom: cell, chosen: chosen)
          } else if chosen != .zero {
            distance = CentreDistance(first, second, units: units, mayDifferAtStart: isTime, chosen: chosen)
          }
          guard let wording = Wording(distance, axis: axis, rank: map.rank) else { continue }
          let names = (
            context.name(ofBranch: reference.position, of: id), context.name(ofBranch: other.position, of: id)
          )
          return context.finding(
            Self.self, at: id, wording.message(names.0, names.1), span: context.span(ofBranch: other.position, of: id),
            label: wording.label, severity: wording.severity,
            notes: notes(
              on: ways, names: [names.0, names.1], at: [reference.position, other.position], of: id, in: context),
            help: wording.help)
        }
      }
      return nil
    }
  }

  private struct Branch {
    let position: Int
    let layer: LayerID
    let fields: PerAxis<AxisField>
  }

  /// How many pixels of the input the first of two branches is behind the second on purpose.
  private static func chosenDistance(on ways: [[LayerID]], axis: Int, in context: LintContext) -> Fraction {
    let common = Set(ways[0]).intersection(ways[1])
    let shifts = ways.map { way in context.chosenShift(on: way.prefix { !common.contains($0) }, axis: axis) }
    guard let first = shifts[0], let second = shifts[1]?.negated else { return .zero }
    return first.adding(second) ?? .zero
  }

  /// Whether branches only choose rows of one map, which are to stand beside each other, as in a patch merging.
  private static func areSlices(_ ways: [[LayerID]], in graph: Graph) -> Bool {
    let common = Set(ways[0]).intersection(ways[1])
    return ways.allSatisfy { way in
      way.prefix { !common.contains($0) }.allSatisfy { if case .slice = graph[$0].operation { true } else { false } }
    }
  }

  /// Whether a branch attends within windows: its units are centred on their windows, and not on themselves.
  private static func haveWindows(_ ways: [[LayerID]], in graph: Graph) -> Bool {
    let common = Set(ways[0]).intersection(ways[1])
    return ways.contains { way in
      way.prefix { !common.contains($0) }.contains {
        if case .attention(let attention) = graph[$0].operation { attention.positions.isLocal } else { false }
      }
    }
  }

  /// The greatest stride on the ways from where two branches part, if a map is resized on one of them.
  private static func coarsestCell(of ways: [[LayerID]], axis: Int, in context: LintContext) -> Fraction? {
    let common = Set(ways[0]).intersection(ways[1])
    var coarsest: Fraction?
    var isResized = false
    for way in ways {
      var finer: Fraction?
      for id in way {
        guard let axes = context.analysis.receptiveFields[id]?.parallelAxes, axis < axes.count,
          let stride = Fraction(axes[axis].narrowest.rate)
        else { break }
        if let finer, stride.exceeds(finer) { isResized = true }
        finer = stride
        if coarsest.map({ stride.exceeds($0) }) ?? true { coarsest = stride }
        if common.contains(id) { break }
      }
    }
    return isResized ? coarsest : nil
  }

  /// The ways by which two branches come from the layer where they part.
  private static func notes(
    on ways: [[LayerID]], names: [String], at positions: [Int], of join: LayerID, in context: LintContext
  ) -> [Diagnostic.Note] {
    let common = Set(ways[0]).intersection(ways[1])
    return zip(ways, zip(names, positions)).map { way, branch in
      let (name, position) = branch
      let own = way.prefix { !common.contains($0) }.reversed().map { context.graph[$0].name }
      let origin = way.first { common.contains($0) }.map { "`\(context.path(of: $0))`" } ?? "its input"
      let path =
        own.count > 6 ? own.prefix(3) + ["…"] + own.suffix(2) : own.isEmpty ? ["nothing"] : own[...]
      return Diagnostic.Note(
        "`\(name)` comes from \(origin) by \(path.joined(separator: ", "))",
        at: context.span(ofBranch: position, of: join))
    }
  }
}

/// What is said about one distance; nil where there is nothing to say.
private struct Wording {
  let distance: CentreDistance
  let name: String

  init?(_ distance: CentreDistance, axis: Int, rank: Int) {
    if case .none = distance { return nil }
    self.distance = distance
    name = AxisRole.spatial(axis, of: rank).name
  }

  var severity: Diagnostic.Severity {
    if case .drifting = distance { .error } else { .warning }
  }

  func message(_ first: String, _ second: String) -> String {
    switch distance {
    case .none: ""
    case .apart(let pixels, let cells, let at):
      "`\(first)` and `\(second)` look \(Self.count(pixels, "pixel")) of the input apart on the \(name), "
        + "\(Self.count(cells, "cell")): \(Self.centres(at, first, second))"
    case .drifting(let strides, let at):
      "`\(first)` has a stride of \(Self.count(strides.0, "pixel")) of the input on the \(name), `\(second)` one of "
        + "\(strides.1): \(Self.centres(at, first, second))"
    case .resized(let pixels, let cell, let at):
      "`\(first)` and `\(second)` look up to \(Self.count(pixels, "pixel")) of the input apart on the \(name), more than "
        + "a cell of \(Self.count(cell, "pixel")) before the resize: \(Self.centres(at, first, second))"
    }
  }

  private static func count(_ number: Fraction, _ noun: String) -> String {
    "\(number) \(noun)\(number == Fraction(1) ? "" : "s")"
  }

  private static func centres(_ at: CentreDistance.UnitCentres, _ first: String, _ second: String) -> String {
    "unit \(at.unit) is centred on row \(at.first) in `\(first)`, on row \(at.second) in `\(second)`"
  }

  var label: String {
    switch distance {
    case .none: ""
    case .apart(let pixels, _, _): "\(Self.count(pixels, "pixel")) off"
    case .drifting: "another stride"
    case .resized(let pixels, _, _): "up to \(Self.count(pixels, "pixel")) off"
    }
  }

  var help: String {
    switch distance {
    case .none: ""
    case .apart, .resized:
      "give both branches windows of the same centre: the same padding, or a `crop` or `pad` of one of them"
    case .drifting: "give both branches the same strides, or resize one to the other"
    }
  }
}

extension LintContext {
  /// The layers from `id` back to an input along the narrowest windows.
  fileprivate func narrowestWay(to id: LayerID) -> [LayerID] {
    var way = [id]
    while let last = way.last, !graph[last].inputs.isEmpty {
      let inputs = graph[last].inputs
      let sizes = inputs.map { input in
        analysis.receptiveFields[input]?.axes.map { $0.reduce(0) { max($0, $1.smallest) } } ?? .max
      }
      guard let least = sizes.min(), let position = sizes.firstIndex(of: least) else { break }
      way.append(inputs[position])
    }
    return way
  }
}
