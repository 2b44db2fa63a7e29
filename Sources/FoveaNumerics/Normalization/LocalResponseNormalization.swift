/// Local response normalization across channels: `x / (k + α/size · Σ x²)^β`, the sum over `size` neighbouring
/// channels.
///
/// Channel `c` sees `c − ⌊size/2⌋ ... c + ⌊(size−1)/2⌋`; what lies outside counts as 0.
public struct LocalResponseNormalization: Hashable, Sendable {
  /// The number of channels in the sum.
  public var size: Int
  /// The weight of the mean square.
  public var alpha: Double
  /// The exponent.
  public var beta: Double
  /// Added to the weighted mean square.
  public var k: Double

  /// The usual defaults.
  public init(size: Int, alpha: Double = 1e-4, beta: Double = 0.75, k: Double = 1) {
    self.size = size
    self.alpha = alpha
    self.beta = beta
    self.k = k
  }

  /// The normalized tensor.
  public func callAsFunction<Element: TensorElement>(_ input: Tensor<Element>) throws(NumericsError) -> Tensor<Element>
  {
    guard input.rank >= 2 else { throw .shape("local response normalization reads channels, not \(input.shape)") }
    guard size >= 1 else { throw .attribute("local response normalization over \(size) channels") }
    var output = input
    normalize(input.elements, batch: input.shape[0], channels: input.shape[1], &output.elements)
    return output
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  private func normalize<Element: TensorElement>(
    _ input: [Element], batch: Int, channels: Int, _ output: inout [Element]
  ) {
    guard !input.isEmpty else { return }
    let plane = input.count / (batch * channels)
    for image in 0..<batch {
      for channel in 0..<channels {
        let neighbours = max(0, channel - size / 2)...min(channels - 1, channel + (size - 1) / 2)
        for position in 0..<plane {
          var squares: Element = 0
          for neighbour in neighbours {
            let value = input[(image * channels + neighbour) * plane + position]
            squares += value * value
          }
          let index = (image * channels + channel) * plane + position
          let scale = Element(k) + Element(alpha) * squares / Element(size)
          output[index] = input[index] / Element.power(scale, Element(beta))
        }
      }
    }
  }
}
