import FoveaGraph
package import FoveaText

/// A node of a `YAMLDocument`.
package struct NodeID: Hashable, Comparable, Sendable, BitwiseCopyable {
  package let index: Int32

  package init(_ index: Int32) { self.index = index }

  package static func < (one: NodeID, other: NodeID) -> Bool { one.index < other.index }
}

/// The nodes of one YAML text, in the order in which they stand in it.
///
/// All nodes lie in one array in pre-order: a collection is followed by its children, each by its own, and a mapping's
/// children alternate key and value. An alias is a node that names its target; nothing is copied.
package struct YAMLDocument: Sendable {
  /// What a node is.
  package enum Kind: UInt8, Sendable, BitwiseCopyable {
    case scalar, sequence, mapping, alias
  }

  /// One node, 24 bytes.
  struct Node: BitwiseCopyable {
    var start: UInt32
    var end: UInt32
    /// A scalar's text, in the file or the side buffer; an alias's target is its `textStart`.
    var textStart: UInt32
    var textEnd: UInt32
    /// The index just past the last descendant.
    var subtreeEnd: Int32
    var kind: Kind
    var isFlow: Bool
    var isPlain: Bool
    var isTextInSideBuffer: Bool
  }

  /// The text it was read from.
  package let source: SourceText
  let nodes: [Node]
  let sideBuffer: [UInt8]

  /// The outermost node.
  package var root: NodeID { .root }
  /// How many nodes there are, an alias counted as one.
  package var count: Int { nodes.count }

  /// What the node is.
  package func kind(of id: NodeID) -> Kind { self[id].kind }

  /// The node's bytes in the file, without its anchor; for a block collection up to the end of its last child.
  package func span(of id: NodeID) -> SourceSpan {
    let node = self[id]
    return SourceSpan(start: node.start, end: node.end)
  }

  /// The node itself, or what it is an alias of.
  package func resolve(_ id: NodeID) -> NodeID {
    let node = self[id]
    return node.kind == .alias ? NodeID(Int32(truncatingIfNeeded: node.textStart)) : id
  }

  /// How many nodes are inside a collection, at any depth.
  package func descendantCount(of id: NodeID) -> Int { Int(self[id].subtreeEnd - id.index) - 1 }

  /// Whether a collection is written in brackets or braces.
  package func isFlow(_ id: NodeID) -> Bool { self[id].isFlow }

  /// Whether a scalar is written without quotes, so that it may be a number or a boolean.
  package func isPlain(_ id: NodeID) -> Bool {
    let node = self[id]
    return node.kind == .scalar && node.isPlain
  }

  /// Whether nothing is written where a value could stand, as in `out: `.
  package func isAbsent(_ id: NodeID) -> Bool {
    let node = self[id]
    return node.kind == .scalar && node.isPlain && node.textStart == node.textEnd
  }

  /// A scalar's text after escapes and folding; empty for other nodes.
  package func text(of id: NodeID) -> String {
    String(decoding: bytes(of: id), as: UTF8.self)
  }

  /// The UTF-8 of a scalar's text; empty for other nodes.
  package func bytes(of id: NodeID) -> ArraySlice<UInt8> {
    let node = self[id]
    guard node.kind == .scalar else { return [] }
    let range = Int(node.textStart)..<Int(node.textEnd)
    return node.isTextInSideBuffer ? sideBuffer[range] : source.bytes[range]
  }

  /// Calls `body` with the UTF-8 of a scalar's text; with no bytes for other nodes.
  package func withBytes<Result>(of id: NodeID, _ body: (Span<UInt8>) -> Result) -> Result {
    let node = self[id]
    guard node.kind == .scalar else { return body(sideBuffer.span.extracting(0..<0)) }
    let range = Int(node.textStart)..<Int(node.textEnd)
    return node.isTextInSideBuffer
      ? body(sideBuffer.span.extracting(range)) : body(source.bytes.span.extracting(range))
  }

  /// The number that a scalar of one to eighteen digits is, as most scalars are; nil for anything else.
  func digits(of id: NodeID) -> Int? {
    withBytes(of: id) { bytes in
      guard (1...18).contains(bytes.count) else { return nil }
      var number = 0
      for index in 0..<bytes.count {
        let digit = bytes[index] &- UInt8(ascii: "0")
        guard digit <= 9 else { return nil }
        number = number * 10 + Int(digit)
      }
      return number
    }
  }

  /// Whether a scalar's text is `text`, byte for byte.
  package func hasText(_ text: String, _ id: NodeID) -> Bool {
    withBytes(of: id) { bytes in
      guard text.utf8.count == bytes.count, kind(of: id) == .scalar else { return false }
      var index = 0
      for byte in text.utf8 {
        guard bytes[index] == byte else { return false }
        index += 1
      }
      return true
    }
  }

  /// The items of a sequence, or a mapping's keys and values in turn; nothing for other nodes.
  package func children(of id: NodeID) -> Children {
    let node = self[id]
    let first = node.kind == .alias ? node.subtreeEnd : id.index + 1
    return Children(nodes: nodes, from: first, to: node.subtreeEnd)
  }

  /// The keys and values of a mapping; nothing for other nodes.
  package func entries(of id: NodeID) -> Entries {
    let node = self[id]
    let first = node.kind == .mapping ? id.index + 1 : node.subtreeEnd
    return Entries(children: Children(nodes: nodes, from: first, to: node.subtreeEnd))
  }

  /// The value of a mapping's first key with this text.
  package func value(forKey key: String, in id: NodeID) -> NodeID? {
    for entry in entries(of: id) where hasText(key, entry.key) { return entry.value }
    return nil
  }

  private subscript(_ id: NodeID) -> Node { nodes[Int(id.index)] }
}

extension YAMLDocument {
  /// The nodes directly inside a collection.
  package struct Children: Sequence, IteratorProtocol {
    private let nodes: [Node]
    private var position: Int32
    private let end: Int32

    init(nodes: [Node], from first: Int32, to end: Int32) {
      self.nodes = nodes
      position = first
      self.end = end
    }

    package mutating func next() -> NodeID? {
      guard position < end else { return nil }
      defer { position = nodes[Int(position)].subtreeEnd }
      return NodeID(position)
    }
  }

  /// The entries of a mapping.
  package struct Entries: Sequence, IteratorProtocol {
    var children: Children

    package mutating func next() -> (key: NodeID, value: NodeID)? {
      guard let key = children.next(), let value = children.next() else { return nil }
      return (key, value)
    }
  }
}
