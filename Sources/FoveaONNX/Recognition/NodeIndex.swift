/// The nodes of a graph with who gives and who reads each value.
struct NodeIndex {
  let inference: Inference
  private let producers: [String: Int]
  private let readers: [String: [Int]]
  private let outputs: Set<String>

  init(_ inference: Inference, outputs: [String]) {
    self.inference = inference
    self.outputs = Set(outputs)
    var producers: [String: Int] = [:]
    var readers: [String: [Int]] = [:]
    producers.reserveCapacity(inference.nodes.count)
    readers.reserveCapacity(inference.nodes.count)
    for (index, node) in inference.nodes.enumerated() {
      for output in node.outputs where !output.isEmpty { producers[output] = index }
      for input in node.inputs where !input.isEmpty { readers[input, default: []].append(index) }
    }
    (self.producers, self.readers) = (producers, readers)
  }

  var nodes: [Node] { inference.nodes }

  /// What is known of a value.
  func value(_ name: String) -> InferredValue { inference.values[name] ?? .unknown }

  /// The node that gives a value, if it is of one of some operators.
  func producer(_ name: String, _ types: String...) -> Int? {
    guard let index = producers[name], nodes[index].domain.isEmpty, types.isEmpty || types.contains(nodes[index].type)
    else { return nil }
    return index
  }

  /// The only node that reads a value, if there is one, and it is of one of some operators.
  func reader(_ name: String, _ types: String...) -> Int? {
    guard !outputs.contains(name), let all = readers[name], all.count == 1, let index = all.first,
      types.isEmpty || types.contains(nodes[index].type), nodes[index].domain.isEmpty
    else { return nil }
    return index
  }

  /// All nodes that read a value.
  func allReaders(_ name: String) -> [Int] { readers[name] ?? [] }

  /// The first output of a node.
  func output(_ index: Int) -> String { nodes[index].outputs.first ?? "" }

  /// The first input of a node.
  func input(_ index: Int) -> String { nodes[index].inputs.first ?? "" }

  /// The operand of a node of two that is not the one that is named.
  func other(_ index: Int, than name: String) -> String? {
    let inputs = nodes[index].inputs
    guard inputs.count == 2, inputs.contains(name) else { return nil }
    return inputs[0] == name ? inputs[1] : inputs[0]
  }

  /// The number of an operand that is constant, and the other operand.
  func number(_ index: Int) -> (value: Double, other: String)? {
    let inputs = nodes[index].inputs
    guard inputs.count == 2 else { return nil }
    if let value = constant(inputs[1]) { return (value, inputs[0]) }
    if let value = constant(inputs[0]) { return (value, inputs[1]) }
    return nil
  }

  /// The number that a constant is.
  func constant(_ name: String) -> Double? {
    let value = value(name)
    return value.isConstant ? value.scalar : nil
  }

  /// Whether nobody but the nodes themselves reads what they give, besides the output of the last.
  func isClosed(_ group: [Int]) -> Bool {
    guard let last = group.last else { return false }
    let members = Set(group)
    return group.allSatisfy { index in
      index == last
        || nodes[index].outputs.allSatisfy { output in
          !outputs.contains(output) && allReaders(output).allSatisfy(members.contains)
        }
    }
  }
}
