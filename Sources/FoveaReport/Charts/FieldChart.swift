package import Fovea
import FoveaGraph

/// The growth of the receptive field along a network, layer by layer in execution order.
package enum FieldChart {
  private static let places = 18

  /// The chart of an analysis; nil where the network could not be built, or has no spatial axis.
  package static func chart(of analysis: Analysis) -> LineChart? {
    guard let analyzed = analysis.graph else { return nil }
    let graph = analyzed.graph
    let ids = graph.ids.filter { !graph.isInput($0) }
    let axes = ids.map { analyzed.receptiveFields[$0]?.axes }
    guard let rank = axes.compactMap({ $0?.count }).max(), rank > 0 else { return nil }
    let isUniform = axes.allSatisfy { $0?.uniform != nil || ($0?.isEmpty ?? true) }
    var chart = LineChart(
      title: "Receptive field of \(analysis.title)", summary: summary(analyzed, ids),
      x: ChartAxis("layers in execution order", unit: .plain(""), hasZero: false),
      y: ChartAxis("extent in the input", unit: .plain("rows"), scale: .logarithmic), series: [])
    func add(_ name: String, axis: Int, _ value: (AxisField) -> Double) {
      chart.series.append(
        LineChart.Series(name, values: axes.map { $0.flatMap { $0.count == rank ? value($0[axis]) : nil } }))
    }
    for axis in 0..<(isUniform ? 1 : rank) {
      let suffix = isUniform ? "" : ", " + ["depth", "height", "width"].suffix(rank)[3 - rank + axis]
      add("receptive field" + suffix, axis: axis) { Double($0.size) }
      if axes.contains(where: { $0.map { $0.count == rank && $0[axis].smallest != $0[axis].size } ?? false }) {
        add("along the narrowest path" + suffix, axis: axis) { Double($0.smallest) }
      }
      add("effective stride" + suffix, axis: axis) { Double($0.rate.rows) / Double($0.rate.units) }
    }
    chart.join = .stepped
    let sizes = graph.inputs.flatMap { graph.shape(of: $0).spatial.compactMap(\.value) }
    chart.references = Set(sizes).sorted().suffix(3).map { ("input: \(Quantity.exact($0))", Double($0)) }
    let offset = graph.inputs.count
    chart.places = AnalysisTable(analyzed, depth: .fitting(rows: places)).rows.map {
      ($0.path, Double($0.layers.lowerBound - offset))
    }
    return chart
  }

  private static func summary(_ analyzed: AnalyzedGraph, _ ids: [LayerID]) -> String {
    let count = "\(Quantity.exact(ids.count)) \(ids.count == 1 ? "layer" : "layers")"
    let outputs = AnalysisSummary(analyzed).outputs.map { "\($0.name): \($0.value)" }
    return (["\(count) in execution order"] + outputs).joined(separator: "; ")
  }
}
