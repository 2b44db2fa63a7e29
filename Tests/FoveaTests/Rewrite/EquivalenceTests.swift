import Fovea
import FoveaFilters
import FoveaNumerics
import KernelSamples
import Testing

@Suite struct EquivalenceTests {
  /// A stack of 3x3 layers, all padding up front, with the kernel that it computes.
  static func pair(
    strides: [Int] = [1, 1, 1], widths: [Int] = [2, 3, 4, 2], integers: Bool = false, biased: Bool = true
  ) throws -> (direct: Kernel, stack: [Kernel]) {
    var generator = SplitMix64(seed: 9)
    func number() -> Double { integers ? Double(generator.integer(-2...2)) : generator.normal() }
    let layers = strides.indices.map { index in
      let window = AxisWindow.checked(kernel: 3, stride: strides[index], padding: AxisPadding(1))
      return Kernel(
        windows: [window, window], inputs: widths[index], outputs: widths[index + 1],
        weights: (0..<widths[index] * widths[index + 1] * 9).map { _ in number() },
        bias: biased ? (0..<widths[index + 1]).map { _ in number() } : nil)
    }
    let composition = try #require(Composition(layers))
    return (composition.kernel, composition.upFront)
  }

  static func verify(
    _ direct: Kernel, _ stack: [Kernel], size: [Int] = [13, 12], claim: Equivalence.Claim = .exact,
    at place: Equivalence.Place = .everywhere
  ) throws -> Equivalence {
    try Equivalence(of: direct, and: stack, input: size, claim: claim, at: place, seed: 1)
  }

  @Test(arguments: [[1, 1, 1], [2, 1, 1], [1, 1, 2]], [false, true])
  func `a stack equals its composition in every tier`(strides: [Int], integers: Bool) throws {
    let (direct, stack) = try Self.pair(strides: strides, integers: integers)
    let found = try Self.verify(direct, stack)
    #expect(found.passed)
    #expect(found.tiers.map(\.arithmetic) == [.integers, .double, .float])
    #expect(found.tiers.allSatisfy { $0.compared > 0 && $0.ratio <= 1 && $0.ratios.count == 4 })
    #expect(found.tiers[0].usesGivenWeights == integers)
    #expect(try #require(found.approximation) < 1e-14)
  }

  /// Faults that verification must find.
  enum Fault: CaseIterable, Sendable {
    case swappedAxes, flippedKernel, paddingInEachLayer, swappedChannels, oneWeight, oneBias
  }

  @Test(arguments: Fault.allCases)
  func `a fault fails the double tier`(fault: Fault) throws {
    let (direct, sound) = try Self.pair()
    #expect(try Self.verify(direct, sound).passed)
    var stack = sound
    let bank = stack[1].bank
    switch fault {
    case .swappedAxes:
      stack[1] = Self.moving(stack[1]) { $0 % 3 * 3 + $0 / 3 }
    case .flippedKernel:
      stack[1] = Self.moving(stack[1]) { 8 - $0 }
    case .paddingInEachLayer:
      stack = stack.map { $0.padded([AxisPadding(1), AxisPadding(1)]) }
    case .swappedChannels:
      var swapped = bank
      for tap in 0..<9 {
        for input in 0..<bank.inputs {
          swapped.elements.swapAt(tap * bank.area + input, tap * bank.area + bank.inputs + input)
        }
      }
      stack[1] = Kernel(swapped, windows: stack[1].windows, bias: stack[1].bias)
    case .oneWeight:
      stack[1].weights[4] *= 1 + 1e-6
    case .oneBias:
      stack[1].bias?[0] += 1e-6
    }
    let found = try Self.verify(direct, stack)
    let double = try #require(found.tiers.first { $0.arithmetic == .double })
    #expect(!double.passed)
    #expect(double.ratio > 1)
    #expect(!found.passed)
  }

  @Test(arguments: 0..<3)
  func `one weight that is off by a millionth fails the double tier, whichever it is`(layer: Int) throws {
    let (direct, sound) = try Self.pair()
    for weight in stride(from: layer, to: sound[layer].weights.count, by: 17) {
      var stack = sound
      stack[layer].weights[weight] *= 1 + 1e-6
      let double = try #require(try Self.verify(direct, stack, size: [9, 8]).tiers.first { $0.arithmetic == .double })
      #expect(!double.passed, "weight \(weight)")
    }
  }

