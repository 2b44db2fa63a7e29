import Fovea
import FoveaGraph

/// Reports in Markdown, with their charts as files beside them.
package struct MarkdownReport: Sendable {
  private let page: ReportTemplate
  private let index: ReportTemplate

  /// Creates reports by the template of the program, or by another one.
  ///
  /// - Throws: where the template cannot be read.
  package init(template: String? = nil) throws(ReportTemplate.Failure) {
    page = try ReportTemplate(
      template ?? String(decoding: PackageResources.report_md_mustache, as: UTF8.self), content: .markdown,
      names: ReportContext.names)
    index = try ReportTemplate(
      String(decoding: PackageResources.index_md_mustache, as: UTF8.self), content: .markdown,
      names: ReportContext.indexNames)
  }

  /// The report of one network, without files beside it; nil where the network could not be built.
  package func text(of report: NetworkReport) throws(ReportTemplate.Failure) -> String? {
    guard let analyzed = report.network.analysis else { return nil }
    return try page.render(ReportContext.values(of: report, analyzed, charts: [:]))
  }

  /// The report of one network with its charts; nothing where the network could not be built.
  ///
  /// - Parameter name: the name of the files, without extension.
  package func files(of report: NetworkReport, name: String) throws(ReportTemplate.Failure) -> [NetworkReport.File] {
    guard let analyzed = report.network.analysis else { return [] }
    var files: [NetworkReport.File] = []
    var charts: [String: String] = [:]
    func add(_ chart: String, _ svg: String?) {
      guard let svg else { return }
      let file = "\(name)-\(chart).svg"
      charts[chart] = RelativeAddress.encoded(file)
      files.append(NetworkReport.File(name: file, text: svg))
    }
    add("cost", CostChart.chart(of: report.network)?.svg)
    add("field", FieldChart.chart(of: report.network)?.svg)
    let values = ReportContext.values(of: report, analyzed, charts: charts)
    return [NetworkReport.File(name: name + ".md", text: try page.render(values))] + files
  }

  /// The page that leads to several reports.
  ///
  /// - Parameter reports: the reports with the names of their files.
  package func index(
    of reports: [(report: NetworkReport, file: String)]
  ) throws(ReportTemplate.Failure) -> NetworkReport.File {
    NetworkReport.File(name: "index.md", text: try index.render(ReportContext.values(of: reports)))
  }
}
