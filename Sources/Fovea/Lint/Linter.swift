package import FoveaGraph

/// Checks descriptions by the rules.
package struct Linter: Sendable {
  private let rules: [any Rule.Type]

  /// Creates a linter with some rules.
  package init(rules: [any Rule.Type] = RuleCatalog.all.filter { $0.level != .off }) {
    self.rules = rules
  }

  /// The findings in a description, in the order of the text; one for each place and rule.
  package func findings(in specification: Specification) -> [Diagnostic] {
    let elaboration = specification.elaborate()
    guard !elaboration.hasErrors, let graph = elaboration.graph, let (document, syntax) = specification.readable else {
      return elaboration.diagnostics
    }
    let context = LintContext(AnalyzedGraph(graph), of: specification, origins: Origins(document, syntax))
    var findings = elaboration.diagnostics
    var seen: Set<Place> = []
    for finding in rules.flatMap({ $0.check(context) })
    where seen.insert(Place(rule: finding.diagnostic.rule, span: finding.diagnostic.span)).inserted {
      findings.append(finding.diagnostic)
    }
    return findings.sorted { ($0.span.start, $0.rule) < ($1.span.start, $1.rule) }
  }

  private struct Place: Hashable {
    let rule: String
    let span: SourceSpan
  }
}
