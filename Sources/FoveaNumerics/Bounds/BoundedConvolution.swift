/// A convolution that bounds the rounding error of its results.
///
/// For computed inputs ẑ with error e, where E = |W|·|ẑ| + |b| and n counts the nonzero products of an output and its
/// bias: `e' = γₙ·E + |W|·e`. E, n and |W|·e come from the same kernels in double precision; dividing by 1 − γ of that
/// precision takes out their own roundings. Winograd's algorithm has another E and n, see `WinogradMajorant`.
public struct BoundedConvolution<Element: TensorElement>: Sendable {
  /// How the results are computed.
  public let algorithm: ConvolutionAlgorithm
  /// The transform, where the algorithm is Winograd's.
  public let variant: WinogradVariant?

  private let convolution: PreparedConvolution<Element>
  private let magnitudes: PreparedConvolution<Double>
  private let nonzeros: PreparedConvolution<Double>
  private let spread: PreparedConvolution<Double>
  private let winograd: WinogradMajorant?
  private let terms: Int
  private let hasBias: Bool

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
    hasBias = bias != nil
    let absolute = try Tensor<Double>(weight).map(\.magnitude)
    let absoluteBias: Tensor<Double>? = if let bias { try Tensor<Double>(bias).map(\.magnitude) } else { nil }
    func prepared(
      _ weight: Tensor<Double>, _ bias: Tensor<Double>?
    ) throws(NumericsError) -> PreparedConvolution<Double> {
      try PreparedConvolution(
        convolution, weight: weight, bias: bias, inputShape: inputShape, algorithm: .direct,
        instructionSet: instructionSet)
    }
    magnitudes = try prepared(absolute, absoluteBias)
    spread = try prepared(absolute, nil)
    nonzeros = try prepared(absolute.map { $0 == 0 ? 0 : 1 }, nil)
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
    let value = try convolution(input.value, on: pool)
    let absolute = try Tensor<Double>(input.value).map(\.magnitude)
    var error = try spread(input.error, on: pool)
    var majorant = try magnitudes(absolute, on: pool)
    var counts = try nonzeros(absolute.map { $0 == 0 ? 0 : 1 }, on: pool)
    if let winograd {
      // The bias is added to the finished sum.
      let bias = try magnitudes(absolute.map { _ in 0 }, on: pool)
      majorant = try winograd(absolute) + bias
      counts = counts.map { _ in Double(winograd.roundings) }
    }
    let extra: Double = hasBias ? 1 : 0
    // The bound's own roundings: at most as many as the convolution has terms, and a few more.
    let own = Double(max(terms, winograd?.roundings ?? 0) + 4)
    let slack = 1 - RoundingModel.deterministic.growth(own, unitRoundoff: Double.unitRoundoff)
    for index in error.elements.indices {
      let count = counts.elements[index] + extra
      let growth = model.growth(count, unitRoundoff: Element.unitRoundoff)
      // Each rounding of a subnormal number errs by at most the smallest one.
      let underflow = count * Double(Element.leastNonzeroMagnitude)
      error.elements[index] = (growth * majorant.elements[index] + error.elements[index]) / slack + underflow
    }
    return try BoundedTensor(value: value, error: error)
  }
}
