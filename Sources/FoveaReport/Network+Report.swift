public import Fovea
import FoveaText

/// The form of a report.
public enum ReportFormat: String, Hashable, Sendable, CaseIterable {
  /// A page without charts, which would be files beside it.
  case markdown
  /// A page for a browser, in one file.
  case html
  /// The figures of every layer, for programs.
  case json
  /// The figures of every layer, for spreadsheets.
  case csv
}

extension Network {
  /// The network and what lint finds in it, for others to read; nil where the network has errors.
  ///
  /// - Parameters:
  ///   - format: the form of the report.
  ///   - version: what the pages name as the version of the program.
  public func report(as format: ReportFormat, version: String = "") -> String? {
    guard analysis != nil else { return nil }
    let report = NetworkReport(self, findings: Linter().lint(self), version: version)
    do throws(ReportTemplate.Failure) {
      return switch format {
      case .markdown: try MarkdownReport().text(of: report)
      case .html: try HTMLReport().text(of: report)
      case .json: String(decoding: AnalysisJSON.bytes([self]), as: UTF8.self)
      case .csv: AnalysisCSV.text([self])
      }
    } catch {
      preconditionFailure("the templates of the program are read by its tests: \(error)")
    }
  }
}
