package import FoveaGraph
package import FoveaText

/// Where the layers of a network are written.
///
/// A layer of a block stands in the text once and in the network often. Its operator's key is its `span`, and that leads
/// back to the entry of the list.
package struct Origins: Sendable {
  package let document: YAMLDocument
  package let syntax: DocumentSyntax
  private var layers: [UInt32: DocumentSyntax.Layer] = [:]

  package init(_ document: YAMLDocument, _ syntax: DocumentSyntax) {
    self.document = document
    self.syntax = syntax
    add(syntax.layers)
    for block in syntax.blocks { add(block.layers) }
  }

  private mutating func add(_ list: DocumentSyntax.List) {
    for layer in list.layers {
      layers[document.span(of: layer.key).start] = layer
      for branch in layer.branches {
        if case .layers(let list) = branch.body { add(list) }
      }
    }
  }

  /// All entries by the first byte of their operator or block.
  package var entries: [UInt32: DocumentSyntax.Layer] { layers }

  /// The entry whose operator or block begins at a byte.
  package func entry(at start: UInt32) -> DocumentSyntax.Layer? { layers[start] }

  /// The entry that a layer was made of; nil for an input.
  package func entry(of layer: Layer) -> DocumentSyntax.Layer? { layers[layer.span.start] }

  /// Where an attribute of a layer is given; nil where the operator's own default holds.
  package func attribute(_ name: String, of layer: Layer, isFirst: Bool) -> AttributeOrigin? {
    guard let entry = entry(of: layer), case .operation(let kind) = entry.head,
      let index = OperatorSchema.of(kind).names.firstIndex(of: name)
    else { return nil }
    func origin(_ arguments: [DocumentSyntax.Argument], _ home: AttributeOrigin.Home) -> AttributeOrigin? {
      arguments.first { $0.index == index }.map { argument in
        AttributeOrigin(
          key: document.span(of: argument.key), value: document.span(of: argument.value), home: home,
          isLiteral: isLiteral(argument.value))
      }
    }
    if isFirst, let first = origin(entry.first, .first) { return first }
    return origin(entry.arguments, .layer) ?? origin(syntax.defaults[kind] ?? [], .defaults)
  }

  /// Whether a value is written out: a number, a truth value, or a word that stands for itself.
  private func isLiteral(_ node: NodeID) -> Bool {
    guard document.kind(of: node) == .scalar else { return false }
    switch Scalar(document.text(of: node)) {
    case .integer, .decimal, .truth: return true
    case .text: return OperatorSchema.words.contains(document.text(of: node))
    case .overflow, .null: return false
    }
  }
}

/// Where an attribute is given.
package struct AttributeOrigin: Hashable, Sendable {
  /// The mapping in which it stands.
  package enum Home: Hashable, Sendable {
    case layer, first, defaults
  }

  /// Its key.
  package let key: SourceSpan
  /// Its value.
  package let value: SourceSpan
  /// The mapping in which it stands.
  package let home: Home
  /// Whether the value is written out, not computed from parameters.
  package let isLiteral: Bool
}
