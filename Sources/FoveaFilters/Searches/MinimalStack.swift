import FoveaNumerics

/// The search for an exact stack of given widths.
package struct MinimalStack: Sendable {
  /// What the search can say. It never says that there is none, except below the dimension bound and for kernels in
  /// general.
  package enum Outcome: Hashable, Sendable {
    case found
    case notFound
    /// Kernels in general have no such stack, and none was found for this one.
    case notFoundBelowBound
    /// The watch ended the search before one was found.
    case stopped
  }

  package let outcome: Outcome
  /// The best that was found.
  package let stack: BankStack
  /// ‖W − composition‖ / ‖W‖ of `stack`.
  package let error: Double
  /// How many starts were tried.
  package let starts: Int

  /// Errors below this count as none.
  package static let tolerance = 1e-10

  /// More weights than this are solved for without a Jacobian matrix.
  private static let weightsForMatrix = 1000

  /// Searches from the split of the kernel's lift, from its mirror image, then from random stacks.
  package init(of target: FilterBank, as plan: StackPlan, starts: Int = 6, steps: Int = 6000, seed: UInt64) {
    precondition(plan.composedShape == target.shape, "a plan has the extent of the kernel")
    var generator = SplitMix64(seed: seed)
    var best: (stack: BankStack, error: Double)?
    var (tried, isStopped) = (0, false)
    while !isStopped, tried < max(starts, 1), (best?.error ?? 1) > Self.tolerance {
      let start =
        switch tried {
        case 0: BankStack(splitting: target, as: plan, seed: seed)
        case 1: BankStack(splittingFirst: target, as: plan, seed: seed)
        default: BankStack(random: plan, using: &generator)
        }
      var fit = StackFit(of: target, from: start)
      fit.improve(
        StackFit.Effort(
          steps: plan.parameters <= Self.weightsForMatrix ? steps / 40 : steps, stepsPerChange: 400, tolerance: 0,
          progress: 1e-3, weightsForMatrix: Self.weightsForMatrix))
      isStopped = fit.isStopped
      let error = fit.result.error(to: target)
      if error < best?.error ?? .infinity { best = (fit.result, error) }
      tried += 1
    }
    let found = best ?? (BankStack(random: plan, using: &generator), 1)
    (stack, error) = found
    self.starts = tried
    outcome =
      error <= Self.tolerance
      ? .found : isStopped ? .stopped : plan.canReachGenericKernels ? .notFound : .notFoundBelowBound
  }
}
