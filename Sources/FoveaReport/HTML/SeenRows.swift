import FoveaGraph

/// The rows of the input that one unit sees along one axis, and those between them that it skips.
struct SeenRows: Hashable {
  let first: Int
  let last: Int
  /// The rows that are seen.
  let count: Int
  /// The runs of rows that are skipped, in ascending order.
  let gaps: [Range<Int>]
  /// Whether the gaps are listed; there are none where they would be too many to be drawn.
  let isListed: Bool

  /// The most runs that are drawn.
  private static let limit = 20_000

  /// The rows of a set; nil for the empty one.
  init?(_ rows: RowSet) {
    guard let first = rows.first, let last = rows.last else { return nil }
    (self.first, self.last, count) = (first, last, rows.count)
    var gaps: [Range<Int>] = []
    var next = first
    let blocks = rows.blocks
    let runs = blocks.reduce(0) { $0 + ($1.step == 1 ? $1.count : $1.count * $1.width) }
    isListed = rows.count == rows.size || runs <= Self.limit
    for block in blocks where rows.count < rows.size && isListed {
      for turn in 0..<block.count {
        let start = block.first + block.step * block.pitch * turn
        for member in 0..<(block.step == 1 ? 1 : block.width) {
          let row = start + block.step * member
          if row > next { gaps.append(next..<row) }
          next = row + (block.step == 1 ? block.width : 1)
        }
      }
    }
    self.gaps = gaps
  }

  /// The number of rows from the first to the last.
  var size: Int { last - first + 1 }
}
