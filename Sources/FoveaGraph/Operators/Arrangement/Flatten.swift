/// A map as one vector, or as a sequence of its positions.
public struct Flatten: Operator {
  public static let name = "flatten"
  public static let summary =
    "Puts all values of a map into one vector, or with `axes: spatial` its positions, row by row, into a sequence."
  public static let counting = ""
  public static let attributes: [Attribute<Flatten>] = [
    .optional("axes", \.axes, "The axes that become one: all, or the spatial ones, so that the channels stay.")
  ]
  public static let arity = Arity.one

  /// The axes that become one.
  public var axes = Axes.all

  /// The axes that become one.
  public enum Axes: String, AttributeWord {
    /// Channels and positions.
    case all
    /// Positions.
    case spatial
  }

  public init() {}

  public var operation: Operation { .flatten(self) }

  public var facts: Facts { Facts(.arrangement, .relabelling, isLinear: true, bounds: .kept) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    let input = inputs.first
    switch axes {
    case .all: return Shape(channels: try Extent(given: input.elements))
    case .spatial:
      guard input.rank > 0 else { throw .noMap(Self.name, input) }
      return Shape(channels: input.channels, spatial: [try Extent(given: input.positions)], layout: input.layout)
    }
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    let first = inputs.first
    switch axes {
    case .all: return .whole(.flattened, of: first)
    case .spatial:
      if first.rank == 1 { return .pointwise }
      return AxisMap(from: first.spatial, to: output.spatial).map(View.rearranged) ?? .unknown
    }
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost { .view }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
