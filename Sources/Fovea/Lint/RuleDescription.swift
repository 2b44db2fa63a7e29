import FoveaFilters

/// The words of a rule, as `fovea explain`, the rule pages and SARIF print them.
package struct RuleDescription: Sendable {
  package let name: String
  package let summary: String
  package let rationale: String
  package let references: [Reference]
  package let level: RuleLevel
  package let options: [RuleOption]
  package let accepted: [RuleExample]
  package let flagged: [RuleExample]
  /// Whether it comes from the reader of descriptions or the linter itself, so that no configuration changes it.
  package let isBuiltIn: Bool

  /// Whether some of its findings have a fix.
  package var isFixable: Bool { flagged.contains { $0.fixed != nil } }

  init(_ rule: any Rule.Type) {
    name = rule.name
    summary = rule.summary
    rationale = rule.rationale
    references = rule.references
    level = rule.level
    options = rule.options
    accepted = rule.accepted
    flagged = rule.flagged
    isBuiltIn = false
  }

  init(_ rule: BuiltInRule) {
    name = rule.rawValue
    summary = rule.summary
    rationale = rule.rationale
    references = []
    level = rule.level
    options = []
    accepted = []
    flagged = []
    isBuiltIn = true
  }
}

extension RuleCatalog {
  /// All rules, those of the reader included, in alphabetical order.
  package static let descriptions: [RuleDescription] = {
    let own = all.map { RuleDescription($0) }
    let names = Set(own.map(\.name))
    let builtIn = BuiltInRule.allCases.map { RuleDescription($0) }.filter { !names.contains($0.name) }
    return (own + builtIn).sorted { $0.name < $1.name }
  }()

  /// The position of a rule among the descriptions.
  package static func index(of name: String) -> Int? { indices[name] }

  private static let indices = Dictionary(
    uniqueKeysWithValues: descriptions.enumerated().map { ($0.element.name, $0.offset) })
}
