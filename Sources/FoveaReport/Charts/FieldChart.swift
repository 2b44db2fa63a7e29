package import Fovea
import FoveaFilters
import FoveaGraph
import FoveaText

/// The growth of the receptive field along a network, block by block in execution order.
package enum FieldChart {
  /// Blocks are unfolded as long as they give at most this many rows.
  private static let rows = 60

  /// The chart of an analysis; nil where the network could not be built, or has no spatial axis.
  package static func chart(of network: Network) -> LineChart? {
    guard let analyzed = network.analysis else { return nil }
    let graph = analyzed.graph
    let rows = places(analyzed)
    let axes = rows.map { $0.field?.axes }
    guard let rank = axes.compactMap({ $0?.count }).max(), rank > 0 else { return nil }
    var chart = LineChart(
      title: "Receptive field of \(network.title)", summary: summary(analyzed, rows),
      x: ChartAxis("layers and blocks in execution order", unit: .plain(""), hasZero: false),
      y: ChartAxis("extent in the input", unit: .plain("rows"), scale: .logarithmic), series: [])
    for (axis, suffix) in directions(axes, rank: rank) {
      func add(_ name: String, _ value: (AxisField) -> Double?) {
        chart.series.append(
          LineChart.Series(name + suffix, values: axes.map { $0.flatMap { $0.count == rank ? value($0[axis]) : nil } }))
      }
      add("receptive field") { Double($0.size) }
      if axes.contains(where: { $0.map { $0.count == rank && $0[axis].smallest != $0[axis].size } ?? false }) {
        add("along the narrowest path") { Double($0.smallest) }
      }
      // Zero has no place on a logarithmic axis.
      add("effective stride") { $0.rate.rows == 0 ? nil : Double($0.rate.rows) / Double($0.rate.units) }
    }
    chart.join = .stepped
    let sizes = graph.inputs.flatMap { graph.shape(of: $0).spatial.compactMap(\.value) }
    chart.references = Set(sizes).sorted().suffix(3).map { ("input: \(Quantity.exact($0))", Double($0)) }
    chart.places = rows.enumerated().map { ($0.element.path, Double($0.offset)) }
    return chart
  }

  /// One axis of each kind, with words for the axes of its kind where there are several.
  private static func directions(_ fields: [PerAxis<AxisField>?], rank: Int) -> [(axis: Int, suffix: String)] {
    var kinds: [[Int]] = []
    for axis in 0..<rank {
      let isLike = { (other: Int) in
        fields.allSatisfy { field in field.map { $0.count != rank || $0[axis] == $0[other] } ?? true }
      }
      if let kind = kinds.firstIndex(where: { isLike($0[0]) }) {
        kinds[kind].append(axis)
      } else {
        kinds.append([axis])
      }
    }
    let names = Array(["depth", "height", "width"].suffix(rank))
    return kinds.map { kind in
      (kind[0], kinds.count == 1 ? "" : ", " + kind.map { names[$0] }.joined(separator: " and "))
    }
  }

  /// The rows of the trunk, without what is inside of branches, where the field is another than before.
  private static func places(_ analyzed: AnalyzedGraph) -> [AnalysisTable.Row] {
    let graph = analyzed.graph
    var last: ReceptiveField?
    return AnalysisTable(analyzed, depth: .fitting(rows: rows)).rows.filter { row in
      guard !isInBranch(row.layers, of: graph), row.field != last || last == nil else { return false }
      last = row.field
      return true
    }
  }

  /// Whether a branch holds all of some layers.
  private static func isInBranch(_ layers: Range<Int>, of graph: Graph) -> Bool {
    var scope = graph.layers[layers.lowerBound].scope
    while scope != .root {
      let range = graph[scope].range
      if graph[scope].role == .branch, range.lowerBound <= layers.lowerBound, layers.upperBound <= range.upperBound {
        return true
      }
      scope = graph[scope].parent
    }
    return false
  }

  private static func summary(_ analyzed: AnalyzedGraph, _ rows: [AnalysisTable.Row]) -> String {
    let fields = rows.map { "\($0.path) \(FieldText.short($0.field))" }
    let outputs = AnalysisSummary(analyzed).outputs.map { "\($0.name): \($0.value)" }
    return "size/stride of " + fields.joined(separator: ", ") + "; " + outputs.joined(separator: "; ")
  }
}
