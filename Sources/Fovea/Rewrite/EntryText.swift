import FoveaFilters
import FoveaGraph
import FoveaLanguage
import FoveaText

/// The entries of lists of layers as text: where each begins and ends, and how it is changed.
struct EntryText {
  let source: SourceText
  let document: YAMLDocument
  /// The collection that holds each node; −1 for the outermost one.
  private let parents: [Int32]
  /// How many of the nodes before each one are what an alias stands for.
  private let targetsBefore: [Int32]
  /// Whether each node is, or is inside, what an alias stands for.
  private let isInsideTarget: [Bool]

  init(_ source: SourceText, _ document: YAMLDocument) {
    self.source = source
    self.document = document
    var isTarget = [Bool](repeating: false, count: document.count)
    var parents = [Int32](repeating: -1, count: document.count)
    var open: [(node: Int, end: Int)] = []
    for index in 0..<document.count {
      let node = NodeID(Int32(index))
      while let last = open.last, last.end <= index { open.removeLast() }
      if let last = open.last { parents[index] = Int32(last.node) }
      if document.kind(of: node) == .alias { isTarget[Int(document.resolve(node).index)] = true }
      let size = document.descendantCount(of: node)
      if size > 0 { open.append((index, index + 1 + size)) }
    }
    var before: [Int32] = [0]
    var inside: [Bool] = []
    var end = 0
    for index in 0..<document.count {
      if isTarget[index] { end = max(end, index + 1 + document.descendantCount(of: NodeID(Int32(index)))) }
      inside.append(index < end)
      before.append(before[index] + (isTarget[index] ? 1 : 0))
    }
    self.parents = parents
    targetsBefore = before
    isInsideTarget = inside
  }

  /// The value beside a key.
  func value(of key: NodeID) -> NodeID { NodeID(key.index + 1) }

  /// The mapping that holds a key, or the list that holds a bare word.
  func parent(of node: NodeID) -> NodeID? {
    let parent = parents[Int(node.index)]
    return parent < 0 ? nil : NodeID(parent)
  }

  /// Whether a node is written for several places, or holds something that is.
  func isShared(_ node: NodeID) -> Bool {
    let end = Int(node.index) + 1 + document.descendantCount(of: node)
    return isInsideTarget[Int(node.index)] || targetsBefore[end] > targetsBefore[Int(node.index)]
  }

  /// Whether an entry is a word alone, without attributes.
  func isBareWord(_ key: NodeID) -> Bool {
    guard let parent = parent(of: key) else { return true }
    return document.kind(of: parent) == .sequence
  }

  /// The key of an entry to the end of its value.
  func span(ofEntryAt key: NodeID) -> SourceSpan {
    let start = document.span(of: key)
    guard !isBareWord(key) else { return start }
    return SourceSpan(start: start.start, end: max(start.end, document.span(of: value(of: key)).end))
  }
}

extension EntryText {
  /// Puts a use of a block in the place of an operator and its attributes, with further keys beside it.
  func edits(replacing key: NodeID, by use: String, keys: [(key: String, value: String)]) -> TextEdits {
    let span = span(ofEntryAt: key)
    var edits = TextEdits()
    // Comments between the attributes stand above the use.
    let comments = comments(in: span)
    if comments.isEmpty {
      edits.replace(span, with: use)
    } else {
      let column = source.position(of: span.start).column
      let indentation = lineBreak(near: span.start) + String(repeating: " ", count: column - 1)
      edits.replace(span, with: comments.joined(separator: indentation) + indentation + use)
    }
    edits.append(self.edits(adding: keys, beside: key, closesWord: false))
    return edits
  }

  /// Gives the use of a block another block's name.
  func edits(redirecting key: NodeID, to block: String, name: String?) -> TextEdits {
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
    let column = source.position(of: span.start).column
    let line = source.range(ofLine: source.position(of: span.end).line)
    let indentation = lineBreak(near: span.end) + String(repeating: " ", count: column - 1)
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

  /// The line break that ends the line of a byte; that of the line before for the last line.
  func lineBreak(near offset: UInt32) -> String {
    let bytes = source.bytes
    let line = source.position(of: offset).line
    for line in [line, line - 1] where line >= 1 {
      let end = source.range(ofLine: line).upperBound
      guard end < bytes.count else { continue }
      if bytes[end] == UInt8(ascii: "\n") { return "\n" }
      return end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: "\n") ? "\r\n" : "\r"
    }
    return "\n"
  }
}

extension EntryText {
  /// Removes entries of a mapping; nil where more than they would go with them.
  func edits(removing names: Set<String>, from mapping: NodeID) -> TextEdits? {
    let entries = Array(document.entries(of: mapping))
    let removed = entries.indices.filter { names.contains(document.text(of: entries[$0].key)) }
    guard document.kind(of: mapping) == .mapping, !isShared(mapping) else { return removed.isEmpty ? TextEdits() : nil }
    return document.isFlow(mapping) ? flowEdits(removed, entries) : blockEdits(removed, entries)
  }

  private func flowEdits(_ removed: [Int], _ entries: [(key: NodeID, value: NodeID)]) -> TextEdits? {
    var edits = TextEdits()
    let spans = entries.map { SourceSpan(start: document.span(of: $0.key).start, end: end(of: $0)) }
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
      let isBehindColon = index > 0 && lastKept == index - 1 && document.isAbsent(entries[index - 1].value)
      edits.replace(span, with: isBehindColon ? " " : "")
    }
    return edits
  }

  private func blockEdits(_ removed: [Int], _ entries: [(key: NodeID, value: NodeID)]) -> TextEdits? {
    guard removed.count < entries.count || removed.isEmpty else { return nil }
    var edits = TextEdits()
    for index in removed {
      let span = SourceSpan(start: document.span(of: entries[index].key).start, end: end(of: entries[index]))
      guard let lines = wholeLines(of: span) else { return nil }
      edits.replace(lines, with: "")
    }
    return edits
  }

  private func end(of entry: (key: NodeID, value: NodeID)) -> UInt32 {
    max(document.span(of: entry.key).end, document.span(of: entry.value).end)
  }

  /// The lines of a span with the break of the last; nil where something else stands on them.
  func wholeLines(of span: SourceSpan) -> SourceSpan? {
    let first = source.range(ofLine: source.position(of: span.start).line)
    let number = source.position(of: span.end).line
    let last = source.range(ofLine: number)
    let space = UInt8(ascii: " ")
    guard source.bytes[first.lowerBound..<Int(span.start)].allSatisfy({ $0 == space }),
      source.bytes[Int(span.end)..<last.upperBound].allSatisfy({ $0 == space })
    else { return nil }
    let end = number < source.lineCount ? source.range(ofLine: number + 1).lowerBound : source.bytes.count
    return SourceSpan(start: UInt32(first.lowerBound), end: UInt32(end))
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
