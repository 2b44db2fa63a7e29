import Fovea
import FoveaGraph
import FoveaText

/// Findings as Checkstyle's XML.
enum FindingCheckstyle {
  static func render(_ report: LintReport) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n"
    for file in report.files {
      text += "  <file name=\"\(XMLText.escape(file.source.path))\">\n"
      for result in file.results {
        let place = LinePlace(result.diagnostic.span, in: file.source)
        text +=
          "    <error line=\"\(place.line)\" column=\"\(place.column)\" "
          + "severity=\"\(result.diagnostic.severity.rawValue)\" message=\"\(XMLText.escape(result.wholeMessage))\" "
          + "source=\"fovea.\(XMLText.escape(result.diagnostic.rule))\"/>\n"
      }
      text += "  </file>\n"
    }
    return text + "</checkstyle>\n"
  }
}
