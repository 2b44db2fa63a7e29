import Fovea
import FoveaGraph
import FoveaText

/// One line for each finding, for problem matchers: `path:line:column: severity: message [rule]`.
enum FindingLines {
  static func render(_ report: LintReport) -> String {
    var text = ""
    for file in report.files {
      let path = VisibleText.escape(file.source.path)
      for result in file.results {
        let place = LinePlace(result.diagnostic.span, in: file.source)
        text +=
          "\(path):\(place.line):\(place.column): \(result.diagnostic.severity.rawValue): "
          + "\(VisibleText.escape(result.wholeMessage)) [\(result.diagnostic.rule)]\n"
      }
    }
    return text
  }
}
