import FoveaFilters
import FoveaNumerics
import KernelSamples
import Testing

@Suite struct ApproximationTests {
  static func plan(_ kernels: [Int], strides: [Int]? = nil, _ widths: [Int]) -> StackPlan {
    StackPlan(kernels: kernels, strides: strides, widths: widths)
  }

  static func fit(_ target: FilterBank, _ plan: StackPlan, steps: Int = 150) -> StackFit {
    var fit = StackFit(of: target, from: BankStack(splitting: target, as: plan, seed: 1))
    fit.improve(StackFit.Effort(steps: steps))
    return fit
  }

  @Test(arguments: [[3, 3], [3, 3, 3]])
  func `a stack that was planted is found again`(kernels: [Int]) {
    let plan = Self.plan(kernels, [4] + Array(repeating: 2, count: kernels.count - 1) + [4])
    var generator = SplitMix64(seed: 2)
    let target = BankStack(random: plan, using: &generator).composition
    #expect(Self.fit(target, plan, steps: 600).error < 1e-9)
  }

  @Test(arguments: [
    (5, [3, 3], [1, 1], [16, 8, 16], KernelFamily.gauss, 0.656), (5, [3, 3], [1, 1], [16, 8, 16], .smooth, 0.462),
    (5, [3, 3], [1, 1], [16, 8, 16], .gabor, 0.235), (5, [3, 3], [1, 1], [16, 16, 16], .gabor, 0.047),
    (7, [3, 3], [2, 1], [3, 4, 64], .stem, 0.163), (7, [3, 3], [2, 1], [3, 8, 64], .stem, 0.050),
  ])
  func `searches reach the errors that were stated where they were designed, but for a tenth`(
    size: Int, kernels: [Int], strides: [Int], widths: [Int], family: KernelFamily, stated: Double
  ) {
    let plan = Self.plan(kernels, strides: strides, widths)
    let target = family.bank(size: size, outputs: plan.outputs, inputs: plan.inputs, seed: 1)
    #expect(Self.fit(target, plan, steps: 300).error <= 1.1 * stated)
  }

  @Test(
    arguments: KernelFamily.allCases,
    [[3, 3], [3, 3, 3]])
  func `a search tells its error, and a bound that is not above it`(family: KernelFamily, kernels: [Int]) {
    let plan = Self.plan(kernels, [2] + Array(repeating: 1, count: kernels.count - 1) + [3])
    let target = family.bank(size: 2 * kernels.count + 1, outputs: 3, inputs: 2, seed: 4)
    let found = ApproximateStack(of: target, as: plan, seed: 1)
    #expect(abs(found.stack.error(to: target) - found.error) < 1e-9)
    #expect(found.lowerBound > 0 && found.lowerBound <= found.error)
  }

  @Test(arguments: KernelFamily.allCases)
  func `the reported error is that of the reported stack`(family: KernelFamily) {
    let target = family.bank(size: 5, outputs: 4, inputs: 3, seed: 4)
    let fit = Self.fit(target, Self.plan([3, 3], [3, 3, 4]), steps: 40)
    #expect(abs(fit.result.error(to: target) - fit.error) < 1e-9)
    #expect(fit.error < 1)
  }

  @Test(arguments: KernelFamily.allCases, [1, 2, 3])
  func `no lower bound exceeds an error that was found`(family: KernelFamily, width: Int) {
    let target = family.bank(size: 5, outputs: 6, inputs: 3, seed: 4)
    let plan = Self.plan([3, 3], [3, width, 6])
    let error = Self.fit(target, plan, steps: 60).error
    let (frequency, patch) = (LowerBound.frequency(target, width: width), LowerBound.patch(target, plan: plan))
    #expect(frequency <= error)
    #expect(patch <= error)
    #expect(max(frequency, patch) > (width < 3 ? 0 : -1))
  }

  @Test func `the bounds vanish where the widths allow every kernel`() {
    let target = KernelFamily.gauss.bank(size: 5, outputs: 2, inputs: 2, seed: 4)
    #expect(LowerBound.frequency(target, width: 2) == 0)
    #expect(LowerBound.patch(target, plan: Self.plan([3, 3], [2, 8, 2])) < 1e-6)
  }

  @Test func `the composition of a stack obeys the bounds of its own width: they are zero`() {
    let plan = Self.plan([3, 3], [3, 2, 5])
    var generator = SplitMix64(seed: 2)
    let target = BankStack(random: plan, using: &generator).composition
    #expect(LowerBound.frequency(target, width: 2) < 1e-7)
    #expect(LowerBound.patch(target, plan: plan) < 1e-6)
  }

  @Test(arguments: Alternative.Form.allCases)
  func `each alternative has the error that it states, and none at its full width`(form: Alternative.Form) throws {
    let target = KernelFamily.gauss.bank(size: 3, outputs: 4, inputs: 3, seed: 4)
    let unfoldings = Unfoldings(target)
    for width in [1, 2, 100] {
      let best = try #require(unfoldings.best(form, width: width))
      let stack = try #require(unfoldings.stack(best))
      #expect(abs(stack.error(to: target) - best.error) < 1e-7)
      #expect(width < 100 || best.error < 1e-7)
    }
  }

  @Test func `alternatives are ranked by error and keep the budget`() {
    let target = KernelFamily.smooth.bank(size: 5, outputs: 6, inputs: 6, seed: 4)
    let ranked = Unfoldings(target).ranked(share: 0.6)
    #expect(ranked.count == Alternative.Form.allCases.count)
    #expect(ranked.map(\.error) == ranked.map(\.error).sorted())
    #expect(ranked.allSatisfy { Double($0.parameters) <= 0.6 * Double(target.elements.count) })
  }

  @Test(arguments: [([3, 3], 16, 0.36, 8), ([3, 3], 16, 0.72, 16), ([3, 3, 3], 64, 0.552, 64)])
  func `a budget decides how wide a stack may be`(kernels: [Int], channels: Int, share: Double, width: Int) throws {
    let hidden = Array(repeating: 1, count: kernels.count - 1)
    let plan = try #require(Self.plan(kernels, [channels] + hidden + [channels]).widest(share: share))
    #expect(plan.layers[0].outputs == width)
    #expect(Self.plan(kernels, [channels] + hidden + [channels]).widest(share: 1e-6) == nil)
  }

  @Test func `a kernel without a second axis has no separable form`() {
    let target = FilterBank(shape: [5], outputs: 1, inputs: 1, elements: [1, 2, 3, 4, 5])
    #expect(Unfoldings(target).best(.rowsThenColumns, width: 1) == nil)
  }
}
