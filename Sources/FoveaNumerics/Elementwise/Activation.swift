/// A function that is applied to every element on its own.
public enum Activation: Hashable, Sendable {
  /// max(x, 0)
  case relu
  /// min(max(x, 0), 6)
  case relu6
  /// x, or `slope`·x where x < 0
  case leakyRelu(slope: Double = 0.01)
  /// x, or `alpha`·(eˣ − 1) where x < 0
  case elu(alpha: Double = 1)
  /// x·Φ(x), with the error function
  case gelu
  /// x/2·(1 + tanh(√(2/π)·(x + 0.044715x³)))
  case geluTanh
  /// x·sigmoid(x)
  case silu
  /// x·relu6(x + 3)/6
  case hardswish
  /// relu6(x + 3)/6
  case hardsigmoid
  /// 1/(1 + e⁻ˣ)
  case sigmoid
  /// The hyperbolic tangent.
  case tanh
  /// min(max(x, `least`), `greatest`)
  case hardtanh(least: Double = -1, greatest: Double = 1)
  /// x·tanh(log(1 + eˣ))
  case mish
  /// log(1 + e^(`beta`·x)) / `beta`, or x where `beta`·x > `threshold`
  case softplus(beta: Double = 1, threshold: Double = 20)

  /// The function applied to every element.
  public func callAsFunction<Element: TensorElement>(
    _ input: Tensor<Element>, on pool: ThreadPool = .shared
  ) -> Tensor<Element> {
    let limit: Element
    switch self {
    case .relu: limit = .infinity
    case .relu6: limit = 6
    case .leakyRelu, .elu, .gelu, .geluTanh, .silu, .hardswish, .hardsigmoid, .sigmoid, .tanh,
      .hardtanh, .mish, .softplus:
      return unsafe input.parallelMap(on: pool) { _, count, source, target in
        unsafe target.update(from: source, count: count)
        unsafe apply(UnsafeMutableBufferPointer(start: target, count: count))
      }
    }
    let kernels = KernelSet<Element>.current
    return unsafe input.parallelMap(on: pool) { _, count, source, target in
      unsafe kernels.rectify(count, source, limit, target)
    }
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  private func apply<Element: TensorElement>(_ x: UnsafeMutableBufferPointer<Element>) {
    switch self {
    case .relu: for i in x.indices { unsafe x[i] = rectified(x[i]) }
    case .relu6: for i in x.indices { unsafe x[i] = min(rectified(x[i]), 6) }
    case .leakyRelu(let slope):
      let slope = Element(slope)
      for i in x.indices where unsafe x[i] < 0 { unsafe x[i] *= slope }
    case .elu(let alpha):
      let alpha = Element(alpha)
      for i in x.indices where unsafe x[i] < 0 { unsafe x[i] = alpha * Element.exponentialMinusOne(x[i]) }
    case .gelu:
      let root = Element(0.5).squareRoot()
      for i in x.indices { unsafe x[i] = x[i] / 2 * (1 + Element.errorFunction(x[i] * root)) }
    case .geluTanh:
      let factor = (2 / Element.pi).squareRoot()
      let cubic: Element = 0.044715
      for i in x.indices {
        let inner = unsafe factor * (x[i] + cubic * x[i] * x[i] * x[i])
        unsafe x[i] = x[i] / 2 * (1 + Element.hyperbolicTangent(inner))
      }
    case .silu: for i in x.indices { unsafe x[i] = x[i] / (1 + Element.exponential(-x[i])) }
    case .hardswish: for i in x.indices { unsafe x[i] = x[i] * min(rectified(x[i] + 3), 6) / 6 }
    case .hardsigmoid: for i in x.indices { unsafe x[i] = min(rectified(x[i] + 3), 6) / 6 }
    case .sigmoid: for i in x.indices { unsafe x[i] = 1 / (1 + Element.exponential(-x[i])) }
    case .tanh: for i in x.indices { unsafe x[i] = Element.hyperbolicTangent(x[i]) }
    case .hardtanh(let least, let greatest):
      let (least, greatest) = (Element(least), Element(greatest))
      for i in x.indices { unsafe x[i] = x[i] < least ? least : x[i] > greatest ? greatest : x[i] }
    case .mish:
      for i in x.indices {
        unsafe x[i] *= Element.hyperbolicTangent(Element.logarithmOfOnePlus(Element.exponential(x[i])))
      }
    case .softplus(let beta, let threshold):
      let (beta, threshold) = (Element(beta), Element(threshold))
      for i in x.indices {
        let scaled = unsafe x[i] * beta
        if !(scaled > threshold) { unsafe x[i] = Element.logarithmOfOnePlus(Element.exponential(scaled)) / beta }
      }
    }
  }
}

/// max(x, 0), NaN for NaN.
private func rectified<Element: TensorElement>(_ x: Element) -> Element { x < 0 ? 0 : x }
