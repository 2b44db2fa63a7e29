/// A network as a list of layers in execution order, with the shape of each.
///
/// A graph knows no text: two descriptions of one network make equal graphs. Where its layers are written is said by
/// ``Places``.
public struct Graph: Hashable, Sendable {
  /// An output of the network.
  public struct Output: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// The layer that gives it.
    public let layer: LayerID

    /// Creates an output.
    public init(name: String, layer: LayerID) {
      self.name = name
      self.layer = layer
    }
  }

  /// The network's name.
  public let name: String
  /// The variant that it is, where the description has variants.
  public let variant: String?
  /// The inputs, then the layers, in execution order.
  public internal(set) var layers: [Layer] = []
  /// The shape of each layer's output.
  public internal(set) var shapes: [Shape] = []
  /// The structure of the description; the root is the first.
  public internal(set) var scopes: [Scope]
  /// The outputs.
  public var outputs: [Output] = []

  init(name: String, variant: String?) {
    self.name = name
    self.variant = variant
    scopes = [Scope(parent: .root, name: "", role: .network, replaces: nil, start: LayerID(0), end: LayerID(0))]
  }

  /// The layer with an identity.
  public subscript(id: LayerID) -> Layer { layers[id.position] }

  /// The scope with an identity.
  public subscript(id: ScopeID) -> Scope { scopes[id.position] }

  /// The identities of all inputs and layers in execution order.
  public var ids: [LayerID] { layers.indices.map { LayerID($0) } }

  /// The inputs of the network.
  public var inputs: [LayerID] { layers.indices.lazy.map { LayerID($0) }.prefix { isInput($0) }.map(\.self) }

  /// Whether a layer is an input of the network.
  public func isInput(_ id: LayerID) -> Bool {
    if case .input = layers[id.position].operation { true } else { false }
  }

  /// The shape of a layer's output.
  public func shape(of id: LayerID) -> Shape { shapes[id.position] }

  /// The layer that stores the weights of a layer: itself unless it uses another's.
  package func weightOwner(of id: LayerID) -> LayerID { self[id].weights ?? id }

  /// The arrays of a layer that has weights of its own; none for one that uses another's.
  package func arrays(of id: LayerID) -> [StoredArray] {
    guard self[id].weights == nil else { return [] }
    return self[id].operation.arrays(of: operands(of: self[id]), giving: shape(of: id))
  }

  /// The shapes that enter a layer.
  public func operands(of layer: Layer) -> Operands {
    shapes.operands(layer.inputs, reference: layer.reference)
  }

  /// The same for the layer at a position, which is not copied.
  func operands(ofLayerAt position: Int) -> Operands {
    shapes.operands(layers[position].inputs, reference: layers[position].reference)
  }

  /// The names from the network down to a layer, joined by dots: `layer3.0.main.conv_2`.
  public func path(of id: LayerID) -> String {
    let layer = self[id]
    let scope = path(of: layer.scope)
    return scope.isEmpty ? layer.name : "\(scope).\(layer.name)"
  }

  /// The names from the network down to a scope, joined by dots; empty for the network.
  public func path(of id: ScopeID) -> String {
    var names: [String] = []
    var id = id
    while id != .root {
      names.append(self[id].name)
      id = self[id].parent
    }
    return names.reversed().joined(separator: ".")
  }
}
