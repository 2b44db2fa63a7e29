import FoveaText

/// Entries of mappings that go.
extension EntryText {
  /// Removes entries of a mapping; nil where more than they would go with them.
  package func edits(removing names: Set<String>, from mapping: NodeID) -> TextEdits? {
    let entries = Array(document.entries(of: mapping))
    let removed = entries.indices.filter { names.contains(document.text(of: entries[$0].key)) }
    guard document.kind(of: mapping) == .mapping, !isShared(mapping) else { return removed.isEmpty ? TextEdits() : nil }
    if !document.isFlow(mapping) { return blockEdits(removed, entries) }
    return document.edits(removing: removed, of: entries)
  }

  private func blockEdits(_ removed: [Int], _ entries: [(key: NodeID, value: NodeID)]) -> TextEdits? {
    guard removed.count < entries.count || removed.isEmpty else { return nil }
    var edits = TextEdits()
    for index in removed {
      let span = SourceSpan(start: document.span(of: entries[index].key).start, end: document.end(of: entries[index]))
      guard let lines = source.wholeLines(of: span) else { return nil }
      edits.replace(lines, with: "")
    }
    return edits
  }
}

extension YAMLDocument {
  /// Removes entries with what separates them from others; nil where that is more than blanks and a comma.
  func edits(removing removed: [Int], of entries: [(key: NodeID, value: NodeID)]) -> TextEdits? {
    var edits = TextEdits()
    let spans = entries.map { SourceSpan(start: span(of: $0.key).start, end: end(of: $0)) }
    var lastKept: Int?
    for index in entries.indices {
      guard removed.contains(index) else {
        lastKept = index
        continue
      }
      let hasKept = lastKept != nil
      let span: SourceSpan
      if hasKept {
        span = SourceSpan(start: spans[index - 1].end, end: spans[index].end)
      } else if index + 1 < spans.count {
        span = SourceSpan(start: spans[index].start, end: spans[index + 1].start)
      } else {
        span = spans[index]
      }
      let gap = hasKept ? spans[index - 1].end..<spans[index].start : spans[index].end..<max(spans[index].end, span.end)
      let blanks = Set(" ,\n\r".utf8)
      guard source.bytes[Int(gap.lowerBound)..<Int(gap.upperBound)].allSatisfy(blanks.contains) else { return nil }
      // A key without a value keeps a space behind its colon.
      let isBehindColon = index > 0 && lastKept == index - 1 && isAbsent(entries[index - 1].value)
      edits.replace(span, with: isBehindColon ? " " : "")
    }
    return edits
  }

  /// The end of what is written for an entry.
  func end(of entry: (key: NodeID, value: NodeID)) -> UInt32 {
    max(span(of: entry.key).end, span(of: entry.value).end)
  }
}
