package import FoveaGraph

/// One thing that can be wrong with a network, named for the bad thing. One rule is one file in `Rules/`.
///
/// `fovea explain`, the rule pages and SARIF print its words, and its examples are its tests.
package protocol Rule: SendableMetatype {
  /// The name, in lower case with hyphens: what a suppression, a configuration and a report call it.
  static var name: String { get }
  /// What it finds, in one sentence.
  static var summary: String { get }
  /// When exactly it speaks, what follows from the fault and what to do about it; CommonMark.
  static var rationale: String { get }
  /// Where the facts come from.
  static var references: [Reference] { get }
  /// How much a finding matters, unless a configuration says otherwise.
  static var level: RuleLevel { get }
  /// The integers that a configuration can set.
  static var options: [RuleOption] { get }
  /// Networks without a finding, among them those that a simpler rule would get wrong.
  static var accepted: [RuleExample] { get }
  /// Networks with findings, each marked.
  static var flagged: [RuleExample] { get }

  /// The findings in one network that has no errors of the language, in any order.
  static func check(_ context: LintContext) -> [Diagnostic]
}

extension Rule {
  package static var options: [RuleOption] { [] }
  package static var references: [Reference] { [] }
}

/// How much the findings of a rule matter.
package enum RuleLevel: String, Hashable, Sendable, CaseIterable {
  case error, warning, info, off

  /// The severity of findings; nil for a rule that is off.
  package var severity: Diagnostic.Severity? {
    switch self {
    case .error: .error
    case .warning: .warning
    case .info: .info
    case .off: nil
    }
  }
}

/// A source of facts.
package struct Reference: Hashable, Sendable {
  /// Authors, title and year.
  package let title: String
  /// An address.
  package let address: String

  package init(_ title: String, _ address: String) {
    self.title = title
    self.address = address
  }
}

/// An integer that a configuration can set for a rule.
package struct RuleOption: Hashable, Sendable {
  /// The key.
  package let name: String
  /// What it means, in one sentence.
  package let summary: String
  /// The value without a configuration.
  package let standard: Int
  /// The values that make sense.
  package let bounds: ClosedRange<Int>

  package init(_ name: String, _ summary: String, default standard: Int, in bounds: ClosedRange<Int>) {
    self.name = name
    self.summary = summary
    self.standard = standard
    self.bounds = bounds
  }
}
