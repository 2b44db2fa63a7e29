package import FoveaGraph
import FoveaLanguage
package import FoveaText

/// Edits of one layer's text. Each is nil where the text cannot be changed for this layer alone.
extension LintContext {
  /// Sets an attribute to a value, in place or as a further entry.
  package func edits(setting attribute: String, to value: String, of id: LayerID) -> [FixIt.Edit]? {
    guard let origins, let entry = entry(of: id), let body = body(of: entry) else { return nil }
    if let origin = origin(of: attribute, of: id), origin.home != .defaults {
      guard origin.isLiteral, origin.home == .layer, body.contains(origin.key) else { return nil }
      return [FixIt.Edit(origin.value, value)]
    }
    guard let last = entry.arguments.max(by: { $0.key < $1.key }),
      let first = entry.arguments.min(by: { $0.key < $1.key })
    else { return nil }
    let document = origins.document
    // What an alias stands for is written, and used, elsewhere.
    guard body.contains(document.span(of: first.key)), body.contains(document.span(of: last.value)) else { return nil }
    if document.isFlow(NodeID(entry.key.index + 1)) {
      let end = document.span(of: last.value).end
      return [FixIt.Edit(SourceSpan(start: end, end: end), ", \(attribute): \(value)")]
    }
    let source = document.source
    let column = source.position(of: document.span(of: first.key).start).column
    let line = source.range(ofLine: source.position(of: document.span(of: last.value).end).line)
    let end = UInt32(line.upperBound)
    let indentation = String(repeating: " ", count: column - 1)
    let start = lineBreak(after: line, in: source.bytes) + indentation
    return [FixIt.Edit(SourceSpan(start: end, end: end), "\(start)\(attribute): \(value)")]
  }

  /// Removes a layer: an item of a list that keeps others, whose name nobody can use.
  package func edits(removing id: LayerID) -> [FixIt.Edit]? {
    guard let origins, let entry = entry(of: id), entry.keys.name == nil, entry.keys.from == nil,
      let (item, list) = item(of: entry)
    else { return nil }
    let document = origins.document
    let items = Array(document.children(of: list))
    guard items.count > 1, let position = items.firstIndex(of: item) else { return nil }
    let span = document.span(of: item)
    if document.isFlow(list) {
      let edit =
        position > 0
        ? SourceSpan(start: document.span(of: items[position - 1]).end, end: span.end)
        : SourceSpan(start: span.start, end: document.span(of: items[1]).start)
      return [FixIt.Edit(edit, "")]
    }
    let source = document.source
    let first = source.range(ofLine: source.position(of: span.start).line)
    let last = source.position(of: span.end).line
    // Only an item with lines of its own: a dash and white space before it, white space or a comment after it.
    let before = source.bytes[first.lowerBound..<Int(span.start)]
    let after = source.bytes[Int(span.end)..<source.range(ofLine: last).upperBound]
    guard before.filter({ $0 != UInt8(ascii: " ") }) == [UInt8(ascii: "-")],
      after.first(where: { $0 != UInt8(ascii: " ") }).map({ $0 == UInt8(ascii: "#") }) ?? true
    else { return nil }
    let end = last < source.lineCount ? source.range(ofLine: last + 1).lowerBound : source.bytes.count
    return [FixIt.Edit(SourceSpan(start: UInt32(first.lowerBound), end: UInt32(end)), "")]
  }

  /// The mapping of an operator's attributes, if it is written beside its key.
  private func body(of entry: DocumentSyntax.Layer) -> SourceSpan? {
    let node = NodeID(entry.key.index + 1)
    guard let origins, !entry.arguments.isEmpty, Int(node.index) < origins.document.count,
      origins.document.kind(of: node) == .mapping
    else { return nil }
    return origins.document.span(of: node)
  }

  /// The item of a list that holds a layer's operator, and the list.
  private func item(of entry: DocumentSyntax.Layer) -> (item: NodeID, list: NodeID)? {
    guard let document = origins?.document else { return nil }
    var found: (item: NodeID, list: NodeID)?
    for index in 0..<entry.key.index {
      let list = NodeID(index)
      guard document.kind(of: list) == .sequence, document.span(of: list).contains(document.span(of: entry.key)) else {
        continue
      }
      for item in document.children(of: list) where document.span(of: item).contains(document.span(of: entry.key)) {
        found = (item, list)
      }
    }
    guard let found, document.kind(of: found.item) != .alias else { return nil }
    // Entries of the item that are lists themselves are searched too; the innermost list comes last.
    return found
  }

  private func lineBreak(after line: Range<Int>, in bytes: [UInt8]) -> String {
    guard line.upperBound < bytes.count else { return "\n" }
    if bytes[line.upperBound] == UInt8(ascii: "\n") { return "\n" }
    return line.upperBound + 1 < bytes.count && bytes[line.upperBound + 1] == UInt8(ascii: "\n") ? "\r\n" : "\r"
  }
}
