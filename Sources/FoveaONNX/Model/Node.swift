import FoveaText

/// One operation of a file.
struct Node: Sendable {
  /// Its name; often empty.
  var name = ""
  /// The operator.
  private(set) var type = ""
  /// The operator set that it is of, empty for that of ONNX itself.
  private(set) var domain = ""
  /// The names of the values that it reads; empty for one that is left out.
  var inputs: [String] = []
  /// The names of the values that it gives; empty for one that nobody asks for.
  var outputs: [String] = []
  var attributes: [String: NodeAttribute] = [:]
  /// The modules that it is part of, from the outermost in, where the exporter states them.
  private(set) var scopes: [String] = []

  /// The most inputs, outputs or attributes of a node.
  private static let limit = 1 << 16

  init(_ reader: WireReader, depth: Int) throws(ONNXError) {
    var reader = reader
    while let field = try reader.next() {
      switch field.number {
      case 1: inputs.append(try field.text("input"))
      case 2: outputs.append(try field.text("output"))
      case 3: name = try field.text("name")
      case 4: type = try field.text("op_type")
      case 5:
        let (name, value) = try NodeAttribute.read(try field.message("attribute", "an attribute"), depth: depth)
        guard attributes.updateValue(value, forKey: name) == nil else {
          throw ONNXError("byte \(field.position): a node has the attribute `\(name.excerpt)` twice")
        }
      case 7: domain = try field.text("domain")
      case 9: try readMetadata(field)
      default: break
      }
      guard max(inputs.count, outputs.count, attributes.count) < Self.limit else {
        throw ONNXError("byte \(field.position): a node has more than \(Quantity.exact(Self.limit)) inputs or outputs")
      }
    }
    if domain == "ai.onnx" { domain = "" }
    guard !type.isEmpty else { throw ONNXError("\(title) has no operator") }
  }

  /// Takes the scopes from an entry of the metadata, such as `['', 'layer1', 'layer1.0', 'layer1.0.relu', 'relu_1']`.
  ///
  /// The metadata of torch's newer exporter is most of a file; of the rest only the keys are looked at.
  private mutating func readMetadata(_ field: WireField) throws(ONNXError) {
    var entry = try field.message("metadata_props", "an entry of metadata")
    var isScopes = false
    while let field = try entry.next() {
      switch field.number {
      case 1: isScopes = try field.text("key") == "pkg.torch.onnx.name_scopes"
      case 2 where isScopes: scopes = Self.list(try field.text("value"))
      default: break
      }
    }
  }

  /// The texts of a list as Python prints it.
  private static func list(_ text: String) -> [String] {
    var entries: [String] = []
    var entry: [UInt8]?
    for byte in text.utf8 {
      if byte == UInt8(ascii: "'") {
        if let bytes = entry { entries.append(String(decoding: bytes, as: UTF8.self)) }
        entry = entry == nil ? [] : nil
      } else {
        entry?.append(byte)
      }
    }
    return entries
  }

  /// Its name for messages.
  var title: String {
    if !name.isEmpty { return "the node `\(VisibleText.escape(name).excerpt)`" }
    guard let output = outputs.first(where: { !$0.isEmpty }) else { return "a node without a name" }
    return "the node that gives `\(VisibleText.escape(output).excerpt)`"
  }
}
