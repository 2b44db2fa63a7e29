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
  static func values(of report: NetworkReport, _ analyzed: AnalyzedGraph, charts: [String: String]) -> [String: Any] {
    let network = report.network
    let summary = AnalysisSummary(analyzed)
    let short = AnalysisTable(analyzed, depth: .fitting(rows: shortTable))
    let count = analyzed.graph.layers.count - analyzed.graph.inputs.count
    let gates = GateNumbers(short)
    let isFolded = short.depth < short.maximumDepth
    let whole = isFolded ? AnalysisTable(analyzed, depth: .all).rows : []
    return [
      "title": network.title,
      "name": network.name,
      "variant": network.variant as Any? ?? false,
      "path": network.source?.path as Any? ?? false,
      "source": report.source as Any? ?? false,
      "version": report.version,
      "inputs": summary.inputs,
      "layers": Quantity.exact(count),
      "outputs": summary.outputs.map { ["name": $0.name, "value": $0.value] },
      "totals": summary.totals.map { ["name": $0.name, "value": $0.value] },
      "figures": figures(analyzed.totals),
      "graph": MermaidGraph(analyzed).text,
      "charts": ["cost": charts["cost"] as Any? ?? false, "field": charts["field"] as Any? ?? false],
      "rows": rows(short.rows, gates),
      "gates": gates.notes(analyzed),
      "isFolded": isFolded,
      "allRows": rows(whole, gates),
      "left": whole.count > limit ? Quantity.exact(whole.count - limit) as Any : false,
      "findings": findings(report),
      "findingCount": DiagnosticText.summary(report.findings.map(\.diagnostic)),
      "hasFindings": !report.findings.isEmpty,
      "rewrites": rewrites(report) as Any? ?? false,
      "conventions": ["costs": Convention.costs(network.counting), "fields": Convention.fields],
    ]
  }

  private static func figures(_ totals: AnalyzedGraph.Totals) -> [String: Any] {
    [
      "parameters": Amount(totals.parameters).text(Quantity.short),
      "macs": Amount(totals.macs).text(Quantity.short),
      "flops": Amount(totals.flops).text(Quantity.short),
      "weights": Amount(totals.weightBytes).text(Quantity.bytes),
      "activations": Amount(totals.peakActivationBytes).text(Quantity.bytes),
    ]
  }

  private static func rows(_ rows: [AnalysisTable.Row], _ gates: GateNumbers) -> [[String: Any]] {
    rows.prefix(limit).map { row in
      [
        "path": row.path, "operator": row.label, "output": row.output.description,
        "field": FieldText.short(row.field, mark: gates.mark(of: row.gate)),
        "parameters": row.parameters.text(Quantity.exact), "macs": row.macs.text(Quantity.exact),
        "share": row.share.text,
      ]
    }
  }

  private static func findings(_ report: NetworkReport) -> [[String: Any]] {
    report.findings.prefix(limit).map { result in
      let diagnostic = result.diagnostic
      let place = report.network.source?.position(of: diagnostic.span.start)
      return [
        "rule": diagnostic.rule, "severity": diagnostic.severity.rawValue, "message": diagnostic.message,
        "prose": MarkdownText.prose(diagnostic.message), "help": diagnostic.help as Any? ?? false,
        "helpProse": diagnostic.help.map(MarkdownText.prose) as Any? ?? false,
        "line": place.map { String($0.line) } as Any? ?? false,
        "column": place.map { String($0.column) } as Any? ?? false,
        "link": report.source.flatMap { source in place.map { "\(source)#L\($0.line)" } } as Any? ?? false,
        "layers": result.paths.isEmpty ? false : result.paths.prefix(3).joined(separator: ", ") as Any,
        "others": result.paths.count > 3 ? String(result.paths.count - 3) as Any : false,
      ]
    }
  }
}

/// The values of what can be rewritten.
extension ReportContext {
  static func rewrites(_ report: NetworkReport) -> [String: Any]? {
    switch report.rewrite {
    case nil: return nil
    case .failure(let failure):
      return ["failure": failure.description, "rows": [], "verdicts": [], "totals": [], "kept": []]
    case .success(let rewrite):
      let words = RewriteText(rewrite)
      let columns = ["path", "kernel", "becomes", "channels", "parameters", "macs", "maps"]
      func pairs(_ list: [(name: String, value: String)]) -> [[String: Any]] {
        list.map { ["name": $0.name, "value": $0.value] }
      }
      return [
        "failure": false,
        "rows": words.rows.prefix(limit).map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) as [String: Any] },
        "verdicts": pairs(words.verdicts), "totals": pairs(rewrite.proposals.isEmpty ? [] : words.totals),
        "kept": words.refusals.prefix(limit).map { refusal -> [String: Any] in
          [
            "layers": RewriteText.list(refusal.paths), "kernel": refusal.kernel, "reason": refusal.reason,
            "help": refusal.help as Any? ?? false, "helpProse": refusal.help.map(MarkdownText.prose) as Any? ?? false,
          ]
        },
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
  static func values(of reports: [(report: NetworkReport, file: String)]) -> [String: Any] {
    let networks = reports.compactMap { report, file in
      report.network.analysis.map { analyzed -> [String: Any] in
        [
          "title": report.network.title, "report": RelativeAddress.encoded(file),
          "inputs": AnalysisSummary(analyzed).inputs, "figures": figures(analyzed.totals),
          "field": Set(analyzed.graph.outputs.map { FieldText.short(analyzed.receptiveFields[$0.layer]) })
            .sorted().joined(separator: ", "),
          "findings": report.findings.isEmpty ? "none" : DiagnosticText.summary(report.findings.map(\.diagnostic)),
        ]
      }
    }
    return ["networks": networks, "version": reports.first?.report.version ?? ""]
  }
}
