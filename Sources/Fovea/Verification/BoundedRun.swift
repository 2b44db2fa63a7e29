package import FoveaNumerics

/// What stands between the layers of a stack.
package enum Between: Hashable, Sendable {
  case nothing
  case rectifier
}

/// The result of a stack in one precision, with how far it can be from the exact one.
///
/// With γₙ = n·u/(1 − n·u): eᵢ = γₙ·(|Wᵢ|∗|zᵢ₋₁| + |bᵢ|)/(1 − γ) + |Wᵢ|∗eᵢ₋₁, n the products of one output and the bias, whatever
/// the order of summation (N. Higham, *Accuracy and Stability of Numerical Algorithms*, section 3.1). The bound itself is
/// computed in doubles and divided by what their rounding can take away. A rectifier does not enlarge errors.
package struct BoundedRun<Element: TensorElement>: Sendable {
  package let output: Tensor<Element>
  package let bound: Tensor<Double>

  /// Runs layers over an input, all numbers rounded to the precision first; the exact result is that of the rounded numbers.
  package init(_ layers: [Kernel], on input: Tensor<Element>, between: Between = .nothing) throws(NumericsError) {
    var map = input
    var error: Tensor<Double>?
    for (index, layer) in layers.enumerated() {
      let rounded = layer.rounded(to: Element.self)
      let terms = Double(layer.inputs / layer.groups * layer.taps + 2)
      let magnitudes = rounded.magnitudes
      let majorant = try magnitudes.run(Tensor<Double>(map).map(abs))
      let own = Self.gamma(terms, Element.unitRoundoff) / (1 - Self.gamma(terms, Double.unitRoundoff))
      // Half the least positive number for each term that can underflow.
      let underflow = terms * Double(Element.leastNonzeroMagnitude)
      var bound = majorant.map { own * $0 + underflow }
      if let carried = error {
        let spread = try magnitudes.withoutBias.run(carried)
        let lost = 1 / (1 - Self.gamma(terms, Double.unitRoundoff))
        bound = try Tensor(
          shape: bound.shape, elements: zip(bound.elements, spread.elements).map { $0 + lost * $1 })
      }
      map = try rounded.run(map)
      if between == .rectifier, index + 1 < layers.count { map = map.map { max($0, 0) } }
      error = bound
    }
    output = map
    if let error { bound = error } else { bound = try Tensor(shape: input.shape) }
  }

  private static func gamma(_ terms: Double, _ roundoff: Double) -> Double {
    terms * roundoff / (1 - terms * roundoff)
  }
}

extension Kernel {
  /// The convolution of a map.
  package func run<Element: TensorElement>(_ input: Tensor<Element>) throws(NumericsError) -> Tensor<Element> {
    try convolution.reference(input, weight: weightTensor(), bias: biasTensor())
  }

  /// The weights and biases that a precision can hold.
  package func rounded<Element: TensorElement>(to _: Element.Type) -> Kernel {
    with(weights: weights.map { Double(Element($0)) }, bias: bias.map { $0.map { Double(Element($0)) } })
  }

  /// Every weight and bias replaced by its absolute value.
  package var magnitudes: Kernel {
    with(weights: weights.map(abs), bias: bias.map { $0.map(abs) })
  }

  package var withoutBias: Kernel { with(weights: weights, bias: nil) }
}
