/// The words of a Swift source, without its comments and the text of its strings.
struct SourceCode {
  struct Word: Equatable {
    var text: String
    /// How many braces are open before it.
    var depth: Int
    /// Whether it names a member of what stands before it.
    var followsDot = false
    /// Whether arguments follow.
    var isCalled = false
  }

  private(set) var words: [Word] = []

  init(_ text: String) {
    var scanner = Scanner(text)
    while let word = scanner.next() { words.append(word) }
  }
}

/// Reads words, and steps over comments and strings; what strings interpolate is read as code.
private struct Scanner {
  /// A string that is open: its quotation marks and number signs, and the parentheses that are open in its
  /// interpolation.
  private struct OpenString {
    var quotes: Int
    var signs: Int
    var parentheses = 0
  }

  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0
  private var strings: [OpenString] = []

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func next() -> SourceCode.Word? {
    while index < bytes.count {
      if isWord(bytes[index]) { return word() }
      step()
    }
    return nil
  }

  private mutating func word() -> SourceCode.Word {
    let start = index
    while index < bytes.count, isWord(bytes[index]) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    let called = index < bytes.count && bytes[index] == UInt8(ascii: "(")
    let member = start > 0 && bytes[start - 1] == UInt8(ascii: ".")
    // What a range ends with is no member.
    let range = start > 1 && bytes[start - 2] == UInt8(ascii: ".")
    return SourceCode.Word(text: text, depth: depth, followsDot: member && !range, isCalled: called)
  }

  private mutating func step() {
    if starts("//") {
      while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
    } else if starts("/*") {
      while index < bytes.count, !starts("*/") { index += 1 }
      index += 2
    } else if let string = openedString() {
      strings.append(string)
      skipText()
    } else {
      punctuation()
    }
  }

  private mutating func punctuation() {
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: "}"): depth -= 1
    case UInt8(ascii: "(") where !strings.isEmpty: strings[strings.count - 1].parentheses += 1
    case UInt8(ascii: ")") where !strings.isEmpty:
      strings[strings.count - 1].parentheses -= 1
      if strings[strings.count - 1].parentheses == 0 { skipText() }
    default: break
    }
  }

  private mutating func openedString() -> OpenString? {
    var position = index
    while position < bytes.count, bytes[position] == UInt8(ascii: "#") { position += 1 }
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return nil }
    let signs = position - index
    index = position
    let quotes = starts("\"\"\"") ? 3 : 1
    index += quotes
    return OpenString(quotes: quotes, signs: signs)
  }

  /// Reads on to the end of the innermost string, or to what it interpolates next.
  private mutating func skipText() {
    let string = strings[strings.count - 1]
    let signs = String(repeating: "#", count: string.signs)
    let end = String(repeating: "\"", count: string.quotes) + signs
    while index < bytes.count {
      if starts("\\\(signs)(") {
        index += 2 + string.signs
        strings[strings.count - 1].parentheses = 1
        return
      }
      if starts("\\\(signs)") {
        index += 2 + string.signs
      } else if starts(end) {
        index += end.utf8.count
        strings.removeLast()
        return
      } else {
        index += 1
      }
    }
  }

  private func starts(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
