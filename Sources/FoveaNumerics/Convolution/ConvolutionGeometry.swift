/// The numbers of one convolution over one input, checked against each other once.
struct ConvolutionGeometry: Hashable, Sendable {
  let batch: Int
  let groups: Int
  let inPerGroup: Int
  let outPerGroup: Int
  let windows: Windows
  let input: SpatialSize
  let output: SpatialSize
  let outputShape: [Int]

  var inChannels: Int { groups * inPerGroup }
  var outChannels: Int { groups * outPerGroup }

  /// Products that enter one output where nothing is padding.
  var terms: Int { inPerGroup * windows.kernel.count }
}

extension Convolution {
  /// Checks every size and attribute; afterwards index arithmetic over the geometry cannot overflow.
  func geometry(input: [Int], weight: [Int], bias: [Int]?) throws(NumericsError) -> ConvolutionGeometry {
    let rank = input.count - 2
    guard (1...3).contains(rank) else {
      throw .shape("a convolution reads batch, channels and 1 to 3 spatial axes, not \(input)")
    }
    guard weight.count == input.count else {
      throw .shape("weights of shape \(weight) do not fit an input of shape \(input)")
    }
    guard groups > 0, input[1] % groups == 0, weight[0] % groups == 0, weight[1] == input[1] / groups else {
      throw .shape("weights of shape \(weight) in \(groups) groups do not fit \(input[1]) input channels")
    }
    try checkBias(bias, channels: weight[0])
    try checkedCount(input, of: Float.self)
    try checkedCount(weight, of: Float.self)

    let windows = try axisWindows(kernel: Array(weight.dropFirst(2)))
    let sizes = try windows.outputSizes(input.dropFirst(2))
    try checkedCount([input[0], weight[0]] + sizes, of: Float.self)
    return ConvolutionGeometry(
      batch: input[0], groups: groups, inPerGroup: weight[1], outPerGroup: weight[0] / groups,
      windows: Windows(windows), input: SpatialSize(input.dropFirst(2)), output: SpatialSize(sizes),
      outputShape: [input[0], weight[0]] + sizes)
  }

  private func axisWindows(kernel: [Int]) throws(NumericsError) -> [AxisWindow] {
    let rank = kernel.count
    let stride = try perAxis(stride, rank: rank, standard: 1, "stride")
    let dilation = try perAxis(dilation, rank: rank, standard: 1, "dilation")
    let padding = try perAxis(padding, rank: rank, standard: AxisPadding(), "padding")
    var windows: [AxisWindow] = []
    for axis in 0..<rank {
      windows.append(
        try AxisWindow(
          kernel: kernel[axis], stride: stride[axis], dilation: dilation[axis], padding: padding[axis]))
    }
    return windows
  }
}

/// A bias has one number per output channel.
func checkBias(_ bias: [Int]?, channels: Int) throws(NumericsError) {
  if let bias, bias != [channels] {
    throw .shape("a bias of shape \(bias) does not fit \(channels) output channels")
  }
}
