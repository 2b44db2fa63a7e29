import Fovea
import FoveaGraph
import FoveaText

/// Findings as workflow commands of GitHub Actions: `::error file=…,line=…,col=…,endColumn=…,title=…::message`.
enum FindingAnnotations {
  static func render(_ report: LintReport) -> String {
    var text = ""
    for file in report.files {
      for result in file.results {
        let diagnostic = result.diagnostic
        let place = LinePlace(diagnostic.span, in: file.source)
        let message = result.wholeMessage + (diagnostic.help.map { "\n\($0)" } ?? "")
        text +=
          "::\(command(diagnostic.severity)) file=\(property(file.source.path)),line=\(place.line),"
          + "endLine=\(place.line),col=\(place.column),endColumn=\(max(place.endColumn, place.column)),"
          + "title=\(property("fovea " + diagnostic.rule))::\(data(message))\n"
      }
    }
    return text
  }

  private static func command(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  /// What stands after the last `::`: a per cent sign and line breaks are encoded, other controls are shown.
  private static func data(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "%": result += "%25"
      case "\n": result += "%0A"
      case "\r": result += "%0D"
      default: result += VisibleText.escape(String(Character(scalar)))
      }
    }
  }

  /// The value of a property, where a colon and a comma would end it.
  private static func property(_ text: String) -> String {
    data(text).reduce(into: "") { $0 += $1 == ":" ? "%3A" : $1 == "," ? "%2C" : String($1) }
  }
}
