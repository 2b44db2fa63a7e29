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
    let analysis = Analysis(network.specification, network.options, counting: options)
    let findings = analysis.hasErrors ? [] : Linter(rules).lint(network.specification, as: network.options).results
    return NetworkReport(
      analysis, findings: findings, rewrite: analysis.graph.flatMap(rewrite), source: source, version: Root.version)
  }

  /// What pays to be rewritten in a network without errors.
  private func rewrite(_ analyzed: AnalyzedGraph) -> Result<NetworkRewrite, Rewriter.Failure>? {
    do throws(Rewriter.Failure) {
      return .success(
        try NetworkRewrite(network.specification, network.options, analysis: analyzed, rewriting: RewriteOptions()))
    } catch {
      return .failure(error)
    }
  }
}
