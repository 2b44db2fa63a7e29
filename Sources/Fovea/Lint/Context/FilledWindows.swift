import FoveaGraph

/// What the units of every map would see of the input if dilated convolutions had no gaps: the same first and last
/// rows.
struct FilledWindows {
  /// The windows of each layer; nil where they are not known, or the unit has no place.
  private var windows: [PerAxis<PeriodicWindow>?] = []

  init(_ graph: Graph) {
    windows.reserveCapacity(graph.layers.count)
    for id in graph.ids { windows.append(windows(of: graph[id], giving: graph.shape(of: id), in: graph)) }
  }

  subscript(id: LayerID) -> PerAxis<PeriodicWindow>? { windows[id.position] }

  private func windows(of layer: Layer, giving output: Shape, in graph: Graph) -> PerAxis<PeriodicWindow>? {
    if case .input = layer.operation { return PerAxis(repeating: .identity, count: output.rank) }
    let operands = graph.operands(of: layer)
    let operation = layer.operation.withoutGaps(rank: operands.first.rank)
    var result: PerAxis<PeriodicWindow>?
    for (position, input) in layer.inputs.enumerated() {
      guard let before = windows[input.position] else { continue }
      guard let seen = Self.seen(before, by: operation.view(of: position, in: operands, giving: output)) else {
        continue
      }
      guard let earlier = result else {
        result = seen
        continue
      }
      guard let union = Self.union(earlier, seen) else { return nil }
      result = union
    }
    return result
  }

  private static func seen(_ before: PerAxis<PeriodicWindow>, by view: View) -> PerAxis<PeriodicWindow>? {
    switch view {
    case .pointwise, .channels, .normalized: return before
    case .windows(let windows):
      guard before.count == windows.count else { return nil }
      let seen = before.indices.compactMap { before[$0].seen(through: windows[$0]) }
      return seen.count == before.count ? PerAxis(seen) : nil
    case .rearranged, .everything, .flattened, .broadcast, .unknown: return nil
    }
  }

  private static func union(
    _ first: PerAxis<PeriodicWindow>, _ second: PerAxis<PeriodicWindow>
  ) -> PerAxis<PeriodicWindow>? {
    guard first.count == second.count else { return nil }
    let union = first.indices.compactMap { first[$0].union(second[$0]) }
    return union.count == first.count ? PerAxis(union) : nil
  }
}

extension Operation {
  /// A dilated convolution with a tap for every row that it spans; any other operation as it is.
  fileprivate func withoutGaps(rank: Int) -> Operation {
    guard case .conv(var conv) = self, conv.window.dilation.uniform != 1 else { return self }
    let spans = (0..<rank).map { conv.window.span($0) }
    // The values of a window have 20 bits.
    guard spans.allSatisfy({ $0 < 1 << 20 }), let kernel = AxisValues(spans) else { return self }
    conv.window.kernel = kernel
    conv.window.dilation = 1
    return .conv(conv)
  }
}
