import FoveaGraph

/// `weights: name` uses the weights of an earlier layer, or of every layer of an earlier block.
extension Elaborator {
  /// Begins a block whose layers use the weights of another one.
  mutating func beginSharing(_ layer: DocumentSyntax.Layer) {
    guard let node = layer.keys.weights else { return }
    guard let named = resolve(node) else { return }
    guard let scope = named.scope else {
      report("`weights` of a block must name a block, and `\(document.text(of: node))` is a layer", at: node)
      return
    }
    sharing = Sharing(source: builder.graph[scope].range, start: builder.count, node: node)
  }

  /// Checks that a block that shares weights has as many layers as the other.
  mutating func endSharing(_ layer: DocumentSyntax.Layer) {
    guard let node = layer.keys.weights, let sharing, sharing.node == node else { return }
    let count = builder.count - sharing.start
    if count != sharing.source.count {
      report(
        "`\(document.text(of: node))` has \(sharing.source.count) layers, and this block has \(count): they cannot "
          + "share weights", at: node)
    }
  }

  /// The layer whose weights a new layer uses; nil where it has its own.
  mutating func sharedWeights(for layer: Layer, from syntax: DocumentSyntax.Layer) -> LayerID? {
    if sharing == nil, syntax.keys.weights == nil { return nil }
    var node: NodeID?
    var source: LayerID?
    if case .operation = syntax.head, let named = syntax.keys.weights {
      node = named
      guard let resolved = resolve(named) else { return nil }
      guard resolved.scope == nil, let layer = resolved.layer else {
        report("`weights` of a layer must name a layer, and `\(document.text(of: named))` is a block", at: named)
        return nil
      }
      source = layer
    } else if let sharing, sharing.source.contains(sharing.source.lowerBound + builder.count - sharing.start) {
      node = sharing.node
      source = LayerID(sharing.source.lowerBound + builder.count - sharing.start)
    }
    guard let source, let node else { return nil }
    let owner = builder.graph[source].weights ?? source
    guard sharesWeights(layer, with: builder.graph[owner]) else {
      report(
        "`\(builder.graph.path(of: owner))` has weights of another shape", rule: "weights-mismatch", at: node,
        notes: [Diagnostic.Note("they are of this layer", at: builder.graph[owner].span)],
        help: "only stride, padding and dilation may differ")
      return nil
    }
    return owner
  }

  /// Whether two layers have weights of the same shape: the same operator, input channels and attributes, except those
  /// that say only where the window is applied.
  private func sharesWeights(_ layer: Layer, with other: Layer) -> Bool {
    func weights<Root: Operator>(of root: Root) -> [Value?] {
      let placement = ["stride", "padding", "output_padding", "dilation", "in"]
      return Root.attributes.map { placement.contains($0.name) ? nil : $0.value(in: root) }
    }
    let (base, otherBase) = (layer.operation.base, other.operation.base)
    guard type(of: base).name == type(of: otherBase).name, let input = layer.inputs.first,
      let otherInput = other.inputs.first
    else { return false }
    let (shape, otherShape) = (builder.graph.shape(of: input), builder.graph.shape(of: otherInput))
    return weights(of: base) == weights(of: otherBase) && shape.rank == otherShape.rank
      && !shape.channels.contradicts(otherShape.channels)
  }
}
