/// One operator applied to earlier layers.
public struct Layer: Hashable, Sendable {
  /// The operator with its attributes.
  public let operation: Operation
  /// The layers that it reads, in the order of its branches.
  public let inputs: LayerInputs
  /// The layer whose size it takes, without reading it.
  public let reference: LayerID?
  /// The layer whose weights it uses, where they are not its own.
  public package(set) var weights: LayerID?
  /// Where it stands in the description's structure.
  public let scope: ScopeID
  /// The names of the operands that its inputs are; empty for a layer whose operator does not name them.
  package let branches: [String]
  private let label: LayerName

  /// Creates a layer.
  public init(
    _ operation: Operation, inputs: LayerInputs, reference: LayerID? = nil, weights: LayerID? = nil,
    scope: ScopeID = .root, name: LayerName, branches: [String] = []
  ) {
    self.operation = operation
    self.inputs = inputs
    self.reference = reference
    self.weights = weights
    self.scope = scope
    self.branches = branches
    label = name
  }

  /// An input in place of this one, with another shape.
  func asInput(of shape: Shape) -> Layer {
    Layer(.input(Input(shape)), inputs: inputs, scope: scope, name: label)
  }

  /// Its name within the scope.
  public var name: String { label.text }

  /// The window that slides over the input, of a convolution or pooling.
  package var slidingWindow: SlidingWindow? { operation.facts.window }

  /// The inputs that its operator takes.
  package var arity: Arity { type(of: operation.base).arity }

  /// Whether it works on each value at its own place, so that the map keeps its size.
  package var isElementwise: Bool {
    let effect = operation.facts.effect
    return effect == .elementwise || effect == .identity
  }
}
