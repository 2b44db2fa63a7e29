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
  /// The inputs that it takes.
  static var arity: Arity { get }

  /// Creates it with the defaults of its attributes.
  init()

  /// The operator as a case of the closed enumeration.
  var operation: Operation { get }

  /// What it is, beside what it computes.
  var facts: Facts { get }

  /// The shape of the output.
  ///
  /// An extent that is not known stays so, and contradicts nothing.
  func shape(of inputs: Operands) throws(ShapeError) -> Shape

  /// What a unit of the output sees of the input at a position.
  func view(of input: Int, in inputs: Operands, giving output: Shape) -> View

  /// What it stores and computes for one image.
  func cost(of inputs: Operands, giving output: Shape) -> Cost

  /// The arrays that it stores: as many trained numbers as its cost has parameters.
  func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray]
}

/// The inputs that an operator takes.
public enum Arity: Hashable, Sendable {
  /// None: it gives values of its own, as an input of the network and a parameter do.
  case none
  /// The layer above.
  case one
  /// One for each of its branches, whose names and order the description chooses.
  case branches
  /// One for each of these names, in this order.
  case operands([String])

  /// Whether the inputs have names, which a description writes below the operator beside its attributes.
  package var hasNames: Bool {
    switch self {
    case .none, .one: false
    case .branches, .operands: true
    }
  }
}
