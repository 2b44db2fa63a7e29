/// A trained number for each value, which tells positions apart.
public struct PositionEmbedding: Operator {
  public static let name = "position_embedding"
  public static let summary =
    "Adds trained numbers, one for each channel and position, the same for every image (Dosovitskiy et al. 2021)."
  public static let counting = "one for each value"
  public static let attributes: [Attribute<PositionEmbedding>] = [
    .optional("size", \.size, "The size of the map that the numbers are for, if it is to be checked.")
  ]
  public static let arity = Arity.one

  /// The stated size of the map.
  public var size: AxisValues?

  public init() {}

  public var operation: Operation { .positionEmbedding(self) }

  public var facts: Facts { Facts(.attention, .elementwise) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    let input = inputs.first
    guard input.rank > 0 else { throw .noPositions(Self.name, input) }
    guard let size else { return input }
    try input.check(size, is: "size")
    for axis in 0..<input.rank {
      guard let found = input.spatial[axis].value, found != size[axis] else { continue }
      throw .otherSize(size[axis], found: found, axis: axis, of: input)
    }
    return input
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .pointwise }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    var cost = Cost(operations: 1, perValueOf: output, saved: .nothing)
    cost.parameters = output.elements
    return cost
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] {
    [StoredArray("pos_embedding", output.extents.map(\.orZero), .shift)]
  }
}

extension ShapeError {
  fileprivate static func otherSize(_ stated: Int, found: Int, axis: Int, of input: Shape) -> ShapeError {
    let name = AxisRole.spatial(axis, of: input.rank).name
    return ShapeError(
      rule: "position-size", "a position embedding for a \(name) of \(stated) does not fit \(input)",
      attribute: "size", label: "found \(found)",
      help: "a trained embedding has to be interpolated to another size of the input; "
        + "`size: \(found)` trains one for this size", remains: input)
  }
}
