package import Fovea

/// One network with everything that a report shows of it.
package struct NetworkReport: Sendable {
  /// The network and its figures.
  package let network: Network
  /// What is wrong with it, in the order of the text.
  package let findings: [LintedFile.Result]
  /// What lies in the text of the description to be rewritten; nil where nobody looked.
  package let rewrite: Result<NetworkRewrite, Rewriter.Failure>?
  /// The address of the description from where the report lies; nil where it has none.
  package let source: String?
  /// The version of the program.
  package let version: String

  /// Creates a report of a network that could be built.
  package init(
    _ network: Network, findings: [LintedFile.Result] = [],
    rewrite: Result<NetworkRewrite, Rewriter.Failure>? = nil, source: String? = nil, version: String
  ) {
    (self.network, self.findings, self.rewrite) = (network, findings, rewrite)
    (self.source, self.version) = (source, version)
  }

  /// A file of a report.
  package struct File: Hashable, Sendable {
    /// Its name, in the directory of the report.
    package let name: String
    package let text: String

    package init(name: String, text: String) { (self.name, self.text) = (name, text) }
  }
}
