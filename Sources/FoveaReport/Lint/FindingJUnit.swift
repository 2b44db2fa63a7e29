import Fovea
import FoveaGraph
import FoveaText

/// Findings as JUnit's XML: a description is a suite, a finding a failed test; a clean description has one passed test.
enum FindingJUnit {
  static func render(_ report: LintReport) -> String {
    let tests = report.files.reduce(0) { $0 + max(1, $1.results.count) }
    let failures = report.files.reduce(0) { $0 + $1.results.count }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"fovea lint\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"0\">\n"
    for file in report.files {
      let path = XMLText.escape(file.source.path)
      text +=
        "  <testsuite name=\"\(path)\" tests=\"\(max(1, file.results.count))\" "
        + "failures=\"\(file.results.count)\" errors=\"0\" skipped=\"0\">\n"
      if file.results.isEmpty { text += "    <testcase name=\"lint\" classname=\"\(path)\"/>\n" }
      for result in file.results { text += testCase(result, of: file, path: path) }
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  private static func testCase(_ result: LintedFile.Result, of file: LintedFile, path: String) -> String {
    let diagnostic = result.diagnostic
    let place = LinePlace(diagnostic.span, in: file.source)
    let message = XMLText.escape(result.wholeMessage)
    let help = diagnostic.help.map { "\n" + XMLText.escape($0) } ?? ""
    let rule = XMLText.escape(diagnostic.rule)
    return """
          <testcase name="\(rule) at \(place.line):\(place.column)" classname="\(path)" file="\(path)" line="\(place.line)">
            <failure type="\(diagnostic.severity.rawValue)" message="\(message)">\(path):\(place.line):\(place.column): \
      \(message)\(help)</failure>
          </testcase>

      """
  }
}
