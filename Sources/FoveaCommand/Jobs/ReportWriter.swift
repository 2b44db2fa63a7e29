import FoveaReport

/// What writes reports in one of the formats.
enum ReportWriter: Sendable {
  case markdown(MarkdownReport)
  case html(HTMLReport)

  /// The extension of the page of a report.
  var fileExtension: String {
    switch self {
    case .markdown: "md"
    case .html: "html"
    }
  }

  /// The report of one network alone.
  func text(of report: NetworkReport) throws(ReportTemplate.Failure) -> String? {
    switch self {
    case .markdown(let writer): try writer.text(of: report)
    case .html(let writer): try writer.text(of: report)
    }
  }

  /// The report of one network with the files beside it, the page first.
  func files(of report: NetworkReport, name: String) throws(ReportTemplate.Failure) -> [NetworkReport.File] {
    switch self {
    case .markdown(let writer): try writer.files(of: report, name: name)
    case .html(let writer):
      try writer.text(of: report).map { [NetworkReport.File(name: "\(name).\(fileExtension)", text: $0)] } ?? []
    }
  }

  /// The page that leads to several reports.
  func index(
    of reports: [(report: NetworkReport, file: String)]
  ) throws(ReportTemplate.Failure) -> NetworkReport.File {
    switch self {
    case .markdown(let writer): try writer.index(of: reports)
    case .html(let writer): try writer.index(of: reports)
    }
  }
}
