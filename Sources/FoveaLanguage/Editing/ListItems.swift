/// The items of all lists of a text, with their neighbours.
struct ListItems: Sendable {
  /// The list of each item; −1 for a node that is none.
  private var lists: [Int32]
  /// The item before each one; −1 for the first.
  private var previous: [Int32]
  /// The collection that holds each node; −1 for the outermost one.
  private var parents: [Int32]
  private let document: YAMLDocument

  /// One item of a list.
  struct Item {
    let node: NodeID
    let list: NodeID
    let previous: NodeID?
    let next: NodeID?
  }

  init(_ document: YAMLDocument) {
    self.document = document
    lists = Array(repeating: -1, count: document.count)
    previous = lists
    parents = lists
    for index in 0..<document.count {
      let node = NodeID(Int32(index))
      let isList = document.kind(of: node) == .sequence
      var last: Int32 = -1
      for child in document.children(of: node) {
        parents[Int(child.index)] = node.index
        guard isList else { continue }
        lists[Int(child.index)] = node.index
        previous[Int(child.index)] = last
        last = child.index
      }
    }
  }

  /// The item of the innermost list that holds a node; nil for a node of none.
  func item(holding node: NodeID) -> Item? {
    var node = node
    while lists[Int(node.index)] < 0 {
      let parent = parents[Int(node.index)]
      guard parent >= 0 else { return nil }
      node = NodeID(parent)
    }
    let list = NodeID(lists[Int(node.index)])
    let (next, before) = (document.end(ofNode: node), previous[Int(node.index)])
    return Item(
      node: node, list: list, previous: before < 0 ? nil : NodeID(before),
      next: next < document.end(ofNode: list) ? next : nil)
  }
}

extension YAMLDocument {
  /// The node behind the last one inside a node.
  func end(ofNode node: NodeID) -> NodeID { NodeID(node.index + Int32(1 + descendantCount(of: node))) }
}
