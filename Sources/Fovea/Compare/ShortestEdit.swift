/// The runs that two sequences have in common along their shortest edit script, where that is short.
///
/// Myers, *An O(ND) difference algorithm and its variations*, 1986: time and memory grow with the length and with the
/// square of the number of edits, so a script of more than ``limit`` edits is not looked for.
enum ShortestEdit {
  /// The most insertions and deletions.
  static let limit = 256

  /// A run of equal elements.
  struct Run {
    let old: Int
    let new: Int
    let count: Int
  }

  /// The runs in order; nil where more than ``limit`` edits are needed.
  static func runs(_ old: Int, _ new: Int, isEqual: (Int, Int) -> Bool) -> [Run]? {
    // The furthest old position on each diagonal `old − new`, and the same before each number of edits.
    var furthest = [Int](repeating: 0, count: 2 * limit + 3)
    var history: [[Int]] = []
    let centre = limit + 1
    for edits in 0...limit {
      history.append(furthest)
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let slot = centre + diagonal
        let isDown = diagonal == -edits || (diagonal != edits && furthest[slot - 1] < furthest[slot + 1])
        var position = isDown ? furthest[slot + 1] : furthest[slot - 1] + 1
        while position < old, position - diagonal < new, position >= 0, position - diagonal >= 0,
          isEqual(position, position - diagonal)
        {
          position += 1
        }
        furthest[slot] = position
        if position >= old, position - diagonal >= new { return traced(history, old, new) }
      }
    }
    return nil
  }

  private static func traced(_ history: [[Int]], _ old: Int, _ new: Int) -> [Run] {
    var runs: [Run] = []
    let centre = limit + 1
    var (position, other) = (old, new)
    for edits in stride(from: history.count - 1, through: 0, by: -1) {
      let furthest = history[edits]
      let diagonal = position - other
      let slot = centre + diagonal
      let isDown = diagonal == -edits || (diagonal != edits && furthest[slot - 1] < furthest[slot + 1])
      let before = edits == 0 ? 0 : isDown ? furthest[slot + 1] : furthest[slot - 1]
      let start = edits == 0 ? 0 : isDown ? before : before + 1
      let count = position - start
      if count > 0 { runs.append(Run(old: start, new: start - diagonal, count: count)) }
      position = before
      other = edits == 0 ? 0 : before - (isDown ? diagonal + 1 : diagonal - 1)
    }
    return runs.reversed()
  }
}
