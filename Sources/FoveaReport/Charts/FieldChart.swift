package import Fovea
import FoveaGraph

/// The growth of the receptive field along a network, block by block in execution order.
package enum FieldChart {
  /// Blocks are unfolded as long as they give at most this many rows.
  private static let rows = 60

  /// The chart of an analysis; nil where the network could not be built, or has no spatial axis.
  package static func chart(of analysis: Analysis) -> LineChart? {
    guard let analyzed = analysis.graph else { return nil }
    let graph = analyzed.graph
    let rows = places(analyzed)
    let axes = rows.map { $0.field?.axes }
    guard let rank = axes.compactMap({ $0?.count }).max(), rank > 0 else { return nil }
    let isUniform = axes.allSatisfy { $0?.uniform != nil || ($0?.isEmpty ?? true) }
    var chart = LineChart(
      title: "Receptive field of \(analysis.title)", summary: summary(analyzed, rows),
      x: ChartAxis("layers and blocks in execution order", unit: .plain(""), hasZero: false),
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
    chart.places = rows.enumerated().map { ($0.element.path, Double($0.offset)) }
    return chart
  }

  /// The rows of the trunk, without what is inside of branches, where the field is another than before.
  private static func places(_ analyzed: AnalyzedGraph) -> [AnalysisTable.Row] {
    let graph = analyzed.graph
    var isInBranch: [Bool] = []
    for scope in graph.scopes {
      isInBranch.append(scope.role == .branch || (isInBranch.isEmpty ? false : isInBranch[scope.parent.position]))
    }
    var last: ReceptiveField?
    return AnalysisTable(analyzed, depth: .fitting(rows: rows)).rows.filter { row in
      // The scope of the first layer is that of the row, or one inside the block that the row stands for.
      let scope = graph.layers[row.layers.lowerBound].scope
      let outer = row.layers.count == 1 ? scope : enclosing(scope, of: row.layers, in: graph)
      guard !isInBranch[outer.position], row.field != last || last == nil else { return false }
      last = row.field
      return true
    }
  }

  /// The scope around a block that holds exactly some layers.
  private static func enclosing(_ scope: ScopeID, of layers: Range<Int>, in graph: Graph) -> ScopeID {
    var scope = scope
    while scope != .root, layers.lowerBound <= graph[scope].range.lowerBound,
      graph[scope].range.upperBound <= layers.upperBound
    {
      scope = graph[scope].parent
    }
    return scope
  }

  private static func summary(_ analyzed: AnalyzedGraph, _ rows: [AnalysisTable.Row]) -> String {
    let fields = rows.map { "\($0.path) \(FieldText.short($0.field))" }
    let outputs = AnalysisSummary(analyzed).outputs.map { "\($0.name): \($0.value)" }
    return "size/stride of " + fields.joined(separator: ", ") + "; " + outputs.joined(separator: "; ")
  }
}
