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
