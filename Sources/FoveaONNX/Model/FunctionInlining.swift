import FoveaText

/// Puts the nodes of functions in place of the nodes that call them.
struct FunctionInlining {
  private struct Key: Hashable {
    let domain: String
    let name: String
  }

  private let functions: [Key: FunctionBody]
  private var nodes: [Node] = []
  private var calls = 0

  /// How many calls may be within each other.
  private static let mostDepth = 32

  init(_ functions: [FunctionBody]) {
    self.functions = Dictionary(functions.map { (Key(domain: $0.domain, name: $0.name), $0) }) { first, _ in first }
  }

  /// The nodes with none that calls a function.
  consuming func inlined(_ nodes: [Node]) throws(ONNXError) -> [Node] {
    for node in nodes { try add(node, depth: 0) }
    return self.nodes
  }

  private mutating func add(_ node: Node, depth: Int) throws(ONNXError) {
    guard let function = functions[Key(domain: node.domain, name: node.type)] else {
      guard nodes.count < NodeGraph.mostNodes else {
        throw ONNXError("with its functions the graph has more than \(Quantity.exact(NodeGraph.mostNodes)) nodes")
      }
      nodes.append(node)
      return
    }
    guard depth < Self.mostDepth else {
      throw ONNXError(
        "the function `\(function.name.excerpt)` calls itself, or others more than \(Self.mostDepth) deep")
    }
    guard node.inputs.count <= function.inputs.count, node.outputs.count <= function.outputs.count else {
      throw ONNXError("\(node.title) calls `\(function.name.excerpt)` with more inputs or outputs than it has")
    }
    calls += 1
    guard calls < NodeGraph.mostNodes else {
      throw ONNXError("the graph calls functions more than \(Quantity.exact(NodeGraph.mostNodes)) times")
    }
    var names: [String: String] = ["": ""]
    for (index, name) in function.inputs.enumerated() {
      names[name] = index < node.inputs.count ? node.inputs[index] : ""
    }
    for (name, actual) in zip(function.outputs, node.outputs) where !actual.isEmpty { names[name] = actual }
    let prefix = "\(node.name.isEmpty ? node.type : node.name)#\(calls)/"
    for inner in function.nodes {
      try add(called(inner, by: node, of: function, &names, prefix), depth: depth + 1)
    }
  }

  /// A node of a function with the names and the attributes of a call.
  private func called(
    _ inner: Node, by node: Node, of function: FunctionBody, _ names: inout [String: String], _ prefix: String
  ) -> Node {
    var result = inner
    result.name = node.name.isEmpty ? inner.name : node.name
    result.inputs = inner.inputs.map { names[$0] ?? prefix + $0 }
    for output in inner.outputs where names[output] == nil { names[output] = prefix + output }
    result.outputs = inner.outputs.map { names[$0] ?? prefix + $0 }
    for (key, value) in inner.attributes {
      guard case .reference(let name) = value else { continue }
      result.attributes[key] = node.attributes[name] ?? function.defaults[name]
    }
    return result
  }
}
