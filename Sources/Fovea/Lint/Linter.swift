import FoveaGraph
package import FoveaLanguage
import FoveaText

/// Checks descriptions by the rules.
package struct Linter: Sendable {
  private let selection: RuleSelection
  private let baseline: Set<Baseline.Key>

  /// Creates a linter.
  ///
  /// - Parameter baseline: findings that are known and left out.
  package init(_ selection: RuleSelection = RuleSelection(), baseline: Set<Baseline.Key> = []) {
    self.selection = selection
    self.baseline = baseline
  }

  /// A finding with its layer's path and the uses of blocks that lead there.
  private struct Candidate {
    var diagnostic: Diagnostic
    /// Whether the description has no network because of it; no selection hides that.
    var isOfLanguage = false
    var path: String?
    /// The first byte of the layer's operator.
    var head: UInt32?
    var trail: [SourceSpan] = []
  }

  /// The findings in a description.
  ///
  /// - Parameter network: the network to look at, with paths that name no variant; else every variant as it is described.
  package func lint(_ specification: Specification, as network: Specification.Options? = nil) -> LintedFile {
    var candidates: [Candidate] = []
    var uses: [UInt32: Int] = [:]
    var hasErrors = false
    let origins = specification.readable.map { Origins($0.document, $0.syntax) }
    for options in network.map({ [$0] }) ?? networks(of: specification) {
      let variant = network == nil ? options.variant : nil
      let elaboration = specification.elaborate(options)
      candidates += mistakes(in: elaboration, of: specification, options, variant: variant)
      guard !elaboration.hasErrors, let graph = elaboration.graph, let origins else {
        hasErrors = true
        continue
      }
      let analysis = AnalyzedGraph(graph)
      candidates += analysis.diagnostics.map { Candidate(diagnostic: $0) }
      for layer in graph.layers { uses[layer.span.start, default: 0] += 1 }
      let context = LintContext(
        analysis, of: specification, origins: origins, settings: selection.options, budget: selection.budget)
      for rule in selection.rules {
        candidates += rule.check(context).map { finding in
          Candidate(
            diagnostic: finding.diagnostic,
            path: finding.layer.map { (variant.map { $0 + ":" } ?? "") + context.path(of: $0) },
            head: finding.layer.map { graph[$0].span.start },
            trail: finding.layer.map { trail(of: $0, in: graph) } ?? [])
        }
      }
    }
    // A comment may silence what only another network has.
    return merged(candidates, in: specification, uses: uses, isWhole: network == nil && !hasErrors)
  }

  private func networks(of specification: Specification) -> [Specification.Options] {
    let variants = specification.variants
    return (variants.isEmpty ? [nil] : variants.map(Optional.some)).map { variant in
      var options = Specification.Options()
      options.variant = variant
      return options
    }
  }

  /// The findings of the language, of which those that come of a size that does not fit are one.
  private func mistakes(
    in elaboration: Specification.Elaboration, of specification: Specification, _ options: Specification.Options,
    variant: String?
  ) -> [Candidate] {
    var errors = elaboration.diagnostics
    guard elaboration.hasErrors, let graph = elaboration.graph else {
      return errors.map { Candidate(diagnostic: $0, isOfLanguage: true) }
    }
    errors = ShapeAdvice.completed(errors, of: specification, options, graph: graph)
    let mistakes = errors.map { Candidate(diagnostic: $0, isOfLanguage: true) }
    guard selection.includes(InputNotMultiple.self),
      let explanation = InputNotMultiple.explanation(of: errors, in: specification, options, graph: graph)
    else { return mistakes }
    let path = (variant.map { $0 + ":" } ?? "") + explanation.path
    let head = explanation.diagnostic.span.start
    return mistakes.filter { mistake in
      mistake.diagnostic.rule != JoinShapeMismatch.name || !explanation.spans.contains(mistake.diagnostic.span)
    } + [Candidate(diagnostic: explanation.diagnostic, isOfLanguage: true, path: path, head: head)]
  }

  /// The keys of the blocks, repetitions and branches around a layer.
  private func trail(of id: LayerID, in graph: Graph) -> [SourceSpan] {
    var spans: [SourceSpan] = []
    var scope = graph[id].scope
    while scope != .root {
      spans.append(graph[scope].span)
      scope = graph[scope].parent
    }
    return spans
  }

  private func merged(
    _ candidates: [Candidate], in specification: Specification, uses: [UInt32: Int], isWhole: Bool
  ) -> LintedFile {
    var suppressions = Suppressions(in: specification)
    var groups: [Place: Group] = [:]
    var file = LintedFile(specification.source, results: [])
    for candidate in candidates {
      let isOfLanguage = candidate.isOfLanguage
      guard let severity = isOfLanguage ? candidate.diagnostic.severity : selection.severity(of: candidate.diagnostic)
      else { continue }
      var diagnostic = candidate.diagnostic
      diagnostic.severity = severity
      let rule = diagnostic.rule
      if suppressions.silence(rule, at: [diagnostic.span] + candidate.trail) {
        file.suppressed += 1
        continue
      }
      let key = Baseline.Key(rule: rule, layer: candidate.path ?? "")
      if RuleCatalog.rule(named: rule) != nil {
        file.keys.insert(key)
        if baseline.contains(key) {
          file.known.insert(key)
          continue
        }
      }
      let place = Place(rule: rule, span: diagnostic.span, message: diagnostic.span == .none ? diagnostic.message : nil)
      // In place: a copy of the group of a layer that is repeated would be as long as all its paths.
      groups[place, default: Group(diagnostic, head: candidate.head)].add(diagnostic, path: candidate.path)
    }
    let judged: [String] = isWhole ? selection.rules.map { $0.name } : []
    let results = groups.values.map { $0.result(uses: uses) }
    let comments = suppressions.findings(rulesInForce: Set(judged)).map { LintedFile.Result($0) }
    file.results = (results + comments).sorted { Self.precedes($0.diagnostic, $1.diagnostic) }
    return file
  }

  private static func precedes(_ one: Diagnostic, _ other: Diagnostic) -> Bool {
    if one.span != other.span { return (one.span.start, one.span.end) < (other.span.start, other.span.end) }
    return (one.rule, one.message) < (other.rule, other.message)
  }

  private struct Place: Hashable {
    let rule: String
    let span: SourceSpan
    /// What tells findings apart that have no place in the text.
    let message: String?
  }

  /// The findings of one rule at one place.
  private struct Group {
    var diagnostic: Diagnostic
    let head: UInt32?
    var paths: [String] = []
    var seen: Set<String> = []
    var findings = 0
    var isFixable = true

    init(_ first: Diagnostic, head: UInt32?) { (diagnostic, self.head) = (first, head) }

    mutating func add(_ other: Diagnostic, path: String?) {
      findings += 1
      if other.fixIts != diagnostic.fixIts { isFixable = false }
      if other.severity == .error { diagnostic.severity = .error }
      if let path, seen.insert(path).inserted { paths.append(path) }
    }

    /// A fix stands for every use of the text; it is shown only where some uses have no finding.
    func result(uses: [UInt32: Int]) -> LintedFile.Result {
      var diagnostic = diagnostic
      let count = head.flatMap { uses[$0] } ?? 1
      let isWhole = isFixable && (diagnostic.fixIts.isEmpty || findings >= count)
      if !isWhole {
        for index in diagnostic.fixIts.indices { diagnostic.fixIts[index].applicability = .displayOnly }
      }
      return LintedFile.Result(diagnostic, paths: paths)
    }
  }
}
