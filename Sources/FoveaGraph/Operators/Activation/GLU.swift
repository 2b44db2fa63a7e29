/// Half of the channels, each scaled by a gate from the other half.
public struct GLU: Operator {
  public static let name = "glu"
  public static let summary =
    "Multiplies the first half of the channels by the sigmoid of the second half (Dauphin et al. 2017)."
  public static let counting = "five for each output value: the four of a sigmoid and a product"
  public static let attributes: [Attribute<GLU>] = []
  public static let arity = Arity.one

  public init() {}

  public var operation: Operation { .glu(self) }

  public var facts: Facts { Facts(.activation, .combination, bounds: .shrunk) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    var output = inputs.first
    output.channels = .unknown
    guard let channels = inputs.first.channels.value else { return output }
    guard channels.isMultiple(of: 2) else { throw .oddChannels(channels, remains: output) }
    output.channels = Extent(channels / 2)
    return output
  }

  /// A unit sees two channels at its place; those of a vector are two of its entries.
  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    inputs.first.isVector ? .channels : .pointwise
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    Cost(operations: 5, perValueOf: output, saved: .inputs)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}

extension ShapeError {
  fileprivate static func oddChannels(_ channels: Int, remains: Shape) -> ShapeError {
    ShapeError(
      rule: "indivisible-groups", "`glu` needs an even number of channels, found \(channels)",
      label: "\(channels) channels", help: "give the layer before it \(channels - 1) or \(channels + 1) of them",
      remains: remains)
  }
}
