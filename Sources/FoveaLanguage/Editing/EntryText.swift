package import FoveaText

/// The entries of lists of layers as text: where each begins and ends, and how it is changed.
package struct EntryText {
  package let document: YAMLDocument
  /// The collection that holds each node; −1 for the outermost one.
  private let parents: [Int32]
  /// How many of the nodes before each one are what an alias stands for.
  private let targetsBefore: [Int32]
  /// Whether each node is, or is inside, what an alias stands for.
  private let isInsideTarget: [Bool]

  package init(_ document: YAMLDocument) {
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

  var source: SourceText { document.source }

  /// The value beside a key.
  package func value(of key: NodeID) -> NodeID { NodeID(key.index + 1) }

  /// The mapping that holds a key, or the list that holds a bare word.
  package func parent(of node: NodeID) -> NodeID? {
    let parent = parents[Int(node.index)]
    return parent < 0 ? nil : NodeID(parent)
  }

  /// Whether a node is written for several places, or holds something that is.
  package func isShared(_ node: NodeID) -> Bool {
    let end = Int(node.index) + 1 + document.descendantCount(of: node)
    return isInsideTarget[Int(node.index)] || targetsBefore[end] > targetsBefore[Int(node.index)]
  }

  /// Whether an entry is a word alone, without attributes.
  func isBareWord(_ key: NodeID) -> Bool {
    guard let parent = parent(of: key) else { return true }
    return document.kind(of: parent) == .sequence
  }

  /// The key of an entry to the end of its value.
  package func span(ofEntryAt key: NodeID) -> SourceSpan {
    let start = document.span(of: key)
    guard !isBareWord(key) else { return start }
    return SourceSpan(start: start.start, end: max(start.end, document.span(of: value(of: key)).end))
  }
}
