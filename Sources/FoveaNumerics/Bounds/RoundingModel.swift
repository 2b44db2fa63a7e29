/// How roundings are assumed to add up.
public enum RoundingModel: Hashable, Sendable {
  /// In the worst way: γₙ = n·u/(1 − n·u). Holds always.
  case deterministic
  /// As independent errors of mean zero: γ̃ₙ(λ) = exp(λ·√n·u + n·u²/(1 − u)) − 1. For a warning, not for a proof.
  ///
  /// Higham and Mary, *A New Approach to Probabilistic Rounding Error Analysis*, 2019, theorem 2.4.
  case probabilistic(lambda: Double)

  /// The λ with which, of that many roundings, any exceeds its bound with a probability of at most `failure`.
  public static func lambda(roundings: Double, failure: Double) -> Double {
    // 2 N exp(−λ²/2) = p
    (2 * logarithm(2 * roundings / failure)).squareRoot()
  }

  /// The relative error of a result that went through `count` roundings of the unit roundoff `u`.
  public func growth(_ count: Double, unitRoundoff u: Double) -> Double {
    let product = count * u
    let certain = product < 1 ? product / (1 - product) : .infinity
    switch self {
    case .deterministic:
      return certain
    case .probabilistic(let lambda):
      // Up to λ² roundings the certain bound is the smaller one.
      return min(certain, Double.exponentialMinusOne(lambda * count.squareRoot() * u + count * u * u / (1 - u)))
    }
  }
}
