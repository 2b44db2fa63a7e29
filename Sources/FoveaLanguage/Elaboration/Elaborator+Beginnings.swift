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
  mutating func readsAbove(_ layer: DocumentSyntax.Layer) -> Bool {
    guard case .operation(let kind) = layer.head else { return true }
    switch schemas[kind].arity {
    case .none: return false
    case .one: return true
    case .branches, .operands:
      for branch in layer.branches where readsAbove(branch) { return true }
      return layer.branches.isEmpty
    }
  }

  private mutating func readsAbove(_ branch: DocumentSyntax.Branch) -> Bool {
    switch branch.body {
    case .reference: return false
    case .layers(let list):
      guard let first = list.layers.first else { return true }
      return first.keys.when != nil || readsAbove(first)
    }
  }

  /// Reports a layer that would read one behind which nothing is left of the layers before.
  mutating func reportSevered(_ layer: DocumentSyntax.Layer, by above: LayerID) {
    report(
      "`\(builder.graph.path(of: above))` above reads no layer, so that the layers before it do not lead here",
      at: layer.key, notes: [Diagnostic.Note("it is here", at: span(of: above))],
      help: "say with `from` which layer enters, or put the \(builder.graph[above].operation.name) into a branch")
  }

  /// Reports a list that ends with a layer that reads none of those before it.
  mutating func checkEnd(of list: DocumentSyntax.List, _ end: LayerID?, _ what: String) {
    guard let end, severing.contains(end), let last = list.layers.last else { return }
    let name = builder.graph[end].operation.name
    report(
      "\(what) ends with a `\(name)`, which reads none of the layers before it", at: last.key,
      help: "put the \(name) into a branch of its own")
  }
}
