/// x, or slope·x where x < 0; one slope for all channels or one per channel.
public struct PReLU: Hashable, Sendable {
  /// The slopes are an input, so there are no attributes.
  public init() {}

  /// The activated tensor.
  public func callAsFunction<Element: TensorElement>(
    _ input: Tensor<Element>, slope: Tensor<Element>
  ) throws(NumericsError) -> Tensor<Element> {
    if slope.shape == [1] {
      let slope = slope.elements[0]
      return input.map { $0 < 0 ? $0 * slope : $0 }
    }
    guard input.rank >= 2 else { throw .shape("slopes of shape \(slope.shape) do not fit \(input.shape)") }
    try checkPerChannel(slope.shape, channels: input.shape[1])
    return input.mappingChannels { channel, values in
      for index in values.indices where values[index] < 0 { values[index] *= slope.elements[channel] }
    }
  }
}
