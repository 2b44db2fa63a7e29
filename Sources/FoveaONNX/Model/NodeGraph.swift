import FoveaText

/// A graph of a file: nodes in the order of execution, and what they read.
struct NodeGraph: Sendable {
  private(set) var name = ""
  var nodes: [Node] = []
  /// The tensors that are stored.
  private(set) var initializers: [StoredTensor] = []
  /// What is given to it; files of old versions list the initializers among it.
  private(set) var inputs: [ValueInfo] = []
  private(set) var outputs: [ValueInfo] = []
  /// What the file says of other values.
  private(set) var values: [ValueInfo] = []

  /// How many graphs may be within each other.
  static let mostDepth = 16
  /// How many nodes a graph may have.
  static let mostNodes = 1_000_000

  init(_ reader: WireReader, depth: Int) throws(ONNXError) {
    guard depth <= Self.mostDepth else {
      throw ONNXError("byte \(reader.position): graphs are within each other more than \(Self.mostDepth) deep")
    }
    var reader = reader
    while let field = try reader.next() {
      switch field.number {
      case 1: nodes.append(try Node(try field.message("node", "a node"), depth: depth))
      case 2: name = try field.text("name")
      case 5: initializers.append(try StoredTensor(try field.message("initializer", "an initializer")))
      case 11: inputs.append(try ValueInfo(try field.message("input", "an input")))
      case 12: outputs.append(try ValueInfo(try field.message("output", "an output")))
      case 13: values.append(try ValueInfo(try field.message("value_info", "what is said of a value")))
      case 15: throw ONNXError("byte \(field.position): the graph has a sparse initializer, which is not read")
      default: break
      }
      guard nodes.count <= Self.mostNodes else {
        throw ONNXError("the graph has more than \(Quantity.exact(Self.mostNodes)) nodes")
      }
    }
  }
}
