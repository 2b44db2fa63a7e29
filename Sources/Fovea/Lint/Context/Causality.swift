/// One-sided windows on the axis of time, which look back on purpose.
enum Causality {
  /// Whether an axis may be that of time: the only one of a signal, or the first of three.
  static func isTime(_ axis: Int, rank: Int) -> Bool { axis == 0 && rank != 2 }
}
