/// How a convolution is computed.
public enum ConvolutionAlgorithm: String, CaseIterable, Sendable {
  /// Plain loops.
  case reference
  /// Packed weights and register-blocked kernels; the same products as the reference in another order.
  case direct
  /// Winograd's minimal filtering, for square kernels of 3, 5 or 7 taps with stride and dilation 1: other products, so
  /// another error bound.
  case winograd
}

/// A convolution with its weights packed for inputs of one shape.
public struct PreparedConvolution<Element: TensorElement>: Sendable {
  /// How it is computed: the algorithm that was asked for or, where that does not fit the shape, the next plainer one.
  public let algorithm: ConvolutionAlgorithm
  /// The transform, where the algorithm is Winograd's.
  public let variant: WinogradVariant?
  /// The shape of the inputs.
  public let inputShape: [Int]
  /// The shape of the results.
  public let outputShape: [Int]

  private enum Plan {
    case reference(Convolution, weight: Tensor<Element>, bias: Tensor<Element>?)
    case direct(DirectConvolution<Element>)
    case pointwise(PointwiseConvolution<Element>)
    case depthwise(DepthwiseConvolution<Element>)
    case plane(PlaneConvolution<Element>)
    case winograd(WinogradConvolution<Element>)
  }

  private var plan: Plan
  private let geometry: ConvolutionGeometry
  /// Whether the kernels in use compute whole blocks of 16 channels.
  private let computesBlocks: Bool

  /// Packs weights. Without a named algorithm the cheapest one for the shape is taken; without a named instruction set
  /// the one in `FOVEA_ISA` or, failing that, the widest one that this machine has.
  public init(
    _ convolution: Convolution, weight: Tensor<Element>, bias: Tensor<Element>? = nil, inputShape: [Int],
    algorithm: ConvolutionAlgorithm? = nil, variant: WinogradVariant? = nil, instructionSet: InstructionSet? = nil
  ) throws(NumericsError) {
    let geometry = try convolution.geometry(input: inputShape, weight: weight.shape, bias: bias?.shape)
    self.geometry = geometry
    self.inputShape = inputShape
    outputShape = geometry.outputShape
    let set: InstructionSet
    if let instructionSet {
      set = try .named(instructionSet.rawValue)
    } else {
      set = try .current()
    }
    computesBlocks = KernelSet<Element>.kernels(set).map { $0.outBlock % ChannelBlocks.full == 0 } ?? false
    let plan = try Self.fastPlan(
      geometry, weight: weight, bias: bias, algorithm: algorithm, variant: variant, instructionSet: set)
    self.plan = plan ?? .reference(convolution, weight: weight, bias: bias)
    switch self.plan {
    case .reference: (self.algorithm, self.variant) = (.reference, nil)
    case .direct, .pointwise, .depthwise, .plane: (self.algorithm, self.variant) = (.direct, nil)
    case .winograd(let plan): (self.algorithm, self.variant) = (.winograd, plan.variant)
    }
  }

  /// The convolution of one input.
  public func callAsFunction(
    _ input: Tensor<Element>, on pool: ThreadPool = .shared
  ) throws(NumericsError) -> Tensor<Element> {
    try self(input, epilogue: Epilogue(), on: pool)
  }

  /// The convolution of one input and what follows it, to which `other` may be added.
  ///
  /// A convolution in plain loops has nothing that follows it.
  public func callAsFunction(
    _ input: Tensor<Element>, epilogue: Epilogue<Element>, other: Tensor<Element>? = nil,
    on pool: ThreadPool = .shared
  ) throws(NumericsError) -> Tensor<Element> {
    try self(.planes(input), epilogue: epilogue, other: other.map { .planes($0) }, on: pool).tensor(on: pool)
  }

  /// The same between maps of any form; the result has the one that the convolution was prepared for.
  package func callAsFunction(
    _ input: FeatureMap<Element>, epilogue: Epilogue<Element>, other: FeatureMap<Element>?,
    on pool: ThreadPool = .shared
  ) throws(NumericsError) -> FeatureMap<Element> {
    guard input.shape == inputShape else {
      throw .shape("a convolution prepared for \(inputShape) does not read an input of shape \(input.shape)")
    }
    switch plan {
    case .reference(let convolution, let weight, let bias):
      guard epilogue.isEmpty else { throw .attribute("nothing can follow a convolution in plain loops") }
      return .planes(try convolution.reference(input.tensor(on: pool), weight: weight, bias: bias))
    case .direct(let plan): return try plan(input, epilogue: epilogue, other: other, on: pool)
    case .pointwise(let plan): return try plan(input, epilogue: epilogue, other: other, on: pool)
    case .depthwise(let plan): return try plan(input, epilogue: epilogue, other: other, on: pool)
    case .plane(let plan): return try plan(input, epilogue: epilogue, other: other, on: pool)
    case .winograd(let plan): return try plan(input, epilogue: epilogue, other: other, on: pool)
    }
  }

