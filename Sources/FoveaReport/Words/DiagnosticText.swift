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
  package static func text(_ diagnostic: Diagnostic, in source: SourceText?) -> StyledText {
    let severity = role(of: diagnostic.severity)
    let gutter = gutterWidth(diagnostic, source)
    var text = StyledText()
    if let source { text.append(place(diagnostic.span, source) + " ", .strong) }
    text.append(diagnostic.severity.rawValue + ":", severity)
    text.append(" " + VisibleText.escape(diagnostic.message), .strong)
    text.append(" [" + VisibleText.escape(diagnostic.rule) + "]\n", .dim)
    if let source {
      text.append(frame(diagnostic.span, source, gutter, label: diagnostic.label, severity))
    }
    for note in diagnostic.notes where source == nil || note.span == nil {
      text.append(remark("note", .note, note.message, gutter))
    }
    if let help = diagnostic.help { text.append(remark("help", .help, help, gutter)) }
    if let source {
      for note in diagnostic.notes {
        guard let span = note.span else { continue }
        text.append(place(span, source) + " ", .strong)
        text.append("note:", .note)
        text.append(" " + VisibleText.escape(note.message) + "\n")
        text.append(frame(span, source, gutter, label: nil, .note))
      }
    }
    return text
  }

  /// Several findings with a blank line between them.
  package static func text(_ diagnostics: [Diagnostic], in source: SourceText?) -> StyledText {
    var text = StyledText()
    for diagnostic in diagnostics {
      if !text.pieces.isEmpty { text.append("\n") }
      text.append(Self.text(diagnostic, in: source))
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
    _ span: SourceSpan, _ source: SourceText, _ gutter: Int, label: String?, _ role: StyledText.Role
  ) -> StyledText {
    guard source.bytes.count > source.contentStart else { return StyledText() }
    let window = SourceWindow(span, in: source, width: sourceWidth)
    let number = String(source.position(of: span.start).line)
    var text = StyledText(spaces(gutter) + " |\n", .bar)
    text.append(spaces(gutter - number.utf8.count) + number + " |", .bar)
    text.append(window.text.isEmpty ? "\n" : " " + window.text + "\n")
    text.append(spaces(gutter) + " | ", .bar)
    text.append(spaces(window.markColumn))
    text.append(String(repeating: "^", count: window.markWidth), role)
    if let label, !label.isEmpty { text.append(" " + VisibleText.escape(label), role) }
    text.append("\n")
    return text
  }

  private static func remark(_ word: String, _ role: StyledText.Role, _ message: String, _ gutter: Int) -> StyledText {
    var text = StyledText(spaces(gutter) + " = ", .bar)
    text.append(word + ":", role)
    text.append(" " + VisibleText.escape(message) + "\n")
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
