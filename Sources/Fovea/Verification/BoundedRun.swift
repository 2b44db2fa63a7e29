package import FoveaNumerics

/// What stands between the layers of a stack.
package enum Between: Hashable, Sendable {
  case nothing
  case rectifier
}

/// The result of a stack in one precision, with how far it can be from the exact one.
///
/// The exact one is that of the weights as the precision holds them. A rectifier does not enlarge errors.
package struct BoundedRun<Element: TensorElement>: Sendable {
  package let output: Tensor<Element>
  package let bound: Tensor<Double>

  package init(_ layers: [Kernel], on input: Tensor<Element>, between: Between = .nothing) throws(NumericsError) {
    var map = try BoundedTensor(exact: input)
    for (index, layer) in layers.enumerated() {
      let bounded = try BoundedConvolution<Element>(
        layer.convolution, weight: layer.weightTensor(), bias: layer.biasTensor(), inputShape: map.value.shape,
        algorithm: .direct)
      map = try bounded(map)
      if between == .rectifier, index + 1 < layers.count { map = map.rectified() }
    }
    output = map.value
    bound = map.error
  }
}

extension Kernel {
  /// The convolution of a map.
  package func run<Element: TensorElement>(_ input: Tensor<Element>) throws(NumericsError) -> Tensor<Element> {
    let prepared = try PreparedConvolution<Element>(
      convolution, weight: weightTensor(), bias: biasTensor(), inputShape: input.shape, algorithm: .direct)
    return try prepared(input)
  }

  /// Every weight and bias replaced by its absolute value.
  package var magnitudes: Kernel {
    with(weights: weights.map(abs), bias: bias.map { $0.map(abs) })
  }
}
