/// Groups of rows that are put in together, such that the groups that a unit answers to name the rows it depends on.
///
/// Rows stand in blocks of ``block``, and blocks that are ``classes`` apart are of one class. For each class there is a
/// group for every place in a block, with that row of all blocks of the class, and two for every binary digit of the
/// blocks' numbers, with the blocks that have it as 0 and as 1. A unit that depends on one block of a class at most
/// answers to one of the two groups of each digit alone, and so names the block, and its rows by their places. One that
/// answers to both is told to need more classes: nothing is guessed.
///
/// Over `n` rows, of which units see `w` beside each other, that takes some w + log n groups in place of `n`.
struct RowGroups {
  let rows: Int
  private let block: Int
  private let classes: Int
  private let digits: Int

  /// Every row in a group of its own.
  init(single rows: Int) { self.init(rows: rows, block: 1, classes: max(rows, 1)) }

  /// As few groups as name the rows of units that depend on `together` rows beside each other.
  ///
  /// Odd numbers of classes tell rows apart that dilation by a power of two has moved away from each other.
  init(rows: Int, together: Int) {
    var best = RowGroups(single: rows)
    var block = 1
    while block <= rows {
      let touched = (together + block - 2) / block + 1
      let groups = RowGroups(rows: rows, block: block, classes: touched | 1)
      if groups.count < best.count { best = groups }
      block *= 2
    }
    self = best
  }

  private init(rows: Int, block: Int, classes: Int) {
    (self.rows, self.block, self.classes) = (rows, block, classes)
    let blocks = (rows + block - 1) / block
    let members = (blocks + classes - 1) / classes
    digits = members > 1 ? Int.bitWidth - (members - 1).leadingZeroBitCount : 0
  }

  /// Whether no unit can answer so that its rows stay unknown.
  var isSingle: Bool { block == 1 && classes >= rows }

  /// The groups of one class.
  private var perClass: Int { block + 2 * digits }

  /// The number of groups.
  var count: Int { classes * perClass }

  /// Whether a row is in a group.
  func contains(_ row: Int, in group: Int) -> Bool {
    let (number, place) = row.quotientAndRemainder(dividingBy: block)
    let (own, index) = group.quotientAndRemainder(dividingBy: perClass)
    guard number % classes == own else { return false }
    if index < block { return place == index }
    let (digit, value) = (index - block).quotientAndRemainder(dividingBy: 2)
    return (number / classes) >> digit & 1 == value
  }

  /// The rows of a unit that answers to the groups of which `answers` holds, ascending; nil where these name none.
  func rows(of answers: (Int) -> Bool) -> [Int]? {
    var blocks: [(number: Int, first: Int)] = []
    for own in 0..<classes {
      let first = own * perClass
      guard (first..<first + block).contains(where: answers) else { continue }
      var member = 0
      for digit in 0..<digits {
        let (zero, one) = (answers(first + block + 2 * digit), answers(first + block + 2 * digit + 1))
        guard zero != one else { return nil }
        if one { member |= 1 << digit }
      }
      blocks.append((member * classes + own, first))
    }
    blocks.sort { $0.number < $1.number }
    return blocks.flatMap { number, first in
      (0..<block).filter { answers(first + $0) }.map { number * block + $0 }
    }
  }
}
