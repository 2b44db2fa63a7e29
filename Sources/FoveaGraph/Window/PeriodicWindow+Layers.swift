import FoveaText

/// The windows of convolutions, of pooling, and of layers that only move data.
extension PeriodicWindow {
  /// The window of a convolution or pooling: unit `o` sees the rows `s·o − p + d·t` for `t` in `0..<k`.
  ///
  /// `padding` counts the rows before the first one; a negative padding crops. Nil for a kernel, stride or dilation
  /// below 1, and on overflow.
  public init?(kernel: Int, stride: Int = 1, dilation: Int = 1, padding: Int = 0) {
    guard kernel >= 1, stride >= 1, dilation >= 1, let first = 0.subtracting(padding),
      let rows = RowSet(first: first, count: kernel, step: dilation)
    else { return nil }
    self.init(rows: rows, step: stride)
  }

  /// The window of a transposed convolution, where input `i` contributes to the outputs `i·s − p + d·t`.
  ///
  /// Unit `o` sees `(o + p − d·t) / s` for those `t` in `0..<k` that make this whole. With a kernel smaller than the
  /// stride some units see nothing. Nil for a kernel, stride or dilation below 1, a stride above ``maximumPeriod``, and
  /// on overflow.
  public static func transposed(
    kernel: Int, stride: Int = 1, dilation: Int = 1, padding: Int = 0
  ) -> PeriodicWindow? {
    guard kernel >= 1, stride >= 1, stride <= maximumPeriod, dilation >= 1,
      dilation.multiplied(by: kernel - 1) != nil
    else { return nil }
    // The taps of one unit are `stride / divisor` apart, and the rows they lead to `dilation / divisor`.
    let divisor = greatestCommonDivisor(dilation, stride)
    let classes = stride / divisor
    var phases = [RowSet](repeating: .empty, count: stride)
    for tap in 0..<min(kernel, classes) {
      let phase = (dilation * tap).subtracting(padding)?.flooredDivision(by: stride).remainder
      let count = (kernel - 1 - tap) / classes + 1
      guard let phase, let last = (phase - dilation * tap).adding(padding),
        let first = (last / stride).subtracting((count - 1) * (dilation / divisor)),
        let rows = RowSet(first: first, count: count, step: dilation / divisor)
      else { return nil }
      phases[phase] = rows
    }
    return PeriodicWindow(phases: phases, step: 1)
  }

  /// The window of a layer whose unit `o` sees row `o` alone.
  public static let identity = PeriodicWindow(row: 0)

  /// The window of a layer whose unit `o` sees row `o + offset`: cropping `offset` rows, or padding by as many if
  /// negative.
  public static func shifted(by offset: Int) -> PeriodicWindow {
    PeriodicWindow(row: offset)
  }

  /// The window of a concatenation on one of its parts: the units from `start` up see the part's rows one by one, the
  /// others of `units` see none. All rows that units beyond these see lie beyond the part too.
  ///
  /// Nil for more than ``maximumPeriod`` units.
  static func part(_ rows: Int, from start: Int, of units: Int) -> PeriodicWindow? {
    guard units <= maximumPeriod else { return nil }
    return PeriodicWindow(
      phases: (0..<units).map { start..<start + rows ~= $0 ? RowSet(row: $0 - start) : .empty }, step: units)
  }

  /// The window of a rearrangement of channels into a map `factor` times larger: unit `o` sees row `⌊o / r⌋`.
  ///
  /// Nil for a factor below 1 or above ``maximumPeriod``.
  public static func pixelShuffle(_ factor: Int) -> PeriodicWindow? {
    nearest(scale: factor)
  }

  /// The window of a rearrangement of rows into channels: unit `o` sees the rows `r·o ..< r·(o + 1)`.
  ///
  /// Nil for a factor below 1.
  public static func pixelUnshuffle(_ factor: Int) -> PeriodicWindow? {
    PeriodicWindow(kernel: factor, stride: factor)
  }
}
