/// A convolution that bounds the rounding error of its results.
///
/// For computed inputs ẑ with error e, where E = |W|·|ẑ| + |b| and n counts the nonzero products of an output and its
/// bias: `e' = γₙ·E + |W|·e`. Where the inputs have errors both terms are one convolution, |W|·(γ·|ẑ| + e) + γ·|b| with
/// the largest n of all outputs. Everything is computed in double precision; dividing by 1 − γ of that precision takes
/// out its own roundings. Winograd's algorithm has another E and n, see `WinogradMajorant`.
public struct BoundedConvolution<Element: TensorElement>: Sendable {
  /// How the results are computed.
  public let algorithm: ConvolutionAlgorithm
  /// The transform, where the algorithm is Winograd's.
  public let variant: WinogradVariant?

  private let convolution: PreparedConvolution<Element>
  private let magnitudes: PreparedConvolution<Double>
  private let counts: TermCounts
  private let winograd: WinogradMajorant?
  private let terms: Int
  private let outputs: Int
  /// |b|, empty where there is none.
  private let bias: [Double]

  /// Packs the weights and what the bound needs.
  public init(
    _ convolution: Convolution, weight: Tensor<Element>, bias: Tensor<Element>? = nil, inputShape: [Int],
    algorithm: ConvolutionAlgorithm? = nil, variant: WinogradVariant? = nil, instructionSet: InstructionSet? = nil
  ) throws(NumericsError) {
    let geometry = try convolution.geometry(input: inputShape, weight: weight.shape, bias: bias?.shape)
    self.convolution = try PreparedConvolution(
      convolution, weight: weight, bias: bias, inputShape: inputShape, algorithm: algorithm, variant: variant,
      instructionSet: instructionSet)
    self.algorithm = self.convolution.algorithm
    self.variant = self.convolution.variant
    terms = geometry.terms
    outputs = geometry.outChannels
    let absolute = Tensor<Double>(trusted: weight.shape, sizes(weight.elements))
    self.bias = bias.map { sizes($0.elements) } ?? []
    magnitudes = try PreparedConvolution(
      convolution, weight: absolute, inputShape: inputShape, algorithm: .direct, instructionSet: instructionSet)
    counts = try TermCounts(
      convolution, weight: absolute, inputShape: inputShape, instructionSet: instructionSet)
    if let variant = self.convolution.variant {
      winograd = try WinogradMajorant(variant, convolution, weight: absolute, inputShape: inputShape)
    } else {
      winograd = nil
    }
  }

  /// The results and their bound.
  public func callAsFunction(
    _ input: BoundedTensor<Element>, model: RoundingModel = .deterministic, on pool: ThreadPool = .shared
  ) throws(NumericsError) -> BoundedTensor<Element> {
    let errors = try errors(of: input.value, [(input.error, model)], on: pool)
    return try BoundedTensor(value: value(of: input.value, on: pool), error: errors[0])
  }

  /// The results alone.
  package func value(
    of input: Tensor<Element>, on pool: ThreadPool = .shared
  ) throws(NumericsError) -> Tensor<Element> {
    try convolution(input, on: pool)
  }

  /// The bounds of the results for computed inputs under each model, with the errors that the inputs have under it.
  package func errors(
    of input: Tensor<Element>, _ models: [(Tensor<Double>, RoundingModel)],
    on pool: ThreadPool = .shared
  ) throws(NumericsError) -> [Tensor<Double>] {
    let absolute = Tensor<Double>(trusted: input.shape, sizes(input.elements))
    let counts = try counts(absolute, on: pool)
    var majorant: Tensor<Double>?
    if let winograd { majorant = try winograd(absolute) }
    var results: [Tensor<Double>] = []
    for (error, model) in models {
      let isExact = error.elements.allSatisfy { $0 == 0 }
      if winograd == nil, !isExact {
        results.append(try spread(absolute, error, counts, model, on: pool))
        continue
      }
      let known: Tensor<Double>
      if let majorant { known = majorant } else { known = try magnitudes(absolute, on: pool) }
      majorant = known
      let before = isExact ? nil : try magnitudes(error, on: pool)
      results.append(bound(known, before, counts, model))
    }
    return results
  }

  /// γ·E + |W|·e in one convolution.
  private func spread(
    _ absolute: Tensor<Double>, _ error: Tensor<Double>, _ counts: Tensor<Float>, _ model: RoundingModel,
    on pool: ThreadPool
  ) throws(NumericsError) -> Tensor<Double> {
    let count = Double(counts.elements.max() ?? 0) + (bias.isEmpty ? 0 : 1)
    let growth = model.growth(count, unitRoundoff: Element.unitRoundoff)
    let both = zip(absolute.elements, error.elements).map { growth * $0 + $1 }
    var result = try magnitudes(Tensor(trusted: absolute.shape, both), on: pool)
    let underflow = count * Double(Element.leastNonzeroMagnitude)
    let own = slack
    let planes = result.shape[0] * outputs
    let pixels = result.count / max(planes, 1)
    for plane in 0..<planes {
      let constant = bias.isEmpty ? 0 : growth * bias[plane % outputs]
      for index in plane * pixels..<(plane + 1) * pixels {
        result.elements[index] = (result.elements[index] + constant) / own + underflow
      }
    }
    return result
  }

  private func bound(
    _ majorant: Tensor<Double>, _ before: Tensor<Double>?, _ counts: Tensor<Float>, _ model: RoundingModel
  ) -> Tensor<Double> {
    var result = majorant
    let (unit, least, own) = (Element.unitRoundoff, Double(Element.leastNonzeroMagnitude), slack)
    let planes = result.shape[0] * outputs
    let pixels = result.count / max(planes, 1)
    var (last, growth) = (-1.0, 0.0)
    for plane in 0..<planes {
      let channel = plane % outputs
      let constant = bias.isEmpty ? 0 : bias[channel]
      let counted = (plane / outputs * counts.shape[1] + channel * counts.shape[1] / outputs) * pixels
      for pixel in 0..<pixels {
        let index = plane * pixels + pixel
        var count = winograd.map { Double($0.roundings) } ?? Double(counts.elements[counted + pixel])
        if !bias.isEmpty { count += 1 }
        if count != last { (last, growth) = (count, model.growth(count, unitRoundoff: unit)) }
        // Each rounding of a subnormal number errs by at most the smallest one.
        result.elements[index] =
          (growth * (result.elements[index] + constant) + (before?.elements[index] ?? 0)) / own + count * least
      }
    }
    return result
  }

  /// 1 − γ for the bound's own roundings: at most as many as the convolution has terms, and a few more.
  private var slack: Double {
    let own = Double(max(terms, winograd?.roundings ?? 0) + 8)
    return 1 - RoundingModel.deterministic.growth(own, unitRoundoff: Double.unitRoundoff)
  }
}

private func sizes<Element: TensorElement>(_ elements: [Element]) -> [Double] {
  Element.doubles(elements).map(\.magnitude)
}
