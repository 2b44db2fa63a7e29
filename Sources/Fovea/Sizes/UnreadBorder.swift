import FoveaGraph

/// What is left behind the last window of one axis.
struct UnreadBorder {
  let rows: Int
  let units: Int
  /// The last row that is read.
  let last: Int
  /// The rows behind it.
  let unread: Int
  /// The rows that are missing for another window.
  let missing: Int
  /// The next larger size that comes out even.
  let nextSize: Int

  /// Nil where nothing is left but padding or a gap, or where the sizes are not known.
  init?(_ window: SlidingWindow, axis: Int, of extent: Extent, units: Extent) {
    guard let rows = extent.value, let units = units.value, let padding = window.padding(axis, of: extent) else {
      return nil
    }
    let (span, stride) = (window.span(axis), window.stride(axis))
    last = (units - 1) * stride - padding.before + span - 1
    unread = rows - 1 - last
    guard unread > max(stride - span, 0) else { return nil }
    (self.rows, self.units) = (rows, units)
    missing = last + 1 + stride - rows - padding.after
    nextSize = rows + missing
  }
}

extension SizedShapes {
  /// Whether the window of a layer leaves out rows at the end of an axis.
  func leavesOut(at id: LayerID, _ window: SlidingWindow, axis: Int, in graph: Graph) -> Bool {
    guard let map = graph[id].inputs.first, axis < shapes[map.position].rank, axis < shapes[id.position].rank else {
      return false
    }
    let (extent, units) = (shapes[map.position].spatial[axis], shapes[id.position].spatial[axis])
    return UnreadBorder(window, axis: axis, of: extent, units: units) != nil
  }
}
