/// What the kernels read for one step, without references that each use would count: whoever holds it holds what
/// follows, too.
@safe struct RawStep<Element: TensorElement> {
  /// The numbers of the first channel, and behind them those of the others. Without a normalization there are no means,
  /// and what the factors and shifts are does not matter.
  let mean: UnsafePointer<Element>?
  let factor: UnsafePointer<Element>
  let shift: UnsafePointer<Element>
  let limits: UnsafePointer<Element>
  let addsOther: Bool

  init(_ step: Epilogue<Element>.Step) {
    unsafe limits = UnsafePointer(step.limits.base)
    unsafe mean = step.normalization.map { unsafe UnsafePointer($0.mean.base) }
    unsafe factor = step.normalization.map { unsafe UnsafePointer($0.factor.base) } ?? limits
    unsafe shift = step.normalization.map { unsafe UnsafePointer($0.shift.base) } ?? limits
    addsOther = step.addsOther
  }
}
