public import FoveaText

/// Where the layers and the parts of a network are written: a table beside its graph.
///
/// A network that a program built has no places; what is said about it names the paths of its layers.
public struct Places: Hashable, Sendable {
  /// The key of each layer in the text, inputs included; empty where there is no text.
  package let layers: [SourceSpan]
  /// The key of each scope in the text; empty where there is no text.
  private let scopes: [SourceSpan]

  /// The places of a network that is not written anywhere.
  public init() { (layers, scopes) = ([], []) }

  /// Creates the table of a network that is written in one text.
  ///
  /// - Parameters:
  ///   - layers: the key of each layer's operator, or of an input.
  ///   - scopes: the key of each scope; the first stands for the network itself.
  public init(layers: [SourceSpan], scopes: [SourceSpan]) { (self.layers, self.scopes) = (layers, scopes) }

  /// The key of a layer's operator; nil where it is not written.
  public func span(of id: LayerID) -> SourceSpan? { layers.indices.contains(id.position) ? layers[id.position] : nil }

  /// The key of a part of the network; nil where it is not written.
  public func span(of id: ScopeID) -> SourceSpan? { scopes.indices.contains(id.position) ? scopes[id.position] : nil }
}
