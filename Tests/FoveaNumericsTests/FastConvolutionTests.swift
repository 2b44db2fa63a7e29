import Testing

@testable import FoveaNumerics

/// A layer with operands, its result in double precision and the bound that holds for the direct algorithm.
///
/// One file because all tests of fast convolutions draw such layers.
private struct Trial<Element: TensorElement> {
  let layer: Layer
  let input: Tensor<Element>
  let weight: Tensor<Element>
  let bias: Tensor<Element>?
  let exact: Tensor<Double>
  let bound: Tensor<Double>

  init(_ layer: Layer, input: Tensor<Element>, weight: Tensor<Element>, bias: Tensor<Element>?) throws {
    self.layer = layer
    self.input = input
    self.weight = weight
    self.bias = bias
    let doubleBias = try bias.map { try Tensor<Double>($0) }
    exact = try layer.convolution.reference(Tensor<Double>(input), weight: Tensor<Double>(weight), bias: doubleBias)
    let majorant = try layer.convolution.reference(
      Tensor<Double>(input).map(\.magnitude), weight: Tensor<Double>(weight).map(\.magnitude),
      bias: doubleBias?.map(\.magnitude))
    bound = majorant.map { Trial.growth(terms: layer.weight.dropFirst().reduce(1, *)) * $0 + 1e-40 }
  }

  /// γ of the terms and the bias, and of the double-precision result that stands for the exact one.
  static func growth(terms: Int) -> Double {
    let model = RoundingModel.deterministic
    return model.growth(Double(terms + 2), unitRoundoff: Element.unitRoundoff)
      + model.growth(Double(terms + 2), unitRoundoff: Double.unitRoundoff)
  }

  func prepared(_ set: InstructionSet, _ algorithm: ConvolutionAlgorithm, _ variant: WinogradVariant? = nil) throws
    -> PreparedConvolution<Element>
  {
    try PreparedConvolution(
      layer.convolution, weight: weight, bias: bias, inputShape: layer.input, algorithm: algorithm, variant: variant,
      instructionSet: set)
  }
}

extension Trial where Element.RawSignificand: FixedWidthInteger {
  init(_ layer: Layer, _ random: inout RandomNumbers) throws {
    try self.init(
      layer, input: random.tensor(layer.input), weight: random.tensor(layer.weight),
      bias: layer.hasBias ? random.tensor(layer.outputChannels) : nil)
  }
}

@Suite struct FastConvolutionTests {
  @Test(arguments: 0..<48)
  func `a direct convolution stays within its bound of the reference`(_ seed: Int) throws {
    var random = RandomNumbers(seed: seed)
    for _ in 0..<50 {
      let layer = Layer.any(&random)
      try expectDirect(Trial<Float>(layer, &random))
      if seed % 4 == 0 { try expectDirect(Trial<Double>(layer, &random)) }
    }
  }

  @Test(arguments: 0..<8)
  func `a depthwise convolution stays within its bound of the reference`(_ seed: Int) throws {
    var random = RandomNumbers(seed: seed + 6000)
    for _ in 0..<25 {
      let layer = Layer.depthwise(&random)
      try expectDirect(Trial<Float>(layer, &random))
      if seed == 0 { try expectDirect(Trial<Double>(layer, &random)) }
    }
  }

  private func expectDirect<Element: TensorElement>(_ trial: Trial<Element>) throws {
    for set in InstructionSet.supported {
      let prepared = try trial.prepared(set, .direct)
      let result = try prepared(trial.input)
      #expect(prepared.algorithm == .direct)
      #expect(worst(result, trial.exact, trial.bound) <= 1, "\(set): \(trial.layer)")
    }
  }

  @Test(arguments: WinogradVariant.allCases, 0..<4)
  func `Winograd's algorithm stays within its bound of the reference`(_ variant: WinogradVariant, _ seed: Int) throws {
    var random = RandomNumbers(seed: seed + 1000)
    for _ in 0..<25 {
      let layer = Layer.winograd(variant, &random)
      try expectWinograd(Trial<Float>(layer, &random), variant)
      if seed == 0 { try expectWinograd(Trial<Double>(layer, &random), variant) }
    }
  }

