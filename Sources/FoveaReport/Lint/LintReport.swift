package import Fovea
package import FoveaGraph
package import FoveaText

/// The findings in several descriptions, as every format prints them.
package struct LintReport: Sendable {
  /// The descriptions in the order of their paths.
  package let files: [LintedFile]
  /// The version of the program.
  package let version: String

  /// Creates a report; the files are put in the order of their paths.
  package init(_ files: [LintedFile], version: String) {
    self.files = files.sorted { $0.source.path < $1.source.path }
    self.version = version
  }

  /// How many findings of a severity there are.
  package func count(of severity: Diagnostic.Severity) -> Int { files.reduce(0) { $0 + $1.count(of: severity) } }

  /// The formats.
  package enum Format: String, FormatChoice {
    case text, concise, json, jsonl, sarif, github, junit, checkstyle, markdown
  }

  /// The report in a format.
  ///
  /// - Parameters:
  ///   - width: the columns of lines for people, which break at words; nil where they are not broken.
  ///   - hasSummary: whether people are told how many findings there are.
  package func rendered(as format: Format, width: Int? = nil, hasSummary: Bool = true) -> StyledText {
    switch format {
    case .text: FindingText.render(self, width: width, hasSummary: hasSummary)
    case .concise: StyledText(FindingLines.render(self))
    case .json: StyledText(FindingJSON.render(self))
    case .jsonl: StyledText(FindingJSON.renderLines(self))
    case .sarif: StyledText(FindingSARIF.render(self))
    case .github: StyledText(FindingAnnotations.render(self))
    case .junit: StyledText(FindingJUnit.render(self))
    case .checkstyle: StyledText(FindingCheckstyle.render(self))
    case .markdown: StyledText(FindingMarkdown.render(self))
    }
  }
}

/// A place on one line, all numbers from 1; columns count Unicode scalars.
struct LinePlace: Hashable {
  let line: Int
  let column: Int
  /// The column just past the last character, on the same line.
  let endColumn: Int

  init(_ span: SourceSpan, in source: SourceText) {
    (line, column) = source.position(of: span.start)
    let end = min(Int(span.end), source.range(ofLine: line).upperBound)
    let start = min(Int(span.start), source.bytes.count)
    endColumn = column + (end > start ? source.bytes[start..<end].count { $0 & 0xC0 != 0x80 } : 0)
  }
}

extension LintedFile.Result {
  /// The layers in one phrase; nil where there are none.
  var whereabouts: String? {
    guard let first = paths.first else { return nil }
    let others = paths.dropFirst().prefix(2).map { "`\($0)`" }
    let rest = paths.count - 1 - others.count
    return "in `\(first)`" + others.map { ", " + $0 }.joined() + (rest > 0 ? " and \(rest) more" : "")
  }

  /// The message with the layers, where several have the finding or one is in a block.
  var wholeMessage: String {
    guard let whereabouts, paths.count > 1 || paths.contains(where: { $0.contains(".") }) else {
      return diagnostic.message
    }
    return "\(diagnostic.message), \(whereabouts)"
  }
}
