import FoveaText

/// A node with what is known of the values that it reads.
struct NodeView {
  let node: Node
  private let values: [InferredValue?]
  /// The version of the operator set that it is of.
  let opset: Int

  init(_ node: Node, opset: Int, _ value: (String) -> InferredValue?) {
    self.node = node
    self.opset = opset
    values = node.inputs.map { $0.isEmpty ? nil : value($0) ?? .unknown }
  }

  /// The number of inputs, those that are left out among them.
  var count: Int { values.count }

  /// Whether an input is given.
  func has(_ index: Int) -> Bool { index < values.count && values[index] != nil }

  /// What is known of an input; nothing of one that is left out.
  subscript(index: Int) -> InferredValue { index < values.count ? values[index] ?? .unknown : .unknown }

  /// What is known of all inputs that are given.
  var all: [InferredValue] { values.compactMap(\.self) }

  /// Whether all inputs are the same for every input of the network.
  var isConstant: Bool { all.allSatisfy(\.isConstant) }

  func integer(_ name: String) -> Int? {
    if case .integer(let value) = node.attributes[name] { value } else { nil }
  }

  func integers(_ name: String) -> [Int]? {
    if case .integers(let values) = node.attributes[name] { values } else { nil }
  }

  func real(_ name: String) -> Double? {
    if case .float(let value) = node.attributes[name] { Double(value) } else { nil }
  }

  func text(_ name: String) -> String? {
    if case .text(let value) = node.attributes[name] { value } else { nil }
  }

  /// Axes that are an attribute in old versions, and an input in new ones; nil where they are not known.
  ///
  /// - Returns: an empty list where none are stated.
  func axes(input index: Int, rank: Int) throws(ONNXError) -> [Int]? {
    guard let stated = integers("axes") ?? (has(index) ? self[index].integers : []) else { return nil }
    var axes: [Int] = []
    for axis in stated { axes.append(try self.axis(axis, rank: rank)) }
    return axes
  }

  /// An axis counted from the front.
  func axis(_ axis: Int, rank: Int) throws(ONNXError) -> Int {
    guard axis >= -rank, axis < rank else { throw error("has the axis \(axis), but there are \(rank)") }
    return axis < 0 ? axis + rank : axis
  }

  /// An error that names the node.
  func error(_ what: String) -> ONNXError { ONNXError("\(node.title), \(node.type.excerpt), \(what)") }
}
