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
    return NetworkReport(analysis, findings: findings, source: source, version: Root.version)
  }
}
