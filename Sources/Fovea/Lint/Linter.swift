import FoveaGraph
import FoveaLanguage
import FoveaText

/// Checks descriptions by the rules.
package struct Linter: Sendable {
  private let selection: RuleSelection
  private let baseline: Set<Baseline.Key>
  private let variant: String?

  /// Creates a linter.
  ///
  /// - Parameters:
  ///   - baseline: findings that are known and left out.
  ///   - variant: the only variant of a description that is checked; all are unless given.
  package init(
    _ selection: RuleSelection = RuleSelection(), baseline: Set<Baseline.Key> = [], variant: String? = nil
  ) {
    self.selection = selection
    self.baseline = baseline
    self.variant = variant
  }

  /// A finding with its layer's path and the uses of blocks that lead there.
  struct Candidate {
    var diagnostic: Diagnostic
    /// Whether the description has no network because of it; no selection hides that.
    var isOfLanguage = false
    var path: String?
    var member: LintedFile.Member?
    /// The entry that the layer was made of.
    var entry: NodeID?
    var trail: [SourceSpan] = []
  }

  /// What is found in networks of one description.
  private struct Candidates {
    var all: [Candidate] = []
    /// How often each entry of the text is used.
    var uses: [NodeID: Int] = [:]
    /// Whether a network has errors, so that it could not be checked.
    var hasErrors = false
  }

  /// The findings in a description: in every variant as it is described, or in the one that was chosen.
  package func lint(_ session: Session) -> LintedFile {
    var candidates = Candidates()
    let specification = session.specification
    let origins = Origins(specification)
    for (position, network) in session.networks.enumerated() where variant == nil || network.variant == variant {
      check(network, at: position, in: session, origins, variant: network.variant, &candidates)
    }
    // A comment may silence what only another network has.
    return merged(candidates, in: specification, origins, isWhole: !candidates.hasErrors && variant == nil)
  }

  /// The findings in one network, with paths that name no variant.
  ///
  /// Where it has a text, comments there silence them.
  ///
  /// - Parameter session: where the network comes from, if somebody knows it.
  package func lint(_ network: Network, in session: Session? = nil) -> [LintedFile.Result] {
    var candidates = Candidates()
    let session = session ?? network.description.map { Session($0.specification) }
    let origins = network.description.flatMap { Origins($0.specification) }
    check(network, at: 0, in: session, origins, variant: nil, &candidates)
    return merged(candidates, in: network.description?.specification, origins, isWhole: false).results
  }

  private func check(
    _ network: Network, at position: Int, in session: Session?, _ origins: Origins?, variant: String?,
    _ candidates: inout Candidates
  ) {
    let network = network.counted(as: AnalyzedGraph.Options())
    candidates.all += mistakes(in: network, session, variant: variant)
    let context = LintContext(network, origins: origins, settings: selection.options, budget: selection.budget)
    guard let context else {
      candidates.hasErrors = true
      return
    }
    let (graph, map) = (context.graph, network.description?.map)
    candidates.all += context.analysis.diagnostics.map { Candidate(diagnostic: $0.placed(by: network.places)) }
    for key in map?.layerKeys ?? [] { candidates.uses[key, default: 0] += 1 }
    for rule in selection.rules {
      candidates.all += rule.check(context).map { finding in
        Candidate(
          diagnostic: finding,
          path: finding.layer.map { (variant.map { $0 + ":" } ?? "") + context.path(of: $0) },
          member: finding.layer.map { LintedFile.Member(network: position, layer: $0) },
          entry: finding.layer.flatMap { map?.key(of: $0) },
          trail: finding.layer.map { trail(of: $0, in: graph, network.places) } ?? [])
      }
    }
  }

  /// The findings of the language, of which those that come of a size that does not fit are one.
  private func mistakes(in network: Network, _ session: Session?, variant: String?) -> [Candidate] {
    guard network.analysis == nil, let graph = network.graph, let description = network.description, let session else {
      return network.mistakes.map { Candidate(diagnostic: $0, isOfLanguage: true) }
    }
    let errors = network.mistakes
    let mistakes = errors.map { Candidate(diagnostic: $0, isOfLanguage: true) }
    guard selection.includes(InputNotMultiple.self),
      let explanation = InputNotMultiple.explanation(of: errors, in: description, session, graph: graph)
    else { return mistakes }
    let path = (variant.map { $0 + ":" } ?? "") + explanation.path
    return mistakes.filter { mistake in
      guard mistake.diagnostic.rule == JoinShapeMismatch.name, let layer = mistake.diagnostic.layer else { return true }
      return !explanation.entries.contains(description.map.key(of: layer))
    } + [Candidate(diagnostic: explanation.diagnostic, isOfLanguage: true, path: path, entry: explanation.entry)]
  }

  /// The keys of the blocks, repetitions and branches around a layer.
  private func trail(of id: LayerID, in graph: Graph, _ places: Places) -> [SourceSpan] {
    var spans: [SourceSpan] = []
    var scope = graph[id].scope
    while scope != .root {
      if let span = places.span(of: scope) { spans.append(span) }
      scope = graph[scope].parent
    }
    return spans
  }

  private func merged(
    _ candidates: Candidates, in specification: Specification?, _ origins: Origins?, isWhole: Bool
  ) -> LintedFile {
    var suppressions = specification.map { Suppressions(in: $0) }
    var groups: [Place: FindingGroup] = [:]
    var file = LintedFile(specification?.source ?? SourceText(path: "", bytes: []), results: [])
    for candidate in candidates.all {
      let isOfLanguage = candidate.isOfLanguage
      guard let severity = isOfLanguage ? candidate.diagnostic.severity : selection.severity(of: candidate.diagnostic)
      else { continue }
      var diagnostic = candidate.diagnostic
      diagnostic.severity = severity
      let rule = diagnostic.rule
      if suppressions?.silence(rule, at: [diagnostic.span] + candidate.trail) ?? false {
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
      groups[place, default: FindingGroup(diagnostic, entry: candidate.entry)].add(diagnostic, of: candidate)
    }
    let judged: [String] = isWhole ? selection.rules.map { $0.name } : []
    let coverage = FixCoverage(groups.values, uses: candidates.uses, in: origins)
    let results = groups.values.map { coverage.result(of: $0) }
    let comments = suppressions?.findings(rulesInForce: Set(judged)).map { LintedFile.Result($0) } ?? []
    file.results = (results + comments).sorted { Self.precedes($0.diagnostic, $1.diagnostic) }
    return file
  }

  private static func precedes(_ one: Diagnostic, _ other: Diagnostic) -> Bool {
    if one.span != other.span { return (one.span.start, one.span.end) < (other.span.start, other.span.end) }
    // Without a text the order is that of the layers.
    let (first, second) = one.span == .none ? (one.layer?.index ?? -1, other.layer?.index ?? -1) : (0, 0)
    return (first, one.rule, one.message) < (second, other.rule, other.message)
  }

  private struct Place: Hashable {
    let rule: String
    let span: SourceSpan
    /// What tells findings apart that have no place in the text.
    let message: String?
  }
}
