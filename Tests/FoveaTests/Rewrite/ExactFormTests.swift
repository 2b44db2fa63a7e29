import FoveaFilters
import FoveaNumerics
import Testing

@Suite struct ExactFormTests {
  static func random(_ shape: [Int], _ outputs: Int, _ inputs: Int, seed: UInt64 = 3) -> FilterBank {
    var generator = SplitMix64(seed: seed)
    return FilterBank(
      shape: shape, outputs: outputs, inputs: inputs,
      elements: generator.normals(shape.reduce(outputs * inputs, *)))
  }

  static func windows(_ kernels: [Int], strides: [Int]? = nil) -> [[AxisWindow]] {
    kernels.indices.map { index in
      Array(repeating: .checked(kernel: kernels[index], stride: strides?[index] ?? 1), count: 2)
    }
  }

  @Test(
    arguments: [
      (5, [3, 3], [1, 1], [8]), (7, [3, 3, 3], [1, 1, 1], [8, 18]), (9, [3, 3, 3, 3], [1, 1, 1, 1], [8, 18, 18]),
      (11, [3, 3, 3, 3, 3], [1, 1, 1, 1, 1], [8, 8, 18, 32]), (7, [3, 3], [2, 1], [18]),
    ], [ShiftBank.Side.input, .output])
  func `a shift bank composes to the kernel bit by bit, with the fewest shifts`(
    form: (size: Int, kernels: [Int], strides: [Int], widths: [Int]), side: ShiftBank.Side
  ) throws {
    let target = Self.random([form.size, form.size], side == .input ? 3 : 2, side == .input ? 2 : 3)
    let bank = try #require(
      ShiftBank(target, as: Self.windows(form.kernels, strides: form.strides), side: side))
    #expect(bank.stack.composition == target)
    if side == .input {
      let hidden = Array(bank.plan.widths.dropFirst().dropLast())
      #expect(hidden.reduce(0, +) == form.widths.reduce(0, +))
    }
  }

  @Test func `the layers of a shift bank that only copy are depthwise`() throws {
    let target = Self.random([7, 7], 5, 3)
    let bank = try #require(ShiftBank(target, as: Self.windows([3, 3, 3])))
    let kernel = Kernel(
      target, windows: [.checked(kernel: 7, padding: AxisPadding(3)), .checked(kernel: 7, padding: AxisPadding(3))])
    let layers = bank.stack.kernels(replacing: kernel, plan: bank.plan, groups: bank.groups)
    #expect(bank.groups == [3, 3, 1])
    #expect(try #require(Composition(layers)).kernel.weights == kernel.weights)
  }

  @Test(arguments: [
    (5, [3, 3], [1, 1], 1, 1, [4]), (5, [3, 3], [1, 1], 2, 3, [6]), (5, [3, 3], [1, 1], 3, 8, [9]),
    (5, [3, 3], [1, 1], 4, 2, [6]), (7, [3, 3], [2, 1], 1, 4, [6]), (7, [3, 3], [2, 1], 2, 2, [11]),
    (7, [5, 3], [1, 1], 2, 2, [11]), (7, [3, 3, 3], [1, 1, 1], 1, 2, [3, 6]),
  ])
  func `a linear bank of least width is exact`(
    size: Int, kernels: [Int], strides: [Int], inputs: Int, outputs: Int, hidden: [Int]
  ) throws {
    let target = Self.random([size, size], outputs, inputs)
    let bank = try #require(
      LinearBank(target, as: Self.windows(kernels, strides: strides), draws: 2, seed: 1))
    #expect(bank.error < 1e-11)
    #expect(bank.stack.error(to: target) == bank.error)
    #expect(Array(bank.plan.widths.dropFirst().dropLast()).reduce(0, +) <= hidden.reduce(0, +))
    #expect(bank.cancellation >= 1)
    #expect(bank.condition >= 1)
  }

  @Test func `a linear bank of many channels is made of blocks and has the least width all the same`() throws {
    let target = Self.random([1, 5], 20, 19)
    let row = [AxisWindow.checked(kernel: 1), .checked(kernel: 3)]
    let bank = try #require(LinearBank(target, as: [row, row], draws: 1, seed: 1))
    #expect(bank.error < 1e-11)
    #expect(bank.plan.widths == [19, 32, 20])
  }

  @Test func `a bank that is nowhere negative is exact and needs no more channels`() throws {
    let target = Self.random([5, 5], 2, 2)
    let bank = try #require(
      LinearBank(target, as: Self.windows([3, 3]), bank: .nonnegative, spare: 1.5, draws: 10, seed: 1))
    #expect(bank.error < 1e-11)
    #expect(bank.stack.banks[0].elements.allSatisfy { $0 >= 0 })
  }

  @Test(arguments: [
    ([3, 3], [1, 1], 1, 1, 2), ([3, 3], [1, 1], 1, 2, 3), ([3, 3], [1, 1], 2, 2, 4), ([3, 3], [1, 1], 3, 3, 5),
    ([3, 3], [1, 1], 4, 4, 7), ([3, 3], [1, 1], 6, 6, 10), ([3, 3], [1, 1], 8, 8, 13), ([3, 3], [1, 1], 2, 8, 5),
    ([3, 3], [1, 1], 3, 16, 8), ([3, 3], [1, 1], 1, 8, 3), ([3, 3], [1, 1], 1, 32, 4), ([3, 3], [1, 1], 16, 16, 25),
    ([3, 3], [1, 1], 64, 192, 143), ([3, 3, 3], [1, 1, 1], 1, 1, 2), ([3, 3, 3], [1, 1, 1], 2, 2, 4),
    ([3, 3, 3], [1, 1, 1], 3, 3, 5), ([3, 3, 3], [1, 1, 1], 4, 4, 7), ([5, 3], [1, 1], 1, 1, 2),
    ([5, 3], [1, 1], 2, 2, 4), ([5, 3], [1, 1], 3, 3, 5), ([5, 3], [1, 1], 4, 4, 7), ([3, 3], [2, 1], 1, 1, 4),
    ([3, 3], [2, 1], 2, 2, 7), ([3, 3], [2, 1], 3, 8, 14), ([3, 3], [2, 1], 3, 64, 17),
  ])
  func `the dimension bound`(kernels: [Int], strides: [Int], inputs: Int, outputs: Int, width: Int) throws {
    let hidden = Array(repeating: 1, count: kernels.count - 1)
    let plan = StackPlan(kernels: kernels, strides: strides, widths: [inputs] + hidden + [outputs])
    #expect(try #require(plan.narrowest).layers[0].outputs == width)
  }

  @Test(arguments: [
    (5, [3, 3], [1, 1], 1, 1), (5, [3, 3], [1, 1], 2, 2), (5, [3, 3], [1, 1], 1, 2),
    (5, [3, 3], [1, 1], 1, 8), (5, [3, 3], [1, 1], 1, 32), (5, [3, 3], [1, 1], 3, 3),
    (7, [3, 3, 3], [1, 1, 1], 1, 1),
    (7, [3, 3], [2, 1], 1, 1), (7, [5, 3], [1, 1], 1, 1),
  ])
  func `the search finds an exact stack at the dimension bound and none one channel below`(
    size: Int, kernels: [Int], strides: [Int], inputs: Int, outputs: Int
  ) throws {
    let target = Self.random([size, size], outputs, inputs)
    let hidden = Array(repeating: 1, count: kernels.count - 1)
    let plan = try #require(
      StackPlan(kernels: kernels, strides: strides, widths: [inputs] + hidden + [outputs]).narrowest)
    let found = MinimalStack(of: target, as: plan, seed: 1)
    #expect(found.outcome == .found)
    #expect(found.stack.error(to: target) < 1e-9)
    let narrower = plan.with(hidden: plan.layers.dropLast().map { $0.outputs - 1 })
    #expect(MinimalStack(of: target, as: narrower, starts: 1, steps: 100, seed: 1).outcome == .notFoundBelowBound)
  }

  @Test(arguments: [1, 2, 3, 6], [5, 7])
  func `a kernel along one axis is exactly a chain of three-tap layers of its own width`(channels: Int, taps: Int)
    throws
  {
    let target = Self.random([1, taps], channels, channels)
    let stack = try #require(BankStack(dividing: target))
    #expect(stack.banks.map(\.shape) == Array(repeating: [1, 3], count: (taps - 1) / 2))
    #expect(stack.banks.allSatisfy { $0.inputs == channels && $0.outputs == channels })
    #expect(stack.error(to: target) < 1e-9)
  }

  @Test func `a kernel along two axes, or with other channels, is not divided`() {
    #expect(BankStack(dividing: Self.random([3, 5], 2, 2)) == nil)
    #expect(BankStack(dividing: Self.random([1, 5], 2, 3)) == nil)
  }
}
