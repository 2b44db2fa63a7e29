package import FoveaFilters
import FoveaNumerics

/// A stack with a rectifier after each layer but the last that computes what the linear one does, on a stated domain.
package struct RectifiedCase: Sendable {
  /// Why the rectifiers change nothing.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The layers before the last copy the input at shifts, and copies of what is not negative are not negative.
    case nonnegativeBank = "nonnegative_bank"
    /// Every hidden channel is there twice, once negated.
    case doubling
    /// Hidden biases are so large that nothing is negative, and are taken off again.
    case biasShift = "bias_shift"
  }

  package let kind: Kind
  /// The inputs on which it holds.
  package let domain: Equivalence.Domain
  /// The channels between the layers.
  package let widths: [Int]
  package let cost: StackCost
  /// Both sides run, rectifiers included.
  package let equivalence: Equivalence
  /// The extent of the input that they were run on.
  package let size: [Int]

  /// The inputs that a shift of the biases is made for.
  private static let limit = 4.0

  /// What can be offered in place of a stack; empty where nothing can.
  ///
  /// The maps are as small as one window and a few steps allow: borders and interior are both there, and the hidden
  /// maps of these forms are wide.
  static func all(
    of direct: Kernel, stack: [Kernel], input size: [Int], seed: UInt64
  ) throws(NumericsError) -> [RectifiedCase] {
    guard let composition = Composition(stack) else { return [] }
    let linear = composition.upFront
    let small = zip(direct.windows, size).map { min(2 * $0.extent + 4 * $0.stride, $1) }
    var cases: [RectifiedCase] = []
    func append(_ kind: Kind, _ domain: Equivalence.Domain, _ form: [Kernel]?) throws(NumericsError) {
      guard let form else { return }
      cases.append(
        RectifiedCase(
          kind: kind, domain: domain, widths: form.dropLast().map(\.outputs),
          cost: try StackCost(of: form, replacing: direct, input: size),
          equivalence: try Equivalence(
            of: direct, and: form, input: small, between: .rectifier, on: domain, seed: seed),
          size: small))
    }
    try append(.nonnegativeBank, .nonnegative, shiftBank(of: direct, as: stack))
    try append(.doubling, .anything, RectifiedForms.doubled(linear))
    try append(.biasShift, .bounded(limit), RectifiedForms.shifted(linear, limit: limit))
    return cases
  }

  private static func shiftBank(of direct: Kernel, as stack: [Kernel]) -> [Kernel]? {
    let windows = stack.map(\.windows)
    if direct.groups == 1 {
      guard let spread = direct.spreadBank, let bank = ShiftBank(spread, as: windows) else { return nil }
      return bank.stack.kernels(replacing: direct, plan: bank.plan, groups: bank.groups)
    }
    guard direct.windows.allSatisfy({ $0.dilation == 1 }) else { return nil }
    let banks = (0..<direct.groups).compactMap { ShiftBank(direct.bank(ofGroup: $0), as: windows) }
    guard banks.count == direct.groups, let plan = banks.first?.plan else { return nil }
    return direct.replaced(byGroups: banks.map(\.stack), plan: plan)
  }
}

extension Kernel {
  /// The dense bank with all taps in steps of one pixel; nil where it is too large.
  fileprivate var spreadBank: FilterBank? {
    guard Composition.fits(windows.map(\.extent), inputs: inputs, outputs: outputs) else { return nil }
    return Composition.bank([self], spacing: windows.map { _ in 1 })
  }
}