  private func expectWinograd<Element: TensorElement>(_ trial: Trial<Element>, _ variant: WinogradVariant) throws {
    let absolute = try Tensor<Double>(trial.weight).map(\.magnitude)
    let majorant = try WinogradMajorant(
      variant, trial.layer.convolution, weight: absolute, inputShape: trial.layer.input)
    let products = try majorant(Tensor<Double>(trial.input).map(\.magnitude))
    let growth = Trial<Element>.growth(terms: majorant.roundings)
    let bias = trial.bias.map {
      Tensor<Double>(trusted: [1, $0.count, 1, 1], $0.elements.map { Double($0).magnitude })
    }
    let total = try bias.map { try products + $0 } ?? products
    let bound = total.map { growth * $0 + 1e-40 }
    for set in InstructionSet.supported {
      let prepared = try trial.prepared(set, .winograd, variant)
      let result = try prepared(trial.input)
      #expect(prepared.variant == variant)
      #expect(worst(result, trial.exact, bound) <= 1, "\(variant) \(set): \(trial.layer)")
    }
  }

  @Test(arguments: 0..<8)
  func `integers are convolved without any rounding`(_ seed: Int) throws {
    var random = RandomNumbers(seed: seed + 2000)
    for _ in 0..<50 {
      let layer = Layer.any(&random)
      let trial: Trial<Float> = try integers(layer, &random)
      let reference = try layer.convolution.reference(trial.input, weight: trial.weight, bias: trial.bias)
      for set in InstructionSet.supported {
        #expect(try trial.prepared(set, .direct)(trial.input) == reference, "\(set): \(layer)")
      }
    }
  }

  @Test(arguments: 0..<4)
  func `F(2, 3) convolves integers with multiples of 4 without any rounding`(_ seed: Int) throws {
    var random = RandomNumbers(seed: seed + 3000)
    for _ in 0..<20 {
      let layer = Layer.winograd(.f2x3, &random)
      let trial: Trial<Float> = try integers(layer, &random, times: 4)
      // Its filters are divided by 4. A tile of inputs grows at most four times, one of filters 2¼ times and their
      // products nine times, so every sum over fewer than 800 channels is an integer below 2^24.
      let reference = try layer.convolution.reference(trial.input, weight: trial.weight, bias: trial.bias)
      for set in InstructionSet.supported {
        #expect(try trial.prepared(set, .winograd, .f2x3)(trial.input) == reference, "\(set): \(layer)")
      }
    }
  }

  private func integers(_ layer: Layer, _ random: inout RandomNumbers, times factor: Int = 1) throws -> Trial<Float> {
    try Trial(
      layer, input: random.integers(layer.input, in: -9...9),
      weight: random.integers(layer.weight, in: -7...7, times: factor),
      bias: layer.hasBias ? random.integers(layer.outputChannels, in: -99...99) : nil)
  }
}

@Suite struct InjectedFaultTests {
  private static let layer = Layer(
    convolution: Convolution(padding: [.init(before: 2, after: 1), .init(before: 1, after: 2)]), input: [1, 5, 9, 9],
    weight: [7, 5, 3, 3], hasBias: true)

  @Test(arguments: InstructionSet.supported)
  func `one integer weight changed by one unit changes a result`(_ set: InstructionSet) throws {
    var random = RandomNumbers(seed: 1)
    let input: Tensor<Float> = try random.integers(Self.layer.input, in: 1...9)
    let weight: Tensor<Float> = try random.integers(Self.layer.weight, in: -7...7)
    let reference = try Self.layer.convolution.reference(input, weight: weight)
    for index in weight.elements.indices {
      var changed = weight
      changed.elements[index] += 1
      let prepared = try PreparedConvolution(
        Self.layer.convolution, weight: changed, inputShape: input.shape, algorithm: .direct, instructionSet: set)
      #expect(try prepared(input) != reference)
    }
  }

