/// Equal blocks of rows at equal distances: `first + step · (i + pitch · j)` for `i` in `0..<width` and `j` in
/// `0..<count`.
package struct RowBlocks: Hashable, Sendable {
  package let first: Int
  package let step: Int
  package let width: Int
  package let pitch: Int
  package let count: Int
}

extension RowSet {
  /// The rows in ascending blocks: a single one for a regular set, and none for the empty one.
  package var blocks: [RowBlocks] {
    switch pattern {
    case .blocks(width: 0, _, _): []
    case .blocks(let width, let pitch, let count):
      [RowBlocks(first: origin, step: step, width: width, pitch: pitch, count: count)]
    case .runs(let runs):
      runs.map { RowBlocks(first: origin + step * $0.start, step: step, width: $0.count, pitch: 0, count: 1) }
    }
  }
}
