/// Batch normalization at inference: `(x − mean) / √(variance + ε) · scale + shift`, channel by channel.
public struct BatchNormalization: Hashable, Sendable {
  /// Added to the variance.
  public var epsilon: Double

  /// The default is 1e-5.
  public init(epsilon: Double = 1e-5) { self.epsilon = epsilon }

  /// The normalized tensor; `scale` and `shift` default to 1 and 0.
  public func callAsFunction<Element: TensorElement>(
    _ input: Tensor<Element>, mean: Tensor<Element>, variance: Tensor<Element>, scale: Tensor<Element>? = nil,
    shift: Tensor<Element>? = nil, on pool: ThreadPool = .shared
  ) throws(NumericsError) -> Tensor<Element> {
    guard input.rank >= 2 else { throw .shape("batch normalization reads batch and channels, not \(input.shape)") }
    for statistic in [mean, variance, scale, shift] {
      try checkPerChannel(statistic?.shape, channels: input.shape[1])
    }
    let factors = factors(variance: variance, scale: scale)
    let kernels = KernelSet<Element>.current
    let (channels, plane) = (input.shape[1], input.shape.dropFirst(2).reduce(1, *))
    return unsafe input.parallelMap(runs: input.shape[0] * channels, on: pool) { run, source, target in
      let channel = run % channels
      unsafe kernels.shiftAndScale(
        plane, source, mean.elements[channel], factors[channel], shift?.elements[channel] ?? 0, target)
    }
  }

  /// scale / √(variance + ε), channel by channel.
  func factors<Element: TensorElement>(variance: Tensor<Element>, scale: Tensor<Element>?) -> [Element] {
    variance.elements.enumerated().map { channel, variance in
      (scale?.elements[channel] ?? 1) / (variance + Element(epsilon)).squareRoot()
    }
  }
}

extension Tensor {
  /// Every run of spatial elements that belongs to one channel of one image, rewritten in place.
  func mappingChannels(_ body: (_ channel: Int, _ values: inout ArraySlice<Element>) -> Void) -> Tensor {
    let channels = shape[1]
    let size = shape.dropFirst(2).reduce(1, *)
    var result = self
    guard count > 0 else { return result }
    for plane in 0..<shape[0] * channels {
      body(plane % channels, &result.elements[plane * size..<(plane + 1) * size])
    }
    return result
  }
}

@specialized(where Element == Float)
@specialized(where Element == Double)
func shiftAndScale<Element: TensorElement>(
  _ values: inout ArraySlice<Element>, minus mean: Element, by factor: Element, plus shift: Element
) {
  for index in values.indices { values[index] = (values[index] - mean) * factor + shift }
}
