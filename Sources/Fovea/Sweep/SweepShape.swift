import FoveaGraph
import FoveaNumerics
import FoveaText

/// The shapes that an input takes over a grid: `3x224..448:32`, `3x224,256x480..640:32`.
///
/// Channels and sizes are each values of their own. Where only one size is given for an input with several spatial
/// axes, it is that of all of them.
package struct SweepShape: Hashable, Sendable {
  private let extents: [SweepValues]
  /// How many spatial axes the last extent stands for.
  private let repetitions: Int
  /// How many shapes there are.
  package let count: Int

  /// Reads shapes for an input with `rank` spatial axes; nil where that is not known.
  package init(_ text: String, rank: Int?) throws(SweepValues.Mistake) {
    var extents: [SweepValues] = []
    var count = 1
    for part in text.split(separator: "x", omittingEmptySubsequences: false) {
      let values = try SweepValues(String(part))
      for corner in values.corners {
        guard case .success = ShapeText.shape(of: corner) else {
          throw SweepValues.Mistake(
            message: "needs channels and sizes from 1 to \(Extent.limit), or ranges of them, such as 3x224..448:32; "
              + "found `\(text.excerpt)`")
        }
      }
      let (product, overflow) = count.multipliedReportingOverflow(by: values.count)
      guard !overflow else { throw SweepValues.Mistake(message: "has more shapes than 64 bits can count") }
      count = product
      extents.append(values)
    }
    repetitions = extents.count == 2 ? max(1, rank ?? 1) : 1
    guard extents.count - 1 + repetitions <= 4 else {
      throw SweepValues.Mistake(message: "has more than three sizes in `\(text.excerpt)`")
    }
    (self.extents, self.count) = (extents, count)
  }

  /// One shape as text; the last extent changes first.
  package func text(_ index: Int) -> String {
    var rest = index
    var texts: [String] = []
    for values in extents.reversed() {
      texts.append(values.text(rest % values.count))
      rest /= values.count
    }
    if let last = texts.first, repetitions > 1 {
      texts = Array(repeating: last, count: repetitions) + texts.dropFirst()
    }
    return texts.reversed().joined(separator: "x")
  }
}
