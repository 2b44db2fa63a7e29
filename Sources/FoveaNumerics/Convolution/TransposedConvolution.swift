/// The attributes of a transposed convolution: every input element scatters its weighted kernel into the output.
///
/// Input `i` and tap `t` meet at output `i·stride + t·dilation − padding.before`. Weights have shape
/// `[in, out / groups, kernel…]`; along an axis there are
/// `(size − 1)·stride − padding + dilation·(kernel − 1) + 1 + outputPadding` outputs.
public struct TransposedConvolution: Hashable, Sendable {
  /// The step between the copies of the kernel, per axis; default 1.
  public var stride: [Int]
  /// The step between neighbouring taps, per axis; default 1.
  public var dilation: [Int]
  /// Outputs that are cut off at the two ends, per axis; default 0.
  public var padding: [AxisPadding]
  /// Outputs that are added at the far end, per axis; default 0.
  public var outputPadding: [Int]
  /// Input and output channels are cut into this many contiguous groups that do not see each other.
  public var groups: Int

  /// Attributes with their usual defaults.
  public init(
    stride: [Int] = [], dilation: [Int] = [], padding: [AxisPadding] = [], outputPadding: [Int] = [], groups: Int = 1
  ) {
    self.stride = stride
    self.dilation = dilation
    self.padding = padding
    self.outputPadding = outputPadding
    self.groups = groups
  }

  /// The shape of the result over an input, before anything is computed.
  public func outputShape(input: [Int], weight: [Int]) throws(NumericsError) -> [Int] {
    try geometry(input: input, weight: weight, bias: nil).outputShape
  }

  /// The transposed convolution in plain loops.
  public func reference<Element: TensorElement>(
    _ input: Tensor<Element>, weight: Tensor<Element>, bias: Tensor<Element>? = nil
  ) throws(NumericsError) -> Tensor<Element> {
    let geometry = try geometry(input: input.shape, weight: weight.shape, bias: bias?.shape)
    var output = try Tensor<Element>(shape: geometry.outputShape)
    scatter(geometry, input.elements, weight.elements, bias?.elements, &output.elements)
    return output
  }

  /// Sizes checked; `input` and `output` are those of the transposed convolution, not of its adjoint.
  func geometry(input: [Int], weight: [Int], bias: [Int]?) throws(NumericsError) -> ConvolutionGeometry {
    let rank = input.count - 2
    guard (1...3).contains(rank), weight.count == input.count else {
      throw .shape("weights of shape \(weight) do not fit an input of shape \(input)")
    }
    guard groups > 0, input[1] == weight[0], input[1] % groups == 0 else {
      throw .shape("weights of shape \(weight) in \(groups) groups do not fit \(input[1]) input channels")
    }
    try checkedCount(input, of: Float.self)
    try checkedCount(weight, of: Float.self)
    let (channels, overflow) = weight[1].multipliedReportingOverflow(by: groups)
    guard !overflow else { throw .shape("\(weight[1]) channels in each of \(groups) groups are too many") }
    try checkBias(bias, channels: channels)

    let stride = try perAxis(stride, rank: rank, standard: 1, "stride")
    let dilation = try perAxis(dilation, rank: rank, standard: 1, "dilation")
    let padding = try perAxis(padding, rank: rank, standard: AxisPadding(), "padding")
    let extra = try perAxis(outputPadding, rank: rank, standard: 0, "output padding")
    var windows: [AxisWindow] = []
    var sizes: [Int] = []
    for axis in 0..<rank {
      let window = try AxisWindow(
        kernel: weight[axis + 2], stride: stride[axis], dilation: dilation[axis], padding: padding[axis])
      guard extra[axis] >= 0, extra[axis] < Swift.max(window.stride, window.dilation) else {
        throw .attribute("output padding \(extra[axis]) must be smaller than stride or dilation")
      }
      guard (1...AxisWindow.largest).contains(input[axis + 2]) else {
        throw .shape("an axis must have between 1 and \(AxisWindow.largest) elements, not \(input[axis + 2])")
      }
      // At most 2^62 + 2^62: one more addition is checked.
      let copies = (input[axis + 2] - 1) * window.stride - window.padding.before - window.padding.after
      let (size, overflow) = copies.addingReportingOverflow(window.extent + extra[axis])
      guard !overflow, size >= 1 else {
        throw .shape("a transposed convolution over \(input[axis + 2]) elements has no output")
      }
      windows.append(window)
      sizes.append(size)
    }
    try checkedCount([input[0], channels] + sizes, of: Float.self)
    return ConvolutionGeometry(
      batch: input[0], groups: groups, inPerGroup: weight[0] / groups, outPerGroup: weight[1],
      windows: Windows(windows), input: SpatialSize(input.dropFirst(2)), output: SpatialSize(sizes),
      outputShape: [input[0], channels] + sizes)
  }
}

@specialized(where Element == Float)
@specialized(where Element == Double)
private func scatter<Element: TensorElement>(
  _ geometry: ConvolutionGeometry, _ input: [Element], _ weight: [Element], _ bias: [Element]?,
  _ output: inout [Element]
) {
  let (size, result, windows) = (geometry.input, geometry.output, geometry.windows)
  let (perGroup, channels) = (geometry.outPerGroup, geometry.inPerGroup)
  let kernel = windows.kernel
  for image in 0..<geometry.batch {
    for out in 0..<geometry.outChannels {
      let target = (image * geometry.outChannels + out) * result.count
      for index in 0..<result.count { output[target + index] = bias?[out] ?? 0 }
      let group = out / perGroup
      for channel in group * channels..<(group + 1) * channels {
        let source = (image * geometry.inChannels + channel) * size.count
        let filter = (channel * perGroup + out % perGroup) * kernel.count
        for z in 0..<size.depth {
          for y in 0..<size.height {
            for x in 0..<size.width {
              let value = input[source + (z * size.height + y) * size.width + x]
              for kz in 0..<kernel.depth {
                let oz = z * windows.depth.stride + kz * windows.depth.dilation - windows.depth.padding.before
                guard oz >= 0, oz < result.depth else { continue }
                for ky in 0..<kernel.height {
                  let oy = y * windows.height.stride + ky * windows.height.dilation - windows.height.padding.before
                  guard oy >= 0, oy < result.height else { continue }
                  for kx in 0..<kernel.width {
                    let ox = x * windows.width.stride + kx * windows.width.dilation - windows.width.padding.before
                    guard ox >= 0, ox < result.width else { continue }
                    output[target + (oz * result.height + oy) * result.width + ox] +=
                      value * weight[filter + (kz * kernel.height + ky) * kernel.width + kx]
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
