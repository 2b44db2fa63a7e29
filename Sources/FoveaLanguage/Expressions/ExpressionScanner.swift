import FoveaGraph
import FoveaText

/// Splits an expression into its tokens.
struct ExpressionScanner {
  enum Token: Hashable {
    case number(Value)
    /// A name, with its dots: `in.channels`.
    case name(String)
    case symbol(String)
    case end
  }

  /// The words of expressions that cannot be names.
  static let keywords: Set<String> = ["and", "or", "not", "if", "else", "true", "false", "in", "block"]

  /// The name of the number of a repetition, from 0.
  static let index = "index"

  /// What to write instead of the operators of other languages.
  private static let foreign = [
    "^": "a power is written `a ** b`", "&&": "it is written `and`", "||": "it is written `or`",
    "=": "a comparison is written `==`", "!": "it is written `not`", "?": "a choice is written `a if condition else b`",
  ]

  private static let lengthLimit = 10_000

  private let bytes: [UInt8]
  private var position = 0
  /// The token to look at.
  private(set) var current = Token.end
  /// The bytes of the current token.
  private(set) var range = 0..<0
  /// Where the token before the current one ends.
  private(set) var previousEnd = 0

  init(_ text: String) throws(ExpressionFailure) {
    bytes = Array(text.utf8)
    guard bytes.count <= Self.lengthLimit else {
      throw .mistake(0..<bytes.count, "an expression can have at most \(Self.lengthLimit) bytes", help: nil)
    }
    try advance()
  }

  /// Whether there may be an `if`: it is in the text, perhaps as a part of a name.
  var mayHaveChoice: Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: "i") && $1 == UInt8(ascii: "f") }
  }

  /// The current token as it is written.
  var text: String { String(decoding: bytes[range], as: UTF8.self) }

  mutating func advance() throws(ExpressionFailure) {
    previousEnd = range.upperBound
    while position < bytes.count, bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "\n") {
      position += 1
    }
    let start = position
    guard position < bytes.count else {
      range = start..<start
      current = .end
      return
    }
    let byte = bytes[position]
    if Self.isDigit(byte)
      || (byte == UInt8(ascii: ".") && position + 1 < bytes.count && Self.isDigit(bytes[position + 1]))
    {
      try scanNumber(from: start)
    } else if Self.isLetter(byte) {
      scanWhile { Self.isLetter($0) || Self.isDigit($0) || $0 == UInt8(ascii: ".") }
      range = start..<position
      current = .name(text)
    } else {
      try scanSymbol(from: start)
    }
  }

  private mutating func scanWhile(_ condition: (UInt8) -> Bool) {
    while position < bytes.count, condition(bytes[position]) { position += 1 }
  }

  private mutating func scanNumber(from start: Int) throws(ExpressionFailure) {
    scanWhile { Self.isLetter($0) || Self.isDigit($0) || $0 == UInt8(ascii: ".") }
    // The sign of an exponent belongs to the number: 1e-5.
    if position < bytes.count, [UInt8(ascii: "e"), UInt8(ascii: "E")].contains(bytes[position - 1]),
      [UInt8(ascii: "-"), UInt8(ascii: "+")].contains(bytes[position])
    {
      position += 1
      scanWhile(Self.isDigit)
    }
    range = start..<position
    switch Scalar(text) {
    case .integer(let value): current = .number(.integer(value))
    case .decimal(let value): current = .number(.decimal(value))
    case .overflow: throw .mistake(range, "the number `\(text.excerpt)` does not fit in 64 bits", help: nil)
    case .truth, .null, .text: throw .mistake(range, "expected a number, found `\(text.excerpt)`", help: nil)
    }
  }

  private mutating func scanSymbol(from start: Int) throws(ExpressionFailure) {
    let two = String(decoding: bytes[start..<min(start + 2, bytes.count)], as: UTF8.self)
    let symbol: String
    if ["**", "//", "==", "!=", "<=", ">="].contains(two) {
      symbol = two
    } else if let help = Self.foreign[two] {
      throw .mistake(start..<start + 2, "`\(two)` does not belong in an expression", help: help)
    } else if let scalar = UnicodeScalar(UInt32(bytes[start])), "+-*/%<>()[],".unicodeScalars.contains(scalar) {
      symbol = String(Character(scalar))
    } else {
      let rest = String(decoding: bytes[start...], as: UTF8.self)
      let character = rest.first.map(String.init) ?? ""
      throw .mistake(
        start..<start + character.utf8.count, "`\(character)` does not belong in an expression",
        help: Self.foreign[character])
    }
    position += symbol.utf8.count
    range = start..<position
    current = .symbol(symbol)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
}
