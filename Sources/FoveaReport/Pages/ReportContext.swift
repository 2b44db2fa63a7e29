import Fovea
import FoveaGraph
import FoveaText

/// The values that a template of a report can show. The page `Reports` lists them.
enum ReportContext {
  /// The most rows and findings that are listed one by one.
  private static let limit = 1_000
  private static let shortTable = 24

  /// The names of the values of one network, at any depth.
  static let names: Set<String> = [
    "title", "name", "variant", "path", "source", "version", "inputs", "layers", "outputs", "value", "totals",
    "figures",
    "parameters", "macs", "flops", "weights", "activations", "graph", "charts", "cost", "field", "rows", "operator",
    "output", "share", "gates", "isFolded", "allRows", "left", "findings", "findingCount", "hasFindings", "rule",
    "severity", "message", "prose", "help", "helpProse", "line", "column", "link", "others", "conventions", "costs",
    "fields", "rewrites", "failure", "verdicts", "kept", "kernel", "becomes", "channels", "maps", "reason",
  ]

  /// The values of one network.
  ///
  /// - Parameter charts: the names of the files with its charts, `cost` and `field`.
  static func values(
    of report: NetworkReport, _ analyzed: AnalyzedGraph, charts: [String: String]
  ) -> [String: TemplateValue] {
    let network = report.network
    let summary = AnalysisSummary(analyzed)
    let short = AnalysisTable(analyzed, depth: .fitting(rows: shortTable))
    let count = analyzed.graph.layers.count - analyzed.graph.inputs.count
    let gates = GateNumbers(short)
    let isFolded = short.depth < short.maximumDepth
    let whole = isFolded ? AnalysisTable(analyzed, depth: .all).rows : []
    return [
      "title": .text(network.title),
      "name": .text(network.name),
      "variant": TemplateValue(network.variant),
      "path": TemplateValue(network.source?.path),
      "source": TemplateValue(report.source),
      "version": .text(report.version),
      "inputs": .text(summary.inputs),
      "layers": .text(Quantity.exact(count)),
      "outputs": pairs(summary.outputs),
      "totals": pairs(summary.totals),
      "figures": figures(analyzed.totals),
      "graph": .text(MermaidGraph(analyzed).text),
      "charts": ["cost": TemplateValue(charts["cost"]), "field": TemplateValue(charts["field"])],
      "rows": rows(short.rows, gates),
      "gates": TemplateValue(gates.notes(analyzed)),
      "isFolded": .flag(isFolded),
      "allRows": rows(whole, gates),
      "left": TemplateValue(whole.count > limit ? Quantity.exact(whole.count - limit) : nil),
      "findings": findings(report),
      "findingCount": .text(DiagnosticText.summary(report.findings.map(\.diagnostic))),
      "hasFindings": .flag(!report.findings.isEmpty),
      "rewrites": rewrites(report),
      "conventions": ["costs": .text(Convention.costs(network.counting)), "fields": .text(Convention.fields)],
    ]
  }

  static func pairs(_ pairs: [(name: String, value: String)]) -> TemplateValue {
    .list(pairs.map { ["name": .text($0.name), "value": .text($0.value)] })
  }

  private static func figures(_ totals: AnalyzedGraph.Totals) -> TemplateValue {
    [
      "parameters": .text(Amount(totals.parameters).text(Quantity.short)),
      "macs": .text(Amount(totals.macs).text(Quantity.short)),
      "flops": .text(Amount(totals.flops).text(Quantity.short)),
      "weights": .text(Amount(totals.weightBytes).text(Quantity.bytes)),
      "activations": .text(Amount(totals.peakActivationBytes).text(Quantity.bytes)),
    ]
  }

