/// What is known of all values of a graph before anything runs.
///
/// Shape arithmetic and constants are computed, and then the extents of every value inferred, node by node. A value is
/// known with its numbers, by its extents alone, or not at all; what the file says of it stands where nothing follows
/// from the operators.
struct Inference {
  /// The nodes that run, with those of a branch in place of a condition that is known.
  private(set) var nodes: [Node] = []
  private(set) var values: [String: InferredValue] = [:]
  private let versions: [String: Int]
  private let stated: [String: ValueInfo]
  private let bindings: [String: Int]

  /// - Parameters:
  ///   - bindings: the numbers that stand for names of extents.
  ///   - inputs: the extents of inputs in place of those in the file.
  init(_ file: ModelFile, bindings: [String: Int] = [:], inputs: [String: [Dim]] = [:]) throws(ONNXError) {
    versions = file.opsets
    self.bindings = bindings
    stated = Dictionary(file.graph.values.map { ($0.name, $0) }) { first, _ in first }
    values.reserveCapacity(2 * file.graph.nodes.count)
    nodes.reserveCapacity(file.graph.nodes.count)
    for info in file.graph.inputs {
      values[info.name] = InferredValue(info, bindings: bindings)
      if let dims = inputs[info.name] { values[info.name]?.dims = dims }
    }
    try run(file.graph, depth: 0)
  }

  private mutating func run(_ graph: NodeGraph, depth: Int) throws(ONNXError) {
    for tensor in graph.initializers { values[tensor.name] = try InferredValue(tensor) }
    for node in graph.nodes { try run(node, depth: depth) }
  }

  private mutating func run(_ node: Node, depth: Int) throws(ONNXError) {
    let view = view(of: node)
    if node.type == "If", node.domain.isEmpty, let branch = try taken(view) {
      try inline(branch, for: node, depth: depth + 1)
      return
    }
    let results = try Self.infer(view)
    nodes.append(node)
    for (index, name) in node.outputs.enumerated() where !name.isEmpty {
      var result = index < results.count ? results[index] : .unknown
      if let info = stated[name] { result.complete(InferredValue(info, bindings: bindings)) }
      values[name] = result
    }
  }

  /// A node with what is known of its inputs.
  func view(of node: Node) -> NodeView {
    NodeView(node, opset: versions[node.domain] ?? versions[""] ?? 1) { values[$0] }
  }

  /// The branch of a condition that is known.
  private func taken(_ view: NodeView) throws(ONNXError) -> NodeGraph? {
    guard let condition = view[0].integers?.first else { return nil }
    guard case .graph(let branch) = view.node.attributes[condition != 0 ? "then_branch" : "else_branch"] else {
      throw view.error("has no branch for its condition")
    }
    return branch
  }

  /// Puts the nodes of a branch in place of its condition, under names of their own.
  private mutating func inline(_ branch: NodeGraph, for node: Node, depth: Int) throws(ONNXError) {
    guard depth <= NodeGraph.mostDepth, branch.outputs.count >= node.outputs.count else {
      throw ONNXError("\(node.title), If, has a branch of \(branch.outputs.count) outputs")
    }
    let prefix = "\(node.outputs.first ?? node.name)/"
    var names: [String: String] = [:]
    for (info, output) in zip(branch.outputs, node.outputs) { names[info.name] = output }
    for tensor in branch.initializers {
      let name = names[tensor.name] ?? prefix + tensor.name
      names[tensor.name] = name
      values[name] = try InferredValue(tensor)
    }
    for inner in branch.nodes {
      var copy = inner
      copy.inputs = inner.inputs.map { names[$0] ?? $0 }
      for output in inner.outputs where !output.isEmpty && names[output] == nil { names[output] = prefix + output }
      copy.outputs = inner.outputs.map { names[$0] ?? $0 }
      try run(copy, depth: depth)
    }
    // A branch may hand on a value from outside.
    for (info, output) in zip(branch.outputs, node.outputs) where values[output] == nil {
      values[output] = values[info.name]
    }
  }
}

extension InferredValue {
  /// Takes what is not known of it from what a file says.
  mutating func complete(_ stated: InferredValue) {
    type = type ?? stated.type
    guard let other = stated.dims else { return }
    guard let own = dims else {
      dims = other
      return
    }
    guard own.count == other.count, own.contains(where: { $0.value == nil }) else { return }
    dims = zip(own, other).map { $0 == .unknown ? $1 : $0 }
  }
}
