import Fovea
import FoveaFilters
import FoveaNumerics
import Testing

@Suite struct StackVerificationTests {
  /// A layer and a stack with random weights.
  private static func verify(
    kernels: [Int] = [3, 3], strides: [Int] = [1, 1], stride: Int = 1, perLayer: Bool = false,
    between: Between = .nothing, size: [Int] = [11, 10], bias: Bool = true, fault: (inout [Kernel]) -> Void = { _ in },
    acceptable: Double? = nil, weights: StackVerification.Weights = .random
  ) throws -> StackVerification {
    let extent = kernels.reduce(1) { $0 + $1 - 1 }
    var generator = SplitMix64(seed: 4)
    let direct = layer(extent, stride, AxisPadding(extent / 2), bias)
    let stack = kernels.indices.map { index in
      let padding = perLayer ? AxisPadding(kernels[index] / 2) : AxisPadding(index == 0 ? extent / 2 : 0)
      return layer(kernels[index], strides[index], padding, bias).randomized(using: &generator)
    }
    let composition = try #require(Composition(stack)).kernel
    var changed = stack
    fault(&changed)
    return try StackVerification(
      of: (try? direct.holding(composition)) ?? direct, and: changed, between: between, input: size, weights: weights,
      acceptable: acceptable, seed: 7)
  }

  private static func layer(_ kernel: Int, _ stride: Int, _ padding: AxisPadding, _ bias: Bool) -> Kernel {
    let window = AxisWindow.checked(kernel: kernel, stride: stride, padding: padding)
    return Kernel(
      windows: [window, window], inputs: 2, outputs: 2, weights: Array(repeating: 0, count: 4 * kernel * kernel),
      bias: bias ? [0, 0] : nil)
  }

  @Test func `a stack with all padding up front is the same everywhere`() throws {
    let found = try Self.verify()
    #expect(found.geometry.isSame && found.passes(expectingActivation: false))
    guard case .same(let equivalence) = found.function else {
      Issue.record("\(found.function)")
      return
    }
    #expect(equivalence.tiers.count == 3 && equivalence.tiers.allSatisfy { $0.isRun && $0.passed })
    #expect(found.cost.parametersChange < 0 && found.cost.hiddenActivations > 0)
    #expect(try #require(found.cancellation) >= 1)
  }

  @Test(arguments: [true, false]) func `padding in each layer leaves the predicted band`(bias: Bool) throws {
    let found = try Self.verify(kernels: [3, 3, 3], strides: [1, 1, 1], perLayer: true, size: [14, 15], bias: bias)
    #expect(found.geometry.isSame && !found.passes(expectingActivation: false))
    guard case .interior(let equivalence, let band) = found.function else {
      Issue.record("\(found.function)")
      return
    }
    #expect(equivalence.passed && band.isAsPredicted && band.affected > 0)
    #expect(band.predicted.widths == [AxisPadding(2), AxisPadding(2)] && band.observed == band.predicted.widths)
    #expect(band.largest > 0.1)
  }

  @Test func `as many taps at other places are another geometry`() throws {
    let even = AxisWindow.checked(kernel: 4, dilation: 2)
    let near = AxisWindow.checked(kernel: 2)
    let far = AxisWindow.checked(kernel: 2, dilation: 5)
    let kernels = [even, near, far].map { window in
      Kernel(windows: [window], inputs: 1, outputs: 1, weights: Array(repeating: 1, count: window.kernel))
    }
    let geometry = try StackGeometry(of: kernels[0], and: [kernels[1], kernels[2]], input: [20])
    #expect(geometry.facts.allSatisfy(\.isEqual) && geometry.holes == [[2, 3, 4]])
    #expect(!geometry.isSame)
  }

