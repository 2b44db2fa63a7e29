import FoveaGraph
import FoveaText

extension Specification {
  /// How many beginnings of a text are tried.
  private static let mostBeginnings = 32

  /// The longest beginning of a text that can be read: up to the line of its first mistake, or up to one of the keys of
  /// the document before that. The description itself where its text is YAML, or nothing before the mistake is.
  package var beforeMistake: Specification {
    guard !isReadable, let mistake = elaborate().diagnostics.map(\.span.start).min() else { return self }
    let line = source.position(of: mistake).line
    for number in ([line] + keyLines(before: line)).prefix(Self.mostBeginnings) {
      let end = source.range(ofLine: number).lowerBound
      let beginning = Specification(SourceText(path: source.path, bytes: Array(source.bytes[..<end])))
      if beginning.isReadable { return beginning }
    }
    return self
  }

  /// The lines before another that begin with neither a space nor a comment, the last one first.
  private func keyLines(before line: Int) -> [Int] {
    (1..<line).reversed().filter { number in
      guard let first = source.line(number).first else { return false }
      return first != UInt8(ascii: " ") && first != UInt8(ascii: "#") && first != UInt8(ascii: "-")
    }
  }
}
