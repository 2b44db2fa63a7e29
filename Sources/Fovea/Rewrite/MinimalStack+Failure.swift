import FoveaFilters
import FoveaText

extension MinimalStack {
  /// Why a kernel is not written as an exact stack of some widths; what was not searched to its end is not called
  /// impossible.
  func failure(widths: String) -> KernelRewrite.Failure {
    let error = DecimalText.text(error, digits: 2)
    if outcome == .stopped {
      return KernelRewrite.Failure(
        "the search for an exact stack of the widths \(widths) was stopped at the time limit: the best so far has a "
          + "relative error of \(error)",
        help: "`--time-limit` gives it more time; `--form linear` is exact, and wider", isStopped: true)
    }
    let isBelow = outcome == .notFoundBelowBound
    return KernelRewrite.Failure(
      "no exact stack of the widths \(widths) was found: the best of \(starts) starts has a relative error of \(error)"
        + (isBelow ? ", and kernels in general have none" : ""),
      help: "`--form linear` is exact, and wider")
  }
}