  @Test(arguments: [ConvolutionAlgorithm.direct, .winograd])
  func `swapped kernel axes exceed the bound`(_ algorithm: ConvolutionAlgorithm) throws {
    var random = RandomNumbers(seed: 2)
    let trial = try Trial<Float>(Self.layer, &random)
    let faulty = try bounded(Self.layer.convolution, try trial.weight.permuted([0, 1, 3, 2]), trial, algorithm)
    #expect(worst(faulty.value, trial.exact, faulty.error) > 1)
    let sound = try bounded(Self.layer.convolution, trial.weight, trial, algorithm)
    #expect(worst(sound.value, trial.exact, sound.error) <= 1)
  }

  @Test(arguments: [ConvolutionAlgorithm.direct, .winograd])
  func `padding on the wrong side exceeds the bound`(_ algorithm: ConvolutionAlgorithm) throws {
    var random = RandomNumbers(seed: 3)
    let trial = try Trial<Float>(Self.layer, &random)
    var convolution = Self.layer.convolution
    convolution.padding.reverse()
    let faulty = try bounded(convolution, trial.weight, trial, algorithm)
    #expect(worst(faulty.value, trial.exact, faulty.error) > 1)
  }

  @Test func `in double precision a weight changed by a millionth exceeds the bound`() throws {
    var random = RandomNumbers(seed: 4)
    let trial = try Trial<Double>(Self.layer, &random)
    var weight = trial.weight
    weight.elements[100] += 1e-6
    let faulty = try BoundedConvolution(
      Self.layer.convolution, weight: weight, bias: trial.bias, inputShape: Self.layer.input)(
        BoundedTensor(exact: trial.input))
    #expect(worst(faulty.value, trial.exact, faulty.error) > 1)
  }

  private func bounded(
    _ convolution: Convolution, _ weight: Tensor<Float>, _ trial: Trial<Float>, _ algorithm: ConvolutionAlgorithm
  ) throws -> BoundedTensor<Float> {
    let prepared = try BoundedConvolution(
      convolution, weight: weight, bias: trial.bias, inputShape: Self.layer.input, algorithm: algorithm)
    #expect(prepared.algorithm == algorithm)
    return try prepared(BoundedTensor(exact: trial.input))
  }
}

@Suite struct BlockedMapTests {
  /// Some zeros on every side, beyond those that a layer needs.
  private static func wider(_ border: Border, _ random: inout RandomNumbers) -> Border {
    func size(_ random: inout RandomNumbers) -> SpatialSize {
      SpatialSize((0..<2).map { _ in Int.random(in: 0...2, using: &random) }, fill: 0)
    }
    return border.union(Border(before: size(&random), after: size(&random)))
  }

  /// What follows: nothing, or a normalization, an addition and a rectifier.
  private static func epilogue(_ channels: Int, _ random: inout RandomNumbers) throws -> Epilogue<Float> {
    var epilogue = Epilogue<Float>()
    if Bool.random(using: &random) {
      epilogue.append(
        BatchNormalization(epsilon: 1e-3), mean: try random.tensor([channels]),
        variance: try random.tensor([channels]).map { abs($0) + 0.1 }, scale: try random.tensor([channels]),
        shift: try random.tensor([channels]))
    }
    if Bool.random(using: &random) { epilogue.appendSum() }
    if Bool.random(using: &random) { epilogue.appendRectifier(limit: 0.5) }
    return epilogue
  }

