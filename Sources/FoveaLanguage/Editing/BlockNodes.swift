/// The nodes of a block.
extension DocumentSyntax.Block {
  /// The list of layers as it is written.
  package func layersNode(in document: YAMLDocument) -> NodeID? {
    document.value(forKey: "layers", in: body(in: document)).map(document.resolve)
  }

  /// The key and the mapping of the parameters as they are written.
  package func parametersNode(in document: YAMLDocument) -> (key: NodeID, value: NodeID)? {
    document.entries(of: body(in: document)).first { document.hasText("params", $0.key) }
  }

  /// The value of the block's key.
  func body(in document: YAMLDocument) -> NodeID { document.resolve(NodeID(key.index + 1)) }
}
