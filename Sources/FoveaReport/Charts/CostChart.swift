package import Fovea
import FoveaGraph
import FoveaText

/// The parts that layers and blocks have in the work and the weights of a network.
package enum CostChart {
  private static let rows = 24

  /// The chart of an analysis; nil where the network could not be built.
  package static func chart(of network: Network) -> BarChart? {
    guard let analyzed = network.analysis else { return nil }
    let totals = analyzed.totals
    let shares = AnalysisTable(analyzed, depth: .fitting(rows: rows)).rows.map { row in
      Part(
        name: row.path, work: row.share.fraction,
        weights: Share(row.parameters, of: totals.parameters).fraction)
    }
    // What would be shown as 0.0% has no bar.
    let shown = merged(shares.filter { $0.size >= 0.0005 })
    let macs = Amount(totals.macs).text(Quantity.short)
    let parameters = Amount(totals.parameters).text(Quantity.short)
    return BarChart(
      title: "Where the cost of \(network.title) lies",
      summary: "shares of \(macs) multiply-accumulates and \(parameters) parameters: "
        + shown.map { "\($0.name) \(text($0.work)) and \(text($0.weights))" }.joined(separator: ", "),
      value: ChartAxis("share of the network", unit: .percent), names: shown.map(\.name),
      series: [
        BarChart.Series("multiply-accumulates (\(macs))", shown.map(\.work)),
        BarChart.Series("parameters (\(parameters))", shown.map(\.weights)),
      ])
  }

  private struct Part {
    let name: String
    let work: Double?
    let weights: Double?

    /// What decides whether the part has a bar of its own; one that is not known has.
    var size: Double { max(work ?? 1, weights ?? 1) }
  }

  private static func text(_ share: Double?) -> String { share.map(Quantity.percent) ?? "unknown" }

  /// The largest parts in their order, and one for all others.
  private static func merged(_ parts: [Part]) -> [Part] {
    guard parts.count > rows else { return parts }
    let order = parts.indices.sorted { (parts[$0].size, $1) > (parts[$1].size, $0) }
    let kept = Set(order.prefix(rows - 1))
    let others = parts.indices.filter { !kept.contains($0) }.map { parts[$0] }
    func sum(_ share: (Part) -> Double?) -> Double? {
      others.reduce(Optional(0)) { sum, part in sum.flatMap { sum in share(part).map { sum + $0 } } }
    }
    return parts.indices.filter(kept.contains).map { parts[$0] } + [
      Part(name: "\(others.count) others", work: sum(\.work), weights: sum(\.weights))
    ]
  }
}
