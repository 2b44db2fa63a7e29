package import FoveaGraph
package import FoveaText

/// Findings as text for people: the place, the message, the line with a mark, and what explains or helps.
///
/// ```
/// specs/net.yaml:12:25: error: kernel 7 is larger than the padded input 5x5 [kernel-exceeds-input]
///    |
/// 12 |   - conv: {out: 64, kernel: 7}
///    |                             ^ 7 > 5
///    = help: pad the input
/// ```
package enum DiagnosticText {
  /// Columns of a source line that are shown; a longer line is cut around the mark.
  package static let sourceWidth = 100

  /// One finding, ending with a line break. Without a source there is no place and no line.
  ///
  /// - Parameter width: the columns at which lines break between words; nil where they do not.
  package static func text(_ diagnostic: Diagnostic, in source: SourceText?, width: Int? = nil) -> StyledText {
    let severity = role(of: diagnostic.severity)
    let gutter = gutterWidth(diagnostic, source)
    var line = FoldedText(indent: gutter + 3, width: width)
    if let source { line.append(place(diagnostic.span, source) + " ", .strong) }
    line.append(diagnostic.severity.rawValue + ":", severity)
    line.append(" " + VisibleText.escape(diagnostic.message), .strong)
    line.append(" [" + VisibleText.escape(diagnostic.rule) + "]", .dim)
    var text = line.text
    text.append("\n")
    if let source {
      text.append(frame(diagnostic.span, source, gutter, label: diagnostic.label, severity, width))
    }
    for note in diagnostic.notes where source == nil || note.span == nil {
      text.append(remark("note", .note, note.message, gutter, width))
    }
    if let help = diagnostic.help { text.append(remark("help", .help, help, gutter, width)) }
    if let source {
      for note in diagnostic.notes {
        guard let span = note.span else { continue }
        var line = FoldedText(indent: gutter + 3, width: width)
        line.append(place(span, source) + " ", .strong)
        line.append("note:", .note)
        line.append(" " + VisibleText.escape(note.message))
        text.append(line.text)
        text.append("\n")
        text.append(frame(span, source, gutter, label: nil, .note, width))
      }
    }
    return text
  }

  /// Several findings with a blank line between them.
  package static func text(_ diagnostics: [Diagnostic], in source: SourceText?, width: Int? = nil) -> StyledText {
    var text = StyledText()
    for diagnostic in diagnostics {
      if !text.pieces.isEmpty { text.append("\n") }
      text.append(Self.text(diagnostic, in: source, width: width))
    }
    return text
  }

  /// How many findings there are of each severity, such as `2 errors, 1 warning`.
  package static func summary(_ diagnostics: [Diagnostic]) -> String {
    let parts = Diagnostic.Severity.allCases.compactMap { severity -> String? in
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(name(of: severity, isOne: count == 1))"
    }
    return parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
  }

  private static func frame(
    _ span: SourceSpan, _ source: SourceText, _ gutter: Int, label: String?, _ role: StyledText.Role, _ width: Int?
  ) -> StyledText {
    guard source.bytes.count > source.contentStart else { return StyledText() }
    // The signs that a line is cut at both of its ends take two columns.
    let room = width.map { min(sourceWidth, max(20, $0 - gutter - 5)) } ?? sourceWidth
    let window = SourceWindow(span, in: source, width: room)
    let number = String(source.position(of: span.start).line)
    var text = StyledText(spaces(gutter) + " |\n", .bar)
    text.append(spaces(gutter - number.utf8.count) + number + " |", .bar)
    text.append(window.text.isEmpty ? "\n" : " " + window.text + "\n")
    var mark = StyledText(spaces(gutter) + " | ", .bar)
    mark.append(spaces(window.markColumn))
    mark.append(String(repeating: "^", count: window.markWidth), role)
    var line = FoldedText(mark, indent: gutter + 3, width: width)
    if let label, !label.isEmpty { line.append(" " + VisibleText.escape(label), role) }
    text.append(line.text)
    text.append("\n")
    return text
  }

  private static func remark(
    _ word: String, _ role: StyledText.Role, _ message: String, _ gutter: Int, _ width: Int?
  ) -> StyledText {
    var line = FoldedText(StyledText(spaces(gutter) + " = ", .bar), indent: gutter + 3, width: width)
    line.append(word + ":", role)
    line.append(" " + VisibleText.escape(message))
    var text = line.text
    text.append("\n")
    return text
  }

  private static func place(_ span: SourceSpan, _ source: SourceText) -> String {
    let (line, column) = source.position(of: span.start)
    return "\(VisibleText.escape(source.path)):\(line):\(column):"
  }

  /// The widest line number of a finding, so that its frames stand in one column.
  private static func gutterWidth(_ diagnostic: Diagnostic, _ source: SourceText?) -> Int {
    guard let source else { return 1 }
    let spans = [diagnostic.span] + diagnostic.notes.compactMap(\.span)
    return spans.map { String(source.position(of: $0.start).line).utf8.count }.max() ?? 1
  }

  private static func role(of severity: Diagnostic.Severity) -> StyledText.Role {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .info: .info
    }
  }

  private static func name(of severity: Diagnostic.Severity, isOne: Bool) -> String {
    switch severity {
    case .error: isOne ? "error" : "errors"
    case .warning: isOne ? "warning" : "warnings"
    case .info: isOne ? "remark" : "remarks"
    }
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
