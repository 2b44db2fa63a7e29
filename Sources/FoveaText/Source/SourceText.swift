/// The bytes of one file and the places of its lines.
///
/// Spans are byte ranges; a line and a column are computed only when somebody asks where a span is. Lines end with LF,
/// CRLF or a lone CR, as in YAML. A byte order mark belongs to no line.
public struct SourceText: Sendable {
  /// The path as it is shown to people.
  public let path: String
  /// The whole file, including a byte order mark.
  public let bytes: [UInt8]
  private let lines = LineTable()

  /// Creates the text of a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Creates a text from a string.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The offset of the first byte after a byte order mark, 0 or 3.
  package var contentStart: Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The number of lines; a text that ends with a line break has an empty last line.
  package var lineCount: Int { lineStarts.count }

  /// The line and the column of a byte, both from 1; an offset past the end is taken as the end.
  ///
  /// A column counts Unicode scalars, so a tab is one column.
  public func position(of offset: UInt32) -> (line: Int, column: Int) {
    let starts = lineStarts
    let target = min(Int(offset), bytes.count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= target { low = middle } else { high = middle }
    }
    var column = 1
    for byte in bytes[min(Int(starts[low]), target)..<target] where byte & 0xC0 != 0x80 { column += 1 }
    return (low + 1, column)
  }

  /// The byte range of a line, numbered from 1, without its line break; empty for a line that does not exist.
  package func range(ofLine number: Int) -> Range<Int> {
    let starts = lineStarts
    guard number >= 1, number <= starts.count else { return bytes.count..<bytes.count }
    let start = Int(starts[number - 1])
    guard number < starts.count else { return start..<bytes.count }
    var end = Int(starts[number]) - 1
    if end > start, bytes[end] == UInt8(ascii: "\n"), bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The bytes of a line, numbered from 1, without its line break.
  package func line(_ number: Int) -> ArraySlice<UInt8> { bytes[range(ofLine: number)] }

  /// The text under a span.
  package func text(in span: SourceSpan) -> String {
    let end = min(Int(span.end), bytes.count)
    return String(decoding: bytes[min(Int(span.start), end)..<end], as: UTF8.self)
  }

  private var lineStarts: [UInt32] { lines.starts(of: bytes, from: contentStart) }
}

extension SourceText: Equatable {
  public static func == (one: SourceText, other: SourceText) -> Bool {
    one.path == other.path && one.bytes == other.bytes
  }
}

/// The offset of each line, found at the first question.
///
/// A class, so that the copies of one text share the table and a text without findings never pays for it.
private final class LineTable: Sendable {
  private let table = Guarded<[UInt32]>([])

  func starts(of bytes: [UInt8], from first: Int) -> [UInt32] {
    table.withLock { table in
      if table.isEmpty { table = Self.scan(bytes, from: first) }
      return table
    }
  }

  private static func scan(_ bytes: [UInt8], from first: Int) -> [UInt32] {
    var starts = [UInt32(first)]
    for index in bytes.indices.dropFirst(first) {
      switch bytes[index] {
      case UInt8(ascii: "\n"):
        starts.append(UInt32(truncatingIfNeeded: index + 1))
      case UInt8(ascii: "\r") where index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n"):
        starts.append(UInt32(truncatingIfNeeded: index + 1))
      default:
        continue
      }
    }
    return starts
  }
}
