import FoveaText

/// Entries that stand for something else, and keys beside them.
extension EntryText {
  /// Puts a use of a block in the place of an operator and its attributes, with further keys beside it.
  package func edits(replacing key: NodeID, by use: String, keys: [(key: String, value: String)]) -> TextEdits {
    let span = span(ofEntryAt: key)
    var edits = TextEdits()
    // Comments between the attributes stand above the use.
    let comments = comments(in: span)
    if comments.isEmpty {
      edits.replace(span, with: use)
    } else {
      let indentation = source.lineBreak(near: span.start) + source.indentation(of: span.start)
      edits.replace(span, with: comments.joined(separator: indentation) + indentation + use)
    }
    edits.append(self.edits(adding: keys, beside: key, closesWord: false))
    return edits
  }

  /// Gives the use of a block another block's name.
  package func edits(redirecting key: NodeID, to block: String, name: String?) -> TextEdits {
    var edits = TextEdits()
    let isBare = isBareWord(key)
    let isFlow = parent(of: key).map(document.isFlow) ?? false
    if isBare, name != nil {
      edits.replace(document.span(of: key), with: isFlow ? "{\(block): {}" : "\(block): {}")
    } else {
      edits.replace(document.span(of: key), with: block)
    }
    if let name { edits.append(self.edits(adding: [("name", name)], beside: key, closesWord: isBare)) }
    return edits
  }

  /// Writes keys beside an operator or block that has none of them.
  private func edits(adding keys: [(key: String, value: String)], beside key: NodeID, closesWord: Bool) -> TextEdits {
    var edits = TextEdits()
    let texts = keys.map { "\($0.key): \(YAMLText.name($0.value))" }
    let flow = texts.map { ", " + $0 }.joined()
    let span = span(ofEntryAt: key)
    if let parent = parent(of: key), document.isFlow(parent) {
      if closesWord {
        edits.insert(flow + "}", at: span.end)
      } else if source.bytes[Int(document.span(of: parent).start)] == UInt8(ascii: "{") {
        edits.insert(flow, at: span.end)
      } else {
        // A pair alone in a flow list is a mapping without braces.
        edits.insert("{", at: span.start)
        edits.insert(flow + "}", at: span.end)
      }
      return edits
    }
    let line = source.range(ofLine: source.position(of: span.end).line)
    let indentation = source.lineBreak(near: span.end) + source.indentation(of: span.start)
    edits.insert(texts.map { indentation + $0 }.joined(), at: UInt32(line.upperBound))
    return edits
  }

  /// The comments that begin inside a span.
  private func comments(in span: SourceSpan) -> [String] {
    guard source.bytes[Int(span.start)..<Int(span.end)].contains(UInt8(ascii: "#")) else { return [] }
    var scalars: [SourceSpan] = []
    for index in document.children(inside: span) { scalars.append(document.span(of: index)) }
    var comments: [String] = []
    var scalar = 0
    var position = Int(span.start)
    while position < Int(span.end) {
      while scalar < scalars.count, Int(scalars[scalar].end) <= position { scalar += 1 }
      if scalar < scalars.count, Int(scalars[scalar].start) <= position {
        position = Int(scalars[scalar].end)
      } else if source.bytes[position] == UInt8(ascii: "#") {
        let line = source.range(ofLine: source.position(of: UInt32(position)).line)
        comments.append(String(decoding: source.bytes[position..<line.upperBound], as: UTF8.self))
        position = line.upperBound
      } else {
        position += 1
      }
    }
    return comments
  }
}

extension YAMLDocument {
  /// The scalars whose bytes lie in a span, in order.
  fileprivate func children(inside span: SourceSpan) -> [NodeID] {
    // Nodes stand in the order of the text: the first one inside is found by halving.
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self.span(of: NodeID(Int32(middle))).start < span.start { low = middle + 1 } else { high = middle }
    }
    var found: [NodeID] = []
    while low < count, self.span(of: NodeID(Int32(low))).start < span.end {
      let node = NodeID(Int32(low))
      if kind(of: node) == .scalar { found.append(node) }
      low += 1
    }
    return found
  }
}
