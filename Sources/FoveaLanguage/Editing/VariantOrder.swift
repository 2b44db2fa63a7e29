import FoveaGraph
import FoveaText

extension Specification {
  /// The text as it is written.
  package var text: String { String(decoding: source.bytes, as: UTF8.self) }

  /// The text with a variant moved before the others, so that the description stands for it.
  ///
  /// The text is unchanged where the variant is the first, or where the variants do not stand on lines of their own.
  package func text(startingWith variant: String) -> String {
    let lines = variants.map { source.position(of: span(ofVariant: $0).start).line }
    guard let index = variants.firstIndex(of: variant), index > 0, Set(lines).count == lines.count else { return text }
    // A variant ends where the next one begins; the last one ends with its own last line.
    let ends = lines.dropFirst() + [source.position(of: span(ofVariant: variants[variants.count - 1]).end).line + 1]
    var all = text.split(separator: "\n", omittingEmptySubsequences: false)
    let moved = all[(lines[index] - 1)..<(ends[ends.startIndex + index] - 1)]
    all.removeSubrange((lines[index] - 1)..<(ends[ends.startIndex + index] - 1))
    all.insert(contentsOf: moved, at: lines[0] - 1)
    return all.joined(separator: "\n")
  }
}
