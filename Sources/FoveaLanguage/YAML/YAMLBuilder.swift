import FoveaGraph
import FoveaText

/// Puts the nodes of a text in order as the parser meets them.
struct YAMLBuilder {
  static let maximumNodes = 2_000_000
  static let maximumDepth = 100
  /// How many nodes all aliases together may stand for.
  static let maximumExpansion = 1_000_000
  /// Findings that do not end the reading are kept up to this many.
  static let maximumFindings = 100

  private(set) var nodes: [YAMLDocument.Node] = []
  private(set) var findings: [Diagnostic] = []

  private let source: SourceText
  private var open: [OpenCollection] = []
  private var anchors: [Anchor] = []
  private var anchorsByName: [String: Int] = [:]
  /// How many nodes the aliases so far stand for, counted with the aliases inside them.
  private var expansion = 0
  /// Where the last finished node ends.
  private var lastEnd: UInt32 = 0

  init(_ source: SourceText) {
    self.source = source
    // Descriptions have about six bytes for each node; room that stays empty is never touched.
    nodes.reserveCapacity(source.bytes.count / 4 + 16)
  }

  /// Reads the only document of the text.
  mutating func read(_ parser: inout YAMLParser) throws(YAMLError) {
    try refuseTagDirectives()
    var hasDocument = false
    while true {
      let event = parser.next()
      switch event.kind {
      case .scalar:
        try addScalar(event)
      case .mappingStart:
        try openCollection(.mapping, event)
      case .sequenceStart:
        try openCollection(.sequence, event)
      case .mappingEnd, .sequenceEnd:
        closeCollection(event)
      case .alias:
        try addAlias(event)
      case .documentStart:
        if hasDocument {
          throw .secondDocument(at: SourceSpan(start: event.start, end: max(event.end, event.start + 1)))
        }
        hasDocument = true
      case .documentEnd:
        try refuseDirectives(after: event.end)
      case .streamStart:
        continue
      case .streamEnd:
        return
      case .failure:
        throw YAMLSyntaxError(parser.failure(), in: source, opening: innermostOpening).error
      }
    }
  }

  /// Where the innermost bracket or brace stands that is still open; the mapping in `[a: 1]` has none of its own.
  private var innermostOpening: UInt32? {
    for collection in open.reversed() where nodes[collection.node].isFlow {
      let start = nodes[collection.node].start
      let byte = source.bytes[Int(start)]
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { return start }
    }
    return nil
  }

  private mutating func addScalar(_ event: YAMLEvent) throws(YAMLError) {
    let isPlain = event.style == .plain
    var node = YAMLDocument.Node(
      start: event.start, end: event.end, textStart: event.textStart, textEnd: event.textEnd,
      subtreeEnd: Int32(truncatingIfNeeded: nodes.count) + 1, kind: .scalar, isFlow: false, isPlain: isPlain,
      isTextInSideBuffer: event.isTextInSideBuffer)
    if isPlain && event.textStart == event.textEnd || event.style == .block || event.isAnchored {
      trim(&node, event)
    }
    if event.isTagged { refuseTag(event) }
    if event.isAnchored {
      addAnchor(Anchor(node: nodes.count, isOpen: false, expandedCount: 1, height: 0), event)
    }
    try append(node)
    lastEnd = node.end
  }

  /// Corrects the place of an absent value, of a block scalar and of an anchored scalar.
  private func trim(_ node: inout YAMLDocument.Node, _ event: YAMLEvent) {
    let bytes = source.bytes
    if event.isAnchored { node.start = contentStart(of: event, before: event.end) }
    let isAbsent = event.style == .plain && event.textStart == event.textEnd
    let limit = isAbsent ? max(lastEnd, event.isAnchored ? event.end : 0) : node.start + 1
    while node.end > limit, Self.isBlank(bytes[Int(node.end) - 1]) { node.end -= 1 }
    if isAbsent {
      node.start = node.end
      node.textStart = node.end
      node.textEnd = node.end
      node.isTextInSideBuffer = false
    }
  }

  private mutating func addAlias(_ event: YAMLEvent) throws(YAMLError) {
    let span = SourceSpan(start: event.start, end: event.end)
    let name = anchorName(at: event.start)
    guard let found = anchorsByName[name] else {
      throw YAMLError("alias `*\(name)` has no anchor `&\(name)` above it", at: span)
    }
    let anchor = anchors[found]
    if anchor.isOpen {
      let target = nodes[anchor.node]
      let note = Diagnostic.Note(
        "the anchored value begins here", at: SourceSpan(start: target.start, end: target.start + 1))
      throw YAMLError("alias `*\(name)` stands inside its own anchor", at: span, notes: [note])
    }
    expansion += anchor.expandedCount
    if expansion > Self.maximumExpansion {
      throw YAMLError("aliases expand to more than 1,000,000 nodes", at: span)
    }
    if open.count + anchor.height > Self.maximumDepth {
      throw YAMLError("aliases nest more than \(Self.maximumDepth) levels deep", at: span)
    }
    if let last = open.indices.last { open[last].height = max(open[last].height, anchor.height) }
    let target = UInt32(truncatingIfNeeded: anchor.node)
    try append(
      YAMLDocument.Node(
        start: event.start, end: event.end, textStart: target, textEnd: target,
        subtreeEnd: Int32(truncatingIfNeeded: nodes.count) + 1, kind: .alias, isFlow: false, isPlain: false,
        isTextInSideBuffer: false))
    lastEnd = event.end
  }

