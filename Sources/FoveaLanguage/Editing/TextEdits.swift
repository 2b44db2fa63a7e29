package import FoveaText

/// Replacements in a text. Those that touch are applied in the order in which they are given.
package struct TextEdits {
  package private(set) var edits: [FixIt.Edit]

  package init(_ edits: [FixIt.Edit] = []) { self.edits = edits }

  package var isEmpty: Bool { edits.isEmpty }

  package mutating func replace(_ span: SourceSpan, with text: String) { edits.append(FixIt.Edit(span, text)) }

  package mutating func insert(_ text: String, at offset: UInt32) {
    edits.append(FixIt.Edit(SourceSpan(start: offset, end: offset), text))
  }

  package mutating func append(_ other: TextEdits) { edits += other.edits }

  /// Whether no edit touches one of the others.
  package func isApart(from other: TextEdits) -> Bool {
    edits.allSatisfy { edit in
      other.edits.allSatisfy { edit.span.end < $0.span.start || $0.span.end < edit.span.start }
    }
  }

  /// Whether all edits lie in a text.
  package func fit(_ bytes: [UInt8]) -> Bool { edits.allSatisfy { Int($0.span.end) <= bytes.count } }

  /// All bytes after the edits; nil where two replace the same bytes.
  package func applied(to bytes: [UInt8]) -> [UInt8]? { applied(to: bytes, in: 0..<bytes.count) }

  /// The bytes of a range after the edits; nil where two replace the same bytes.
  package func applied(to bytes: [UInt8], in range: Range<Int>) -> [UInt8]? {
    let sorted = edits.enumerated().sorted {
      ($0.element.span.start, $0.element.span.end, $0.offset) < ($1.element.span.start, $1.element.span.end, $1.offset)
    }
    var result: [UInt8] = []
    var position = range.lowerBound
    for (_, edit) in sorted {
      let (start, end) = (Int(edit.span.start), Int(edit.span.end))
      guard start >= position, end >= start, end <= range.upperBound else { return nil }
      result += bytes[position..<start]
      result += Array(edit.replacement.utf8)
      position = end
    }
    return result + bytes[position..<range.upperBound]
  }
}
