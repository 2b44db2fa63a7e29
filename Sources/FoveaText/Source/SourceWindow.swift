/// The part of a source line that is shown, and the columns to mark in it.
///
/// Work is bounded by the width of the window, not by the length of the line.
package struct SourceWindow {
  package private(set) var text = ""
  /// Columns of a terminal before the mark.
  package private(set) var markColumn = 0
  /// Columns under the mark, at least 1.
  package private(set) var markWidth = 1

  /// A tab is shown as this many spaces.
  private static let tabWidth = 4

  /// Cuts the line of a span's first byte down to `width` columns around the span.
  package init(_ span: SourceSpan, in source: SourceText, width: Int) {
    let line = source.range(ofLine: source.position(of: span.start).line)
    let start = min(max(Int(span.start), line.lowerBound), line.upperBound)
    let end = min(max(Int(span.end), start), line.upperBound)
    let lower = Self.boundary(max(line.lowerBound, start - 4 * width), in: source.bytes, notPast: start)
    let upper = Self.boundary(min(line.upperBound, start + 4 * width), in: source.bytes, notPast: line.upperBound)
    let cells = Self.cells(source.bytes[lower..<upper])
    let first = cells.firstIndex { $0.end > start } ?? cells.count
    var low = first
    var high = first
    var used = 0
    func growLeft(to limit: Int) {
      while low > 0, used + cells[low - 1].width <= limit {
        low -= 1
        used += cells[low].width
      }
    }
    growLeft(to: width / 2)
    while high < cells.count, used + cells[high].width <= width {
      used += cells[high].width
      high += 1
    }
    growLeft(to: width)

    if low > 0 || lower > line.lowerBound { text = "…" }
    markColumn = text.isEmpty ? 0 : 1
    var marked = 0
    for index in low..<high {
      text += cells[index].text
      if index < first { markColumn += cells[index].width }
      if index >= first, cells[index].start < end { marked += cells[index].width }
    }
    if high < cells.count || upper < line.upperBound { text += "…" }
    markWidth = max(1, marked)
  }

  private struct Cell {
    var text: String
    var width: Int
    /// Its bytes in the file.
    var start: Int
    var end: Int
  }

  private static func cells(_ bytes: ArraySlice<UInt8>) -> [Cell] {
    var cells: [Cell] = []
    var offset = bytes.startIndex
    var rest = bytes.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var joins = false
    while true {
      switch parser.parseScalar(from: &rest) {
      case .emptyInput:
        return cells
      case .error(let length):
        cells.append(Cell(text: "\u{FFFD}", width: 1, start: offset, end: offset + length))
        offset += length
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        var cell = Cell(text: String(Character(scalar)), width: 0, start: offset, end: offset + encoded.count)
        if scalar == "\t" {
          cell.text = String(repeating: " ", count: tabWidth)
          cell.width = tabWidth
        } else if let shown = VisibleText.substitute(for: scalar) {
          cell.text = shown
          cell.width = shown.unicodeScalars.count
        } else if !joins {
          cell.width = VisibleText.width(of: scalar)
        }
        // What follows a zero-width joiner is drawn into the emoji before it.
        joins = scalar.value == 0x200D
        cells.append(cell)
        offset += encoded.count
      }
    }
  }

  /// The start of the character at an offset, or the next one's.
  private static func boundary(_ offset: Int, in bytes: [UInt8], notPast limit: Int) -> Int {
    var offset = offset
    while offset < limit, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }
}
