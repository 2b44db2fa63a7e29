/// Trained numbers that enter the network from nowhere: the same for every image.
public struct Parameter: Operator {
  public static let name = "parameter"
  public static let summary = "Gives trained numbers, the same for every image, and reads no layer."
  public static let counting = ""
  public static let attributes: [Attribute<Parameter>] = [
    .required("shape", \.shape, "The extents, without one for the images.", form: .sizes),
    .optional("channels", \.channels, "Whether the channels are the first or the last of several extents."),
    .optional("init", \.initial, "The numbers before training.", form: .number),
  ]
  public static let arity = Arity.none

  /// The extents.
  public var shape = StatedShape.extents([Extent(1)])
  /// Where the channels stand among the extents.
  public var channels = Place.first
  /// The numbers before training.
  public var initial = 0.0

  /// Where the channels stand among several extents.
  public enum Place: String, AttributeWord {
    case first, last
  }

  public init() {}

  public var operation: Operation { .parameter(self) }

  public var facts: Facts { Facts(.input, .unknown) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    let extents = shape.known
    guard (1...4).contains(extents.count) else {
      throw .invalidAttributes("`shape` must have one to four entries, found \(extents.count)", attribute: "shape")
    }
    switch channels {
    case .first: return Shape(channels: extents[0], spatial: Extents(extents.dropFirst()))
    case .last:
      return Shape(
        channels: extents[extents.count - 1], spatial: Extents(extents.dropLast()), layout: .channelsLast)
    }
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .unknown }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    var cost = Cost.view
    cost.parameters = output.elements
    return cost
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] {
    [StoredArray("value", output.extents.map(\.orZero), initial == 0 ? .shift : .scale(initial))]
  }
}
