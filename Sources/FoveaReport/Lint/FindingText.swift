import Fovea
package import FoveaGraph
package import FoveaText

/// Findings for people at a terminal: the line with a mark, notes and help.
enum FindingText {
  static func render(_ report: LintReport, width: Int?, hasSummary: Bool) -> StyledText {
    var text = StyledText()
    for file in report.files {
      for result in file.results {
        var diagnostic = result.diagnostic
        if let whereabouts = result.whereabouts { diagnostic.notes.append(Diagnostic.Note(whereabouts)) }
        text.append(DiagnosticText.text(diagnostic, in: file.source, width: width))
        text.append("\n")
      }
    }
    if hasSummary { text.append(summary(report) + "\n", .strong) }
    return text
  }

  /// How many findings there are, in one line.
  static func summary(_ report: LintReport) -> String {
    let findings = DiagnosticText.summary(report.files.flatMap { $0.results.map(\.diagnostic) })
    let suppressed = report.files.reduce(0) { $0 + $1.suppressed }
    let known = report.files.reduce(0) { $0 + $1.known.count }
    let fixable = report.files.reduce(0) { $0 + $1.results.count { $0.diagnostic.isFixable(.safe) } }
    var parts = ["\(findings) in \(report.files.count) \(report.files.count == 1 ? "file" : "files")"]
    if fixable > 0 { parts.append("\(fixable) fixable with --fix") }
    if suppressed > 0 { parts.append("\(suppressed) silenced by comments") }
    if known > 0 { parts.append("\(known) in the baseline") }
    return parts.joined(separator: "; ")
  }
}

extension Diagnostic {
  /// Whether some fix can be applied when those up to an applicability are wanted.
  package func isFixable(_ applicability: FixIt.Applicability) -> Bool {
    fixIts.contains { $0.applicability == .safe || $0.applicability == applicability && applicability != .displayOnly }
  }
}
