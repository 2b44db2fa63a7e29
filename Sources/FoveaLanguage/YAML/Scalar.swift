/// What a plain YAML scalar is under the YAML 1.2 core schema.
package enum Scalar: Hashable {
  case integer(Int)
  case decimal(Double)
  case truth(Bool)
  case null
  case text
  /// An integer that 64 bits do not hold.
  case overflow

  package init(_ text: String) {
    guard let first = text.utf8.first else {
      self = .null
      return
    }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
      self = Self.number(text)
    default:
      switch text {
      case "true", "True", "TRUE": self = .truth(true)
      case "false", "False", "FALSE": self = .truth(false)
      case "null", "Null", "NULL", "~": self = .null
      default: self = .text
      }
    }
  }

  private static func number(_ text: String) -> Scalar {
    let digits = text.drop { $0 == "-" || $0 == "+" }
    guard text.utf8.count - digits.utf8.count <= 1, !digits.isEmpty else { return .text }
    for (prefix, radix) in [("0x", 16), ("0o", 8)] where text.hasPrefix(prefix) {
      let rest = text.dropFirst(2)
      guard !rest.isEmpty, rest.allSatisfy({ $0.isASCII && ($0.hexDigitValue ?? 16) < radix }) else { return .text }
      return Int(rest, radix: radix).map(Scalar.integer) ?? .overflow
    }
    if digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
      return Int(text).map(Scalar.integer) ?? .overflow
    }
    // Double reads more than the core schema allows: hexadecimal floats, `inf`, `nan`.
    guard digits.utf8.allSatisfy({ "0123456789.eE+-".utf8.contains($0) }), let value = Double(text), value.isFinite
    else { return .text }
    return .decimal(value)
  }
}
