import FoveaGraph

/// How far the windows of the same units of two maps are apart, on one axis.
enum CentreDistance {
  /// Not at all, or not known.
  case none
  /// By as many pixels of the input on average, and as many cells.
  case apart(pixels: Fraction, cells: Fraction, at: UnitCentres)
  /// The more, the later the unit: the strides differ.
  case drifting(strides: (Fraction, Fraction), at: UnitCentres)

  /// A unit and the centres of its windows in two maps.
  struct UnitCentres {
    let unit: Int
    let first: Fraction
    let second: Fraction
  }

  /// The most units that are compared one by one.
  private static let most = 4_096

  /// Compares two windows over `units` units, where their number is known.
  ///
  /// - Parameter mayDifferAtStart: whether windows that end together are no distance apart.
  init(_ first: PeriodicWindow, _ second: PeriodicWindow, units: Int?, mayDifferAtStart: Bool) {
    self = .none
    guard first != second, let strides = Self.both(Fraction(first.rate), Fraction(second.rate)) else { return }
    let isSteady = first.rate == second.rate
    let (period, isTooLong) = first.period.multipliedReportingOverflow(by: second.period)
    let count = min(units ?? .max, isSteady && !isTooLong ? period : .max)
    guard count <= Self.most else {
      // What drifts over a map of any size is beyond every bound.
      if !isSteady, let at = Self.centres(first, second, of: (units ?? Self.most) - 1) {
        self = .drifting(strides: strides, at: at)
      }
      return
    }
    let compared = (0..<count).compactMap { Self.centres(first, second, of: $0) }
    guard !compared.isEmpty else { return }
    if mayDifferAtStart, (0..<count).allSatisfy({ first.rows(ofUnit: $0)?.last == second.rows(ofUnit: $0)?.last }) {
      return
    }
    self = Self.judged(compared, strides: strides, isSteady: isSteady)
  }

  private static func judged(
    _ compared: [UnitCentres], strides: (Fraction, Fraction), isSteady: Bool
  ) -> CentreDistance {
    let cell = strides.0.exceeds(strides.1) ? strides.0 : strides.1
    var sum: Fraction? = .zero
    var farthest: (distance: Fraction, at: UnitCentres)?
    for at in compared {
      guard let distance = at.second.negated.flatMap({ at.first.adding($0) }) else { return .none }
      sum = sum?.adding(distance)
      if farthest.map({ distance.magnitude.exceeds($0.distance.magnitude) }) ?? true { farthest = (distance, at) }
    }
    guard let farthest else { return .none }
    if !isSteady, farthest.distance.magnitude.exceeds(cell) { return .drifting(strides: strides, at: farthest.at) }
    guard let mean = sum?.divided(by: Fraction(compared.count)), mean != .zero, let cells = mean.divided(by: cell)
    else {
      return .none
    }
    return .apart(pixels: mean.magnitude, cells: cells.magnitude, at: farthest.at)
  }

  private static func both(_ first: Fraction?, _ second: Fraction?) -> (Fraction, Fraction)? {
    first.flatMap { first in second.map { (first, $0) } }
  }

  private static func centres(_ first: PeriodicWindow, _ second: PeriodicWindow, of unit: Int) -> UnitCentres? {
    guard let one = first.doubledCentre(ofUnit: unit), let other = second.doubledCentre(ofUnit: unit),
      let centres = both(Fraction(one, 2), Fraction(other, 2))
    else { return nil }
    return UnitCentres(unit: unit, first: centres.0, second: centres.1)
  }
}
