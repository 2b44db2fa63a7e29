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
    if isBroken[owner.position] || layer.inputs.contains(where: { isBroken[$0.position] }) { return nil }
    if let difference = difference(of: layer, from: builder.graph[owner]) {
      report(
        "the weights of `\(builder.graph.path(of: owner))` do not fit: \(difference)", rule: "weights-mismatch",
        at: node,
        notes: [Diagnostic.Note("they are of this layer", at: span(of: owner))],
        help: "only `stride`, `padding` and `dilation` may differ")
      return nil
    }
    return owner
  }

  /// Why two layers cannot have the same weights; nil if they can.
  ///
  /// They can with the same operator, input channels and attributes, but those that say only where the window lies.
  private func difference(of layer: Layer, from other: Layer) -> String? {
    func attributes<Root: Operator>(_ root: Root) -> [(name: String, value: Value?)] {
      let placement = ["stride", "padding", "output_padding", "dilation", "in"]
      return Root.attributes.lazy.filter { !placement.contains($0.name) }.map { ($0.name, $0.value(in: root)) }
    }
    let (base, otherBase) = (layer.operation.base, other.operation.base)
    let (name, otherName) = (type(of: base).name, type(of: otherBase).name)
    guard name == otherName else { return "they are of a `\(otherName)`, and this is a `\(name)`" }
    for (one, two) in zip(attributes(base), attributes(otherBase)) where one.value != two.value {
      let values = [two.value, one.value].map { $0.map(\.excerpt) ?? "nothing" }
      return "their `\(one.name)` is \(values[0]), and this one's \(values[1])"
    }
    guard let input = layer.inputs.first, let otherInput = other.inputs.first else { return nil }
    let (shape, otherShape) = (builder.graph.shape(of: input), builder.graph.shape(of: otherInput))
    if shape.rank != otherShape.rank || shape.channels.contradicts(otherShape.channels) {
      return "their input is \(otherShape), and this one's \(shape)"
    }
    return nil
  }
}
