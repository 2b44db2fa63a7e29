/// The lines and columns of many places of one text, found in a single pass.
///
/// A text of one long line would otherwise be counted from its beginning for each place.
package struct SourcePlaces {
  private var places: [UInt32: (line: Int, column: Int)] = [:]

  package init(of offsets: [UInt32], in source: SourceText) {
    var last: (offset: Int, line: Int, column: Int)?
    for offset in Set(offsets).sorted() {
      let end = min(Int(offset), source.bytes.count)
      if let known = last, source.range(ofLine: known.line).upperBound >= end {
        let letters = source.bytes[known.offset..<end].count { $0 & 0xC0 != 0x80 }
        last = (end, known.line, known.column + letters)
      } else {
        let (line, column) = source.position(of: offset)
        last = (end, line, column)
      }
      if let last { places[offset] = (last.line, last.column) }
    }
  }

  /// The place of one of the offsets, both numbers from 1.
  package func place(of offset: UInt32) -> (line: Int, column: Int) { places[offset] ?? (1, 1) }
}
