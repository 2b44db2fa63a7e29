package import Fovea
package import FoveaGraph
package import FoveaText

/// An analysis as text for a terminal: a table, the outputs, the totals and the findings.
package enum AnalysisText {
  /// The lines that stand around the rows.
  private static let surroundings = 18
  private static let bar = (narrow: 6, wide: 16)

  /// Renders an analysis.
  ///
  /// - Parameters:
  ///   - depth: how far blocks are unfolded; as far as `height` allows where nil.
  ///   - width: the columns of the terminal; no line of the table or of the totals is longer.
  ///   - height: the lines of the terminal.
  ///   - showsConvention: whether the text says how the figures are counted.
  package static func render(
    _ network: Network, depth: AnalysisTable.Depth? = nil, width: Int, height: Int, showsConvention: Bool = true
  ) -> StyledText {
    let width = max(20, width)
    var text = header(network, width: width)
    if let analyzed = network.analysis {
      let table = AnalysisTable(analyzed, depth: depth ?? .fitting(rows: max(1, height - surroundings)))
      let summary = AnalysisSummary(analyzed)
      text.append(facts(analyzed, table, summary, width: width))
      text.append("\n")
      text.append(rows(table, totals: analyzed.totals, analyzed, width: width))
      text.append("\n")
      text.append(outputs(summary, width: width))
      text.append("\n")
      text.append(totals(summary, width: width))
      if showsConvention { text.append(convention(network.counting, width: width)) }
    }
    if !network.diagnostics.isEmpty {
      text.append("\n")
      text.append(DiagnosticText.text(network.diagnostics, in: network.source, width: width))
      text.append("\n" + DiagnosticText.summary(network.diagnostics) + "\n", .strong)
    }
    return text
  }

  /// How figures are counted, below an empty line.
  package static func convention(_ options: AnalyzedGraph.Options, width: Int) -> StyledText {
    StyledText("\n" + ColumnText.wrapped(words: Convention.text(options), width: max(20, width)) + "\n", .dim)
  }

  private static func header(_ network: Network, width: Int) -> StyledText {
    let title = ColumnText.shortened(VisibleText.escape(network.title), to: width)
    var text = StyledText(title, .strong)
    let room = width - ColumnText.width(title) - 2
    if let path = network.source.map({ VisibleText.escape($0.path) }), room >= 16 {
      text.append("  " + ColumnText.shortened(path, to: room), .dim)
    }
    text.append("\n")
    return text
  }

  private static func facts(
    _ analyzed: AnalyzedGraph, _ table: AnalysisTable, _ summary: AnalysisSummary, width: Int
  ) -> StyledText {
    let count = analyzed.graph.layers.count - analyzed.graph.inputs.count
    var facts = summary.inputs + " · \(Quantity.exact(count)) \(count == 1 ? "layer" : "layers")"
    if table.depth < table.maximumDepth { facts += " · depth \(table.depth) of \(table.maximumDepth)" }
    return StyledText(ColumnText.wrapped(words: VisibleText.escape(facts), width: width) + "\n")
  }

  private static func rows(
    _ table: AnalysisTable, totals: AnalyzedGraph.Totals, _ analyzed: AnalyzedGraph, width: Int
  ) -> StyledText {
    let gates = GateNumbers(table)
    let rows = table.rows
    var path = TextTable.Column(
      title: "layer", isRight: false, role: .plain, cells: rows.map { VisibleText.escape($0.path) }, footer: "total",
      floor: 20)
    if width < 70 { path.floor = 12 }
    let label = TextTable.Column(
      title: "operator", isRight: false, role: .dim, cells: rows.map { VisibleText.escape($0.label) }, floor: 11,
      priority: 3)
    let columns = [
      path, label,
      TextTable.Column(title: "output", isRight: true, role: .plain, cells: rows.map(\.output.description)),
      TextTable.Column(
        title: "field", isRight: true, role: .plain,
        cells: rows.map { FieldText.short($0.field, mark: gates.mark(of: $0.gate)) }),
      TextTable.Column(
        title: "params", isRight: true, role: .plain, cells: rows.map { $0.parameters.text(Quantity.short) },
        footer: Amount(totals.parameters).text(Quantity.short)),
      TextTable.Column(
        title: "macs", isRight: true, role: .plain, cells: rows.map { $0.macs.text(Quantity.short) },
        footer: Amount(totals.macs).text(Quantity.short)),
      TextTable.Column(title: "share", isRight: true, role: .plain, cells: rows.map(\.share.text), priority: 2),
      TextTable.Column(
        title: "", isRight: false, role: .bar, cells: bars(rows, width: bar.wide),
        narrowCells: bars(rows, width: bar.narrow), priority: 1),
    ]
    var text = TextTable.text(columns, width: width)
    let notes = gates.notes(analyzed)
    if !notes.isEmpty {
      text.append("global through ", .dim)
      text.append(
        ColumnText.wrapped(notes.map(VisibleText.escape), separator: "  ", indent: 15, width: width) + "\n", .dim)
    }
    return text
  }

  /// A bar for each row's share, the longest for the largest.
  private static func bars(_ rows: [AnalysisTable.Row], width: Int) -> [String] {
    let largest = rows.compactMap(\.share.fraction).max() ?? 0
    let blocks = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return rows.map { row in
      guard let fraction = row.share.fraction, largest > 0 else { return "" }
      let eighths = Int((fraction / largest * Double(8 * width)).rounded())
      return String(repeating: "█", count: eighths / 8) + blocks[eighths % 8]
    }
  }

  private static func outputs(_ summary: AnalysisSummary, width: Int) -> StyledText {
    var text = StyledText()
    for (name, value) in summary.outputs {
      text.append(
        ColumnText.wrapped(words: VisibleText.escape("\(name): \(value)"), indent: 2, width: width) + "\n")
    }
    return text
  }

  private static func totals(_ summary: AnalysisSummary, width: Int) -> StyledText {
    let totals = summary.totals
    let indent = 2 + (totals.map { ColumnText.width($0.name) }.max() ?? 0)
    var text = StyledText()
    for (name, value) in totals {
      text.append(ColumnText.padded(name, to: indent, isRight: false), .strong)
      text.append(ColumnText.wrapped(words: VisibleText.escape(value), indent: indent, width: width) + "\n")
    }
    return text
  }
}