  @Test(arguments: 0..<24)
  func `a convolution between blocks gives what it gives between planes, to the bit`(_ seed: Int) throws {
    var random = RandomNumbers(seed: seed + 7000)
    for number in 0..<12 {
      let layer = Layer.blocked(number, &random)
      let input: Tensor<Float> = try random.tensor(layer.input)
      let weight: Tensor<Float> = try random.tensor(layer.weight)
      let bias: Tensor<Float>? = layer.hasBias ? try random.tensor(layer.outputChannels) : nil
      for set in InstructionSet.supported {
        let planes = try PreparedConvolution(
          layer.convolution, weight: weight, bias: bias, inputShape: layer.input,
          algorithm: number % 4 == 3 ? .winograd : .direct, instructionSet: set)
        let epilogue = try Self.epilogue(layer.weight[0], &random)
        let other: Tensor<Float>? = epilogue.readsOther ? try random.tensor(planes.outputShape) : nil
        let wanted = try planes(input, epilogue: epilogue, other: other)
        for (reads, writes) in [(true, true), (true, false), (false, true)] {
          guard !reads || planes.sourceBorder != nil, !writes || planes.writesBlocks else { continue }
          let source = reads ? planes.sourceBorder.map { Self.wider($0, &random) } : nil
          let result = writes ? Self.wider(.tight, &random) : nil
          let between = try planes.between(MapForms(source: source, result: result))
          let map = try source.map { try FeatureMap.blocks(BlockedMap(input, border: $0, on: .shared)) }
          let otherMap = try other.map {
            try FeatureMap.blocks(BlockedMap($0, border: Self.wider(.tight, &random), on: .shared))
          }
          let found = try between(map ?? .planes(input), epilogue: epilogue, other: otherMap)
          #expect(try found.tensor() == wanted, "\(set) reads \(reads) writes \(writes): \(layer)")
          if case .blocks(let found) = found { #expect(found.hasZerosAround, "\(set): \(layer)") }
        }
      }
    }
  }

  @Test(arguments: [1, 5, 16, 33], [[7], [3, 5], [2, 3, 4]])
  func `maps survive the way to blocks and back`(_ channels: Int, _ sizes: [Int]) throws {
    var random = RandomNumbers(seed: channels)
    let tensor: Tensor<Double> = try random.tensor([2, channels] + sizes)
    let border = Border(
      before: SpatialSize(sizes.map { _ in 2 }, fill: 0), after: SpatialSize(sizes.map { _ in 1 }, fill: 0))
    let map = try BlockedMap(tensor, border: border, on: .shared)
    #expect(map.hasZerosAround)
    #expect(try map.tensor(on: .shared) == tensor)
  }

  @Test(arguments: 0..<20)
  func `the largest and the mean of blocks are those of planes`(_ seed: Int) throws {
    var random = RandomNumbers(seed: seed + 8000)
    func any(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let shape = [any(1...2), any(1...40), any(3...12), any(3...12)]
    let pooling = MaxPooling(
      kernel: [any(1...3), any(1...3)], stride: [any(1...3), any(1...3)], dilation: [1, any(1...2)],
      padding: [AxisPadding(before: any(0...4), after: 1), AxisPadding(any(0...3))],
      ceiling: Bool.random(using: &random))
    guard (try? pooling.outputShape(input: shape)) != nil else { return }
    let tensor: Tensor<Float> = try random.tensor(shape)
    let border = Self.wider(.tight, &random)
    let map = FeatureMap.blocks(try BlockedMap(tensor, border: border, on: .shared))
    let pooled = try pooling(map, border: border)
    #expect(try pooled.tensor() == pooling.reference(tensor))
    if case .blocks(let pooled) = pooled { #expect(pooled.hasZerosAround) }
    #expect(try GlobalPooling(.average)(map) == GlobalPooling(.average)(tensor))
  }
}

extension BlockedMap {
  /// Whether nothing but zeros is around the images.
  fileprivate var hasZerosAround: Bool {
    let plane = layout.padded.depth * layout.padded.height
    return (0..<shape[0] * layout.blocks.count).allSatisfy { block in
      (0..<plane * layout.padded.width).allSatisfy { pixel in
        let (row, column) = (pixel / layout.padded.width, pixel % layout.padded.width)
        let place = [row / layout.padded.height, row % layout.padded.height, column]
        let image = [layout.image.depth, layout.image.height, layout.image.width]
        let before = [layout.border.before.depth, layout.border.before.height, layout.border.before.width]
        if zip(place, zip(before, image)).allSatisfy({ $0 >= $1.0 && $0 < $1.0 + $1.1 }) { return true }
        return (0..<layout.blocks.size).allSatisfy {
          unsafe buffer.base[block * layout.blockStep + pixel * layout.blocks.size + $0] == 0
        }
      }
    }
  }
}
