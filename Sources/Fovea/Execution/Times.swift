/// The times of some runs of the same work, in seconds, by their quartiles.
package struct Times: Hashable, Sendable {
  /// The first quartile: a quarter of the runs took less.
  package let lower: Double
  /// The middle one.
  package let median: Double
  /// The third quartile: a quarter of the runs took more.
  package let upper: Double

  /// The quartiles of some times; between two of them a quartile lies in proportion.
  init(_ times: [Double]) {
    let sorted = times.sorted()
    func quantile(_ share: Double) -> Double {
      guard let last = sorted.indices.last else { return 0 }
      let place = share * Double(last)
      let lower = min(Int(place), last)
      let upper = min(lower + 1, last)
      return sorted[lower] + (place - Double(lower)) * (sorted[upper] - sorted[lower])
    }
    (lower, median, upper) = (quantile(0.25), quantile(0.5), quantile(0.75))
  }

  /// How times and their differences are meant, for people.
  package static let convention =
    "times are medians of runs in turns, ± the distance between the quartiles; a difference is not told where the middle "
    + "halves of the runs meet"

  /// The distance between the first and the third quartile.
  package var spread: Double { upper - lower }

  /// How much more the median is than another one, as a share of that: −0.45 is 45 % less time. Nil where the middle
  /// halves of the runs meet, so that the times show no difference.
  package func change(from other: Times) -> Double? {
    guard lower > other.upper || upper < other.lower, other.median > 0 else { return nil }
    return median / other.median - 1
  }
}
