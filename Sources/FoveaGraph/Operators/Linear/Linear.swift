/// A fully connected layer over the channels.
public struct Linear: Operator {
  public static let name = "linear"
  public static let summary =
    "Gives `out` weighted sums of all entries of a vector, or of the channels at each position."
  public static let counting = "one addition for each output value with a bias"
  public static let attributes: [Attribute<Linear>] = [
    .required("out", \.out, "The number of outputs."),
    .optional("bias", \.bias, "Whether a number is added to every output."),
    .optional("in", \.input, "The number of inputs, if it is to be checked."),
  ]
  public static let arity = Arity.one

  /// The number of outputs.
  public var out = 1
  /// Whether there is a bias.
  public var bias = true
  /// The stated number of inputs.
  public var input: Int?

  public init() {}

  public var operation: Operation { .linear(self) }

  public var facts: Facts { Facts(.linear, .dense, isLinear: true) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    let first = inputs.first
    var output = first
    output.channels = Extent(out)
    if let channels = first.channels.value, let input, input != channels {
      let isWhole = first.rank > 0 && Figure(input) == first.elements
      throw .wrongInputChannels(
        stated: input, found: channels,
        help: isWhole ? "a `flatten` is missing before it: \(first) has \(input) values in all" : nil, remains: output)
    }
    return output
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .channels }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    Cost(
      weights: Figure(inputs.first.channels) * Figure(out), bias: bias ? out : 0, appliedAt: output.positions,
      giving: output)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] {
    let channels = inputs.first.channels.orZero
    return .weighted([out, channels], terms: channels, bias: bias ? out : nil)
  }
}
