import FoveaGraph
import FoveaText

extension Reader {
  /// Reports an error at a node, or only at its first byte.
  mutating func report(
    _ message: String, rule: String = "language", at node: NodeID, marksStart: Bool = false, label: String? = nil,
    notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    guard diagnostics.count < Self.findingLimit else {
      let more = Diagnostic.Note("there are more mistakes, which are not shown")
      if let last = diagnostics.indices.last, diagnostics[last].notes.last != more {
        diagnostics[last].notes.append(more)
      }
      return
    }
    var span = document.span(of: node)
    if marksStart { span = SourceSpan(start: span.start, end: span.start) }
    diagnostics.append(
      Diagnostic(rule: rule, message: message, span: span, label: label, notes: notes, help: help))
  }

  func note(_ message: String, at node: NodeID) -> Diagnostic.Note {
    Diagnostic.Note(message, at: document.span(of: node))
  }

  func suggestion(_ name: String, among known: [String]) -> String? {
    guard diagnostics.count < Self.findingLimit else { return nil }
    return Spelling.nearest(to: name, among: known).map { "did you mean `\($0)`?" }
  }

  /// What a node is, in words.
  func found(_ node: NodeID) -> String {
    switch document.kind(of: node) {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .alias: "an alias"
    case .scalar: document.isAbsent(node) ? "nothing" : "`\(document.text(of: node).excerpt)`"
    }
  }

  /// The text of a scalar that is a name or prose.
  mutating func text(_ node: NodeID, of key: String) -> String? {
    let node = document.resolve(node)
    guard document.kind(of: node) == .scalar, !document.isAbsent(node) else {
      report("`\(key)` must be a text, found \(found(node))", at: node)
      return nil
    }
    return document.text(of: node)
  }

  /// The entries of a mapping; any other node is reported.
  mutating func entries(_ node: NodeID, of what: String, help: String? = nil) -> [DocumentSyntax.Named] {
    let node = document.resolve(node)
    guard document.kind(of: node) == .mapping else {
      report("\(what) must be a mapping, found \(found(node))", at: node, help: help)
      return []
    }
    var seen: Set<String> = []
    return document.entries(of: node).compactMap { key, value in
      let name = document.text(of: key)
      // A key that stands twice is reported by the YAML reader; the first one holds.
      guard seen.insert(name).inserted else { return nil }
      return DocumentSyntax.Named(name: name, key: key, value: document.resolve(value))
    }
  }

  func isIdentifier(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return false }
    return name.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
  }

  /// The defaults of an operator.
  func defaults(of kind: Operation.Kind) -> [DocumentSyntax.Argument] { syntax.defaults[kind] ?? [] }

  /// The names of the blocks in the order of the description.
  var blockNames: [String] { syntax.blocks.map(\.name) }

  /// The block at a position, for checking its uses.
  func block(_ index: Int) -> DocumentSyntax.Block { syntax.blocks[index] }
}
