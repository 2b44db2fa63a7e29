import Fovea
import FoveaGraph
import FoveaReport

/// One report to write.
struct ReportJob: Sendable {
  let network: Selection.Network
  /// The name of its files, without extension.
  let name: String
  let rules: RuleSelection
  /// The address of the description from where the report lies.
  let source: String?

  /// The network with its figures and findings; one with errors has only these.
  func report(counting options: AnalyzedGraph.Options) -> NetworkReport {
    let made = network.made(counting: options)
    return NetworkReport(
      made, findings: made.hasErrors ? [] : Linter(rules).lint(made, in: network.session),
      rewrite: made.analysis == nil ? nil : rewrite(made), source: source, version: Root.version)
  }

  /// What pays to be rewritten in a network without errors.
  private func rewrite(_ made: Network) -> Result<NetworkRewrite, Rewriter.Failure> {
    do throws(Rewriter.Failure) {
      return .success(
        try NetworkRewrite(made, in: network.session, rewriting: RewriteOptions()))
    } catch {
      return .failure(error)
    }
  }
}
