import FoveaText

/// A field of a message: its number and its value as it stands in the file.
struct WireField {
  enum Value {
    case variable(UInt64)
    case eight(UInt64)
    case bytes(Range<Int>)
    case four(UInt32)
  }

  let number: Int
  let value: Value
  /// Where it begins in the file.
  let position: Int
  let bytes: FileBytes
  /// The name of the message that it is of.
  let message: String

  /// The value as an integer.
  func integer(_ name: String) throws(ONNXError) -> Int {
    guard case .variable(let bits) = value else { throw wrong(name, "an integer") }
    return Int(truncatingIfNeeded: bits)
  }

  /// The value as the bytes of a text or of something else that is not looked into.
  func range(_ name: String) throws(ONNXError) -> Range<Int> {
    guard case .bytes(let range) = value else { throw wrong(name, "bytes") }
    return range
  }

  /// The value as text.
  func text(_ name: String) throws(ONNXError) -> String {
    guard case .bytes(let range) = value else { throw wrong(name, "a text") }
    guard let text = bytes.text(range) else {
      throw ONNXError("byte \(position), in \(message): `\(name)` is no text in UTF-8")
    }
    return text
  }

  /// The value as a message.
  func message(_ name: String, _ title: String) throws(ONNXError) -> WireReader {
    guard case .bytes(let range) = value else { throw wrong(name, "a message") }
    return WireReader(bytes, range, message: title)
  }

  /// The value as a number of 32 bits.
  func float(_ name: String) throws(ONNXError) -> Float {
    guard case .four(let bits) = value else { throw wrong(name, "a number of four bytes") }
    return Float(bitPattern: bits)
  }

  /// Adds the integers of a list, which stand in one field, or in one each.
  func add(to integers: inout [Int], _ name: String, atMost limit: Int) throws(ONNXError) {
    switch value {
    case .variable(let bits): integers.append(Int(truncatingIfNeeded: bits))
    case .bytes(let range):
      var reader = WireReader(bytes, range, message: message)
      while reader.position < reader.end, integers.count <= limit {
        integers.append(Int(truncatingIfNeeded: try reader.variable("`\(name)`")))
      }
    case .eight, .four: throw wrong(name, "integers")
    }
    guard integers.count <= limit else { throw tooMany(name, limit) }
  }

  /// Adds the numbers of 32 bits of a list, which stand in one field, or in one each.
  func add(to numbers: inout [Float], _ name: String, atMost limit: Int) throws(ONNXError) {
    switch value {
    case .four(let bits): numbers.append(Float(bitPattern: bits))
    case .bytes(let range):
      guard range.count.isMultiple(of: 4) else { throw wrong(name, "numbers of four bytes") }
      guard range.count / 4 + numbers.count <= limit else { throw tooMany(name, limit) }
      for position in stride(from: range.lowerBound, to: range.upperBound, by: 4) {
        numbers.append(Float(bitPattern: bytes.littleEndian(position, as: UInt32.self)))
      }
    case .variable, .eight: throw wrong(name, "numbers of four bytes")
    }
    guard numbers.count <= limit else { throw tooMany(name, limit) }
  }

  /// The error that it is not what its number says.
  func wrong(_ name: String, _ expected: String) -> ONNXError {
    let found =
      switch value {
      case .variable: "an integer"
      case .eight: "eight bytes"
      case .four: "four bytes"
      case .bytes(let range): "\(range.count) byte\(range.count == 1 ? "" : "s")"
      }
    return ONNXError("byte \(position), in \(message): `\(name)` is \(found), expected \(expected)")
  }

  private func tooMany(_ name: String, _ limit: Int) -> ONNXError {
    ONNXError("byte \(position), in \(message): `\(name)` has more than \(Quantity.exact(limit)) entries")
  }
}
