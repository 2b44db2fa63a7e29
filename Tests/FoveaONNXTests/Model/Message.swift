/// The bytes of a message of protocol buffers, field by field.
struct Message: ExpressibleByArrayLiteral {
  private(set) var bytes: [UInt8] = []

  init(_ fields: [Field] = []) { for field in fields { add(field) } }

  init(arrayLiteral fields: Field...) { self.init(fields) }

  enum Field {
    case integer(Int, Int)
    case text(Int, String)
    case message(Int, Message)
    case bytes(Int, [UInt8])
    case float(Int, Float)
    /// Bytes that are no field.
    case raw([UInt8])
  }

  private mutating func add(_ field: Field) {
    switch field {
    case .integer(let number, let value): bytes += Self.key(number, 0) + Self.variable(UInt64(bitPattern: Int64(value)))
    case .text(let number, let text): bytes += Self.block(number, Array(text.utf8))
    case .message(let number, let message): bytes += Self.block(number, message.bytes)
    case .bytes(let number, let value): bytes += Self.block(number, value)
    case .float(let number, let value): bytes += Self.key(number, 5) + Self.little(value)
    case .raw(let value): bytes += value
    }
  }

  private static func block(_ number: Int, _ value: [UInt8]) -> [UInt8] {
    key(number, 2) + variable(UInt64(value.count)) + value
  }

  /// The bytes of a number, lowest first.
  static func little(_ value: Float) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> ($0 * 8)) }
  }

  static func key(_ number: Int, _ kind: Int) -> [UInt8] { variable(UInt64(number * 8 + kind)) }

  static func variable(_ number: UInt64) -> [UInt8] {
    var (rest, bytes) = (number, [UInt8]())
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }
}

/// The messages of small models.
extension Message {
  static func model(_ graph: Message, version: Int = 8, opset: Int? = 17, functions: [Message] = []) -> Message {
    Message(
      [.integer(1, version)] + (opset.map { [.message(8, [.integer(2, $0)])] } ?? [])
        + functions.map { .message(25, $0) } + [.message(7, graph)])
  }

  static func graph(
    _ nodes: [Message], inputs: [Message] = [value("x", [1, 3, 8, 8])], outputs: [Message] = [value("y", nil)],
    initializers: [Message] = []
  ) -> Message {
    Message(
      nodes.map { .message(1, $0) } + initializers.map { .message(5, $0) } + inputs.map { .message(11, $0) }
        + outputs.map { .message(12, $0) })
  }

  static func node(
    _ type: String, _ inputs: [String] = ["x"], _ outputs: [String] = ["y"], name: String = "",
    with attributes: Message...
  ) -> Message {
    Message(
      inputs.map { .text(1, $0) } + outputs.map { .text(2, $0) } + [.text(3, name), .text(4, type)]
        + attributes.map { .message(5, $0) })
  }

  static func attribute(_ name: String, _ value: Int) -> Message {
    [.text(1, name), .integer(3, value), .integer(20, 2)]
  }

  static func attribute(_ name: String, _ values: [Int]) -> Message {
    Message([.text(1, name), .integer(20, 7)] + values.map { .integer(8, $0) })
  }

  static func attribute(_ name: String, _ value: Float) -> Message {
    [.text(1, name), .float(2, value), .integer(20, 1)]
  }

  static func attribute(_ name: String, text: String) -> Message {
    [.text(1, name), .text(4, text), .integer(20, 3)]
  }

  static func attribute(_ name: String, tensor: Message) -> Message {
    [.text(1, name), .message(5, tensor), .integer(20, 4)]
  }

  static func attribute(_ name: String, graph: Message) -> Message {
    [.text(1, name), .message(6, graph), .integer(20, 5)]
  }

  /// A value with its extents; a text is a name, nil an extent that is not stated.
  static func value(_ name: String, _ dims: [Any?]?) -> Message {
    var type: [Field] = [.integer(1, 1)]
    if let dims {
      let shape = dims.map { dim -> Field in
        switch dim {
        case let extent as Int: .message(1, [.integer(1, extent)])
        case let name as String: .message(1, [.text(2, name)])
        default: .message(1, [])
        }
      }
      type.append(.message(2, Message(shape)))
    }
    return [.text(1, name), .message(2, [.message(1, Message(type))])]
  }

  /// Integers of 64 bits; of floats, which are external, only the place is stated.
  static func tensor(_ name: String, _ dims: [Int], integers: [Int]) -> Message {
    let raw = integers.flatMap { value in (0..<8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
    return Message(dims.map { .integer(1, $0) } + [.integer(2, 7), .text(8, name), .bytes(9, raw)])
  }

  static func tensor(_ name: String, _ dims: [Int], at location: String? = "weights.bin", and more: Field...) -> Message
  {
    Message(
      dims.map { .integer(1, $0) } + [.integer(2, 1), .text(8, name), .integer(14, 1)]
        + (location.map { [.message(13, [.text(1, "location"), .text(2, $0)])] } ?? []) + more)
  }
}
