import FoveaGraph
package import FoveaLanguage

/// Which rules are in force for one file, how much their findings matter, and the values of their options.
package struct RuleSelection: Sendable {
  /// The level of each rule by its name; a rule that is not there is off.
  package var levels: [String: RuleLevel]
  /// The rules whose level was set on purpose, so that it holds for findings of any severity.
  package var fixedLevels: Set<String> = []
  /// The values of options, by the rule's and the option's name.
  package var options: [String: [String: Int]] = [:]
  /// Further limits for every network.
  package var budget = Budget()

  /// Creates the default selection: the rules that are errors or warnings.
  package init() {
    levels = Dictionary(
      uniqueKeysWithValues: RuleCatalog.all.compactMap { rule in
        switch rule.level {
        case .error, .warning: (rule.name, rule.level)
        case .info, .off: nil
        }
      })
  }

  /// Creates a selection of one rule, for its examples.
  package init(only rule: any Rule.Type) {
    levels = [rule.name: rule.level == .off ? .info : rule.level]
  }

  /// The level that a rule has when it is chosen: information where it is off by default.
  static func standardLevel(of rule: any Rule.Type) -> RuleLevel { rule.level == .off ? .info : rule.level }

  /// The rules in force, in the order of the catalogue.
  var rules: [any Rule.Type] { RuleCatalog.all.filter { includes($0) } }

  /// Whether a rule is in force.
  func includes(_ rule: any Rule.Type) -> Bool {
    if let level = levels[rule.name] { level != .off } else { false }
  }

  /// The severity of a finding; nil where its rule is off.
  func severity(of diagnostic: Diagnostic) -> Diagnostic.Severity? {
    guard RuleCatalog.rule(named: diagnostic.rule) != nil else { return diagnostic.severity }
    guard let level = levels[diagnostic.rule] else { return nil }
    if fixedLevels.contains(diagnostic.rule) { return level.severity }
    return level == .off ? nil : diagnostic.severity
  }
}
