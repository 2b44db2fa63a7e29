import Fovea
import FoveaGraph
import FoveaText

/// Findings as a table for a comment or a summary.
enum FindingMarkdown {
  static func render(_ report: LintReport) -> String {
    let findings = report.files.flatMap { file in file.results.map { (file, $0) } }
    let summary = DiagnosticText.summary(findings.map { $0.1.diagnostic })
    var text = "**fovea lint**: \(summary) in \(report.files.count) \(report.files.count == 1 ? "file" : "files")\n"
    guard !findings.isEmpty else { return text }
    text += "\n| Place | Severity | Rule | Finding |\n| --- | --- | --- | --- |\n"
    for (file, result) in findings {
      let place = LinePlace(result.diagnostic.span, in: file.source)
      text +=
        "| \(code("\(file.source.path):\(place.line):\(place.column)")) | \(result.diagnostic.severity.rawValue) | "
        + "\(code(result.diagnostic.rule)) | \(prose(result.wholeMessage)) |\n"
    }
    return text
  }

  /// Prose of which the parts between back-ticks are code; nothing else is markup.
  private static func prose(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    return parts.enumerated().map { index, part in
      if index % 2 == 1 { return index == parts.count - 1 ? "\\`" + plain(part) : code(part) }
      return plain(part)
    }.joined()
  }

  private static func plain(_ text: String) -> String {
    VisibleText.escape(text).unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "#", "|", "!", "~", "@": result += "\\" + String(Character(scalar))
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  private static func code(_ text: String) -> String {
    let shown = VisibleText.escape(text).replacing("`", with: "'").replacing("|", with: "\\|")
    return shown.isEmpty ? "" : "`\(shown)`"
  }
}
