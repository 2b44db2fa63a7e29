/// What one kind of layer is and does. One operator is one file in `Operators/`.
///
/// The protocol has no default implementation: a new operator answers every question.
public protocol Operator: Hashable, Sendable {
  /// The key in a description.
  static var name: String { get }
  /// What it computes, in one sentence.
  static var summary: String { get }
  /// How its further arithmetic is counted in flops, in one sentence; empty where it has none.
  static var counting: String { get }
  /// Its attributes in the order in which they are documented and written.
  static var attributes: [Attribute<Self>] { get }
  /// How many inputs it takes.
  static var arity: Arity { get }

  /// Creates it with the defaults of its attributes.
  init()

  /// The operator as a case of the closed enumeration.
  var operation: Operation { get }

  /// The shape of the output.
  ///
  /// An extent that is not known stays so, and contradicts nothing.
  func shape(of inputs: Operands) throws(ShapeError) -> Shape

  /// What a unit of the output sees of the input at a position.
  func view(of input: Int, in inputs: Operands, giving output: Shape) -> View

  /// What it stores and computes for one image.
  func cost(of inputs: Operands, giving output: Shape) -> Cost
}

/// How many inputs an operator takes.
public enum Arity: Hashable, Sendable {
  /// None: an input of the network.
  case none
  /// The layer above.
  case one
  /// One for each of its named branches.
  case branches
}

/// The shapes that enter a layer.
public struct Operands: Hashable, Sendable {
  /// The shape of the first input.
  public let first: Shape
  /// The shapes of the further inputs of a join.
  public let others: [Shape]
  /// The shape of the layer that the operator names for its size, if it names one.
  public let reference: Shape?

  /// Creates the operands of a layer.
  public init(_ first: Shape, others: [Shape] = [], reference: Shape? = nil) {
    self.first = first
    self.others = others
    self.reference = reference
  }

  /// The number of inputs.
  public var count: Int { others.count + 1 }

  /// The shape of one input.
  public subscript(position: Int) -> Shape { position == 0 ? first : others[position - 1] }

  /// All inputs in order.
  public var all: [Shape] { [first] + others }

  /// The first input, a vector or a map with its channels first.
  func channelsFirst(_ name: String) throws(ShapeError) -> Shape {
    if first.layout == .channelsLast { throw .channelsLast(name, first) }
    return first
  }

  /// The first input, which must be a map with its channels first.
  func map(_ name: String) throws(ShapeError) -> Shape {
    if first.rank == 0 { throw .noMap(name, first) }
    if first.layout == .channelsLast { throw .channelsLast(name, first) }
    return first
  }

  /// The shape of the layer that the operator names for its size; nothing of it is known where it names none.
  func reference(for map: Shape) throws(ShapeError) -> Shape {
    guard let reference else { return map.erased }
    guard reference.rank == map.rank else {
      throw ShapeError(
        rule: "wrong-rank", "`to` names a layer of the shape \(reference), but the input is \(map)", attribute: "to")
    }
    return reference
  }
}
