/// The `?` of sizes that are not known, made readable for libyaml.
///
/// A `?` that stands alone begins a key in YAML, so `[3, ?, ?]` is no list of three scalars. In the language it is one.
/// The parser is given a text of the same length in which each such mark is another plain scalar; since a plain
/// scalar's text is taken from the file, it reads `?` in the document.
enum UnknownSizes {
  /// The bytes with the marks replaced; nil where there are none.
  static func readable(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8]?
    var start = 0
    while start < bytes.count {
      let end = min(start + blockSize, bytes.count)
      if isMarked(bytes[start..<end]) {
        for index in start..<end where bytes[index] == mark && standsAlone(index, in: bytes) {
          result = result ?? bytes
          result?[index] = UInt8(ascii: "~")
        }
      }
      start = end
    }
    return result
  }

  private static let blockSize = 4_096

  /// Whether there is a mark. Without an early exit the loop is vectorised.
  private static func isMarked(_ bytes: ArraySlice<UInt8>) -> Bool {
    let mark = UInt8(ascii: "?")
    var isMarked: UInt8 = 0
    for byte in bytes { isMarked |= byte == mark ? 1 : 0 }
    return isMarked != 0
  }

  private static let mark = UInt8(ascii: "?")
  private static let blanks: Set = [UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r")]
  private static let before: Set = [UInt8(ascii: "["), UInt8(ascii: ","), UInt8(ascii: ":")]
  private static let after: Set = [UInt8(ascii: "]"), UInt8(ascii: ","), UInt8(ascii: "}")]

  /// Whether a mark is an entry of a list or the value of a key, by its neighbours.
  private static func standsAlone(_ index: Int, in bytes: [UInt8]) -> Bool {
    guard let previous = bytes[..<index].last(where: { !blanks.contains($0) }), before.contains(previous) else {
      return false
    }
    guard let next = bytes[(index + 1)...].first(where: { $0 != UInt8(ascii: " ") }) else { return true }
    if after.contains(next) { return true }
    // The value of a block key is alone on its line: `input: ?`.
    let isOnKeyLine = !bytes[..<index].reversed().prefix { $0 != previous }.contains(UInt8(ascii: "\n"))
    return isOnKeyLine && previous == UInt8(ascii: ":") && blanks.contains(next)
  }
}
