public import FoveaGraph
import FoveaLanguage
public import FoveaText

/// Which rules check a network.
public enum LintRules: Hashable, Sendable {
  /// Those that are errors or warnings by themselves.
  case standard
  /// All of them.
  case all
  /// Those of these names; a name that no rule has finds nothing.
  case only(Set<String>)

  var selection: RuleSelection {
    var selection = RuleSelection()
    switch self {
    case .standard: return selection
    case .all: selection.levels = Self.levels(RuleCatalog.all)
    case .only(let names): selection.levels = Self.levels(RuleCatalog.all.filter { names.contains($0.name) })
    }
    return selection
  }

  private static func levels(_ rules: [any Rule.Type]) -> [String: RuleLevel] {
    Dictionary(uniqueKeysWithValues: rules.map { ($0.name, RuleSelection.standardLevel(of: $0)) })
  }
}

extension Network {
  /// What rules find in the network, by line, and what is wrong with its description; comments in the text silence
  /// findings of rules.
  public func linted(by rules: LintRules = .standard) -> [Diagnostic] {
    Linter(rules.selection).lint(self).map(\.diagnostic)
  }

  /// The network of the text after its fixes, with the number of fixes; nil where there is nothing to fix, or no text.
  ///
  /// Fixes hold for the whole text, with all its variants. Comments and layout stay as they are.
  ///
  /// - Parameters:
  ///   - rules: the rules whose findings are mended.
  ///   - applicability: the fixes that are wanted; `safe` ones leave what the network computes as it is.
  public func fixed(
    by rules: LintRules = .standard, upTo applicability: FixIt.Applicability = .safe
  ) -> (network: Network, count: Int)? {
    guard let description else { return nil }
    let fixer = Fixer(Linter(rules.selection), upTo: applicability)
    return fixer.fixed(Session(description.specification)).map { fixed in
      (fixed.session.network(description.options, counting: counting), fixed.count)
    }
  }
}
