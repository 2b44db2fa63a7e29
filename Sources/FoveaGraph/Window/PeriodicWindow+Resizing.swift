import FoveaText

/// The windows of resizing and of adaptive pooling, between a map of `input` rows and one of `output` rows.
///
/// With `g` the greatest common divisor of the two, the period is `output / g` and the step `input / g`. All are nil
/// for extents below 1, for a period above ``PeriodicWindow/maximumPeriod``, and on overflow. The coordinates are
/// PyTorch's, in exact arithmetic.
extension PeriodicWindow {
  /// The window of resizing to the nearest row: unit `o` sees row `⌊o · input / output⌋`.
  public static func nearest(input: Int, output: Int) -> PeriodicWindow? {
    resized(input: input, output: output) { unit, input, output in
      unit.multiplied(by: input).map { RowSet(row: $0 / output) }
    }
  }

  /// The window of resizing to the nearest row by a whole factor: unit `o` sees row `⌊o / scale⌋`.
  public static func nearest(scale: Int) -> PeriodicWindow? {
    nearest(input: 1, output: scale)
  }

  /// The window of linear interpolation: unit `o` sees the rows of non-zero weight around `c`, `⌊c⌋` and `⌈c⌉`.
  ///
  /// `c = (o + ½) · input / output − ½`, or, with aligned corners, `c = o · (input − 1) / (output − 1)`. The window is
  /// not clipped: where a resized map repeats its border, the row beyond the border is listed, such as row −1.
  public static func linear(input: Int, output: Int, alignCorners: Bool = false) -> PeriodicWindow? {
    guard input >= 1, output >= 1 else { return nil }
    if alignCorners {
      if output == 1 { return PeriodicWindow(rows: RowSet(row: 0), step: input) }
      // All units of a map that repeats its only row see that row: the step is 0.
      if input == 1 { return PeriodicWindow(rows: RowSet(row: 0), step: 0) }
      return resized(input: input - 1, output: output - 1) { unit, input, output in
        unit.multiplied(by: input).flatMap { neighbours(of: $0, over: output) }
      }
    }
    return resized(input: input, output: output) { unit, input, output in
      (2 * unit + 1).multiplied(by: input)?.subtracting(output).flatMap { neighbours(of: $0, over: 2 * output) }
    }
  }

  /// The window of linear interpolation by a whole factor, corners not aligned.
  public static func linear(scale: Int) -> PeriodicWindow? {
    linear(input: 1, output: scale)
  }

  /// The window of adaptive pooling: unit `o` sees the rows `⌊o · input / output⌋ ..< ⌈(o + 1) · input / output⌉`.
  public static func adaptive(input: Int, output: Int) -> PeriodicWindow? {
    resized(input: input, output: output) { unit, input, output in
      guard let start = unit.multiplied(by: input), let end = (unit + 1).multiplied(by: input) else { return nil }
      return RowSet(first: start / output, last: (end - 1) / output)
    }
  }

  /// The rows on both sides of `numerator / denominator`, or the row it falls on.
  private static func neighbours(of numerator: Int, over denominator: Int) -> RowSet? {
    let (row, remainder) = numerator.flooredDivision(by: denominator)
    return RowSet(first: row, count: remainder == 0 ? 1 : 2)
  }

  /// The window whose phases are `rows(unit, input, output)`, with the extents in lowest terms.
  private static func resized(
    input: Int, output: Int, rows: (_ unit: Int, _ input: Int, _ output: Int) -> RowSet?
  ) -> PeriodicWindow? {
    guard input >= 1, output >= 1 else { return nil }
    let divisor = greatestCommonDivisor(input, output)
    let (step, period) = (input / divisor, output / divisor)
    guard period <= maximumPeriod else { return nil }
    var phases: [RowSet] = []
    phases.reserveCapacity(period)
    for unit in 0..<period {
      guard let seen = rows(unit, step, period) else { return nil }
      phases.append(seen)
    }
    return PeriodicWindow(phases: phases, step: step)
  }
}
