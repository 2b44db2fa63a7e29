package import FoveaText

/// How the lines of a text end and where they begin, so that new ones are alike.
extension SourceText {
  /// The line break that ends the line of a byte; that of the line before for the last line.
  package func lineBreak(near offset: UInt32) -> String {
    let line = position(of: offset).line
    for line in [line, line - 1] where line >= 1 {
      let end = range(ofLine: line).upperBound
      guard end < bytes.count else { continue }
      if bytes[end] == UInt8(ascii: "\n") { return "\n" }
      return end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: "\n") ? "\r\n" : "\r"
    }
    return "\n"
  }

  /// As many spaces as stand before a byte, or would.
  package func indentation(of offset: UInt32) -> String {
    String(repeating: " ", count: position(of: offset).column - 1)
  }

  /// The lines of a span with the break of the last; nil where something else stands on them.
  package func wholeLines(of span: SourceSpan) -> SourceSpan? {
    let first = range(ofLine: position(of: span.start).line)
    let number = position(of: span.end).line
    let last = range(ofLine: number)
    let space = UInt8(ascii: " ")
    guard bytes[first.lowerBound..<Int(span.start)].allSatisfy({ $0 == space }),
      bytes[Int(span.end)..<last.upperBound].allSatisfy({ $0 == space })
    else { return nil }
    return SourceSpan(start: UInt32(first.lowerBound), end: endWithBreak(ofLine: number))
  }

  /// The lines of an item of a list with its dash and the comment behind it; nil where something else stands on them.
  func lines(ofItem span: SourceSpan) -> SourceSpan? {
    let first = range(ofLine: position(of: span.start).line)
    let number = position(of: span.end).line
    let space = UInt8(ascii: " ")
    let before = bytes[first.lowerBound..<Int(span.start)]
    let after = bytes[Int(span.end)..<range(ofLine: number).upperBound]
    guard before.filter({ $0 != space }) == [UInt8(ascii: "-")],
      after.first(where: { $0 != space }).map({ $0 == UInt8(ascii: "#") }) ?? true
    else { return nil }
    return SourceSpan(start: UInt32(first.lowerBound), end: endWithBreak(ofLine: number))
  }

  /// The end of a line with the break behind it.
  private func endWithBreak(ofLine number: Int) -> UInt32 {
    UInt32(number < lineCount ? range(ofLine: number + 1).lowerBound : bytes.count)
  }
}
