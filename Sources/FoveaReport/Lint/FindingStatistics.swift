import Fovea
import FoveaGraph
package import FoveaText

/// How often each rule has something to say.
package enum FindingStatistics {
  private struct Row {
    let rule: String
    var severity: Diagnostic.Severity
    var places = 0
    var layers = 0
    var files = 0
    var fixable = 0
  }

  /// A table, the rule with the most findings first.
  package static func text(_ report: LintReport, width: Int) -> StyledText {
    let rows = rows(of: report)
    var text = StyledText()
    if !rows.isEmpty {
      func number(_ title: String, _ value: (Row) -> Int) -> TextTable.Column {
        TextTable.Column(title: title, isRight: true, role: .plain, cells: rows.map { Quantity.exact(value($0)) })
      }
      text.append(
        TextTable.text(
          [
            number("findings", \.places), number("layers", \.layers), number("files", \.files),
            number("fixable", \.fixable),
            TextTable.Column(
              title: "severity", isRight: false, role: .plain, cells: rows.map(\.severity.rawValue)),
            TextTable.Column(title: "rule", isRight: false, role: .strong, cells: rows.map(\.rule)),
          ], width: width))
      text.append("\n")
    }
    text.append(FindingText.summary(report) + "\n", .strong)
    return text
  }

  /// The same as an array of objects.
  package static func json(_ report: LintReport) -> StyledText {
    var json = JSONWriter()
    json.array { json in
      for row in rows(of: report) {
        json.object(.inline) { json in
          json.member("rule", row.rule)
          json.member("severity", row.severity.rawValue)
          json.member("findings", row.places)
          json.member("layers", row.layers)
          json.member("files", row.files)
          json.member("fixable", row.fixable)
        }
      }
    }
    json.end()
    return StyledText(String(decoding: json.bytes, as: UTF8.self))
  }

  /// The greatest severity of a rule's findings stands for it.
  private static func rows(of report: LintReport) -> [Row] {
    let order = Diagnostic.Severity.allCases
    func rank(_ severity: Diagnostic.Severity) -> Int { order.firstIndex(of: severity) ?? 0 }
    var rows: [String: Row] = [:]
    for file in report.files {
      var seen: Set<String> = []
      for result in file.results {
        let found = result.diagnostic
        var row = rows[found.rule] ?? Row(rule: found.rule, severity: found.severity)
        if rank(found.severity) < rank(row.severity) { row.severity = found.severity }
        row.places += 1
        row.layers += result.paths.count
        if seen.insert(found.rule).inserted { row.files += 1 }
        if found.isFixable(.safe) { row.fixable += 1 }
        rows[found.rule] = row
      }
    }
    return rows.values.sorted { ($1.places, $0.rule) < ($0.places, $1.rule) }
  }
}
