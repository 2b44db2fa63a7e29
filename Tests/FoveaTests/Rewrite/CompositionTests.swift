import Fovea
import FoveaFilters
import FoveaNumerics
import Testing

@Suite struct CompositionTests {
  @Test func `a thousand random chains of integers equal their composition bitwise, padding up front`() throws {
    for seed in 0..<1000 as Range<UInt64> {
      let chain = RandomChain(seed: seed, numbers: .integers, padding: .everywhere)
      let composition = try #require(Composition(chain.layers))
      let input = try chain.tensor(seed: seed + 1, numbers: .integers)
      let one = try run([composition.kernel], input)
      try #require(try run(composition.upFront, input) == one, "seed \(seed)")
    }
  }

  @Test
  func `a thousand random chains of reals equal their composition inside the rounding bound, padding up front`() throws
  {
    for seed in 1000..<2000 as Range<UInt64> {
      let chain = RandomChain(seed: seed, numbers: .real, padding: .firstLayer)
      let composition = try #require(Composition(chain.layers))
      let input = try chain.tensor(seed: seed + 1, numbers: .real)
      let one = try run([composition.kernel], input)
      let many = try run(chain.layers, input)
      try #require(one.shape == many.shape)
      let magnitudes = chain.layers.map {
        $0.with(weights: $0.weights.map(abs), bias: $0.bias.map { $0.map(abs) })
      }
      let bound = try run(magnitudes, input.map(abs))
      // Roundings of the kernel's run, of the layers' runs, and of forming the kernel's weights from theirs.
      let roundings = { (kernel: Kernel) in Double(kernel.inputs / kernel.groups * kernel.taps + 1) }
      let layers = chain.layers.reduce(0) { $0 + roundings($1) }
      let growth = [roundings(composition.kernel), layers, layers].reduce(0) {
        $0 + RoundingModel.deterministic.growth($1, unitRoundoff: 0x1p-53)
      }
      for (index, value) in one.elements.enumerated() {
        try #require(abs(value - many.elements[index]) <= growth * bound.elements[index] * (1 + 1e-9), "seed \(seed)")
      }
    }
  }

  @Test func `random chains with all padding up front pass every tier of verification`() throws {
    for seed in 3000..<3050 as Range<UInt64> {
      let chain = RandomChain(seed: seed, numbers: .real, padding: .everywhere)
      let composition = try #require(Composition(chain.layers))
      let found = try Equivalence(
        of: composition.kernel, and: composition.upFront, input: Array(chain.input.dropFirst(2)), seed: seed)
      #expect(found.passed, "seed \(seed): \(found.tiers)")
    }
  }

  @Test func `the outputs that differ when every layer pads on its own are those predicted, in every chain`() throws {
    for seed in 2000..<2600 as Range<UInt64> {
      let chain = RandomChain(seed: seed, numbers: .real, padding: .everywhere)
      try expectBand(chain.layers, input: chain.tensor(seed: seed + 1, numbers: .real), "seed \(seed)")
    }
  }

  @Test(
    arguments: [
      [1, 1], [2, 1], [1, 2], [2, 2], [1, 1, 1], [2, 1, 1], [1, 2, 1], [1, 1, 2], [2, 2, 1], [2, 1, 2], [2, 2, 2],
    ],
    [false, true])
  func `the outputs that differ are those predicted for every placing of strides, with biases and without`(
    strides: [Int], biased: Bool
  ) throws {
    var generator = SplitMix64(seed: 5)
    let layers = strides.map { Self.three($0, biased: biased, &generator) }
    let size = [1, 1, 41, 38]
    try expectBand(layers, input: Tensor(shape: size, elements: generator.normals(41 * 38)), "\(strides)")
  }

  @Test(arguments: [
    ([1, 1, 1], false, 2), ([1, 1, 1], true, 2), ([2, 1, 1], false, 1), ([2, 1, 1], true, 2), ([2, 2], false, 0),
    ([2, 2], true, 1), ([2, 1], false, 0), ([2, 1], true, 1),
  ])
  func `strides and biases decide how wide the band before the map is`(strides: [Int], biased: Bool, expected: Int)
    throws
  {
    var generator = SplitMix64(seed: 5)
    let band = try BorderBand(strides.map { Self.three($0, biased: biased, &generator) }, input: [56, 56])
    #expect(band.widths.map(\.before) == [expected, expected])
  }

