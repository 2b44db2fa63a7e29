/// Reads the fields of one message of protocol buffers, in their order, without copying them.
///
/// A field is a key, `number · 8 + kind`, and its value: a number of variable length, eight bytes, a length and as many
/// bytes, or four bytes. The two kinds that open and close a group are not used by ONNX. Source of the format:
/// https://protobuf.dev/programming-guides/encoding.
struct WireReader {
  let bytes: FileBytes
  /// The name of the message, for errors.
  let message: String
  private(set) var position: Int
  let end: Int

  /// Reads a part of a file, all of it by default.
  init(_ bytes: FileBytes, _ range: Range<Int>? = nil, message: String) {
    self.bytes = bytes
    self.message = message
    position = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  /// The next field; nil at the end of the message.
  mutating func next() throws(ONNXError) -> WireField? {
    guard position < end else { return nil }
    let start = position
    let key = try variable("the key of a field")
    guard key >> 3 > 0, key >> 3 < 1 << 29 else { throw damaged("there is no field \(key >> 3)", at: start) }
    let number = Int(key >> 3)
    let value: WireField.Value
    switch key & 7 {
    case 0: value = .variable(try variable("field \(number)"))
    case 1: value = .eight(bytes.littleEndian(try take(8, of: number), as: UInt64.self))
    case 2:
      let length = try variable("the length of field \(number)")
      guard length <= UInt64(end - position) else {
        throw damaged("field \(number) has \(length) bytes, but only \(end - position) are left", at: start)
      }
      let first = try take(Int(length), of: number)
      value = .bytes(first..<first + Int(length))
    case 5: value = .four(bytes.littleEndian(try take(4, of: number), as: UInt32.self))
    case 3, 4: throw damaged("field \(number) is a group, which ONNX has none of", at: start)
    default: throw damaged("field \(number) is of the kind \(key & 7), which does not exist", at: start)
    }
    return WireField(number: number, value: value, position: start, bytes: bytes, message: message)
  }

  /// A number of up to ten bytes of seven bits, lowest first.
  mutating func variable(_ what: @autoclosure () -> String) throws(ONNXError) -> UInt64 {
    let start = position
    var number: UInt64 = 0
    for index in 0..<10 {
      guard position < end else { throw damaged("\(what()) is cut off", at: start) }
      let byte = bytes[position]
      position += 1
      if index == 9, byte > 1 { break }
      number |= UInt64(byte & 0x7F) << UInt64(7 * index)
      if byte < 0x80 { return number }
    }
    throw damaged("\(what()) has more than 64 bits", at: start)
  }

  private mutating func take(_ count: Int, of number: Int) throws(ONNXError) -> Int {
    let start = position
    guard count <= end - start else { throw damaged("field \(number) is cut off", at: start) }
    position += count
    return start
  }

  private func damaged(_ what: String, at position: Int) -> ONNXError {
    ONNXError("byte \(position), in \(message): \(what)")
  }
}
