/// The average distance between neighbouring units of a map, in rows of the input: `rows / units`, in lowest terms.
public struct Rate: Hashable, Sendable {
  /// The numerator.
  public let rows: Int
  /// The denominator, at least 1.
  public let units: Int

  /// Stores a fraction that is in lowest terms already.
  init(rows: Int, units: Int) {
    (self.rows, self.units) = (rows, units)
  }
}