  private mutating func openCollection(_ kind: YAMLDocument.Kind, _ event: YAMLEvent) throws(YAMLError) {
    let start =
      event.isAnchored ? contentStart(of: event, before: UInt32(truncatingIfNeeded: source.bytes.count)) : event.start
    if open.count >= Self.maximumDepth {
      throw YAMLError(
        "nested more than \(Self.maximumDepth) levels deep", at: SourceSpan(start: start, end: start + 1))
    }
    if event.isTagged { refuseTag(event) }
    var collection = OpenCollection(node: nodes.count, expansionBefore: expansion)
    if event.isAnchored {
      collection.anchor = anchors.count
      addAnchor(Anchor(node: nodes.count, isOpen: true, expandedCount: 0, height: 0), event)
    }
    open.append(collection)
    try append(
      YAMLDocument.Node(
        start: start, end: start, textStart: 0, textEnd: 0, subtreeEnd: 0, kind: kind, isFlow: event.isFlow,
        isPlain: false, isTextInSideBuffer: false))
    lastEnd = start
  }

  private mutating func closeCollection(_ event: YAMLEvent) {
    guard let collection = open.popLast() else { return }
    let index = collection.node
    // Only a closing bracket has a width; a block ends with its last child, not where the next line begins.
    if nodes[index].isFlow && event.end > event.start { lastEnd = event.end }
    nodes[index].end = lastEnd
    nodes[index].subtreeEnd = Int32(truncatingIfNeeded: nodes.count)
    if let last = open.indices.last { open[last].height = max(open[last].height, collection.height + 1) }
    if let anchor = collection.anchor {
      anchors[anchor].isOpen = false
      anchors[anchor].height = collection.height + 1
      anchors[anchor].expandedCount = nodes.count - index + expansion - collection.expansionBefore
    }
  }

  private mutating func append(_ node: YAMLDocument.Node) throws(YAMLError) {
    if nodes.count >= Self.maximumNodes {
      throw YAMLError("more than 2,000,000 nodes", at: SourceSpan(start: node.start, end: node.end))
    }
    nodes.append(node)
  }
}

extension YAMLBuilder {
  private struct OpenCollection {
    var node: Int
    var expansionBefore: Int
    /// Levels of collections inside, through aliases too.
    var height = 0
    var anchor: Int?
  }

  private struct Anchor {
    var node: Int
    var isOpen: Bool
    /// The node and all its descendants, with aliases followed.
    var expandedCount: Int
    /// Levels of collections, the node itself included.
    var height: Int
  }

  private mutating func addAnchor(_ anchor: Anchor, _ event: YAMLEvent) {
    anchorsByName[anchorName(at: event.start)] = anchors.count
    anchors.append(anchor)
  }

  /// The name after `&` or `*`.
  private func anchorName(at start: UInt32) -> String {
    let rest = source.bytes[min(Int(start) + 1, source.bytes.count)...]
    return String(decoding: rest.prefix(while: Self.isAnchorByte), as: UTF8.self)
  }

  /// Where the node of an anchored event begins: past the anchor, blanks and comments.
  private func contentStart(of event: YAMLEvent, before limit: UInt32) -> UInt32 {
    let bytes = source.bytes
    var offset = Int(event.start)
    let end = min(Int(limit), bytes.count)
    guard offset < end, bytes[offset] == UInt8(ascii: "&") else { return event.start }
    offset += 1
    while offset < end, Self.isAnchorByte(bytes[offset]) { offset += 1 }
    return UInt32(truncatingIfNeeded: min(ink(from: offset), end))
  }

  /// Tags are not read, and libyaml compares each of these directives with all others: a file of them takes hours.
  private func refuseTagDirectives() throws(YAMLError) {
    var offset = ink(from: source.contentStart)
    while offset < source.bytes.count, source.bytes[offset] == UInt8(ascii: "%") {
      if source.bytes[offset...].starts(with: "%TAG".utf8) {
        let span = SourceSpan(start: UInt32(offset), end: UInt32(offset + 4))
        throw YAMLError("directive `%TAG` is not allowed, expected no tags", at: span, help: "remove the line")
      }
      offset = ink(from: lineEnd(from: offset))
    }
  }

  /// Stops before libyaml reads the directives of a second document.
  private func refuseDirectives(after end: UInt32) throws(YAMLError) {
    let offset = ink(from: Int(end))
    guard offset < source.bytes.count, source.bytes[offset] == UInt8(ascii: "%") else { return }
    throw .secondDocument(at: SourceSpan(start: UInt32(offset), end: UInt32(offset + 1)))
  }

  /// The first byte that is neither blank nor in a comment.
  private func ink(from start: Int) -> Int {
    let bytes = source.bytes
    var offset = start
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "#") {
        offset = lineEnd(from: offset)
      } else if Self.isBlank(bytes[offset]) {
        offset += 1
      } else {
        break
      }
    }
    return offset
  }

  private func lineEnd(from start: Int) -> Int {
    source.bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? source.bytes.count
  }

  private mutating func refuseTag(_ event: YAMLEvent) {
    guard findings.count < Self.maximumFindings else { return }
    let bytes = source.bytes
    var start = Int(contentStart(of: event, before: UInt32(truncatingIfNeeded: bytes.count)))
    if start >= bytes.count || bytes[start] != UInt8(ascii: "!") { start = Int(event.start) }
    let tag = bytes[start...].prefix { !Self.isBlank($0) }
    findings.append(
      Diagnostic(
        rule: "yaml", message: "tag `\(YAMLError.excerpt(of: tag))` is not allowed, expected no tags",
        span: SourceSpan(start: UInt32(start), end: UInt32(tag.endIndex)),
        help: "remove the tag; quote the value if it is text"))
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  private static func isAnchorByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      return true
    default:
      return false
    }
  }
}
