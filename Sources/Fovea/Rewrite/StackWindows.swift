import FoveaFilters
import FoveaNumerics

/// The windows of a chain of layers that sees what one window sees, for each layer and axis, padding aside.
enum StackWindows {
  /// A chain of more layers is not proposed.
  private static let mostLayers = 32

  /// Why a window is not taken apart.
  struct Failure: Error {
    let reason: String
  }

  /// Layers of three taps; of two where the size is even, of one on an axis that others need longer for. The stride is
  /// the last layer's.
  static func stack(_ direct: ConvolutionSizes) throws(Failure) -> [[AxisWindow]] {
    let kernels = direct.kernel.map { kernel in
      Array(repeating: 3, count: (kernel - 1) / 2) + (kernel % 2 == 0 ? [2] : [])
    }
    let count = kernels.reduce(0) { max($0, $1.count) }
    guard count > 1 else { throw Failure(reason: "a \(direct.kernelText) is as small as the layers of a stack") }
    guard count <= mostLayers else {
      throw Failure(reason: "\(count) layers would be needed, and at most \(mostLayers) are proposed")
    }
    return (0..<count).map { layer in
      direct.windows.indices.map { axis in
        let window = direct.windows[axis]
        let taps = layer < kernels[axis].count ? kernels[axis][layer] : 1
        return .checked(
          kernel: taps, stride: layer == count - 1 ? window.stride : 1, dilation: taps == 1 ? 1 : window.dilation)
      }
    }
  }

  /// The fewest layers of up to three taps, the strides on early layers.
  static func strided(_ direct: ConvolutionSizes) throws(Failure) -> [[AxisWindow]] {
    guard direct.windows.contains(where: { $0.stride > 1 }) else {
      throw Failure(reason: "it has no stride; `--form stack` is the form for it")
    }
    for count in 2...StridedAxis.longest / 2 {
      let chains = direct.windows.map { StridedAxis(kernel: $0.kernel, stride: $0.stride, layers: count) }
      let isWhole = (0..<count).allSatisfy { layer in chains.contains { ($0?.kernels[layer] ?? 1) > 1 } }
      guard isWhole, chains.allSatisfy({ $0 != nil }) else { continue }
      return (0..<count).map { layer in
        zip(chains, direct.windows).compactMap { chain, window in
          chain.map {
            .checked(
              kernel: $0.kernels[layer], stride: $0.strides[layer],
              dilation: $0.kernels[layer] == 1 ? 1 : window.dilation)
          }
        }
      }
    }
    throw Failure(
      reason: "no strided chain of layers with up to three taps was found for a \(direct.description)")
  }

  /// One axis after the other, the last one first unless reversed; each has its own stride and padding.
  static func separable(_ direct: ConvolutionSizes, isReversed: Bool = false) throws(Failure) -> [[AxisWindow]] {
    let axes = direct.windows.indices.filter { direct.windows[$0].kernel > 1 }
    guard axes.count == 2 else {
      throw Failure(
        reason: axes.count < 2
          ? "a \(direct.kernelText) has taps along one axis only"
          : "it has taps along \(axes.count) axes, not along two")
    }
    let order = isReversed ? axes : axes.reversed()
    return order.map { own in
      direct.windows.indices.map { axis in
        let window = direct.windows[axis]
        // An axis without taps keeps its stride in the last layer.
        if axis == own { return .checked(kernel: window.kernel, stride: window.stride, dilation: window.dilation) }
        return .checked(kernel: 1, stride: !axes.contains(axis) && own == order[1] ? window.stride : 1)
      }
    }
  }

  /// The whole window in one of two layers, one tap in the other.
  static func pointwise(_ direct: ConvolutionSizes, isFirst: Bool) -> [[AxisWindow]] {
    let one = direct.windows.map { _ in AxisWindow.checked(kernel: 1) }
    let whole = direct.windows.map {
      AxisWindow.checked(kernel: $0.kernel, stride: $0.stride, dilation: $0.dilation)
    }
    return isFirst ? [one, whole] : [whole, one]
  }
}

extension StackWindows {
  /// The windows with the padding of `direct`: along each axis in the first layer that has taps on it.
  ///
  /// A layer before that one has a single tap and no bias, so that it gives zeros outside its map anyway.
  static func padded(_ layers: [[AxisWindow]], like direct: ConvolutionSizes) -> [[AxisWindow]] {
    var layers = layers
    for axis in direct.windows.indices {
      let first = layers.firstIndex { $0[axis].kernel > 1 || $0[axis].stride > 1 } ?? 0
      layers[first][axis] = layers[first][axis].with(padding: direct.windows[axis].padding)
    }
    return layers
  }

  /// The windows with half a kernel of padding in each; nil where that does not add up to the padding of `direct`.
  static func paddedByHalves(_ layers: [[AxisWindow]], like direct: ConvolutionSizes) -> [[AxisWindow]]? {
    let halves = layers.map { $0.map { $0.with(padding: AxisPadding(($0.extent - 1) / 2)) } }
    let fits = direct.windows.indices.allSatisfy { axis in
      ComposedWindow(halves.map { $0[axis] })?.window.padding == direct.windows[axis].padding
    }
    return fits ? halves : nil
  }
}
