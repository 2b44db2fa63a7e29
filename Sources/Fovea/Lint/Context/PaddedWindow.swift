import FoveaGraph

/// The window of a layer over a map, with all the rows of zeros around the map for its padding.
struct PaddedWindow {
  let window: SlidingWindow
  /// The map without the rows that were added.
  let input: Shape
  /// The `pad` that added some of them.
  let pad: LayerID?
}

extension LintContext {
  /// The window of a layer; zeros that a `pad` before a convolution adds for it alone are part of its padding.
  func paddedWindow(of id: LayerID) -> PaddedWindow? {
    guard let window = graph[id].slidingWindow else { return nil }
    let input = inputShape(of: id)
    let alone = PaddedWindow(window: window, input: input, pad: nil)
    guard case .conv = graph[id].operation, let before = graph[id].inputs.first,
      case .pad(let pad) = graph[before].operation, pad.mode == .zeros, onlyConsumer(of: before) == id,
      case .rows(let front, let back) = pad.padding
    else { return alone }
    var rows: [(before: Int, after: Int)] = []
    for axis in 0..<input.rank {
      guard let own = window.padding(axis, of: input.spatial[axis]) else { return alone }
      rows.append((own.before + front[axis], own.after + back[axis]))
    }
    guard let first = AxisValues(rows.map(\.before)), let last = AxisValues(rows.map(\.after)) else { return alone }
    var whole = window
    whole.padding = .rows(before: first, after: last)
    return PaddedWindow(window: whole, input: inputShape(of: before), pad: before)
  }
}
