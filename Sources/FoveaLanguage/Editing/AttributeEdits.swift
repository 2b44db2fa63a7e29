import FoveaText

/// Changes of one entry of a list. Each is nil where the text cannot be changed.
extension Origins {
  /// Sets an attribute to a value, in place or as a further attribute.
  ///
  /// - Parameter origin: where the attribute is given so far.
  package func edits(
    setting attribute: String, given origin: AttributeOrigin?, to value: String, of entry: DocumentSyntax.Layer
  ) -> EntryEdits? {
    let body = document.resolve(NodeID(entry.key.index + 1))
    guard Int(body.index) < document.count, document.kind(of: body) == .mapping,
      let last = entry.arguments.max(by: { $0.key < $1.key }),
      let first = entry.arguments.min(by: { $0.key < $1.key })
    else { return nil }
    let span = document.span(of: body)
    let isShared = entries(sharingTextOf: entry.key) == nil
    var edits = TextEdits()
    if let origin, origin.home != .defaults {
      guard origin.isLiteral, origin.home == .layer, span.contains(origin.key),
        let argument = entry.arguments.first(where: { document.span(of: $0.key) == origin.key })
      else { return nil }
      // Of an alias the name goes, and what it stands for stays.
      let written = NodeID(argument.key.index + 1)
      edits.replace(document.span(of: written), with: value)
      return EntryEdits(edits, isShared: isShared || !shared.aliases(of: written).isEmpty)
    }
    // What an alias stands for is written elsewhere.
    let end = document.span(of: NodeID(last.key.index + 1)).end
    guard span.contains(document.span(of: first.key)), end <= span.end else { return nil }
    if document.isFlow(body) {
      edits.insert(", \(attribute): \(value)", at: end)
      return EntryEdits(edits, isShared: isShared)
    }
    let source = document.source
    let line = source.range(ofLine: source.position(of: end).line)
    let start = source.lineBreak(near: end) + source.indentation(of: document.span(of: first.key).start)
    edits.insert("\(start)\(attribute): \(value)", at: UInt32(line.upperBound))
    return EntryEdits(edits, isShared: isShared)
  }

  /// Removes an attribute that an entry gives beside others; nil where more than blanks stand between them.
  package func edits(removing origin: AttributeOrigin, of entry: DocumentSyntax.Layer) -> EntryEdits? {
    let arguments = entry.arguments.map { (key: $0.key, value: NodeID($0.key.index + 1)) }.sorted { $0.key < $1.key }
    guard origin.home == .layer, arguments.count > 1,
      let index = arguments.firstIndex(where: { document.span(of: $0.key) == origin.key }),
      let edits = document.edits(removing: [index], of: arguments)
    else { return nil }
    let (key, value) = arguments[index]
    let isAnchored = shared.isShared(from: key, upTo: document.end(ofNode: value))
    return EntryEdits(edits, isShared: isAnchored || entries(sharingTextOf: entry.key) == nil)
  }

  /// Removes an item of a list that keeps others, whose name nobody can use.
  package func edits(removing entry: DocumentSyntax.Layer) -> EntryEdits? {
    guard entry.keys.name == nil, entry.keys.from == nil, let item = items.item(holding: entry.key) else { return nil }
    guard item.previous != nil || item.next != nil else { return nil }
    let span = document.span(of: item.node)
    let isShared = shared.isShared(from: item.node, upTo: document.end(ofNode: item.node))
    var edits = TextEdits()
    if document.isFlow(item.list) {
      let gap =
        item.previous.map { SourceSpan(start: document.span(of: $0).end, end: span.end) }
        ?? item.next.map { SourceSpan(start: span.start, end: document.span(of: $0).start) }
      edits.replace(gap ?? span, with: "")
      return EntryEdits(edits, isShared: isShared)
    }
    guard let lines = document.source.lines(ofItem: span) else { return nil }
    edits.replace(lines, with: "")
    return EntryEdits(edits, isShared: isShared)
  }
}
