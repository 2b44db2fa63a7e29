/// The rows of one axis, moved on, with those that leave at one end put in at the other.
public struct Roll: Operator {
  public static let name = "roll"
  public static let summary =
    "Moves the rows of one spatial axis on by `by`; those that leave at one end come in at the other."
  public static let counting = ""
  public static let attributes: [Attribute<Roll>] = [
    .required("axis", \.axis, "The axis."),
    .required(
      "by", \.rows, "The rows by which the map is moved, towards its end; a negative number moves it back.",
      form: .integer(-AttributeForm.largestStep...AttributeForm.largestStep)),
  ]
  public static let arity = Arity.one

  /// The axis.
  public var axis = AxisName.length
  /// The rows by which the map is moved.
  public var rows = 0

  public init() {}

  public var operation: Operation { .roll(self) }

  public var facts: Facts {
    Facts(
      .arrangement, .movement, isLinear: true, bounds: .kept,
      idleness: rows == 0 ? Facts.Idleness("by", "it moves no row") : nil)
  }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    _ = try inputs.first.spatialAxis(axis, of: Self.name)
    return inputs.first
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    let place = output.axis(of: axis.role)
    return View.windows(rank: output.rank) { axis in
      guard axis + 1 == place else { return .identity }
      return output.spatial[axis].value.flatMap { .rolled(by: rows, of: $0) }
    }
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost { Cost() }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
