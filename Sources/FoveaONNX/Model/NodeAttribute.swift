/// The value of an attribute of a node.
enum NodeAttribute: Sendable {
  case float(Float)
  case integer(Int)
  case text(String)
  case tensor(StoredTensor)
  case graph(NodeGraph)
  case floats([Float])
  case integers([Int])
  case texts([String])
  /// What the attribute of the function around it is called, whose value this is.
  case reference(String)
  /// A value of a kind that no operator of a network needs.
  case other

  /// The most numbers of a list: beyond them it is a tensor.
  private static let limit = 1 << 20

  static func read(_ reader: WireReader, depth: Int) throws(ONNXError) -> (name: String, value: NodeAttribute) {
    var reader = reader
    var fields = Fields()
    while let field = try reader.next() {
      switch field.number {
      case 1: fields.name = try field.text("name")
      case 2: fields.float = try field.float("f")
      case 3: fields.integer = try field.integer("i")
      case 4: fields.text = try field.range("s")
      case 5: fields.tensor = try StoredTensor(try field.message("t", "a tensor"))
      case 6: fields.graph = try NodeGraph(try field.message("g", "a graph"), depth: depth + 1)
      case 7: try field.add(to: &fields.floats, "floats", atMost: limit)
      case 8: try field.add(to: &fields.integers, "ints", atMost: limit)
      case 9:
        guard fields.texts.count < limit else { throw field.wrong("strings", "at most \(limit) texts") }
        fields.texts.append(try field.range("strings"))
      case 20: fields.type = try field.integer("type")
      case 21: fields.reference = try field.text("ref_attr_name")
      default: fields.hasOther = true
      }
    }
    return (fields.name, try fields.value(reader.bytes))
  }

  /// The fields of the message, of which one is filled.
  private struct Fields {
    var name = ""
    var float: Float?
    var integer: Int?
    var text: Range<Int>?
    var tensor: StoredTensor?
    var graph: NodeGraph?
    var floats: [Float] = []
    var integers: [Int] = []
    var texts: [Range<Int>] = []
    var type = 0
    var reference: String?
    var hasOther = false

    /// The value by the stated type; files of the first versions state none.
    func value(_ bytes: FileBytes) throws(ONNXError) -> NodeAttribute {
      if let reference, !reference.isEmpty { return .reference(reference) }
      switch type {
      case 0: return try untyped(bytes)
      case 1: return .float(float ?? 0)
      case 2: return .integer(integer ?? 0)
      case 3: return .text(try text.map { range throws(ONNXError) in try decoded(range, bytes) } ?? "")
      case 4: if let tensor { return .tensor(tensor) }
      case 5: if let graph { return .graph(graph) }
      case 6: return .floats(floats)
      case 7: return .integers(integers)
      case 8: return .texts(try texts.map { range throws(ONNXError) in try decoded(range, bytes) })
      case 9...14: return .other
      default: break
      }
      throw ONNXError("the attribute `\(name)` is of the type \(type), and has no such value")
    }

    private func untyped(_ bytes: FileBytes) throws(ONNXError) -> NodeAttribute {
      if let float { return .float(float) }
      if let integer { return .integer(integer) }
      if let text { return .text(try decoded(text, bytes)) }
      if let tensor { return .tensor(tensor) }
      if let graph { return .graph(graph) }
      if !floats.isEmpty { return .floats(floats) }
      if !texts.isEmpty {
        return .texts(try texts.map { range throws(ONNXError) in try decoded(range, bytes) })
      }
      return hasOther ? .other : .integers(integers)
    }

    private func decoded(_ range: Range<Int>, _ bytes: FileBytes) throws(ONNXError) -> String {
      guard let text = bytes.text(range) else { throw ONNXError("the attribute `\(name)` is no text in UTF-8") }
      return text
    }
  }
}
