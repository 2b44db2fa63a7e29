/// A convolution over one, two or three spatial axes.
public struct Conv: Operator {
  public static let name = "conv"
  public static let summary =
    "Slides `out` kernels over the map; the depth of a kernel is the number of input channels, divided by `groups`."
  public static let counting = "one addition for each output value with a bias"
  public static let attributes: [Attribute<Conv>] = [
    .required("out", \.out, "The number of kernels, which becomes the number of output channels."),
    .required("kernel", \.window.kernel, "The size of a kernel."),
    .optional("stride", \.window.stride, "The step between neighbouring outputs, in input rows."),
    .optional("padding", \.window.padding, "The rows of zeros around the map."),
    .optional("dilation", \.window.dilation, "The step between the taps of a kernel, in input rows."),
    .optional("groups", \.groups, "The number of groups into which the channels are divided."),
    .optional("bias", \.bias, "Whether a number is added to every output channel."),
    .optional("in", \.input, "The number of input channels, if it is to be checked."),
  ]
  public static let arity = Arity.one

  /// The number of kernels.
  public var out = 1
  /// The window of a kernel.
  public var window = SlidingWindow(stride: 1)
  /// The number of groups.
  public var groups = 1
  /// The stated number of input channels.
  public var input: Int?
  /// Whether there is a bias.
  public var bias = true

  public init() {}

  public var operation: Operation { .conv(self) }

  public var facts: Facts { Facts(.convolution, .dense, isLinear: true, window: window) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    let map = try inputs.map(Self.name)
    let output = try window.output(of: map, channels: Extent(out))
    try checkChannels(of: map, out: out, groups: groups, stated: input, remains: output)
    return output
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    window.view(of: inputs.first)
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    let depth = Figure(inputs.first.channels.divided(by: groups))
    return Cost(
      weights: window.taps(rank: output.rank) * depth * Figure(out), bias: bias ? out : 0,
      appliedAt: output.positions, giving: output)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] {
    let depth = inputs.first.channels.orZero / groups
    let kernel = window.kernel.values(rank: output.rank)
    return .weighted([out, depth] + kernel, terms: depth * kernel.reduce(1, *), bias: bias ? out : nil)
  }
}

/// Checks the channels of a convolution: the `in` that is stated, and that both sides divide into the groups.
func checkChannels(
  of map: Shape, out: Int, groups: Int, stated: Int?, remains: Shape
) throws(ShapeError) {
  if let channels = map.channels.value {
    if let stated, stated != channels {
      throw .wrongInputChannels(stated: stated, found: channels, remains: remains)
    }
    if channels % groups != 0 {
      throw .indivisibleGroups("input channels", count: channels, groups: groups, remains: remains)
    }
  }
  if out % groups != 0 {
    throw .indivisibleGroups("output channels", count: out, groups: groups, remains: remains)
  }
}

extension Extent {
  /// The extent of one of `groups` equal parts.
  func divided(by groups: Int) -> Extent {
    value.map { Extent($0 / groups) } ?? .unknown
  }
}
