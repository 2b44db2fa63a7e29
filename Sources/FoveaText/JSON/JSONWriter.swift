/// Writes JSON into a buffer of bytes, value by value.
///
/// ```
/// var json = JSONWriter()
/// json.object { json in
///   json.member("schema", 1)
///   json.member("shape") { $0.array(.inline) { for extent in [3, 224, 224] { $0.number(extent) } } }
/// }
/// ```
package struct JSONWriter {
  /// How the members of a container stand.
  package enum Layout {
    /// Each on a line of its own.
    case lines
    /// All on the line of the container.
    case inline
  }

  /// A value on one line as it stands in JSON, for one that is written often.
  package struct Encoded {
    fileprivate let bytes: [UInt8]

    /// Encodes the value that `write` gives.
    package init(_ write: (inout JSONWriter) -> Void) {
      var json = JSONWriter()
      json.isInline = true
      write(&json)
      bytes = json.bytes
    }
  }

  /// What is written so far, UTF-8.
  package private(set) var bytes: [UInt8] = []
  private var depth = 0
  private var isInline = false
  private var isFirst = true
  private var followsKey = false

  /// Begins a text, or what stands in `depth` containers that are written elsewhere.
  package init(depth: Int = 0) {
    self.depth = depth
  }

  /// Writes an object whose members `write` gives.
  package mutating func object(_ layout: Layout = .lines, _ write: (inout JSONWriter) -> Void) {
    container("{", "}", layout, write)
  }

  /// Writes an array whose elements `write` gives.
  package mutating func array(_ layout: Layout = .lines, _ write: (inout JSONWriter) -> Void) {
    container("[", "]", layout, write)
  }

  /// Writes the key of the next value.
  package mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(UInt8(ascii: " "))
    followsKey = true
  }

  package mutating func string(_ text: String) {
    separate()
    quote(text)
  }

  /// Writes a value that is encoded already.
  package mutating func value(_ value: Encoded) {
    separate()
    bytes += value.bytes
  }

  package mutating func number(_ value: Int) {
    separate()
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var rest = value.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// Writes a finite decimal number with six significant digits, and any other as null.
  package mutating func decimal(_ value: Double) {
    guard value.isFinite else { return null() }
    separate()
    bytes.append(contentsOf: DecimalText.text(value).utf8)
  }

  /// Writes a number so that reading gives the same one; null where it is not finite, which JSON cannot say.
  package mutating func number(_ value: Double) {
    guard value.isFinite else { return null() }
    separate()
    bytes.append(contentsOf: "\(value)".utf8)
  }

  package mutating func truth(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Ends the text with a line break.
  package mutating func end() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func container(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ layout: Layout, _ write: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: open))
    let outer = isInline
    isInline = outer || layout == .inline
    depth += 1
    isFirst = true
    write(&self)
    depth -= 1
    if !isInline, !isFirst { breakLine() }
    isInline = outer
    isFirst = false
    bytes.append(UInt8(ascii: close))
  }

  /// What stands between a value, or a key, and the one before it.
  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    if isInline {
      if !isFirst { bytes.append(UInt8(ascii: " ")) }
    } else if depth > 0 {
      breakLine()
    }
    isFirst = false
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<2 * depth { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    if bytes[start...].contains(where: { Self.needsEscape($0) || $0 >= 0x80 }) {
      bytes.removeSubrange(start...)
      for scalar in text.unicodeScalars { append(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends a scalar of a string; what a terminal would obey, or hide, is written as its number.
  private mutating func append(_ scalar: Unicode.Scalar) {
    if let byte = UInt8(exactly: scalar.value), scalar.isASCII { return escape(byte) }
    guard VisibleText.substitute(for: scalar) != nil else {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      return
    }
    for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
      let digits = String(unit, radix: 16)
      bytes.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8)
    }
  }

  private mutating func escape(_ byte: UInt8) {
    guard Self.needsEscape(byte) else {
      bytes.append(byte)
      return
    }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
    case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
    case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
    default:
      let digits = String(byte, radix: 16)
      bytes.append(contentsOf: (digits.utf8.count == 1 ? "\\u000" : "\\u00").utf8)
      bytes.append(contentsOf: digits.utf8)
    }
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
  }
}

extension JSONWriter {
  /// Writes a key and the value that `write` gives.
  package mutating func member(_ name: String, _ write: (inout JSONWriter) -> Void) {
    key(name)
    write(&self)
  }

  /// Writes a key and a text, or null.
  package mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// Writes a key and a number, or null.
  package mutating func member(_ name: String, _ value: Int?) {
    key(name)
    if let value { number(value) } else { null() }
  }

  /// Writes a key and a number, or null.
  package mutating func member(_ name: String, _ value: Double?) {
    key(name)
    if let value { number(value) } else { null() }
  }

  /// Writes a key and a truth value.
  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    truth(value)
  }

  /// Writes an array on one line.
  package mutating func row<Element>(_ elements: some Sequence<Element>, _ write: (inout JSONWriter, Element) -> Void) {
    array(.inline) { json in
      for element in elements { write(&json, element) }
    }
  }
}
