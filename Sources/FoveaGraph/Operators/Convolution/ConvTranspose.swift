/// A transposed convolution: every unit of the input adds a kernel's worth of values to the output.
public struct ConvTranspose: Operator {
  public static let name = "conv_transpose"
  public static let summary =
    "Spreads every input value over a window of the output, `stride` rows apart: the transpose of a convolution."
  public static let counting = "one addition for each output value with a bias"
  public static let attributes: [Attribute<ConvTranspose>] = [
    .required("out", \.out, "The number of output channels."),
    .required("kernel", \.window.kernel, "The size of a kernel."),
    .optional("stride", \.window.stride, "The step between the windows of neighbouring inputs, in output rows."),
    .optional("padding", \.window.padding, "The rows cut off around the output.", form: .rows),
    .optional(
      "output_padding", \.outputPadding, "The rows added at the end of the output.",
      form: .axes(0...AttributeForm.largestStep)),
    .optional("dilation", \.window.dilation, "The step between the taps of a kernel, in output rows."),
    .optional("groups", \.groups, "The number of groups into which the channels are divided."),
    .optional("bias", \.bias, "Whether a number is added to every output channel."),
    .optional("in", \.input, "The number of input channels, if it is to be checked."),
  ]
  public static let arity = Arity.one

  /// The number of output channels.
  public var out = 1
  /// The window of a kernel, on the output.
  public var window = SlidingWindow(stride: 1)
  /// The rows added at the end of the output, fewer than the stride or the dilation.
  public var outputPadding: AxisValues = 0
  /// The number of groups.
  public var groups = 1
  /// The stated number of input channels.
  public var input: Int?
  /// Whether there is a bias.
  public var bias = true

  public init() {}

  public var operation: Operation { .convTranspose(self) }

  public var facts: Facts { Facts(.convolution, .dense, isLinear: true) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    let map = try inputs.map(Self.name)
    try window.checkRank(map)
    try map.check(outputPadding, is: "output_padding")
    var output = Shape(channels: Extent(out))
    for axis in 0..<map.rank {
      output.spatial.append(try extent(from: map.spatial[axis], axis: axis, rank: map.rank))
    }
    try checkChannels(of: map, out: out, groups: groups, stated: input, remains: output)
    return output
  }

  /// `(I − 1)·s − p + ke + output_padding` rows, with the padding `p` of both sides and the dilated kernel `ke`.
  private func extent(from extent: Extent, axis: Int, rank: Int) throws(ShapeError) -> Extent {
    let added = outputPadding[axis]
    let limit = max(window.stride(axis), window.dilation[axis])
    guard added < limit else { throw .largeOutputPadding(added, limit: limit) }
    // The form of the attribute admits no padding that depends on the extent.
    guard let rows = extent.value, let padding = window.padding(axis, of: extent) else { return .unknown }
    let full = Figure(rows - 1) * Figure(window.stride(axis)) + Figure(window.span(axis) + added)
    let cut = padding.before + padding.after
    if let full = full.value, full <= cut { throw .cutAway(cut, of: full, axis: axis, rank: rank) }
    return try Extent(given: full - Figure(cut))
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    View.windows(rank: output.rank) { axis in
      window.padding(axis, of: inputs.first.spatial[axis]).flatMap {
        PeriodicWindow.transposed(
          kernel: window.kernel[axis], stride: window.stride(axis), dilation: window.dilation[axis],
          padding: $0.before)
      }
    }
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    let weights = Figure(inputs.first.channels) * window.taps(rank: output.rank) * Figure(out / groups)
    return Cost(
      weights: weights, bias: bias ? out : 0, appliedAt: inputs.first.positions, giving: output)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] {
    let channels = inputs.first.channels.orZero
    let kernel = window.kernel.values(rank: output.rank)
    // So many input values, on average, enter one output value.
    let strides = (0..<output.rank).reduce(1) { $0 * window.stride($1) }
    return .weighted(
      [channels, out / groups] + kernel, terms: max(1, channels / groups * kernel.reduce(1, *) / strides),
      bias: bias ? out : nil)
  }
}

extension ShapeError {
  fileprivate static func largeOutputPadding(_ rows: Int, limit: Int) -> ShapeError {
    invalidAttributes(
      "`output_padding` must be smaller than the stride or the dilation, \(limit), found \(rows)",
      attribute: "output_padding")
  }

  fileprivate static func cutAway(_ cut: Int, of rows: Int, axis: Int, rank: Int) -> ShapeError {
    ShapeError(
      rule: "empty-output",
      "the padding cuts \(cut) rows off an output of \(AxisRole.spatial(axis, of: rank).name) \(rows), and nothing is left",
      attribute: "padding", label: "\(cut) ≥ \(rows)", help: "the padding can be at most \(rows - 1) rows in all")
  }
}
