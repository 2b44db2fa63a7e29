/// How the bounds of an operator's output follow from those of its inputs.
public enum Bounding: Hashable, Sendable {
  /// Nothing is known.
  case unknown
  /// Every value is one of the inputs', or between some of them and zero.
  case kept
  /// No value is negative where none of the inputs' is.
  case sign
  /// A value that is not negative gives one that is neither negative nor larger.
  case shrunk
  /// Values beyond the bounds are moved to them.
  case clamped(ClosedRange<Double>)
  /// Every value is between the bounds, and is not negative where none of the inputs' is.
  case within(ClosedRange<Double>)

  /// The bounds of the output for those of the inputs.
  package func range(_ inputs: some Sequence<ClosedRange<Double>>) -> ClosedRange<Double> {
    let any = -Double.infinity...Double.infinity
    let all = inputs.reduce(0...0) { min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound) }
    let isNegative = all.lowerBound < 0
    switch self {
    case .unknown: return any
    case .kept: return all
    case .sign: return isNegative ? any : 0...Double.infinity
    case .shrunk: return isNegative ? any : all
    case .clamped(let bounds): return all.clamped(to: bounds)
    case .within(let bounds): return isNegative ? bounds : bounds.clamped(to: 0...Double.infinity)
    }
  }
}
