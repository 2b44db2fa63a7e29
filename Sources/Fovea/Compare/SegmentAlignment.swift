/// The best pairing of two runs of layers that keeps their order: global alignment with affine gaps.
///
/// A pair scores by what its layers have in common; what is left out costs once for each run of neighbours, so that a
/// new block is one run (Gotoh, *An improved algorithm for matching biological sequences*, 1982). Only a band around
/// the diagonal is searched where the whole table would be too large; the pairing is then a good one and not always the
/// best.
struct SegmentAlignment {
  /// The most cells of the table.
  static let cellLimit = 1 << 20

  /// The score of a pair at two positions; nil where the two cannot be one.
  typealias Score = (_ old: Int, _ new: Int) -> Int?

  private enum State: UInt8 {
    case pair, removed, added
  }

  private struct Cell {
    var pair: Int
    var removed: Int
    var added: Int

    /// The best score, and the state that has it; pairs before removals before additions.
    func best(opening cost: Int) -> (score: Int, state: State) {
      var result = (score: pair, state: State.pair)
      if removed - cost > result.score { result = (removed - cost, .removed) }
      if added - cost > result.score { result = (added - cost, .added) }
      return result
    }
  }

  private static let impossible = Int.min / 4

  /// The pairs of positions in `0..<old` and `0..<new`, in order.
  ///
  /// - Parameter gap: what a run without partners costs.
  static func pairs(_ old: Int, _ new: Int, gap: Int, score: Score) -> [(old: Int, new: Int)] {
    guard old > 0, new > 0 else { return [] }
    let band = Band(old: old, new: new)
    var trace = [UInt8](repeating: 0, count: (old + 1) * band.width)
    let outside = Cell(pair: impossible, removed: impossible, added: impossible)
    var above = [Cell](repeating: outside, count: band.width)
    var row = above
    for i in 0...old {
      let (first, firstAbove) = (band.first(i), band.first(max(0, i - 1)))
      for slot in 0..<band.width {
        let j = first + slot
        guard j <= new else {
          row[slot] = outside
          continue
        }
        var cell = outside
        var from: (pair: State, removed: State, added: State) = (.pair, .removed, .added)
        if i == 0, j == 0 { cell.pair = 0 }
        if i > 0 {
          let slotAbove = j - firstAbove
          if slotAbove >= 0, slotAbove < band.width {
            let up = above[slotAbove]
            if up.pair > impossible || up.added > impossible || up.removed > impossible {
              let opened = max(up.pair, up.added) - gap
              from.removed = up.removed >= opened ? .removed : up.pair >= up.added ? .pair : .added
              cell.removed = max(up.removed, opened)
            }
          }
          if j > 0, slotAbove >= 1, slotAbove <= band.width, let gain = score(i - 1, j - 1) {
            let (before, state) = above[slotAbove - 1].best(opening: 0)
            if before > impossible {
              cell.pair = before + gain
              from.pair = state
            }
          }
        }
        if slot > 0, j > 0 {
          let left = row[slot - 1]
          let opened = max(left.pair, left.removed) - gap
          from.added = left.added >= opened ? .added : left.pair >= left.removed ? .pair : .removed
          cell.added = max(left.added, opened)
        }
        row[slot] = cell
        trace[i * band.width + slot] = from.pair.rawValue | from.removed.rawValue << 2 | from.added.rawValue << 4
      }
      swap(&above, &row)
    }
    return traced(trace, end: above[new - band.first(old)].best(opening: 0).state, old, new, band)
  }

  private static func traced(
    _ trace: [UInt8], end: State, _ old: Int, _ new: Int, _ band: Band
  ) -> [(old: Int, new: Int)] {
    var result: [(old: Int, new: Int)] = []
    var (i, j, state) = (old, new, end)
    while i > 0 || j > 0 {
      let entry = trace[i * band.width + j - band.first(i)]
      switch state {
      case .pair:
        (i, j) = (i - 1, j - 1)
        result.append((i, j))
        state = State(rawValue: entry & 3) ?? .pair
      case .removed:
        i -= 1
        state = State(rawValue: entry >> 2 & 3) ?? .pair
      case .added:
        j -= 1
        state = State(rawValue: entry >> 4 & 3) ?? .pair
      }
    }
    return result.reversed()
  }

  /// The columns of each row that are searched.
  private struct Band {
    let old: Int
    let new: Int
    let width: Int

    init(old: Int, new: Int) {
      (self.old, self.new) = (old, new)
      // Rows move along the diagonal by new / old columns; the band must hold more than one of these steps.
      let least = 2 * (new / old + 2)
      width = min(new + 1, max(least, SegmentAlignment.cellLimit / (old + 1)))
    }

    /// The first column of a row.
    func first(_ row: Int) -> Int {
      let centre = Int((Double(row) / Double(old) * Double(new)).rounded())
      return min(max(0, centre - width / 2), new + 1 - width)
    }
  }
}
