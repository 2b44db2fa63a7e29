/// A function of a file: nodes that stand for a node which calls it.
struct FunctionBody: Sendable {
  private(set) var name = ""
  private(set) var domain = ""
  private(set) var inputs: [String] = []
  private(set) var outputs: [String] = []
  /// The values of attributes that a call may leave out.
  private(set) var defaults: [String: NodeAttribute] = [:]
  private(set) var nodes: [Node] = []

  init(_ reader: WireReader) throws(ONNXError) {
    var reader = reader
    while let field = try reader.next() {
      switch field.number {
      case 1: name = try field.text("name")
      case 4: inputs.append(try field.text("input"))
      case 5: outputs.append(try field.text("output"))
      case 7: nodes.append(try Node(try field.message("node", "a node"), depth: 0))
      case 10: domain = try field.text("domain")
      case 11:
        let (name, value) = try NodeAttribute.read(try field.message("attribute", "an attribute"), depth: 0)
        defaults[name] = value
      default: break
      }
    }
  }
}
