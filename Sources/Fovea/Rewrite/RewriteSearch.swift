import FoveaFilters
import FoveaNumerics
import FoveaText

/// One way to write a kernel within a budget, and how near it comes.
package struct RewriteCandidate: Hashable, Sendable {
  package let form: RewriteForm
  /// The kernels of its layers.
  package let kernels: String
  /// The channels between the layers.
  package let width: Int
  package let cost: RewriteCost
  /// ‖W − W′‖ / ‖W‖ of what was found.
  package let error: Double
  /// No weights of this form and width have a smaller error.
  package let lowerBound: Double
  /// Whether `error` is the least that the form allows at this width.
  package let isBestOfForm: Bool
}

extension KernelRewriter {
  /// The form that comes nearest to the kernel with at most `budget` of its multiply-accumulates and parameters, and
  /// all that were tried, nearest first.
  ///
  /// - Parameter form: the only form to try; all that approximate where nil.
  func best(
    within budget: Double, form: RewriteForm?
  ) throws(KernelRewrite.Failure) -> (rewrite: KernelRewrite, candidates: [RewriteCandidate]) {
    try checkSize()
    var found: [(rewrite: KernelRewrite, candidate: RewriteCandidate)] = []
    var isStopped = false
    for (own, isReversed) in Self.contestants where form == nil || own == form {
      if !found.isEmpty, Watch.isOver {
        isStopped = true
        break
      }
      var rewriter = self
      rewriter.options.reversesFactors = isReversed
      guard let width = rewriter.widest(own, within: budget) else { continue }
      rewriter.options.widths = [width]
      guard let rewrite = try? rewriter.rewritten(own), let sizes = rewrite.stack.sizes(replacing: direct) else {
        continue
      }
      let (error, bound, isBest): (Double, Double, Bool) =
        switch rewrite.interior {
        case .approximation(let error, let bound, let isBest): (error, bound, isBest)
        case .sameUpToRounding(let error, _): (error, 0, false)
        case .sameWeights, .kernel, .another: (0, 0, false)
        }
      found.append(
        (
          rewrite,
          RewriteCandidate(
            form: own, kernels: StackText.kernels(sizes), width: sizes[0].outputs,
            cost: RewriteCost(of: sizes, replacing: direct), error: error, lowerBound: bound, isBestOfForm: isBest)
        ))
    }
    // A sort that keeps the order of equals: forms that come first are simpler.
    let ranked = found.enumerated().sorted {
      ($0.element.candidate.error, $0.offset) < ($1.element.candidate.error, $1.offset)
    }.map(\.element)
    guard var first = ranked.first else {
      throw KernelRewrite.Failure("no form has \(Quantity.percent(budget)) of its macs and parameters or less")
    }
    first.rewrite.isStopped = isStopped || found.contains { $0.rewrite.isStopped }
    return (first.rewrite, ranked.map(\.candidate))
  }

  private static let contestants: [(RewriteForm, isReversed: Bool)] = [
    (.stack, false), (.strided, false), (.separable, false), (.separable, true), (.depthwise, false),
    (.bottleneck, false), (.bottleneck, true),
  ]

  /// The most channels between the layers with which a form stays within a budget.
  private func widest(_ form: RewriteForm, within budget: Double) -> Int? {
    let unit = form == .depthwise ? direct.inputs : direct.groups
    func fits(_ multiple: Int) -> Bool {
      var options = options
      let (width, overflow) = multiple.multipliedReportingOverflow(by: unit)
      options.widths = [width]
      guard !overflow, let (_, sizes) = try? StackDraft(form, of: direct, options).stack() else { return false }
      let cost = RewriteCost(of: sizes, replacing: direct)
      return cost.macsRatio <= budget && cost.parametersRatio <= budget
    }
    guard fits(1) else { return nil }
    var (low, high) = (1, 2)
    while fits(high), high < 1 << 19 { (low, high) = (high, 2 * high) }
    while high - low > 1 {
      let middle = (low + high) / 2
      if fits(middle) { low = middle } else { high = middle }
    }
    return low * unit
  }
}
