/// Why two branches of a join have different sizes on an axis: what the layers do with it that stand on the ways from
/// where the branches part.
package struct SizeDifference {
  /// What one layer does with the size of an axis, beside its stride or scale.
  private enum Change: Hashable {
    /// A window takes more rows away than its padding adds.
    case taken
    /// A window adds more rows than it takes away.
    case added
    /// A size that is no multiple of the stride is rounded.
    case rounded(rows: Int, stride: Int)
    /// Rows are cut off or put around the map.
    case cropped, padded
    /// A transposed convolution gives some rows more, or fewer, than a multiple of its stride.
    case overlapping
  }

  /// The changes, each with the layers that make them.
  private var changes: [(change: Change, layers: [LayerID])] = []
  /// How many times smaller the map becomes on the way to each branch, as a fraction.
  private var scales: [(rows: Figure, units: Figure)] = []
  private let graph: Graph

  /// Follows two branches back; nil where they do not come from one map whose sizes are known.
  ///
  /// - Parameters:
  ///   - graph: the network, up to the join.
  ///   - axis: the spatial axis on which they differ.
  package init?(in graph: Graph, between first: LayerID, and second: LayerID, axis: Int) {
    self.graph = graph
    guard let parting = graph.parting(of: [first, second]) else { return nil }
    for end in [first, second] {
      var scale: (rows: Figure, units: Figure) = (1, 1)
      for id in graph.way(to: end, from: parting) {
        guard let step = Self.step(at: id, in: graph, axis: axis) else { return nil }
        scale = (scale.rows * Figure(step.rows), scale.units * Figure(step.units))
        if let change = step.change { add(change, at: id) }
      }
      scales.append(scale)
    }
  }

  private mutating func add(_ change: Change, at id: LayerID) {
    if let index = changes.firstIndex(where: { $0.change == change }) {
      changes[index].layers.append(id)
    } else {
      changes.append((change, [id]))
    }
  }

  /// How a layer changes the size of an axis: `rows` rows become `units` rows, and some more or fewer. Nil where that
  /// is not known.
  private static func step(
    at id: LayerID, in graph: Graph, axis: Int
  ) -> (rows: Int, units: Int, change: Change?)? {
    let layer = graph[id]
    guard let input = layer.inputs.first.map(graph.shape(of:)), axis < input.rank, axis < graph.shape(of: id).rank,
      let before = input.spatial[axis].value, let after = graph.shape(of: id).spatial[axis].value
    else { return nil }
    if let window = layer.slidingWindow {
      let stride = window.stride(axis)
      let missing = before - stride * after
      if missing == 0 { return (stride, 1, nil) }
      if stride > 1, abs(missing) < stride { return (stride, 1, .rounded(rows: before, stride: stride)) }
      return (stride, 1, missing > 0 ? .taken : .added)
    }
    if case .convTranspose(let operation) = layer.operation {
      let stride = operation.window.stride(axis)
      return (1, stride, after == stride * before ? nil : .overlapping)
    }
    if before == after { return (1, 1, nil) }
    if case .crop = layer.operation { return (1, 1, .cropped) }
    if case .pad = layer.operation { return (1, 1, .padded) }
    if before.isMultiple(of: after) { return (before / after, 1, nil) }
    return after.isMultiple(of: before) ? (1, after / before, nil) : nil
  }
}

extension SizeDifference {
  /// The cause and the remedy, as one phrase; nil where no layer is known to be the cause.
  ///
  /// - Parameter sizes: those of the two branches.
  package func advice(_ sizes: (Int, Int)) -> String? {
    guard let one = (scales[0].rows * scales[1].units).value, let other = (scales[1].rows * scales[0].units).value
    else {
      return nil
    }
    if one != other {
      let (large, small) = (max(sizes.0, sizes.1), min(sizes.0, sizes.1))
      let what = "a stride, a pooling or an upsampling is on one branch and not on the other"
      return large.isMultiple(of: small) ? "\(large) is \(large / small) · \(small): \(what)" : what
    }
    guard !changes.isEmpty else { return nil }
    let rows = abs(sizes.0 - sizes.1)
    return "one branch has \(rows) \(rows == 1 ? "row" : "rows") more: "
      + changes.map { text($0.change, of: $0.layers) }.joined(separator: "; ")
  }

  private func text(_ change: Change, of layers: [LayerID]) -> String {
    let (names, isOne) = (names(of: layers), layers.count == 1)
    return switch change {
    case .taken:
      "\(names) \(isOne ? "has" : "have") less padding than the kernel takes away, and \(keepingPadding(of: layers)) "
        + "keeps the rows"
    case .added:
      "\(names) \(isOne ? "has" : "have") more padding than the kernel takes away, and \(keepingPadding(of: layers)) "
        + "keeps the rows"
    case .rounded(let rows, let stride):
      "\(rows) is no multiple of \(stride), the stride of \(names), and what is rounded there does not come back: "
        + "resize one branch to the other"
    case .cropped: "\(names) \(isOne ? "cuts" : "cut") rows off: crop both branches, or one to the other"
    case .padded: "\(names) \(isOne ? "adds" : "add") rows: pad both branches, or crop one to the other"
    case .overlapping:
      "the kernel, the padding and the output padding of \(names) do not come to a multiple of the stride"
    }
  }

  /// The padding that keeps the size: half of a window does not where it has an even number of rows.
  private func keepingPadding(of layers: [LayerID]) -> String {
    let isEven = layers.contains { id in
      let rank = graph.shape(of: id).rank
      return graph[id].slidingWindow.map { window in (0..<rank).contains { window.span($0) % 2 == 0 } } ?? false
    }
    return isEven ? "`padding: same`" : "`padding: half`"
  }

  private func names(of layers: [LayerID]) -> String {
    let names = layers.prefix(3).map { "`\(graph.path(of: $0))`" }
    if layers.count > 3 { return names.joined(separator: ", ") + " and \(layers.count - 3) more" }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Graph {
  /// The last layer that all of some layers depend on; nil where there is none.
  package func parting(of ends: some Sequence<LayerID>) -> LayerID? {
    var common: Set<LayerID>?
    for end in ends {
      let seen = Set(ancestors(of: end))
      common = common?.intersection(seen) ?? seen
    }
    return common?.max()
  }

  /// The layers behind one, up to another that depends on it, by the first inputs that do.
  fileprivate func way(to end: LayerID, from start: LayerID) -> [LayerID] {
    guard end.position > start.position else { return [] }
    var leads = [Bool](repeating: false, count: end.position + 1)
    leads[start.position] = true
    for position in start.position + 1...end.position {
      leads[position] = layers[position].inputs.contains { leads[$0.position] }
    }
    var way: [LayerID] = []
    var current = end
    while current != start, let before = self[current].inputs.first(where: { leads[$0.position] }) {
      way.append(current)
      current = before
    }
    return way.reversed()
  }
}
