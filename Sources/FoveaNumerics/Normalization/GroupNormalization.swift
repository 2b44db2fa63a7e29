/// Group normalization: channels are cut into groups; each group of each image gets mean 0 and variance 1.
///
/// The variance is the biased one. With one group per channel this is instance normalization.
public struct GroupNormalization: Hashable, Sendable {
  /// The number of groups.
  public var groups: Int
  /// Added to the variance.
  public var epsilon: Double

  /// The default of ε is 1e-5.
  public init(groups: Int, epsilon: Double = 1e-5) {
    self.groups = groups
    self.epsilon = epsilon
  }

  /// The normalized tensor; `scale` and `shift` hold one number per channel.
  public func callAsFunction<Element: TensorElement>(
    _ input: Tensor<Element>, scale: Tensor<Element>? = nil, shift: Tensor<Element>? = nil
  ) throws(NumericsError) -> Tensor<Element> {
    guard input.rank >= 2, groups > 0, input.shape[1] % groups == 0 else {
      throw .shape("\(groups) groups do not divide the channels of \(input.shape)")
    }
    try checkPerChannel(scale?.shape, channels: input.shape[1])
    try checkPerChannel(shift?.shape, channels: input.shape[1])
    var result = input
    guard input.count > 0 else { return result }
    let size = input.count / (input.shape[0] * groups)
    for group in 0..<input.shape[0] * groups {
      standardize(&result.elements[group * size..<(group + 1) * size], epsilon: Element(epsilon))
    }
    if scale == nil && shift == nil { return result }
    return result.mappingChannels { channel, values in
      shiftAndScale(
        &values, minus: 0, by: scale?.elements[channel] ?? 1, plus: shift?.elements[channel] ?? 0)
    }
  }
}

/// Instance normalization: every channel of every image gets mean 0 and variance 1.
public struct InstanceNormalization: Hashable, Sendable {
  /// Added to the variance.
  public var epsilon: Double

  /// The default is 1e-5.
  public init(epsilon: Double = 1e-5) { self.epsilon = epsilon }

  /// The normalized tensor; `scale` and `shift` hold one number per channel.
  public func callAsFunction<Element: TensorElement>(
    _ input: Tensor<Element>, scale: Tensor<Element>? = nil, shift: Tensor<Element>? = nil
  ) throws(NumericsError) -> Tensor<Element> {
    guard input.rank >= 2 else { throw .shape("instance normalization reads batch and channels, not \(input.shape)") }
    return try GroupNormalization(groups: max(1, input.shape[1]), epsilon: epsilon)(input, scale: scale, shift: shift)
  }
}

/// Mean 0 and variance 1, in two passes; the variance is the biased one.
@specialized(where Element == Float)
@specialized(where Element == Double)
func standardize<Element: TensorElement>(_ values: inout ArraySlice<Element>, epsilon: Element) {
  let count = Element(values.count)
  var sum: Element = 0
  for value in values { sum += value }
  let mean = sum / count
  var squares: Element = 0
  for value in values { squares += (value - mean) * (value - mean) }
  shiftAndScale(&values, minus: mean, by: 1 / (squares / count + epsilon).squareRoot(), plus: 0)
}
