package import FoveaGraph
import FoveaText

/// Which entry of a document each layer and each scope of a network was made of: its key.
///
/// A layer of a block stands in the document once and in the network often; its key is the same then.
package struct SourceMap: Hashable, Sendable {
  private var layers: [NodeID] = []
  private var scopes: [NodeID] = [.root]

  init() {}

  mutating func reserveCapacity(_ count: Int) { layers.reserveCapacity(count) }

  /// Notes the key of the next layer; the root for an input that is not written.
  mutating func append(layer key: NodeID) { layers.append(key) }

  /// Notes the key of the next scope.
  mutating func append(scope key: NodeID) { scopes.append(key) }

  /// The key of a layer's operator, or of an input.
  package func key(of id: LayerID) -> NodeID { layers[id.position] }

  /// The key of a use of a block, of a repetition or of a branch; the root of the document for the network itself.
  package func key(of id: ScopeID) -> NodeID { scopes[id.position] }

  /// The keys of all layers, in execution order.
  package var layerKeys: [NodeID] { layers }

  /// The bytes of all keys.
  func places(in document: YAMLDocument) -> Places {
    func span(_ key: NodeID) -> SourceSpan { key == .root ? .none : document.span(of: key) }
    return Places(layers: layers.map(span), scopes: scopes.map(span))
  }
}

extension NodeID {
  /// The outermost node of a document.
  package static let root = NodeID(0)
}