  @Test(arguments: 0..<3)
  func `one integer weight that is off by one fails the integer tier, whichever it is`(layer: Int) throws {
    let (direct, sound) = try Self.pair(integers: true)
    for weight in stride(from: layer, to: sound[layer].weights.count, by: 17) {
      var stack = sound
      stack[layer].weights[weight] += 1
      let tier = try #require(try Self.verify(direct, stack, size: [9, 8]).tiers.first)
      #expect(tier.arithmetic == .integers && tier.usesGivenWeights)
      #expect(!tier.passed, "weight \(weight)")
    }
  }

  @Test(arguments: [1e3, 1e7])
  func `integer weights too large for exact sums give way to small ones`(size: Double) throws {
    let (direct, stack) = try Self.pair(integers: true)
    let larger = stack.map { $0.with(weights: $0.weights.map { $0 * size }, bias: $0.bias) }
    let composition = try #require(Composition(larger))
    let tier = try #require(try Self.verify(composition.kernel, larger).tiers.first)
    #expect(tier.passed && tier.compared > 0)
    #expect(tier.usesGivenWeights == (size == 1e3))
    #expect(direct.weights.count == composition.kernel.weights.count)
  }

  @Test func `a difference that roundings can explain but hardly would is a warning, not a failure`() throws {
    // So many channels that even the impulses meet in sums of more roundings than λ².
    let (direct, sound) = try Self.pair(strides: [1, 1], widths: [400, 2, 2], biased: false)
    #expect(try Self.verify(direct, sound, size: [7, 7]).tiers.allSatisfy { !$0.warns })
    var (warned, failed) = (false, false)
    for step in 0..<40 where !failed {
      var stack = sound
      let fault = (0..<step).reduce(1e-4) { product, _ in product * 1.3 }
      stack[1].weights = stack[1].weights.map { $0 * (1 + fault) }
      let float = try #require(try Self.verify(direct, stack, size: [7, 7]).tiers.last)
      #expect(float.probableRatio >= float.ratio)
      warned = warned || float.warns
      failed = !float.passed
    }
    #expect(warned && failed)
  }

  @Test func `padding in each layer fails the integer tier and passes it outside the band`() throws {
    let (direct, upFront) = try Self.pair(integers: true)
    let stack = upFront.map { $0.padded([AxisPadding(1), AxisPadding(1)]) }
    #expect(try !Self.verify(direct, stack).tiers[0].passed)
    #expect(try Self.verify(direct, stack, at: .outsideBand).passed)
  }

  @Test func `a stride in another layer is another extent`() throws {
    let (direct, _) = try Self.pair(strides: [1, 1, 2])
    let (_, stack) = try Self.pair(strides: [2, 1, 1])
    #expect(throws: NumericsError.self) { try Self.verify(direct, stack) }
  }

  @Test func `an approximation passes as one, with its error told apart from rounding, and fails as exact`() throws {
    let target = KernelFamily.gabor.bank(size: 5, outputs: 3, inputs: 3, seed: 1)
    let window = AxisWindow.checked(kernel: 5, padding: AxisPadding(2))
    let direct = Kernel(target, windows: [window, window], bias: [1, 2, 3])
    let plan = StackPlan(kernels: [3, 3], widths: [3, 2, 3])
    let fit = ApproximationTests.fit(target, plan, steps: 30)
    let stack = fit.result.kernels(replacing: direct, plan: plan)
    let found = try Self.verify(direct, stack, claim: .approximation)
    #expect(found.passed)
    #expect(abs(try #require(found.approximation) - fit.error) < 1e-9)
    #expect(try !Self.verify(direct, stack).passed)
  }

  @Test func `the exact forms are exact in every tier, borders and biases included`() throws {
    let target = ExactFormTests.random([7, 7], 3, 1)
    let window = AxisWindow.checked(kernel: 7, stride: 2, padding: AxisPadding(3))
    let direct = Kernel(target, windows: [window, window], bias: [1, -2, 3])
    let windows = ExactFormTests.windows([3, 3], strides: [2, 1])
    let shift = try #require(ShiftBank(target, as: windows))
    let linear = try #require(LinearBank(target, as: windows, seed: 1))
    for stack in [
      shift.stack.kernels(replacing: direct, plan: shift.plan, groups: shift.groups),
      linear.stack.kernels(replacing: direct, plan: linear.plan),
    ] {
      #expect(try Self.verify(direct, stack, size: [15, 16]).passed)
    }
  }

