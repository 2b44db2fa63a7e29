package import FoveaGraph
package import FoveaNumerics

/// What a convolution of a network is, without its weights.
package struct ConvolutionSizes: Hashable, Sendable {
  package let inputs: Int
  package let outputs: Int
  package let groups: Int
  /// The window along each axis, with the padding that the layer has at this size of input.
  package let windows: [AxisWindow]
  package let hasBias: Bool
  /// The extent of the input along each axis; nil where one is not known.
  package let size: [Int]?

  package init(inputs: Int, outputs: Int, groups: Int = 1, windows: [AxisWindow], hasBias: Bool, size: [Int]?) {
    self.inputs = inputs
    self.outputs = outputs
    self.groups = groups
    self.windows = windows
    self.hasBias = hasBias
    self.size = size
  }

  /// Why a convolution's sizes are not known well enough to say what another one would compute.
  package struct Unknown: Error {
    package let reason: String
  }

  /// The sizes of a convolution in a network.
  package init(_ conv: Conv, reading input: Shape) throws(Unknown) {
    guard let channels = input.channels.value else { throw Unknown(reason: "its input channels are not known") }
    var windows: [AxisWindow] = []
    for axis in 0..<input.rank {
      let stride = conv.window.stride(axis)
      if conv.window.padding == .same, stride > 1 {
        throw Unknown(
          reason: "with `padding: same` and stride \(stride) the padding depends on the size of the input; "
            + "write it in rows")
      }
      guard let padding = conv.window.padding(axis, of: input.spatial[axis]),
        let window = try? AxisWindow(
          kernel: conv.window.kernel[axis], stride: stride, dilation: conv.window.dilation[axis],
          padding: AxisPadding(before: padding.before, after: padding.after))
      else { throw Unknown(reason: "its padding is not known") }
      windows.append(window)
    }
    let extents = input.spatial.compactMap(\.value)
    self.init(
      inputs: channels, outputs: conv.out, groups: conv.groups, windows: windows, hasBias: conv.bias,
      size: extents.count == input.rank ? extents : nil)
  }
}

extension ConvolutionSizes {
  /// The number of taps along each axis.
  package var kernel: [Int] { windows.map(\.kernel) }

  /// Whether every output sees one input channel.
  package var isDepthwise: Bool { groups > 1 && groups == inputs }

  /// The taps as people write them: `7x7`, `1x7`, `5` on one axis.
  package var kernelText: String { kernel.map(String.init).joined(separator: "x") }

  /// The kernel with its stride, dilation and groups where they are not 1: `7x7/2`, `5x5 dilated by 2`,
  /// `depthwise 7x7`.
  package var description: String {
    var text = isDepthwise ? "depthwise " : ""
    text += kernelText
    let strides = windows.map(\.stride)
    if Set(strides) == [strides[0]] {
      if strides[0] > 1 { text += "/\(strides[0])" }
    } else {
      text += "/" + strides.map(String.init).joined(separator: "x")
    }
    let dilations = zip(windows.map(\.dilation), kernel).filter { $0.1 > 1 }.map(\.0)
    if let first = dilations.first, Set(dilations) == [first] {
      if first > 1 { text += " dilated by \(first)" }
    } else if !dilations.isEmpty {
      text += " dilated by " + windows.map { String($0.dilation) }.joined(separator: "x")
    }
    if groups > 1, !isDepthwise { text += " in \(groups) groups" }
    return text
  }
}