  @Test func `a stride in another layer is another geometry, and nothing is run`() throws {
    let right = try Self.verify(strides: [1, 2], stride: 2)
    #expect(right.passes(expectingActivation: false))
    let wrong = try Self.verify(strides: [2, 1], stride: 2)
    #expect(!wrong.passes(expectingActivation: false))
    #expect(wrong.geometry.facts.contains { $0.property == .receptiveField && $0.stack == "7x7" && !$0.isEqual })
    guard case .different(.geometry) = wrong.function else {
      Issue.record("\(wrong.function)")
      return
    }
  }

  @Test func `a weight that is off by a millionth fails, and passes as an approximation that is accepted`() throws {
    func change(_ stack: inout [Kernel]) { stack[0].weights[4] *= 1 + 1e-6 }
    let random = try Self.verify(fault: change)
    guard case .different(.run(let equivalence)) = random.function else {
      Issue.record("\(random.function)")
      return
    }
    #expect(equivalence.tiers.contains { $0.arithmetic == .double && !$0.passed })
    let given = try Self.verify(fault: change, weights: .given)
    guard case .approximation(_, let error, isAccepted: false) = given.function else {
      Issue.record("\(given.function)")
      return
    }
    #expect(error > 1e-9 && error < 1e-6 && !given.passes(expectingActivation: false))
    #expect(try Self.verify(fault: change, acceptable: 1e-6, weights: .given).passes(expectingActivation: false))
  }

  @Test func `a rectifier makes another function, and three forms keep it on their domains`() throws {
    let found = try Self.verify(between: .rectifier)
    guard case .rectified(let cases) = found.function else {
      Issue.record("\(found.function)")
      return
    }
    #expect(cases.map(\.kind) == [.nonnegativeBank, .doubling, .biasShift])
    #expect(cases.map(\.domain) == [.nonnegative, .anything, .bounded(4)])
    #expect(cases.map(\.widths) == [[8], [4], [2]])
    #expect(cases.allSatisfy { $0.equivalence.passed })
    #expect(!found.passes(expectingActivation: false) && found.passes(expectingActivation: true))
  }

  @Test func `integers are made smaller until every sum is exact`() throws {
    let window = AxisWindow.checked(kernel: 3)
    var generator = SplitMix64(seed: 1)
    let layer = Kernel(windows: [window], inputs: 32, outputs: 32, weights: Array(repeating: 0, count: 32 * 32 * 3))
    // 24 weights of up to 3 for each of 12 layers exceed 2^53.
    let stack = (0..<12).map { _ in layer.randomized(using: &generator) }
    let composition = try #require(Composition(stack)).kernel
    let found = try Equivalence(of: composition, and: stack, input: [30], seed: 1)
    let integers = try #require(found.tiers.first)
    #expect(integers.arithmetic == .integers && integers.isRun && integers.passed && integers.ratios.count == 4)
    var changed = stack
    changed[3].weights = changed[3].weights.map { $0 * 2 }
    #expect(try !Equivalence(of: composition, and: changed, input: [30], seed: 1).passed)
  }

  @Test func `a composition that a layer has no place for is told apart`() throws {
    let window = AxisWindow.checked(kernel: 3)
    func kernel(_ dilation: Int, groups: Int, bias: [Double]?) -> Kernel {
      Kernel(
        windows: [.checked(kernel: 3, dilation: dilation)], inputs: 2, outputs: 2, groups: groups,
        weights: Array(repeating: 1, count: 12 / groups), bias: bias)
    }
    let full = Kernel(windows: [window], inputs: 2, outputs: 2, weights: Array(repeating: 1, count: 12), bias: [1, 1])
    #expect(throws: Kernel.Misfit.bias) { try kernel(1, groups: 1, bias: nil).holding(full) }
    #expect(throws: Kernel.Misfit.groups) { try kernel(1, groups: 2, bias: [0, 0]).holding(full) }
    #expect(throws: Kernel.Misfit.taps) { try kernel(2, groups: 1, bias: [0, 0]).holding(full) }
    #expect(try kernel(1, groups: 1, bias: [0, 0]).holding(full) == full)
  }
}
