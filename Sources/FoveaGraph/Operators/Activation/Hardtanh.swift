/// Values kept between two bounds.
public struct Hardtanh: Operator {
  public static let name = "hardtanh"
  public static let summary = "Moves values beyond two bounds to them: `min(max(x, min), max)`."
  public static let counting = "two for each value: a maximum and a minimum"
  public static let attributes: [Attribute<Hardtanh>] = [
    .optional("min", \.least, "The lower bound.", form: .number),
    .optional("max", \.greatest, "The upper bound.", form: .number),
  ]
  public static let arity = Arity.one

  /// The lower bound.
  public var least = -1.0
  /// The upper bound.
  public var greatest = 1.0

  public init() {}

  public var operation: Operation { .hardtanh(self) }

  public var facts: Facts {
    let bounds = min(least, greatest)...max(least, greatest)
    return Facts(.activation, .elementwise, bounds: .clamped(bounds), unchanged: bounds)
  }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    guard least <= greatest else {
      throw .invalidAttributes("`min` is \(least), above the `max` of \(greatest)", attribute: "min")
    }
    return inputs.first
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .pointwise }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    Cost(operations: 2, perValueOf: output, saved: .inputs)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
