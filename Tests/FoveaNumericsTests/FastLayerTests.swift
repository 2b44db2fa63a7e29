import Testing

@testable import FoveaNumerics

@Suite struct FastLayerTests {
  @Test(arguments: 0..<10)
  func `a fast transposed convolution stays within its bound of the reference`(_ seed: Int) throws {
    var random = RandomNumbers(seed: seed + 4000)
    for _ in 0..<30 {
      let rank = Int.random(in: 1...3, using: &random)
      let groups = [1, 1, 2, 3].randomElement(using: &random) ?? 1
      let (inputs, outputs) = (Int.random(in: 1...5, using: &random), Int.random(in: 1...5, using: &random))
      func each(_ range: ClosedRange<Int>) -> [Int] { (0..<rank).map { _ in Int.random(in: range, using: &random) } }
      let strides = each(1...3)
      let transposed = TransposedConvolution(
        stride: strides, dilation: each(1...2), padding: (0..<rank).map { _ in AxisPadding(before: 0, after: 1) },
        outputPadding: strides.map { Int.random(in: 0..<$0, using: &random) }, groups: groups)
      let input: Tensor<Float> = try random.tensor([2, inputs * groups] + each(2...4))
      let weight: Tensor<Float> = try random.tensor([inputs * groups, outputs] + each(1...3))
      let bias: Tensor<Float> = try random.tensor([outputs * groups])
      guard (try? transposed.outputShape(input: input.shape, weight: weight.shape)) != nil else { continue }
      let exact = try transposed.reference(Tensor<Double>(input), weight: Tensor(weight), bias: Tensor(bias))
      let majorant = try transposed.reference(
        Tensor<Double>(input).map(\.magnitude), weight: Tensor<Double>(weight).map(\.magnitude),
        bias: Tensor<Double>(bias).map(\.magnitude))
      let terms = Double(inputs * weight.shape.dropFirst(2).reduce(1, *) + 2)
      let growth = RoundingModel.deterministic.growth(terms, unitRoundoff: Float.unitRoundoff)
      for set in InstructionSet.supported {
        let prepared = try PreparedTransposedConvolution(
          transposed, weight: weight, bias: bias, inputShape: input.shape, instructionSet: set)
        let result = try prepared(input)
        #expect(worst(result, exact, majorant.map { $0 * growth + 1e-40 }) <= 1, "\(set): \(transposed)")
        for tile in [1, 3, 7] {
          let tiled = try PreparedTransposedConvolution(
            transposed, weight: weight, bias: bias, inputShape: input.shape, instructionSet: set, tile: tile)
          #expect(try tiled(input) == result, "\(set), \(tile): \(transposed)")
        }
      }
    }
  }

  @Test(arguments: 0..<40)
  func `a fast linear layer stays within its bound of the reference`(_ seed: Int) throws {
    var random = RandomNumbers(seed: seed + 5000)
    let (features, rows) = (Int.random(in: 1...200, using: &random), Int.random(in: 1...20, using: &random))
    let input: Tensor<Float> = try random.tensor([3, features])
    let weight: Tensor<Float> = try random.tensor([rows, features])
    let bias: Tensor<Float> = try random.tensor([rows])
    let exact = try Linear().reference(Tensor<Double>(input), weight: Tensor(weight), bias: Tensor(bias))
    let majorant = try Linear().reference(
      Tensor<Double>(input).map(\.magnitude), weight: Tensor<Double>(weight).map(\.magnitude),
      bias: Tensor<Double>(bias).map(\.magnitude))
    let growth = RoundingModel.deterministic.growth(Double(features + 2), unitRoundoff: Float.unitRoundoff)
    for set in InstructionSet.supported {
      let result = try Linear()(input, weight: weight, bias: bias, instructionSet: set)
      #expect(worst(result, exact, majorant.map { $0 * growth }) <= 1)
    }
  }

  @Test func `a convolution that does not fit the memory limit when padded is computed plainly`() throws {
    let convolution = Convolution(dilation: [1 << 20], padding: [AxisPadding(1 << 20)])
    var random = RandomNumbers(seed: 6)
    let input: Tensor<Float> = try random.tensor([1, 1, 5])
    let weight: Tensor<Float> = try random.tensor([1, 1, 3])
    try MemoryLimit.$bytes.withValue(1 << 20) {
      let prepared = try PreparedConvolution(
        convolution, weight: weight, inputShape: input.shape, algorithm: .direct)
      #expect(prepared.algorithm == .reference)
      #expect(try prepared(input) == convolution.reference(input, weight: weight))
    }
  }

  @Test func `Winograd's algorithm asked for where it does not fit gives way to the direct one`() throws {
    var random = RandomNumbers(seed: 7)
    let weight: Tensor<Float> = try random.tensor([3, 2, 3, 3])
    let prepared = try PreparedConvolution(
      Convolution(stride: [2, 2]), weight: weight, inputShape: [1, 2, 8, 8], algorithm: .winograd)
    #expect(prepared.algorithm == .direct)
  }

  @Test func `large square kernels at stride 1 are computed by Winograd's algorithm unless another is named`() throws {
    let weight = try Tensor<Float>(shape: [64, 64, 3, 3])
    let padded = Convolution(padding: [.init(1), .init(1)])
    let shape = [1, 64, 28, 28]
    #expect(try PreparedConvolution(padded, weight: weight, inputShape: shape).algorithm == .winograd)
    #expect(try PreparedConvolution(padded, weight: weight, inputShape: shape, algorithm: .direct).algorithm == .direct)
    let strided = Convolution(stride: [2, 2])
    #expect(try PreparedConvolution(strided, weight: weight, inputShape: shape).algorithm == .direct)
  }
}

@Suite struct InstructionSetTests {
  @Test func `an instruction set that does not exist is an error that names those that do`() {
    let error = #expect(throws: NumericsError.self) { try InstructionSet.named("sse9") }
    #expect(error?.description.contains("baseline, avx2, avx512") == true)
  }

  @Test(arguments: InstructionSet.allCases)
  func `an instruction set that the machine lacks is an error`(_ set: InstructionSet) {
    if set.isSupported {
      #expect(throws: Never.self) { try InstructionSet.named(set.rawValue) }
    } else {
      #expect(throws: NumericsError.self) { try InstructionSet.named(set.rawValue) }
    }
  }

  @Test func `without a name the widest supported set is taken`() throws {
    #expect(try InstructionSet.named(nil) == InstructionSet.supported.last)
  }
}

@Suite struct ThreadPoolTests {
  @Test(arguments: [1, 2, 3, 5], [0, 1, 2, 7, 1000])
  func `every item is computed exactly once`(_ threads: Int, _ count: Int) {
    let pool = ThreadPool(threads: threads)
    for _ in 0..<20 {
      var hits = Array(repeating: 0, count: count)
      unsafe hits.withUnsafeMutableBufferPointer { hits in
        pool.run(count) { item, worker in
          unsafe hits[item] += 1
          precondition(worker < threads)
        }
      }
      #expect(hits.allSatisfy { $0 == 1 })
    }
  }

  @Test func `a loop inside a loop runs to its end`() {
    let pool = ThreadPool(threads: 2)
    var sums = Array(repeating: 0, count: 8)
    unsafe sums.withUnsafeMutableBufferPointer { sums in
      pool.run(8) { item, _ in
        pool.run(10) { inner, _ in unsafe sums[item] += inner }
      }
    }
    #expect(sums == Array(repeating: 45, count: 8))
  }
}
