import FoveaGraph

/// How far the windows of the same units of two maps are apart, on one axis.
enum CentreDistance {
  /// Not at all, or not known.
  case none
  /// By as many pixels of the input on average, and as many cells.
  case apart(pixels: Fraction, cells: Fraction, at: UnitCentres)
  /// The more, the later the unit: the strides differ.
  case drifting(strides: (Fraction, Fraction), at: UnitCentres)
  /// By as many pixels at most, which is more than a cell of a coarser map that one of them was resized from.
  case resized(pixels: Fraction, cell: Fraction, at: UnitCentres)

  /// A unit and the centres of its windows in two maps.
  struct UnitCentres {
    let unit: Int
    let first: Fraction
    let second: Fraction
    /// How far the first is from the second on purpose.
    fileprivate var chosen = Fraction.zero

    /// From the second to the first, beside what is on purpose; nil where it overflows.
    fileprivate var distance: Fraction? {
      second.adding(chosen).flatMap { $0.negated }.flatMap { first.adding($0) }
    }
  }

  /// The most units that are compared one by one.
  private static let most = 4_096

  /// Compares two windows over `units` units, where their number is known.
  ///
  /// - Parameters:
  ///   - mayDifferAtStart: whether windows that end together are no distance apart.
  ///   - chosen: how many pixels the first are behind the second on purpose.
  init(
    _ first: PeriodicWindow, _ second: PeriodicWindow, units: Int?, mayDifferAtStart: Bool, chosen: Fraction = .zero
  ) {
    self = .none
    guard first != second, let strides = Self.both(Fraction(first.rate), Fraction(second.rate)) else { return }
    let isSteady = first.rate == second.rate
    let (period, isTooLong) = first.period.multipliedReportingOverflow(by: second.period)
    let count = min(units ?? .max, isSteady && !isTooLong ? period : .max)
    guard count <= Self.most else {
      // What drifts over a map of any size is beyond every bound.
      if !isSteady, let at = Self.centres(first, second, of: (units ?? Self.most) - 1, chosen: chosen) {
        self = .drifting(strides: strides, at: at)
      }
      return
    }
    let compared = (0..<count).compactMap { Self.centres(first, second, of: $0, chosen: chosen) }
    guard !compared.isEmpty else { return }
    if mayDifferAtStart, (0..<count).allSatisfy({ first.rows(ofUnit: $0)?.last == second.rows(ofUnit: $0)?.last }) {
      return
    }
    self = Self.judged(compared, strides: strides, isSteady: isSteady)
  }

  /// Compares two windows where one of the maps was resized from one with cells of `cell` pixels of the input.
  ///
  /// A resize cannot put its units nearer to their places than the cells that it makes them of, so that within one cell
  /// no distance is said. Of more units than are compared one by one these are the first and the last.
  init(
    _ first: PeriodicWindow, _ second: PeriodicWindow, units: Int?, resizedFrom cell: Fraction, chosen: Fraction = .zero
  ) {
    self = .none
    let count = units ?? Self.most
    let half = Self.most / 2
    let compared = count <= Self.most ? [0..<count] : [0..<half, count - half..<count]
    let centres = compared.joined().compactMap { Self.centres(first, second, of: $0, chosen: chosen) }
    guard let (distance, at) = Self.farthest(of: centres), distance.magnitude.exceeds(cell) else { return }
    self = .resized(pixels: distance.magnitude, cell: cell, at: at)
  }

  private static func judged(
    _ compared: [UnitCentres], strides: (Fraction, Fraction), isSteady: Bool
  ) -> CentreDistance {
    let cell = strides.0.exceeds(strides.1) ? strides.0 : strides.1
    guard let farthest = Self.farthest(of: compared) else { return .none }
    if !isSteady, farthest.distance.magnitude.exceeds(cell) { return .drifting(strides: strides, at: farthest.at) }
    let sum = compared.reduce(Optional(Fraction.zero)) { sum, at in sum.flatMap { sum in at.distance?.adding(sum) } }
    guard let mean = sum?.divided(by: Fraction(compared.count)), mean != .zero, let cells = mean.divided(by: cell)
    else {
      return .none
    }
    return .apart(pixels: mean.magnitude, cells: cells.magnitude, at: farthest.at)
  }

  /// The unit with the greatest distance; nil where there is none, or one overflows.
  private static func farthest(of units: [UnitCentres]) -> (distance: Fraction, at: UnitCentres)? {
    var farthest: (distance: Fraction, at: UnitCentres)?
    for at in units {
      guard let distance = at.distance else { return nil }
      if farthest.map({ distance.magnitude.exceeds($0.distance.magnitude) }) ?? true { farthest = (distance, at) }
    }
    return farthest
  }

  private static func both(_ first: Fraction?, _ second: Fraction?) -> (Fraction, Fraction)? {
    first.flatMap { first in second.map { (first, $0) } }
  }

  private static func centres(
    _ first: PeriodicWindow, _ second: PeriodicWindow, of unit: Int, chosen: Fraction
  ) -> UnitCentres? {
    guard let one = first.doubledCentre(ofUnit: unit), let other = second.doubledCentre(ofUnit: unit),
      let centres = both(Fraction(one, 2), Fraction(other, 2))
    else { return nil }
    return UnitCentres(unit: unit, first: centres.0, second: centres.1, chosen: chosen)
  }
}
