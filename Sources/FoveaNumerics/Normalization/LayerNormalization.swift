/// Layer normalization over the last axes of a tensor: each of their slices gets mean 0 and variance 1.
public struct LayerNormalization: Hashable, Sendable {
  /// The sizes of the last axes.
  public var shape: [Int]
  /// Added to the biased variance.
  public var epsilon: Double

  /// The default of ε is 1e-5.
  public init(shape: [Int], epsilon: Double = 1e-5) {
    self.shape = shape
    self.epsilon = epsilon
  }

  /// The normalized tensor; `scale` and `shift` have the shape of a slice.
  public func callAsFunction<Element: TensorElement>(
    _ input: Tensor<Element>, scale: Tensor<Element>? = nil, shift: Tensor<Element>? = nil
  ) throws(NumericsError) -> Tensor<Element> {
    guard !shape.isEmpty, input.shape.suffix(shape.count) == shape[...] else {
      throw .shape("layer normalization over \(shape) does not fit a tensor of shape \(input.shape)")
    }
    for parameter in [scale, shift] {
      if let parameter, parameter.shape != shape {
        throw .shape("a tensor of shape \(parameter.shape) does not fit layer normalization over \(shape)")
      }
    }
    var result = input
    guard input.count > 0 else { return result }
    let size = shape.reduce(1, *)
    for first in stride(from: 0, to: input.count, by: size) {
      standardize(&result.elements[first..<first + size], epsilon: Element(epsilon))
      for index in 0..<size {
        let scaled = result.elements[first + index] * (scale?.elements[index] ?? 1)
        result.elements[first + index] = scaled + (shift?.elements[index] ?? 0)
      }
    }
    return result
  }
}
