import FoveaText

/// A reference with repetitions in it: `stack.*.skip` stands for a layer of each of them, `down[3 - index].skip` for
/// that of one.
struct LayerReference {
  enum Step {
    /// A name, or a path of names.
    case name(String)
    /// Each repetition, `*`.
    case every
    /// One repetition: the expression in brackets, and the byte at which it begins.
    case element(String, at: Int)
  }

  /// The first one is a name.
  private(set) var steps: [Step] = []
  /// Whether it stands for several layers.
  private(set) var isSeveral = false

  /// Whether a text has what only a reference with repetitions has: a path of names without either is none.
  static func isOne(_ text: String) -> Bool {
    text.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "[") }
  }

  /// - Throws: the first mistake, with the bytes of `text` where it stands.
  init(_ text: String) throws(ExpressionFailure) {
    let bytes = Array(text.utf8)
    var start = 0
    var position = 0
    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "["):
        try addName(string(start..<position), before: position)
        guard let end = Self.end(ofBracket: position, in: bytes) else {
          throw .mistake(position..<position + 1, "`[` has no `]`", help: nil)
        }
        steps.append(.element(string(position + 1..<end - 1), at: position + 1))
        (start, position) = (end, end)
      case UInt8(ascii: "*") where Self.isPart(position, of: bytes):
        try addName(string(start..<max(start, position - 1)), before: position)
        steps.append(.every)
        isSeveral = true
        (start, position) = (position + 1, position + 1)
      default: position += 1
      }
    }
    try addName(string(start..<position), before: position)
  }

  /// Adds the names up to a bracket, an asterisk or the end, which may be none behind another one.
  private mutating func addName(_ text: String, before position: Int) throws(ExpressionFailure) {
    let name = steps.isEmpty ? text[...] : text.drop { $0 == "." }
    if !steps.isEmpty, text.isEmpty { return }
    guard !name.isEmpty, steps.isEmpty || name.utf8.count == text.utf8.count - 1 else {
      throw .mistake(
        max(0, position - text.utf8.count - 1)..<position, "expected the name of a layer and `.` before the next one",
        help: "such as `stack.*.skip`, or `stack[0].skip`")
    }
    steps.append(.name(String(name)))
  }

  /// Whether an asterisk is a part of the path of its own.
  private static func isPart(_ position: Int, of bytes: [UInt8]) -> Bool {
    let next = position + 1 < bytes.count ? bytes[position + 1] : UInt8(ascii: ".")
    return (position == 0 || bytes[position - 1] == UInt8(ascii: ".") || bytes[position - 1] == UInt8(ascii: "]"))
      && (next == UInt8(ascii: ".") || next == UInt8(ascii: "["))
  }

  /// The position behind the bracket that ends the one at a position.
  private static func end(ofBracket start: Int, in bytes: [UInt8]) -> Int? {
    var depth = 0
    for position in start..<bytes.count {
      if bytes[position] == UInt8(ascii: "[") { depth += 1 }
      if bytes[position] == UInt8(ascii: "]") { depth -= 1 }
      if depth == 0 { return position + 1 }
    }
    return nil
  }
}
