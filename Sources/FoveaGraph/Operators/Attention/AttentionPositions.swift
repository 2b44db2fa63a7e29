/// Which positions of a map see one another: all, those of a window, or those of a grid of evenly spaced rows.
public struct AttentionPositions: Hashable, Sendable {
  /// The size of a window.
  public var window: AxisValues?
  /// The rows by which the borders of windows are moved; those of an axis with one window are not.
  public var shift: AxisValues = 0
  /// The number of rows of a grid.
  public var grid: AxisValues?

  /// Whether not all positions see one another.
  public var isLocal: Bool { window != nil || grid != nil }

  /// Checks that the attributes fit each other and the map.
  ///
  /// - Throws: `invalid-attributes`, `wrong-rank`, and `indivisible-groups` where a grid does not divide the map.
  func check(on input: Shape) throws(ShapeError) {
    if window != nil, grid != nil {
      throw .invalidAttributes("`window` and `grid` contradict each other", attribute: "grid")
    }
    if let window { try input.check(window, is: "window") }
    if let grid { try input.check(grid, is: "grid") }
    try input.check(shift, is: "shift")
    for axis in 0..<input.rank {
      if shift[axis] > 0 {
        guard let window else {
          throw .invalidAttributes("`shift` moves windows, and there are none", attribute: "shift")
        }
        guard shift[axis] < window[axis] else {
          throw .invalidAttributes(
            "a shift of \(shift[axis]) is no part of a window of \(window[axis]) rows", attribute: "shift",
            help: "Swin shifts by half a window, \(window[axis] / 2)")
        }
      }
      if let grid, let rows = input.spatial[axis].value, rows % grid[axis] != 0 {
        throw .unevenGrid(grid[axis], rows: rows, axis: axis, of: input)
      }
    }
  }

  /// The positions that see one another along an axis; all of the map where it is not divided.
  func size(of input: Shape, axis: Int) -> Figure {
    if let window { return Figure(window[axis]) }
    if let grid { return Figure(grid[axis]) }
    return Figure(input.spatial[axis])
  }

  /// The number of windows, and that of positions in each, of the map that is padded to whole windows.
  func groups(of input: Shape) -> (count: Figure, size: Figure) {
    var (count, size) = (Figure(1), Figure(1))
    for axis in 0..<input.rank {
      let own = self.size(of: input, axis: axis)
      size = size * own
      if !isLocal { continue }
      let windows = own.value.flatMap { own in input.spatial[axis].value.map { $0.dividedUp(by: own) } }
      count = count * (windows.map { Figure($0) } ?? .unknown)
    }
    return (count, size)
  }

  /// What a position sees of the map.
  func view(of input: Shape) -> View {
    guard isLocal else { return .whole(.everything, of: input) }
    return View.windows(rank: input.rank) { axis in
      if let window {
        guard let shift = shift(of: input.spatial[axis], axis: axis) else { return nil }
        return .partition(window[axis], shift: shift)
      }
      guard let grid, let rows = input.spatial[axis].value else { return nil }
      return .grid(grid[axis], of: rows)
    }
  }

  /// The rows by which the windows of one axis are really shifted: none where one window covers it (Liu et al. 2021);
  /// nil where that is not known.
  package func shift(of extent: Extent, axis: Int) -> Int? {
    guard let window, shift[axis] > 0 else { return 0 }
    return extent.value.map { $0 > window[axis] ? shift[axis] : 0 }
  }

  /// The rows of one axis that see one another, each a list in the order of the rows. Rows from `rows` up are padding.
  ///
  /// With a shift the first and the last window are the parts that the border leaves of one, which the cyclic shift of
  /// Liu et al. computes as a masked whole.
  package func lists(of rows: Int, axis: Int) -> [[Int]] {
    if let window {
      let (size, shift) = (window[axis], shift(of: Extent(rows), axis: axis) ?? 0)
      let padded = rows.dividedUp(by: size) * size
      let starts = (shift > 0 ? [0] : []) + stride(from: shift, to: padded, by: size)
      return starts.enumerated().map { index, start in
        Array(start..<(index + 1 < starts.count ? starts[index + 1] : padded))
      }
    }
    if let grid {
      let step = rows / grid[axis]
      return (0..<step).map { first in (0..<grid[axis]).map { first + $0 * step } }
    }
    return [Array(0..<rows)]
  }
}

extension ShapeError {
  fileprivate static func unevenGrid(_ grid: Int, rows: Int, axis: Int, of input: Shape) -> ShapeError {
    let name = AxisRole.spatial(axis, of: input.rank).name
    return ShapeError(
      rule: "indivisible-groups", "a grid of \(grid) rows does not divide the input's \(name) \(rows)",
      attribute: "grid", label: "\(rows) % \(grid) = \(rows % grid)",
      help: "the \(name) must be a multiple of \(grid)", remains: nil)
  }
}
