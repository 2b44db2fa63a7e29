package import FoveaText

/// A report for people, documents and programs.
package protocol SummaryReport {
  /// A report for a terminal of `width` columns.
  func text(width: Int) -> StyledText
  /// A section of GitHub Markdown.
  var markdown: String { get }
  /// Writes an object.
  func write(to json: inout JSONWriter)
}

extension SummaryReport {
  /// The report as JSON.
  package var json: String {
    var json = JSONWriter()
    write(to: &json)
    json.end()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
