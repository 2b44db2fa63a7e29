/// The attributes of a convolution over one to three spatial axes (a cross-correlation, as in deep-learning libraries).
///
/// `y[n,o,q] = b[o] + Σ w[o,c,t] · x[n, c + offset of the group, stride·q + dilation·t − padding]`. Weights have shape
/// `[out, in / groups, kernel…]`, so the kernel is not an attribute. An empty list stands for one default per axis.
public struct Convolution: Hashable, Sendable {
  /// The step between neighbouring outputs, per axis; default 1.
  public var stride: [Int]
  /// The step between neighbouring taps, per axis; default 1.
  public var dilation: [Int]
  /// Zeros around the input, per axis; default 0.
  public var padding: [AxisPadding]
  /// Input and output channels are cut into this many contiguous groups that do not see each other.
  public var groups: Int

  /// Attributes with their usual defaults.
  public init(stride: [Int] = [], dilation: [Int] = [], padding: [AxisPadding] = [], groups: Int = 1) {
    self.stride = stride
    self.dilation = dilation
    self.padding = padding
    self.groups = groups
  }

  /// The shape of the result over an input, before anything is computed.
  public func outputShape(input: [Int], weight: [Int]) throws(NumericsError) -> [Int] {
    try geometry(input: input, weight: weight, bias: nil).outputShape
  }

  /// The convolution in plain loops, taps of zeros left out, summed in the order channel, depth, row, column.
  public func reference<Element: TensorElement>(
    _ input: Tensor<Element>, weight: Tensor<Element>, bias: Tensor<Element>? = nil
  ) throws(NumericsError) -> Tensor<Element> {
    let geometry = try geometry(input: input.shape, weight: weight.shape, bias: bias?.shape)
    var output = try Tensor<Element>(shape: geometry.outputShape)
    convolve(geometry, input.elements, weight.elements, bias?.elements, &output.elements)
    return output
  }
}

@specialized(where Element == Float)
@specialized(where Element == Double)
private func convolve<Element: TensorElement>(
  _ geometry: ConvolutionGeometry, _ input: [Element], _ weight: [Element], _ bias: [Element]?,
  _ output: inout [Element]
) {
  let (size, result, windows) = (geometry.input, geometry.output, geometry.windows)
  let (rows, columns, planes) = (windows.height, windows.width, windows.depth)
  let taps = windows.kernel.count
  let (perGroup, channels) = (geometry.outPerGroup, geometry.inPerGroup)
  var next = 0
  for image in 0..<geometry.batch {
    for out in 0..<geometry.groups * perGroup {
      let firstInput = (image * geometry.groups + out / perGroup) * channels
      let start = bias?[out] ?? 0
      for z in 0..<result.depth {
        for y in 0..<result.height {
          for x in 0..<result.width {
            var sum = start
            for channel in 0..<channels {
              let filter = (out * channels + channel) * taps
              let source = (firstInput + channel) * size.count
              for kz in 0..<planes.kernel {
                let iz = z * planes.stride + kz * planes.dilation - planes.padding.before
                guard iz >= 0, iz < size.depth else { continue }
                for ky in 0..<rows.kernel {
                  let iy = y * rows.stride + ky * rows.dilation - rows.padding.before
                  guard iy >= 0, iy < size.height else { continue }
                  for kx in 0..<columns.kernel {
                    let ix = x * columns.stride + kx * columns.dilation - columns.padding.before
                    guard ix >= 0, ix < size.width else { continue }
                    let tap = (kz * rows.kernel + ky) * columns.kernel + kx
                    sum +=
                      weight[filter + tap] * input[source + (iz * size.height + iy) * size.width + ix]
                  }
                }
              }
            }
            output[next] = sum
            next += 1
          }
        }
      }
    }
  }
}
