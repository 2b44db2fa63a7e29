import FoveaText

/// Checks that every value of a graph is given once, and before it is read.
struct GraphCheck {
  private let graph: NodeGraph
  private var known: Set<String>

  init(_ graph: NodeGraph, within outer: Set<String>) {
    self.graph = graph
    known = outer
  }

  consuming func run() throws(ONNXError) {
    var stored: Set<String> = []
    for tensor in graph.initializers {
      guard !tensor.name.isEmpty else { throw ONNXError("an initializer has no name") }
      guard stored.insert(tensor.name).inserted else { throw twice(tensor.name) }
    }
    var given: Set<String> = []
    for input in graph.inputs {
      guard !input.name.isEmpty else { throw ONNXError("an input of the graph has no name") }
      guard given.insert(input.name).inserted else { throw twice(input.name) }
    }
    given.formUnion(stored)
    known.formUnion(given)
    for node in graph.nodes { try check(node, &given) }
    for output in graph.outputs where !known.contains(output.name) {
      throw ONNXError("the output `\(VisibleText.escape(output.name).excerpt)` of the graph is given by no node")
    }
  }

  private mutating func check(_ node: Node, _ given: inout Set<String>) throws(ONNXError) {
    for input in node.inputs where !input.isEmpty && !known.contains(input) { throw missing(input, node) }
    for case .graph(let body) in node.attributes.values { try GraphCheck(body, within: known).run() }
    for output in node.outputs where !output.isEmpty {
      guard given.insert(output).inserted else { throw twice(output) }
      known.insert(output)
    }
  }

  private func twice(_ name: String) -> ONNXError {
    ONNXError("the value `\(VisibleText.escape(name).excerpt)` is given twice")
  }

  /// What is wrong where a node reads a value that is not there, or not yet.
  private func missing(_ name: String, _ node: Node) -> ONNXError {
    let reads = "\(node.title) reads `\(VisibleText.escape(name).excerpt)`"
    if let later = graph.nodes.first(where: { $0.outputs.contains(name) }) {
      return ONNXError("\(reads), which \(later.title) gives only behind it: the nodes have to be in order, no circle")
    }
    let nearest = Spelling.nearest(to: name, among: known.sorted())
    return ONNXError("\(reads), which nothing gives" + (nearest.map { "; did you mean `\($0)`?" } ?? ""))
  }
}