  @Test func `a depthwise kernel is rewritten channel by channel`() throws {
    let window = AxisWindow.checked(kernel: 5, padding: AxisPadding(2))
    let weights = ExactFormTests.random([5, 5], 3, 1).elements
    let direct = Kernel(
      windows: [window, window], inputs: 3, outputs: 3, groups: 3, weights: weights, bias: [1, -2, 3])
    let banks = try (0..<3).map { group in
      try #require(ShiftBank(direct.bank(ofGroup: group), as: ExactFormTests.windows([3, 3])))
    }
    let stack = direct.replaced(byGroups: banks.map(\.stack), plan: banks[0].plan)
    #expect(stack.map(\.groups) == [3, 3])
    #expect(try Self.verify(direct, stack).passed)
  }

  @Test func `a rectifier between the layers of a shift bank changes nothing on inputs that are not negative`() throws {
    let target = ExactFormTests.random([5, 5], 3, 2)
    let window = AxisWindow.checked(kernel: 5, padding: AxisPadding(2))
    let direct = Kernel(target, windows: [window, window], bias: [1, -2, 3])
    let bank = try #require(ShiftBank(target, as: ExactFormTests.windows([3, 3])))
    let stack = bank.stack.kernels(replacing: direct, plan: bank.plan, groups: bank.groups)
    #expect(try Self.rectified(direct, stack, .nonnegative).passed)
    #expect(try !Self.rectified(direct, stack, .anything).passed)
  }

  @Test func `doubled hidden channels pass a rectifier unchanged, whatever the input`() throws {
    let (direct, stack) = try Self.pair()
    #expect(try !Self.rectified(direct, stack, .anything).passed)
    #expect(try Self.rectified(direct, #require(RectifiedForms.doubled(stack)), .anything).passed)
  }

  @Test func `raised biases pass a rectifier unchanged on inputs up to the stated size, and not beyond`() throws {
    let (direct, stack) = try Self.pair()
    let raised = try #require(RectifiedForms.shifted(stack, limit: 2))
    #expect(try Self.rectified(direct, raised, .bounded(2)).passed)
    #expect(try !Self.rectified(direct, raised, .bounded(2000)).passed)
    #expect(RectifiedForms.shifted(stack.map { $0.padded([AxisPadding(1), AxisPadding(1)]) }, limit: 2) == nil)
  }

  @Test func `a stack's cost is told with its sign`() throws {
    let window = AxisWindow.checked(kernel: 7, stride: 2, padding: AxisPadding(3))
    let direct = Kernel(ExactFormTests.random([7, 7], 64, 3), windows: [window, window])
    func cost(_ hidden: Int) throws -> StackCost {
      let plan = StackPlan(kernels: [3, 3], strides: [2, 1], widths: [3, hidden, 64])
      var generator = SplitMix64(seed: 1)
      let stack = BankStack(random: plan, using: &generator).kernels(replacing: direct, plan: plan)
      return try StackCost(of: stack, replacing: direct, input: [224, 224])
    }
    #expect(try cost(17).directMacs == 118_013_952)
    #expect(try abs(cost(17).macsChange - 0.11) < 0.02)
    #expect(try abs(cost(8).macsChange + 0.49) < 0.02)
    #expect(try cost(17).hiddenActivations == 17 * 114 * 114)
  }

  private static func moving(_ kernel: Kernel, _ place: (Int) -> Int) -> Kernel {
    var bank = kernel.bank
    for tap in 0..<9 {
      let source = place(tap) * bank.area
      bank.elements.replaceSubrange(
        tap * bank.area..<(tap + 1) * bank.area, with: kernel.bank.elements[source..<source + bank.area])
    }
    return Kernel(bank, windows: kernel.windows, bias: kernel.bias)
  }

  private static func rectified(
    _ direct: Kernel, _ stack: [Kernel], _ domain: Equivalence.Domain
  ) throws -> Equivalence {
    try Equivalence(of: direct, and: stack, input: [11, 9], between: .rectifier, on: domain, seed: 1)
  }
}
