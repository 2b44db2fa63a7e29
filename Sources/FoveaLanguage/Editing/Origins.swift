import FoveaGraph
package import FoveaText

/// Where the layers of a network are written.
///
/// A layer of a block stands in the text once and in the network often. The entry of the list is known by its key,
/// which is the one that the network's ``SourceMap`` names.
package struct Origins: Sendable {
  package let document: YAMLDocument
  package let syntax: DocumentSyntax
  /// All entries by the key of their operator or block.
  package private(set) var entries: [NodeID: DocumentSyntax.Layer] = [:]
  let shared: SharedText
  let items: ListItems

  package init(_ document: YAMLDocument, _ syntax: DocumentSyntax) {
    self.document = document
    self.syntax = syntax
    shared = SharedText(document)
    items = ListItems(document)
    add(syntax.layers)
    for block in syntax.blocks { add(block.layers) }
  }

  /// The entries of a description; nil where its text is no YAML.
  package init?(_ specification: Specification) {
    guard let (document, syntax) = specification.readable else { return nil }
    self.init(document, syntax)
  }

  private mutating func add(_ list: DocumentSyntax.List) {
    for layer in list.layers {
      entries[layer.key] = layer
      for branch in layer.branches {
        if case .layers(let list) = branch.body { add(list) }
      }
    }
  }

  /// The entry with a key; nil for that of an input or a branch.
  package func entry(at key: NodeID) -> DocumentSyntax.Layer? { entries[key] }

  /// Whether the attributes of an entry are written elsewhere, and an alias stands for them.
  package func isAlias(bodyOf key: NodeID) -> Bool {
    let body = NodeID(key.index + 1)
    return Int(body.index) < document.count && document.kind(of: body) == .alias
  }

  /// The keys of the entries whose attributes are the same text as those of one, which is among them; nil where
  /// something that is no entry has that text too.
  package func entries(sharingTextOf key: NodeID) -> [NodeID]? {
    let body = document.resolve(NodeID(key.index + 1))
    guard Int(body.index) < document.count, document.kind(of: body) == .mapping else { return [key] }
    let uses = shared.aliases(of: body)
    if uses.isEmpty { return [key] }
    let keys = ([body] + uses).map { NodeID($0.index - 1) }
    return keys.allSatisfy { entries[$0] != nil } ? keys : nil
  }

  /// Where an attribute of an entry is given; nil where the operator's own default holds.
  ///
  /// - Parameter isFirst: whether it is about the first repetition, for which `first` holds.
  package func attribute(_ name: String, ofEntryAt key: NodeID, isFirst: Bool) -> AttributeOrigin? {
    guard let entry = entries[key], case .operation(let kind) = entry.head,
      let index = OperatorSchema.of(kind).names.firstIndex(of: name)
    else { return nil }
    func origin(_ arguments: [DocumentSyntax.Argument], _ home: AttributeOrigin.Home) -> AttributeOrigin? {
      arguments.first { $0.index == index }.map { argument in
        AttributeOrigin(
          key: document.span(of: argument.key), value: document.span(of: argument.value), home: home,
          isLiteral: isLiteral(argument.value, of: OperatorSchema.of(kind).forms[index]))
      }
    }
    if isFirst, let first = origin(entry.first, .first) { return first }
    return origin(entry.arguments, .layer) ?? origin(syntax.defaults[kind] ?? [], .defaults)
  }

  /// Whether the document has a default of an attribute for the operator of an entry.
  package func hasDefault(_ name: String, ofEntryAt key: NodeID) -> Bool {
    guard let entry = entries[key], case .operation(let kind) = entry.head,
      let index = OperatorSchema.of(kind).names.firstIndex(of: name)
    else { return false }
    return syntax.defaults[kind]?.contains { $0.index == index } ?? false
  }

  /// Whether a value is written out: a number, a truth value, or a word that stands for itself.
  private func isLiteral(_ node: NodeID, of form: AttributeForm) -> Bool {
    guard document.kind(of: node) == .scalar else { return false }
    switch Scalar(document.text(of: node)) {
    case .integer, .decimal, .truth: return true
    case .text: return form.words.contains(document.text(of: node))
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
