import FoveaGraph
import FoveaText

/// Checks the keys of every mapping: scalars, each once, no merge keys.
struct YAMLKeys {
  private let document: YAMLDocument
  private let room: Int
  private(set) var findings: [Diagnostic] = []
  /// Whether a finding is about anything but a duplicate.
  private(set) var hasUnusableKey = false
  private var unreported = 0
  private var keys: [NodeID] = []

  /// Above this many keys a table is faster than comparing each with each.
  private static let fewKeys = 8

  /// Checks a document and keeps at most `room` findings.
  init(checking document: YAMLDocument, room: Int) {
    self.document = document
    self.room = room
    for index in document.nodes.indices where document.nodes[index].kind == .mapping {
      check(NodeID(Int32(truncatingIfNeeded: index)))
    }
    if unreported > 0, let last = findings.indices.last {
      findings[last].notes.append(Diagnostic.Note("and \(unreported) more findings about keys"))
    }
  }

  private mutating func check(_ mapping: NodeID) {
    keys.removeAll(keepingCapacity: true)
    // Steps by index: an iterator of its own for each of many small mappings costs more than the check.
    let end = document.nodes[Int(mapping.index)].subtreeEnd
    var key = mapping.index + 1
    while key < end {
      check(key: NodeID(key))
      let value = document.nodes[Int(key)].subtreeEnd
      key = document.nodes[Int(value)].subtreeEnd
    }
    if keys.count <= Self.fewKeys { compareEachWithEach() } else { compareByTable() }
  }

  private mutating func check(key: NodeID) {
    let node = document.nodes[Int(key.index)]
    let length = node.textEnd - node.textStart
    if node.kind == .scalar, !node.isPlain || length > 2 || length == 1 {
      keys.append(key)
    } else if let objection = objection(to: key) {
      hasUnusableKey = true
      report(objection)
    } else {
      keys.append(key)
    }
  }

  private func objection(to key: NodeID) -> Diagnostic? {
    let span = document.span(of: key)
    switch document.kind(of: key) {
    case .scalar where document.isAbsent(key):
      if span.start > 0, document.source.bytes[Int(span.start) - 1] == UInt8(ascii: "?") {
        return YAMLError.questionMark(at: SourceSpan(start: span.start - 1, end: span.start)).diagnostic
      }
      return Diagnostic(rule: "yaml", message: "missing key before `:`", span: span)
    case .scalar where document.isPlain(key) && document.hasText("<<", key):
      return Diagnostic(
        rule: "yaml", message: "merge key `<<` is not allowed", span: span,
        help: "merge keys are not part of YAML 1.2; use `defaults` or a block")
    case .scalar:
      return nil
    case .alias:
      return Diagnostic(
        rule: "yaml", message: "an alias as a key, expected a name", span: span, help: "write the key out")
    case .sequence, .mapping:
      let kind = document.kind(of: key) == .sequence ? "sequence" : "mapping"
      return Diagnostic(
        rule: "yaml", message: "a \(kind) as a key, expected a name", span: span,
        help: "quote the value if it is text in brackets")
    }
  }

  private mutating func compareEachWithEach() {
    for later in keys.indices.dropFirst() {
      for earlier in 0..<later where isSame(keys[earlier], keys[later]) {
        reportDuplicate(keys[later], of: keys[earlier])
        break
      }
    }
  }

  private mutating func compareByTable() {
    var firsts: [ArraySlice<UInt8>: NodeID] = [:]
    firsts.reserveCapacity(keys.count)
    for key in keys {
      let bytes = document.bytes(of: key)
      if let first = firsts[bytes] {
        reportDuplicate(key, of: first)
      } else {
        firsts[bytes] = key
      }
    }
  }

  private func isSame(_ one: NodeID, _ other: NodeID) -> Bool {
    let one = document.nodes[Int(one.index)]
    let other = document.nodes[Int(other.index)]
    let length = one.textEnd - one.textStart
    guard length == other.textEnd - other.textStart else { return false }
    for offset in 0..<length where byte(one, offset) != byte(other, offset) { return false }
    return true
  }

  private func byte(_ node: YAMLDocument.Node, _ offset: UInt32) -> UInt8 {
    let index = Int(node.textStart + offset)
    return node.isTextInSideBuffer ? document.sideBuffer[index] : document.source.bytes[index]
  }

  private mutating func reportDuplicate(_ key: NodeID, of first: NodeID) {
    guard findings.count < room else {
      unreported += 1
      return
    }
    report(
      Diagnostic(
        rule: "yaml", message: "duplicate key `\(YAMLError.excerpt(of: document.bytes(of: key)))`",
        span: document.span(of: key),
        notes: [Diagnostic.Note("first given here", at: document.span(of: first))]))
  }

  private mutating func report(_ finding: Diagnostic) {
    if findings.count < room { findings.append(finding) } else { unreported += 1 }
  }
}
