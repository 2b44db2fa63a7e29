/// Trained tokens before those of a sequence.
public struct ClassToken: Operator {
  public static let name = "class_token"
  public static let summary =
    "Puts trained tokens before those of a sequence, the same for every image (Dosovitskiy et al. 2021)."
  public static let counting = ""
  public static let attributes: [Attribute<ClassToken>] = [
    .optional("count", \.count, "The number of tokens that are put before the others.")
  ]
  public static let arity = Arity.one

  /// The number of tokens.
  public var count = 1

  public init() {}

  public var operation: Operation { .classToken(self) }

  public var facts: Facts { Facts(.attention, .movement) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    var output = try inputs.sequence(Self.name)
    output.spatial[0] = try Extent(given: Figure(inputs.first.spatial[0]) + Figure(count))
    return output
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    guard inputs.first.rank == 1, output.rank == 1, let rows = inputs.first.spatial[0].value,
      let units = output.spatial[0].value
    else { return .unknown }
    return View.windows(rank: 1) { _ in .part(rows, from: count, of: units) }
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    var cost = Cost()
    cost.parameters = Figure(count) * Figure(output.channels)
    return cost
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] {
    [StoredArray("class_token", [count, output.channels.orZero], .shift)]
  }
}

extension Operands {
  /// The first input, which must be a sequence of tokens.
  ///
  /// - Throws: `wrong-rank`.
  func sequence(_ name: String) throws(ShapeError) -> Shape {
    if first.rank == 0 { throw .noPositions(name, first) }
    guard first.rank == 1 else {
      throw ShapeError(
        rule: "wrong-rank", "`\(name)` needs a sequence of tokens, found the map \(first)",
        help: "`flatten: {axes: spatial}` makes a sequence of it")
    }
    return first
  }
}
