/// Where the units of a layer stand on each spatial axis of its input, when axes are exchanged, merged or divided.
public struct AxisMap: Hashable, Sendable {
  /// How the units move along one axis of the input.
  struct Entry: Hashable, Sendable {
    /// The extents of neighbouring axes of the output, whose indices make one number in row-major order.
    ///
    /// A single axis needs none. Without an axis the number is 0: the units do not move.
    let extents: [Int]
    /// The axes of the output.
    let axes: Range<Int>
    /// The rows that the unit of a number sees.
    let window: PeriodicWindow
  }

  /// One for each spatial axis of the input.
  let entries: [Entry]

  /// Creates the map of an exchange of axes: axis `k` of the output is axis `order[k]` of the input.
  ///
  /// - Precondition: `order` is a permutation.
  public init(order: [Int]) {
    entries = order.indices.map { axis in
      guard let unit = order.firstIndex(of: axis) else { preconditionFailure("the order is no permutation") }
      return Entry(extents: [], axes: unit..<unit + 1, window: .identity)
    }
  }

  /// Creates the map of the units of one row of an axis, which is then no axis any more.
  ///
  /// - Precondition: the row is not negative.
  init(selecting row: Int, of axis: Int, rank: Int) {
    guard let window = PeriodicWindow(rows: RowSet(row: row), step: 0) else { preconditionFailure("a step is missing") }
    entries = (0..<rank).map { place in
      if place == axis { return Entry(extents: [], axes: 0..<0, window: window) }
      let unit = place < axis ? place : place - 1
      return Entry(extents: [], axes: unit..<unit + 1, window: .identity)
    }
  }

  /// Creates the map of units that stay in row-major order under other extents.
  ///
  /// Axes are taken together from the first on until both sides have the same number of units; those of extent one that
  /// stand on one side alone are left out. Nil where an extent is not known, where the numbers of units differ, and
  /// where an axis repeats after more than ``PeriodicWindow/maximumPeriod`` units.
  public init?(from input: Extents, to output: Extents) {
    let (before, after) = (input.compactMap(\.value), output.compactMap(\.value))
    guard before.count == input.count, after.count == output.count,
      let units = Self.product(before), units == Self.product(after)
    else { return nil }
    var entries: [Entry] = []
    var unit = 0
    while entries.count < before.count {
      let axis = entries.count
      if before[axis] == 1, unit == after.count || after[unit] != 1 {
        entries.append(Entry(extents: [], axes: unit..<unit, window: .identity))
        continue
      }
      if after[unit] == 1, before[axis] != 1 {
        unit += 1
        continue
      }
      // The products of all axes that are left are equal, so that neither side ends before the other.
      var (last, end) = (axis + 1, unit + 1)
      var (own, others) = (before[axis], after[unit])
      while own != others {
        if own < others {
          own *= before[last]
          last += 1
        } else {
          others *= after[end]
          end += 1
        }
      }
      for place in axis..<last {
        guard let window = Self.window(of: place - axis, in: Array(before[axis..<last])) else { return nil }
        entries.append(Entry(extents: Array(after[unit..<end]), axes: unit..<end, window: window))
      }
      unit = end
    }
    self.entries = entries
  }

  /// Creates the map of axes that stay in their order, where only axes of extent one are left out or added.
  ///
  /// One extent may be unknown: since the numbers of units are equal, it is the same on both sides. Nil for anything
  /// else.
  init?(leavingOutOnes input: Extents, to output: Extents) {
    let (before, after) = (input.filter { $0.value != 1 }, output.indices.filter { output[$0].value != 1 })
    guard before.count == after.count, before.count(where: { $0.value == nil }) <= 1,
      zip(before, after).allSatisfy({ $0 == output[$1] })
    else { return nil }
    var next = 0
    entries = input.map { extent in
      guard extent.value != 1 else {
        let place = next < after.count ? after[next] : output.count
        return Entry(extents: [], axes: place..<place, window: .identity)
      }
      next += 1
      return Entry(extents: [], axes: after[next - 1]..<after[next - 1] + 1, window: .identity)
    }
  }

  /// The row on one of several axes of the unit that has a number in row-major order.
  private static func window(of axis: Int, in extents: [Int]) -> PeriodicWindow? {
    guard let inner = product(extents[(axis + 1)...]) else { return nil }
    // Beyond the last row of the first axis there is no further turn.
    if axis == 0 { return inner == 1 ? .identity : PeriodicWindow.nearest(scale: inner) }
    guard let period = inner.multiplied(by: extents[axis]), period <= PeriodicWindow.maximumPeriod else { return nil }
    return PeriodicWindow(phases: (0..<period).map { RowSet(row: $0 / inner) }, step: 0)
  }

  private static func product(_ extents: some Sequence<Int>) -> Int? {
    extents.reduce(1) { product, extent in product?.multiplied(by: extent) }
  }
}
