/// The numbers `0, step, 2·step, …, (count − 1)·step`, with step ≥ 1 and count ≥ 1: the generator of a regular row set.
struct Progression: Hashable, Sendable {
  var step: Int
  var count: Int

  /// All sums of a number of either progression, when they form a single progression again; nil otherwise, and on
  /// overflow.
  ///
  /// `[0, a)·u + [0, b)·m·u = [0, a + (b − 1)·m)·u` if `m ≤ a`.
  func merged(with other: Progression) -> Progression? {
    if count == 1 { return other }
    if other.count == 1 { return self }
    let (fine, coarse) = step <= other.step ? (self, other) : (other, self)
    let (ratio, remainder) = coarse.step.quotientAndRemainder(dividingBy: fine.step)
    guard remainder == 0, ratio <= fine.count,
      let growth = ratio.multiplied(by: coarse.count - 1),
      let merged = fine.count.adding(growth)
    else { return nil }
    return Progression(step: fine.step, count: merged)
  }
}
