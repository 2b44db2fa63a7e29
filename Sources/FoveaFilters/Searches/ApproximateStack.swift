import FoveaNumerics

/// The search for a stack of given widths that computes nearly what a kernel does.
///
/// It is the best that was found, not the best there is; how much better a stack could be at most is told by
/// `lowerBound`.
package struct ApproximateStack: Sendable {
  package let stack: BankStack
  /// ‖W − composition‖ / ‖W‖: the error of the output for white inputs, relative to its size.
  package let error: Double
  /// No stack of these widths errs less.
  package let lowerBound: Double
  /// Conjugate-gradient steps of all searches.
  package let steps: Int
  /// Whether the watch ended the search.
  package let isStopped: Bool

  /// Searches from the split of the kernel's lift and, where there are more than two layers and a step takes little
  /// time, from the split from the other side; the better one after an eighth of the steps goes on.
  package init(of target: FilterBank, as plan: StackPlan, seed: UInt64) {
    precondition(plan.composedShape == target.shape, "a plan has the extent of the kernel")
    let effort = Self.effort(plan)
    var best = StackFit(of: target, from: BankStack(splitting: target, as: plan, seed: seed))
    var spent = 0
    if plan.layers.count > 2, plan.productsPerStep <= Self.largestRace {
      var trial = effort
      trial.steps /= 8
      var other = StackFit(of: target, from: BankStack(splittingFirst: target, as: plan, seed: seed))
      best.improve(trial)
      other.improve(trial)
      if other.error < best.error { (best, other) = (other, best) }
      spent = other.steps
    }
    best.improve(effort)
    stack = best.result
    error = best.error
    steps = best.steps + spent
    isStopped = best.isStopped
    lowerBound = LowerBound.best(target, plan: plan)
  }

  private static let largestRace = 20_000_000

  /// Steps for some ten seconds on one processor, at most 2,500.
  private static func effort(_ plan: StackPlan) -> StackFit.Effort {
    StackFit.Effort(steps: min(2500, max(100, 200_000_000_000 / max(plan.productsPerStep, 1))))
  }
}

extension StackPlan {
  /// The multiplications of one conjugate-gradient step, roughly: four products of the layers' matrices at each point
  /// of the evaluation grid.
  fileprivate var productsPerStep: Int {
    let points = composedShape.reduce(1, *)
    return zip(widths, layers).reduce(0) { $0 + 4 * points * $1.0 * $1.1.outputs * inputs }
  }
}