  @Test(arguments: [(7, 0.816), (14, 0.490), (28, 0.265), (56, 0.138), (112, 0.070), (224, 0.035)])
  func `two pixels around a map are this share of its outputs`(size: Int, expected: Double) throws {
    var generator = SplitMix64(seed: 5)
    let layers = (0..<3).map { _ in Self.three(1, biased: true, &generator) }
    let band = try BorderBand(layers, input: [size, size])
    #expect(abs(band.share - expected) < 5e-4)
    #expect(band.affected == size * size - (size - 4) * (size - 4))
  }

  @Test(arguments: [([1, 1, 1], 7), ([1, 1, 2], 7), ([1, 2, 1], 9), ([2, 1, 1], 11), ([2, 1, 2], 11)])
  func `three 3x3 are one larger kernel, whose size depends on where the stride is`(strides: [Int], kernel: Int) throws
  {
    let window = try #require(ComposedWindow(strides.map { .checked(kernel: 3, stride: $0) }))
    #expect(window.window.kernel == kernel)
    #expect(window.window.stride == strides.reduce(1, *))
    #expect(window.holes.isEmpty)
  }

  @Test func `a stride larger than the kernel leaves holes`() throws {
    let window = try #require(ComposedWindow([.checked(kernel: 3, stride: 4), .checked(kernel: 3)]))
    #expect(window.window.kernel == 11)
    #expect(window.holes == [3, 7])
  }

  @Test func `equal dilations stay a dilation of the composition`() throws {
    let window = try #require(ComposedWindow(Array(repeating: .checked(kernel: 3, dilation: 3), count: 2)))
    #expect(window.window == .checked(kernel: 5, dilation: 3))
  }

  @Test func `groups that do not divide each other leave pairs unconnected inside one group`() throws {
    var generator = SplitMix64(seed: 5)
    let layers = [2, 3].map { groups in
      Kernel(
        windows: [.checked(kernel: 1)], inputs: 6, outputs: 6, groups: groups, weights: generator.normals(36 / groups))
    }
    let composition = try #require(Composition(layers))
    #expect(composition.kernel.groups == 1)
    #expect(composition.unconnectedPairs == composition.kernel.weights.count { $0 == 0 })
    #expect(composition.unconnectedPairs == 12)
  }

  @Test func `layers that do not fit each other have no composition`() {
    let three = Kernel(windows: [.checked(kernel: 1)], inputs: 3, outputs: 2, weights: Array(repeating: 1, count: 6))
    #expect(Composition([three, three]) == nil)
    #expect(Composition([]) == nil)
  }

  private static func three(_ stride: Int, biased: Bool, _ generator: inout SplitMix64) -> Kernel {
    let window = AxisWindow.checked(kernel: 3, stride: stride, padding: AxisPadding(1))
    return Kernel(
      windows: [window, window], inputs: 1, outputs: 1, weights: generator.normals(9),
      bias: biased ? generator.normals(1) : nil)
  }

  private func expectBand(_ layers: [Kernel], input: Tensor<Double>, _ name: String) throws {
    let composition = try #require(Composition(layers))
    let band = try BorderBand(layers, input: Array(input.shape.dropFirst(2)))
    let one = try run([composition.kernel], input)
    let many = try run(layers, input)
    try #require(one.shape == many.shape)
    let positions = Array(one.shape.dropFirst(2)).reduce([[]]) { found, size in
      found.flatMap { position in (0..<size).map { position + [$0] } }
    }
    let size = positions.count
    var affected = 0
    for (place, position) in positions.enumerated() {
      let differs = (0..<one.shape[1]).contains { channel in
        abs(one.elements[channel * size + place] - many.elements[channel * size + place]) > 1e-9
      }
      affected += differs ? 1 : 0
      try #require(differs == band.contains(position), "\(name) at \(position)")
    }
    #expect(band.affected == affected)
  }
}
