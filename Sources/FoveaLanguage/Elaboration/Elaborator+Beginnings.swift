import FoveaGraph

/// Layers that read no other: what stands above them in their list must not be lost.
extension Elaborator {
  /// Adds a layer that reads no other.
  ///
  /// It may begin a branch. Anywhere else the layers after it say what they read.
  mutating func begin(
    _ kind: Operation.Kind, layer: DocumentSyntax.Layer, below above: LayerID?, name: LayerName, isFirst: Bool
  ) -> LayerID? {
    guard !layer.isBroken,
      let (operation, reference) = operation(kind, layer: layer, entering: above, isFirst: isFirst)
    else { return addBroken(layer, after: above, name: name) }
    let frame = frames[frames.count - 1]
    let id = add(
      Layer(operation, inputs: [], reference: reference, scope: frame.scope, name: name), from: layer)
    let beginsBranch = frame.entrance.map { $0.layer == above } ?? false
    if !beginsBranch { severing.insert(id) }
    return id
  }

  /// Whether a layer needs what stands above it in its list.
  ///
  /// - Parameter depth: how many blocks and branches lead there; beyond the limit of nesting nothing is applied.
  mutating func readsAbove(_ layer: DocumentSyntax.Layer, depth: Int = 0) -> Bool {
    if depth > Self.depthLimit { return true }
    switch layer.head {
    case .unknown: return true
    case .block(let index, _):
      return readsAbove(syntax.blocks[index].layers, depth: depth + 1)
    case .operation(let kind):
      switch schemas[kind].arity {
      case .none: return false
      case .one: return true
      case .branches, .operands:
        for case .layers(let list) in layer.branches.map(\.body) where readsAbove(list, depth: depth + 1) {
          return true
        }
        return layer.branches.isEmpty
      }
    }
  }

  private mutating func readsAbove(_ list: DocumentSyntax.List, depth: Int) -> Bool {
    guard let first = list.layers.first else { return true }
    if first.keys.when != nil { return true }
    return first.keys.from == nil && readsAbove(first, depth: depth)
  }

  /// Reports a layer that would read one behind which nothing is left of the layers before.
  mutating func reportSevered(_ layer: DocumentSyntax.Layer, by above: LayerID) {
    report(
      "`\(builder.graph.path(of: above))` above reads no layer, so that the layers before it do not lead here",
      at: layer.key, notes: [Diagnostic.Note("it is here", at: span(of: above))],
      help: "say with `from` which layer enters, or put the \(builder.graph[above].operation.name) into a branch")
  }

  /// Reports a layer that would read several, of which only the last one is above it.
  mutating func reportSeveral(_ layer: DocumentSyntax.Layer, below above: LayerID) {
    report(
      "the layer above is there once for each of several, and none of them is the one that enters", at: layer.key,
      notes: [Diagnostic.Note("it is here", at: span(of: above))],
      help: "say with `from` which one enters, or name the layer above and join all of its repetitions")
  }

  /// Reports a list that ends with a layer that reads none of those before it.
  mutating func checkEnd(
    of list: DocumentSyntax.List, _ end: LayerID?, _ what: String, isNetwork: Bool = false
  ) {
    guard let end, let last = list.layers.last else { return }
    if endsParallel {
      report(
        "\(what) ends with a layer that is there once for each of several", at: last.key,
        help: isNetwork ? "name the `outputs`" : "join them, or let the last layer read one of them with `from`")
    }
    guard severing.contains(end) else { return }
    let name = builder.graph[end].operation.name
    report(
      "\(what) ends with a `\(name)`, which reads none of the layers before it", at: last.key,
      help: "put the \(name) into a branch of its own")
  }
}
