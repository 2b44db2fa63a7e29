/// The header of a `.safetensors` file: the name, type, shape and place of every array.
struct SafeTensorsHeader {
  struct Item {
    let name: String
    let type: String
    let shape: [Int]
    /// Its bytes, counted from the end of the header.
    let range: Range<Int>
  }

  private(set) var items: [Item] = []

  init(parsing bytes: ArraySlice<UInt8>) throws(NumericsError) {
    var json = Cursor(bytes)
    var names: Set<String> = []
    try json.members { json, name throws(NumericsError) in
      guard names.insert(name).inserted else { throw .format("the safetensors header has '\(name)' twice") }
      if name == "__metadata__" {
        try json.members { json, _ throws(NumericsError) in _ = try json.string() }
      } else {
        items.append(try Self.item(name, &json))
      }
    }
    try json.end()
  }

  private static func item(_ name: String, _ json: inout Cursor) throws(NumericsError) -> Item {
    var (type, shape, offsets): (String?, [Int]?, [Int]?)
    try json.members { json, key throws(NumericsError) in
      switch key {
      case "dtype" where type == nil: type = try json.string()
      case "shape" where shape == nil: shape = try json.integers()
      case "data_offsets" where offsets == nil: offsets = try json.integers()
      default: throw .format("the safetensors header of '\(name)' has '\(key)' where it should not")
      }
    }
    guard let type, let shape, let offsets else {
      throw .format("the safetensors header of '\(name)' needs dtype, shape and data_offsets")
    }
    guard offsets.count == 2, offsets[0] <= offsets[1] else {
      throw .format("the data_offsets of '\(name)' are \(offsets), two numbers in ascending order are expected")
    }
    return Item(name: name, type: type, shape: shape, range: offsets[0]..<offsets[1])
  }

  /// Checks that the arrays lie one behind the other in `count` bytes.
  func checkCover(bytes count: Int) throws(NumericsError) {
    if let item = items.first(where: { $0.range.upperBound > count }) {
      throw .format(
        "the array '\(item.name)' ends at byte \(item.range.upperBound) of the data, of which there are \(count)")
    }
    var end = 0
    var last: String?
    let sorted = items.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    for item in sorted {
      if item.range.lowerBound < end {
        throw .format(
          "the arrays '\(last ?? "")' and '\(item.name)' overlap at byte \(item.range.lowerBound) of the data")
      }
      guard item.range.lowerBound == end else {
        throw .format("the bytes from \(end) to \(item.range.lowerBound) of the data belong to no array")
      }
      end = item.range.upperBound
      last = item.name
    }
    guard end == count else { throw .format("the bytes from \(end) to \(count) of the data belong to no array") }
  }
}

/// What is left of a header; of JSON the part that headers have: objects, texts, and arrays of integers.
private struct Cursor {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard let first = rest.first, UInt32(first) == character.value else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(NumericsError) {
    guard take(character) else {
      let found = String(decoding: rest.prefix(20), as: UTF8.self)
      throw .format(
        "the safetensors header: expected '\(character)' " + (found.isEmpty ? "at its end" : "before '\(found)'"))
    }
  }

  /// Reads an object; `body` reads the value of each key.
  mutating func members(
    _ body: (inout Cursor, String) throws(NumericsError) -> Void
  ) throws(NumericsError) {
    try expect("{")
    if take("}") { return }
    repeat {
      let key = try string()
      try expect(":")
      try body(&self, key)
    } while take(",")
    try expect("}")
  }

  mutating func integers() throws(NumericsError) -> [Int] {
    try expect("[")
    var values: [Int] = []
    if take("]") { return values }
    repeat {
      _ = take(" ")
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard let value = Int(String(decoding: digits, as: UTF8.self)) else {
        let found = String(decoding: rest.prefix(20), as: UTF8.self)
        throw .format("the safetensors header: expected an integer below 2^63 before '\(found)'")
      }
      values.append(value)
      rest = rest.dropFirst(digits.count)
    } while take(",")
    try expect("]")
    return values
  }

  mutating func string() throws(NumericsError) -> String {
    try expect("\"")
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: bytes, as: UTF8.self) else {
          throw .format("the safetensors header has a text that is not UTF-8")
        }
        return text
      case UInt8(ascii: "\\"): bytes += try escaped().utf8
      case 0..<0x20: throw .format("the safetensors header has a control character in a text")
      default: bytes.append(byte)
      }
    }
    throw .format("the safetensors header ends within a text")
  }

  private mutating func escaped() throws(NumericsError) -> String {
    guard let byte = rest.popFirst() else { throw .format("the safetensors header ends within a text") }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return String(decoding: [byte], as: UTF8.self)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      var units = [try unit()]
      if 0xD800..<0xDC00 ~= units[0], rest.prefix(2).elementsEqual("\\u".utf8) {
        rest = rest.dropFirst(2)
        units.append(try unit())
      }
      guard let text = String(validating: units, as: UTF16.self) else {
        throw .format("the safetensors header has half of a surrogate pair")
      }
      return text
    default: throw .format("the safetensors header has an escape that JSON does not know")
    }
  }

  private mutating func unit() throws(NumericsError) -> UInt16 {
    let digits = rest.prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw .format("the safetensors header has an escape without four digits") }
    rest = rest.dropFirst(4)
    return value
  }

  mutating func end() throws(NumericsError) {
    rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard rest.isEmpty else { throw .format("the safetensors header has something behind its object") }
  }
}
