/// A set of input rows, a bit for each.
struct SeenRows: Equatable {
  private var words: [UInt64]

  init(rows: Int) {
    words = Array(repeating: 0, count: (rows + 63) / 64)
  }

  mutating func insert(_ row: Int) {
    words[row / 64] |= 1 << UInt64(row % 64)
  }

  mutating func formUnion(_ other: SeenRows) {
    for index in words.indices where other.words[index] != 0 { words[index] |= other.words[index] }
  }

  /// The rows in ascending order.
  var members: [Int] {
    var members: [Int] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        members.append(64 * index + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return members
  }
}
