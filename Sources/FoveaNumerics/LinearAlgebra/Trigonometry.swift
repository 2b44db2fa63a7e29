extension Double {
  /// cos x by a series after reduction to a small angle: the same bits on every machine, accurate to a few units in the
  /// last place for moderate x.
  package static func cosine(_ x: Double) -> Double {
    let turns = x / (2 * .pi)
    let part = abs(turns - turns.rounded()) * 2
    return part > 0.5 ? -reducedCosine((1 - part) * .pi) : reducedCosine(part * .pi)
  }

  /// sin x, as `cosine`.
  package static func sine(_ x: Double) -> Double {
    cosine(x - .pi / 2)
  }

  private static func reducedCosine(_ x: Double) -> Double {
    let square = -x * x
    var (term, sum) = (1.0, 1.0)
    for index in 1...14 {
      term *= square / Double((2 * index - 1) * (2 * index))
      sum += term
    }
    return sum
  }
}
