/// A layer that the language has no word for: it states what is known of it.
public struct Opaque: Operator {
  public static let name = "opaque"
  public static let summary =
    "Stands for a layer that the language has no word for, by its stated shape, costs and receptive field."
  public static let counting = "as `operations` states"
  public static let attributes: [Attribute<Opaque>] = [
    .required("shape", \.shape, "The extents of the output, channels first, or `unknown`."),
    .optional("parameters", \.parameters, "The number of trained numbers."),
    .optional("buffers", \.buffers, "The number of stored numbers that are not trained."),
    .optional("macs", \.macs, "The multiply-accumulates for one image."),
    .optional("operations", \.operations, "The other arithmetic operations for one image."),
    .optional("receptive_field", \.receptiveField, "What a unit of the output sees of the input."),
  ]
  public static let arity = Arity.one

  /// The shape of the output.
  public var shape = StatedShape.unknown
  /// The number of trained numbers.
  public var parameters = StatedFigure(.unknown)
  /// The number of stored numbers that are not trained.
  public var buffers = StatedFigure(0)
  /// The multiply-accumulates for one image.
  public var macs = StatedFigure(.unknown)
  /// The other arithmetic operations for one image.
  public var operations = StatedFigure(.unknown)
  /// What a unit of the output sees of the input.
  public var receptiveField = StatedView.unknown

  public init() {}

  public var operation: Operation { .opaque(self) }

  public var facts: Facts { Facts(.unknown, .unknown) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    let output: Shape
    switch shape {
    case .unknown: output = inputs.first.erased
    case .extents(let extents):
      guard let shape = StatedShape.shape(of: extents.map { $0 ?? .unknown }) else {
        throw .invalidAttributes("`shape` must have one to four entries, found \(extents.count)", attribute: "shape")
      }
      output = shape
    }
    if case .window(let size, let stride, let padding) = receptiveField {
      for values in [size, stride, padding] {
        try inputs.first.check(values, is: "receptive_field")
      }
    }
    return output
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    receptiveField.view(of: inputs.first, giving: output)
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    var cost = Cost()
    cost.parameters = parameters.figure
    cost.buffers = buffers.figure
    cost.macs = macs.figure
    cost.operations = operations.figure
    cost.saved = .inputs
    return cost
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
