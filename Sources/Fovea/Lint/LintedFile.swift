package import FoveaGraph
package import FoveaText

/// The findings in one description.
package struct LintedFile: Sendable {
  /// A layer of one of the networks of a description.
  package struct Member: Hashable, Sendable {
    /// The position of the network among those of all variants.
    let network: Int
    /// The layer.
    let layer: LayerID
  }

  /// A finding at one place of the text, with the layers that it is about.
  package struct Result: Hashable, Sendable {
    /// What is wrong.
    package var diagnostic: Diagnostic
    /// The layers, `resnet18:layer2.0.conv` in a description with variants, in the order of the network; empty where
    /// the finding is about the text or the whole network.
    package var paths: [String] = []
    /// The layers themselves.
    var members: [Member] = []

    package init(_ diagnostic: Diagnostic, paths: [String] = []) {
      self.diagnostic = diagnostic
      self.paths = paths
    }
  }

  /// The text.
  package let source: SourceText
  /// The findings by line, column and rule.
  package var results: [Result]
  /// What a baseline would hold: the rule and the layer of every finding.
  package var keys: Set<Baseline.Key>
  /// The entries of the baseline that a finding had.
  package var known: Set<Baseline.Key> = []
  /// How many findings a comment silences.
  package var suppressed = 0

  package init(_ source: SourceText, results: [Result], keys: Set<Baseline.Key> = []) {
    self.source = source
    self.results = results
    self.keys = keys
  }

  /// The file with only what no baseline can hold.
  package func withoutBaselined() -> LintedFile {
    var rest = self
    rest.results.removeAll { RuleCatalog.rule(named: $0.diagnostic.rule) != nil }
    rest.known = keys
    return rest
  }

  /// The number of findings of a severity.
  package func count(of severity: Diagnostic.Severity) -> Int {
    results.count { $0.diagnostic.severity == severity }
  }
}