  /// The fast plan, or nil where only the reference will do: nothing to compute, or padding and dilation so large that
  /// a padded copy of the input does not fit the memory limit.
  private static func fastPlan(
    _ geometry: ConvolutionGeometry, weight: Tensor<Element>, bias: Tensor<Element>?, algorithm: ConvolutionAlgorithm?,
    variant: WinogradVariant?, instructionSet: InstructionSet
  ) throws(NumericsError) -> Plan? {
    guard algorithm != .reference, geometry.terms > 0, !outputIsEmpty(geometry) else { return nil }
    guard let kernels = KernelSet<Element>.kernels(instructionSet) else { return nil }
    do {
      if let chosen = transform(geometry, algorithm, variant) {
        return .winograd(try WinogradConvolution(chosen, geometry, weight: weight, bias: bias, kernels))
      }
      if PlaneConvolution<Element>.accepts(geometry) {
        return .plane(try PlaneConvolution(geometry, weight: weight, bias: bias, kernels))
      }
      if DepthwiseConvolution<Element>.accepts(geometry) {
        return .depthwise(try DepthwiseConvolution(geometry, weight: weight, bias: bias, kernels))
      }
      if PointwiseConvolution<Element>.accepts(geometry, kernels) {
        return .pointwise(try PointwiseConvolution(geometry, weight: weight, bias: bias, kernels))
      }
      return .direct(try DirectConvolution(geometry, weight: weight, bias: bias, kernels))
    } catch .tooLarge {
      return nil
    }
  }

  /// Winograd's transform for a shape, nil where none is to be used.
  private static func transform(
    _ geometry: ConvolutionGeometry, _ algorithm: ConvolutionAlgorithm?, _ variant: WinogradVariant?
  ) -> WinogradVariant? {
    switch algorithm {
    case .reference, .direct: return nil
    case .winograd:
      let fitting = WinogradVariant.allCases.filter { $0.accepts(geometry) }
      return variant.flatMap { fitting.contains($0) ? $0 : nil } ?? .cheapest(for: geometry) ?? fitting.first
    case nil: return .cheapest(for: geometry)
    }
  }

  /// The border that inputs need to be read as blocks; nil where they are read as planes only.
  package var sourceBorder: Border? {
    guard computesBlocks else { return nil }
    let size = ChannelBlocks.full
    switch plan {
    case .reference: return nil
    case .depthwise, .plane: return geometry.groups >= size ? geometry.border : nil
    case .direct, .pointwise, .winograd:
      // Blocks do not reach from one group into the next.
      guard geometry.groups == 1 ? geometry.inPerGroup >= size : geometry.inPerGroup % size == 0 else { return nil }
      return variant?.border(geometry) ?? geometry.border
    }
  }

  /// Whether results can be written as blocks.
  package var writesBlocks: Bool {
    guard computesBlocks else { return false }
    let size = ChannelBlocks.full
    switch plan {
    case .reference: return false
    case .depthwise, .plane: return geometry.groups >= size
    case .direct, .pointwise, .winograd:
      return geometry.groups == 1 ? geometry.outPerGroup >= size : geometry.outPerGroup % size == 0
    }
  }

  /// The same convolution between maps of other forms: blocks only where it reads or writes such, with at least the
  /// border that it needs.
  package func between(_ forms: MapForms) throws(NumericsError) -> PreparedConvolution {
    precondition(
      (forms.source == nil || sourceBorder != nil) && (forms.result == nil || writesBlocks), "blocks that it cannot use"
    )
    var copy = self
    switch plan {
    case .reference: break
    case .direct(let plan): copy.plan = .direct(plan.between(forms))
    case .pointwise(let plan): if forms != MapForms() { copy.plan = .direct(try plan.between(forms)) }
    case .depthwise(let plan): copy.plan = .depthwise(plan.between(forms))
    case .plane(let plan): if forms != MapForms() { copy.plan = .depthwise(try plan.between(forms)) }
    case .winograd(let plan): copy.plan = .winograd(plan.between(forms))
    }
    return copy
  }

  /// The bytes that the weights of a convolution take once they are packed; nil where they do not fit in 64 bits.
  package static func packedBytes(
    _ convolution: Convolution, weight: [Int], inputShape: [Int], algorithm: ConvolutionAlgorithm? = nil
  ) throws(NumericsError) -> Int? {
    let geometry = try convolution.geometry(input: inputShape, weight: weight, bias: nil)
    let places: Int
    if algorithm == .reference {
      places = geometry.windows.kernel.count
    } else if let transform = transform(geometry, algorithm, nil) {
      places = transform.size * transform.size
    } else {
      places = geometry.windows.kernel.count
    }
    // Channels are filled up to whole blocks: 16 that enter, and at most two of the widest vectors that leave.
    let isDepthwise = DepthwiseConvolution<Element>.accepts(geometry)
    let factors =
      isDepthwise || algorithm == .reference
      ? [geometry.outChannels, geometry.inPerGroup]
      : [geometry.groups, (geometry.outPerGroup + 31) / 32 * 32, (geometry.inPerGroup + 15) / 16 * 16]
    var bytes: Int? = MemoryLayout<Element>.stride
    for factor in factors + [places] {
      let product = bytes?.multipliedReportingOverflow(by: factor)
      bytes = product.flatMap { $0.overflow ? nil : $0.partialValue }
    }
    return bytes
  }

  private static func outputIsEmpty(_ geometry: ConvolutionGeometry) -> Bool {
    geometry.outputShape.contains(0) || geometry.input.count == 0
  }
}
