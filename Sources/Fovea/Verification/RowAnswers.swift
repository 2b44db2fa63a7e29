import FoveaNumerics

/// To which groups of rows the units of one layer answer along one axis.
struct RowAnswers {
  let groups: RowGroups
  /// Whether a border is near some place of a number's units.
  private var isMarked: [Bool]
  /// Whether some place of a number's units sees rows, and no border is near it.
  private var isClear: [Bool]
  private let words: Int
  /// For each unit a bit for each group.
  private var bits: [UInt64]

  /// Units that answer to nothing yet.
  init(to groups: RowGroups, units: Int) {
    self.groups = groups
    words = Self.words(groups)
    bits = Array(repeating: 0, count: units * words)
    (isMarked, isClear) = (Array(repeating: false, count: units), Array(repeating: false, count: units))
  }

  var units: Int { isMarked.count }

  /// Whether a border is near all units of a number that see anything: zeros that were added along another axis do not
  /// count.
  func isAtBorder(_ unit: Int) -> Bool { isMarked[unit] && !isClear[unit] }

  /// The bytes that the answers of so many units take.
  static func bytes(units: Int, to groups: RowGroups) -> Int {
    units * (words(groups) * MemoryLayout<UInt64>.stride + 2)
  }

  private static func words(_ groups: RowGroups) -> Int { (groups.count + UInt64.bitWidth - 1) / UInt64.bitWidth }

  /// Adds the masks of some groups, and of the border behind them.
  ///
  /// - Parameter axis: the axis of the map, 0 being the first spatial one, along which the units move; all are one unit
  ///   where nil.
  mutating func add(_ masks: Tensor<Float>, of range: Range<Int>, along axis: Int?) {
    let sizes = masks.shape.dropFirst(2)
    let pixels = sizes.reduce(1, *)
    let inner = axis.map { sizes.dropFirst($0 + 1).reduce(1, *) } ?? pixels
    let units = units
    /// Calls `body` for the index of every number of an image, with its unit.
    func forEach(_ image: Int, _ body: (_ index: Int, _ unit: Int) -> Void) {
      var (index, unit) = (image * pixels, 0)
      let end = index + pixels
      while index < end {
        for place in index..<index + inner { body(place, unit) }
        index += inner
        unit = unit + 1 < units ? unit + 1 : 0
      }
    }
    let border = range.count * pixels
    for (image, group) in range.enumerated() {
      let (word, bit) = (group / UInt64.bitWidth, UInt64(1) << UInt64(group % UInt64.bitWidth))
      let start = image * pixels
      forEach(image) { index, unit in
        guard masks.elements[index] > 0 else { return }
        bits[unit * words + word] |= bit
        if masks.elements[index - start + border] == 0 { isClear[unit] = true }
      }
    }
    forEach(range.count) { index, unit in
      if masks.elements[index] > 0 { isMarked[unit] = true }
    }
  }

  /// The rows that a unit depends on; nil where the groups do not name them.
  func rows(ofUnit unit: Int) -> [Int]? {
    groups.rows { bits[unit * words + $0 / UInt64.bitWidth] >> UInt64($0 % UInt64.bitWidth) & 1 == 1 }
  }

  /// Whether the rows of all units are named.
  var areNamed: Bool { groups.isSingle || (0..<units).allSatisfy { rows(ofUnit: $0) != nil } }
}
