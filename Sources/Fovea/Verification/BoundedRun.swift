package import FoveaFilters
package import FoveaNumerics

/// The result of a stack in one precision, with how far it can be from the exact one.
///
/// The exact one is that of the weights as the precision holds them. A rectifier does not enlarge errors.
package struct BoundedRun<Element: TensorElement>: Sendable {
  package let output: Tensor<Element>
  /// How far the output can be from the exact one.
  package let bound: Tensor<Double>
  /// How far it is at most, but for a known probability, if roundings are independent and of mean zero; `bound` where
  /// that was not asked for.
  package let probable: Tensor<Double>

  /// Runs layers.
  ///
  /// - Parameter lambda: of `RoundingModel.probabilistic`; nil computes no probable bounds.
  package init(
    _ layers: [Kernel], on input: Tensor<Element>, between: Between = .nothing, lambda: Double? = nil
  ) throws(NumericsError) {
    var value = input
    var bound = try Tensor<Double>(shape: input.shape)
    var probable = bound
    for (index, layer) in layers.enumerated() {
      let bounded = try BoundedConvolution<Element>(
        layer.convolution, weight: layer.weightTensor(), bias: layer.biasTensor(), inputShape: value.shape,
        algorithm: .direct)
      var models = [(bound, RoundingModel.deterministic)]
      if let lambda { models.append((probable, .probabilistic(lambda: lambda))) }
      let errors = try bounded.errors(of: value, models)
      (bound, probable) = (errors[0], errors[errors.count - 1])
      value = try bounded.value(of: value)
      if between == .rectifier, index + 1 < layers.count { value = Activation.relu(value) }
    }
    output = value
    self.bound = bound
    self.probable = probable
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

  /// The products and the bias that enter one output.
  var terms: Int { inputs / groups * taps + (bias == nil ? 0 : 1) }
}