  private static func rows(_ rows: [AnalysisTable.Row], _ gates: GateNumbers) -> TemplateValue {
    .list(
      rows.prefix(limit).map { row in
        [
          "path": .text(row.path), "operator": .text(row.label), "output": .text(row.output.description),
          "field": .text(FieldText.short(row.field, mark: gates.mark(of: row.gate))),
          "parameters": .text(row.parameters.text(Quantity.exact)), "macs": .text(row.macs.text(Quantity.exact)),
          "share": .text(row.share.text),
        ]
      })
  }

  private static func findings(_ report: NetworkReport) -> TemplateValue {
    .list(
      report.findings.prefix(limit).map { result in
        let diagnostic = result.diagnostic
        let place = report.network.source?.position(of: diagnostic.span.start)
        let link = report.source.flatMap { source in place.map { "\(source)#L\($0.line)" } }
        return [
          "rule": .text(diagnostic.rule), "severity": .text(diagnostic.severity.rawValue),
          "message": .text(diagnostic.message), "prose": .text(MarkdownText.prose(diagnostic.message)),
          "help": TemplateValue(diagnostic.help), "helpProse": TemplateValue(diagnostic.help.map(MarkdownText.prose)),
          "line": TemplateValue(place.map { String($0.line) }),
          "column": TemplateValue(place.map { String($0.column) }),
          "link": TemplateValue(link),
          "layers": TemplateValue(result.paths.isEmpty ? nil : result.paths.prefix(3).joined(separator: ", ")),
          "others": TemplateValue(result.paths.count > 3 ? String(result.paths.count - 3) : nil),
        ]
      })
  }
}

/// The values of what can be rewritten.
extension ReportContext {
  static func rewrites(_ report: NetworkReport) -> TemplateValue {
    switch report.rewrite {
    case nil: return false
    case .failure(let failure):
      return ["failure": .text(failure.description), "rows": [], "verdicts": [], "totals": [], "kept": []]
    case .success(let rewrite):
      let words = RewriteText(rewrite)
      let columns = ["path", "kernel", "becomes", "channels", "parameters", "macs", "maps"]
      let rows = words.rows.prefix(limit).map { row in
        TemplateValue.group(Dictionary(uniqueKeysWithValues: zip(columns, row.map(TemplateValue.text))))
      }
      let kept = words.refusals.prefix(limit).map { refusal -> TemplateValue in
        [
          "layers": .text(RewriteText.list(refusal.paths)), "kernel": .text(refusal.kernel),
          "reason": .text(refusal.reason), "help": TemplateValue(refusal.help),
          "helpProse": TemplateValue(refusal.help.map(MarkdownText.prose)),
        ]
      }
      return [
        "failure": false, "rows": .list(rows), "verdicts": pairs(words.verdicts),
        "totals": pairs(rewrite.proposals.isEmpty ? [] : words.totals), "kept": .list(kept),
      ]
    }
  }
}

/// The values of the page that leads to several reports.
extension ReportContext {
  /// The names of these values, at any depth.
  static let indexNames: Set<String> = [
    "networks", "version", "title", "report", "inputs", "figures", "parameters", "macs", "flops", "weights",
    "activations", "field", "findings",
  ]

  /// - Parameter reports: the reports with the names of their files.
  static func values(of reports: [(report: NetworkReport, file: String)]) -> [String: TemplateValue] {
    let networks = reports.compactMap { report, file in
      report.network.analysis.map { analyzed -> TemplateValue in
        let fields = Set(analyzed.graph.outputs.map { FieldText.short(analyzed.receptiveFields[$0.layer]) })
        return [
          "title": .text(report.network.title), "report": .text(RelativeAddress.encoded(file)),
          "inputs": .text(AnalysisSummary(analyzed).inputs), "figures": figures(analyzed.totals),
          "field": .text(fields.sorted().joined(separator: ", ")),
          "findings": .text(
            report.findings.isEmpty ? "none" : DiagnosticText.summary(report.findings.map(\.diagnostic))),
        ]
      }
    }
    return ["networks": .list(networks), "version": .text(reports.first?.report.version ?? "")]
  }
}
