/// The greatest common divisor of two numbers ≥ 0; that of 0 and `n` is `n`.
package func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
  var (larger, smaller) = (first, second)
  while smaller != 0 {
    (larger, smaller) = (smaller, larger % smaller)
  }
  return larger
}

/// How many windows of `span` rows stand on an axis, each `stride` rows behind the one before; nil where none fits.
///
/// `⌊(I + p − span) / stride⌋ + 1`; with `ceiling` the quotient is rounded up, except that a window must start inside
/// the axis or the padding before it (PyTorch).
package func windowCount(
  on rows: Int, padding: (before: Int, after: Int), span: Int, stride: Int, ceiling: Bool
) -> Int? {
  let room = rows + padding.before + padding.after - span
  // With ceiling a window that overhangs by less than a step counts even if it is the only one.
  guard room >= 0 else { return ceiling && room > -stride && rows + padding.before > 0 ? 1 : nil }
  guard ceiling, room % stride != 0 else { return room / stride + 1 }
  let count = room / stride + 2
  return (count - 1) * stride >= rows + padding.before ? count - 1 : count
}
