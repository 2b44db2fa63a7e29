import FoveaGraph
import FoveaLanguage
import FoveaText

enum BrokenBudget: Rule {
  static let name = "broken-budget"
  static let summary = "A figure of the network does not keep a limit of its budget."
  static let rationale = """
    A budget states what a network may cost and must see, in the description (`budget: {macs: <= 4.2G}`) or in a \
    configuration for all descriptions. Each limit is compared with the figure that `fovea analyze` prints. An output that \
    sees everything has the largest receptive field there is; its stride is that of the map that is gathered. A figure of \
    which only a lower bound is known breaks a limit that the bound exceeds; whether it keeps another one cannot be told, \
    and that is said.

    Make the layers cheaper that are named, or change the limit on purpose.
    """
  static let level = RuleLevel.error
  static let accepted = [
    RuleExample.document(
      "fovea: 1\ninput: 3x8x8\nlayers:\n  - conv: {out: 4, kernel: 1}\nbudget: {parameters: <= 16, macs: <= 768}",
      why: "a limit that is just kept"),
    RuleExample.document(
      "fovea: 1\ninput: 3x32x32\nlayers:\n  - conv: {out: 4, kernel: 5}\n  - global_avg_pool\nbudget: {receptive_field: \">= 32\"}",
      why: "behind a global pooling an output sees everything"),
    RuleExample.document(
      "fovea: 1\ninput: 3x?x?\nlayers:\n  - conv: {out: 4, kernel: 3, stride: 2}\nbudget: {parameters: < 113, output_stride: <= 2}",
      why: "what does not depend on the size is known without it"),
  ]
  static let flagged = [
    RuleExample.document(
      "fovea: 1\ninput: 3x8x8\nlayers:\n  - conv: {out: 4, kernel: 1}\nbudget: {parameters: ⟦<= 15⟧}",
      why: "twelve weights and four biases"),
    RuleExample.document(
      "fovea: 1\ninput: 3x32x32\nlayers:\n  - conv: {out: 4, kernel: [3, 5]}\nbudget: {receptive_field: ⟦\">= 5\"⟧}",
      why: "the smaller axis counts"),
    RuleExample.document(
      "fovea: 1\ninput: 3x?x?\nlayers:\n  - conv: {out: 4, kernel: 1}\nbudget: {macs: ⟦<= 1G⟧}",
      why: "macs that are not known keep no limit"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    context.statedBudget.limits.flatMap { findings($0, at: $0.span, source: "", context) }
      + context.budget.limits.flatMap { limit in
        findings(limit, at: .none, source: " of " + (limit.place.map { "`\($0)`" } ?? "the configuration"), context)
      }
  }

  private static func findings(
    _ limit: Budget.Limit, at span: SourceSpan, source: String, _ context: LintContext
  ) -> [Diagnostic] {
    let wanted = "the limit\(source) is `\(limit.text)`"
    if let total = total(limit.quantity, context.analysis.totals) {
      let name = limit.quantity.rawValue.replacingUnderscores
      switch total {
      case .known(let figure):
        if limit.relation.holds(figure, limit.value) { return [] }
        return [finding("\(name) are \(Budget.text(figure, limit.quantity)), \(wanted)", span, limit, context)]
      case .atLeast(let bound, _) where limit.relation.isBroken(byAtLeast: bound, limit.value):
        return [finding("\(name) are at least \(Budget.text(bound, limit.quantity)), \(wanted)", span, limit, context)]
      case .atLeast, .unknown:
        return [
          finding("\(name) are not known, so nothing tells whether \(wanted)", span, limit, context, isKnown: false)
        ]
      }
    }
    return context.graph.outputs.filter { limit.output == nil || limit.output == $0.name }.compactMap { output in
      let isField = limit.quantity == .receptiveField
      let name = "\(isField ? "the receptive field" : "the stride") of the output `\(output.name)`"
      guard let figure = isField ? size(of: output, context) : stride(of: output, context) else {
        return finding("\(name) is not known, and \(wanted)", span, limit, context, isKnown: false)
      }
      if limit.relation.holds(figure, limit.value) { return nil }
      let found = figure == Int.max ? "everything" : "\(figure) rows"
      return finding(
        "\(name) is \(found), \(wanted)", span, limit, context,
        notes: isField ? growth(to: output, context) : strides(to: output, context))
    }
  }

  private static func finding(
    _ message: String, _ span: SourceSpan, _ limit: Budget.Limit, _ context: LintContext, isKnown: Bool = true,
    notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    var notes = notes
    if isKnown, let figure = figure(limit.quantity, context.analysis) {
      notes += largest(context.graph.ids.map { ($0, figure($0)) }, context) { path, figure in
        "`\(path)` has \(Budget.text(figure, limit.quantity))"
      }
    }
    return Diagnostic(
      rule: name, severity: isKnown ? .error : .warning, message: message, span: span,
      label: isKnown ? "broken" : "not known", notes: notes,
      help: isKnown ? nil : "state the sizes in `input`, or what the `opaque` layers cost")
  }

  /// Notes about the three layers with the largest figures.
  private static func largest(
    _ figures: [(id: LayerID, figure: Int)], _ context: LintContext, _ wording: (String, Int) -> String
  ) -> [Diagnostic.Note] {
    figures.filter { $0.figure > 0 }.sorted { ($1.figure, $0.id) < ($0.figure, $1.id) }.prefix(3).map { entry in
      Diagnostic.Note(wording(context.path(of: entry.id), entry.figure), at: context.span(of: entry.id))
    }
  }

  /// The layers before an output that add most to what it sees on its smaller axis.
  private static func growth(to output: Graph.Output, _ context: LintContext) -> [Diagnostic.Note] {
    let fields = context.analysis.receptiveFields
    guard let sizes = fields[output.layer]?.axes?.map(\.size),
      let axis = sizes.indices.min(by: { sizes[$0] < sizes[$1] })
    else { return [] }
    func size(_ id: LayerID) -> Int? {
      fields[id]?.axes.flatMap { axes in axes.count > axis ? axes.map(\.size)[axis] : nil }
    }
    let figures = context.graph.ancestors(of: output.layer).compactMap { id -> (id: LayerID, figure: Int)? in
      guard let own = size(id), let before = context.graph[id].inputs.compactMap({ size($0) }).max() else { return nil }
      return (id, own - before)
    }
    return largest(figures, context) { path, rows in "`\(path)` adds \(rows) \(rows == 1 ? "row" : "rows")" }
  }

  /// The layers before an output behind which the step between units is larger than before them.
  private static func strides(to output: Graph.Output, _ context: LintContext) -> [Diagnostic.Note] {
    func stride(_ id: LayerID) -> Int? {
      context.analysis.receptiveFields[id]?.axes?.compactMap(\.stride).max()
    }
    let figures = context.graph.ancestors(of: output.layer).compactMap { id -> (id: LayerID, figure: Int)? in
      guard let own = stride(id), let before = context.graph[id].inputs.compactMap({ stride($0) }).max(), own > before
      else { return nil }
      return (id, own)
    }
    return largest(figures, context) { path, rows in "`\(path)` makes it \(rows) rows" }
  }

  private static func total(_ quantity: Budget.Quantity, _ totals: AnalyzedGraph.Totals) -> Total? {
    switch quantity {
    case .parameters: totals.parameters
    case .buffers: totals.buffers
    case .macs: totals.macs
    case .flops: totals.flops
    case .weights: totals.weightBytes
    case .activations: totals.peakActivationBytes
    case .trainingActivations: totals.trainingActivationBytes
    case .receptiveField, .outputStride: nil
    }
  }

  /// What one layer adds to a figure; nil for the rows that outputs see.
  private static func figure(_ quantity: Budget.Quantity, _ analysis: AnalyzedGraph) -> ((LayerID) -> Int)? {
    func cost(_ figure: @escaping (Cost) -> Figure) -> (LayerID) -> Int {
      { figure(analysis.costs[$0.position]).value ?? 0 }
    }
    switch quantity {
    case .parameters: return cost(\.parameters)
    case .buffers: return cost(\.buffers)
    case .macs: return cost(\.macs)
    case .flops: return cost(\.flops)
    case .weights:
      let size = Figure(analysis.options.elementType.size)
      return cost { ($0.parameters + $0.buffers) * size }
    case .activations, .trainingActivations: return { analysis.activationBytes[$0.position].value ?? 0 }
    case .receptiveField, .outputStride: return nil
    }
  }

  private static func size(of output: Graph.Output, _ context: LintContext) -> Int? {
    guard let field = context.analysis.receptiveFields[output.layer] else { return nil }
    return field.isGlobal ? Int.max : field.axes?.map(\.size).min()
  }

  private static func stride(of output: Graph.Output, _ context: LintContext) -> Int? {
    let strides = context.analysis.gatheredField(of: output.layer)?.axes?.map(\.stride)
    let known = strides?.compactMap(\.self)
    return known?.count == strides?.count ? known?.max() : nil
  }
}

extension Budget.Relation {
  /// Whether a figure that is at least `bound` breaks a limit whatever it is.
  fileprivate func isBroken(byAtLeast bound: Int, _ limit: Int) -> Bool {
    switch self {
    case .atMost, .equal: bound > limit
    case .below: bound >= limit
    case .atLeast, .above: false
    }
  }
}

extension String {
  fileprivate var replacingUnderscores: String { String(map { $0 == "_" ? " " : $0 }) }
}
