import FoveaGraph
import FoveaNumerics

extension PreparedLayer {
  func normalized(_ x: Tensor<Element>, by norm: BatchNorm) throws(NumericsError) -> Tensor<Element> {
    if norm.track { return try withStatistics(x, epsilon: norm.epsilon) }
    // The statistics of the batch: with batch and channels exchanged, those of one group.
    let exchange = [1, 0] + (2..<x.rank)
    let standard = try GroupNormalization(groups: 1, epsilon: norm.epsilon)(x.permuted(exchange)).permuted(exchange)
    guard let scale = arrays["weight"] else { return standard }
    let channels = [x.shape[1]]
    return try BatchNormalization(epsilon: 0)(
      standard, mean: Tensor(shape: channels), variance: Tensor(shape: channels, repeating: 1), scale: scale,
      shift: arrays["bias"])
  }

  func normalized(_ x: Tensor<Element>, by norm: InstanceNorm) throws(NumericsError) -> Tensor<Element> {
    if norm.track { return try withStatistics(x, epsilon: norm.epsilon) }
    return try InstanceNormalization(epsilon: norm.epsilon)(x, scale: arrays["weight"], shift: arrays["bias"])
  }

  func normalized(
    _ x: Tensor<Element>, by norm: LayerNorm, channelAxis: Int
  ) throws(NumericsError) -> Tensor<Element> {
    let (scale, shift) = (arrays["weight"], arrays["bias"])
    switch norm.over {
    case .all:
      return try LayerNormalization(shape: Array(x.shape.dropFirst()), epsilon: norm.epsilon)(
        x, scale: scale, shift: shift)
    case .channels:
      let normalization = LayerNormalization(shape: [x.shape[channelAxis]], epsilon: norm.epsilon)
      if channelAxis == x.rank - 1 { return try normalization(x, scale: scale, shift: shift) }
      let last = try x.permuted([0] + (2..<x.rank) + [1])
      return try normalization(last, scale: scale, shift: shift).permuted([0, x.rank - 1] + (1..<x.rank - 1))
    }
  }

  private func withStatistics(_ x: Tensor<Element>, epsilon: Double) throws(NumericsError) -> Tensor<Element> {
    guard let mean = arrays["running_mean"], let variance = arrays["running_var"] else {
      throw .attribute("it has no running statistics")
    }
    return try BatchNormalization(epsilon: epsilon)(
      x, mean: mean, variance: variance, scale: arrays["weight"], shift: arrays["bias"])
  }
}
