package import Fovea
package import FoveaGraph
package import FoveaText

/// Comparisons in one of the formats, one after the other.
package struct ComparisonOutput {
  private let format: SummaryFormat
  /// Whether JSON is an array, even of one comparison.
  private let isPlural: Bool
  /// Whether networks in which nothing has changed are only counted, where people read.
  private let skipsSame: Bool
  private let options: AnalyzedGraph.Options
  private let width: Int
  private let hasLegend: Bool
  private var sameCount = 0
  private var shownCount = 0
  private var comparisons: [(comparison: NetworkComparison, failures: [ComparisonLimit.Failure])] = []

  /// What was written.
  package private(set) var text = StyledText()
  /// The conditions that hold, or cannot be decided.
  package private(set) var failures: [ComparisonLimit.Failure] = []

  /// Creates the output of no comparison.
  ///
  /// - Parameters:
  ///   - isPlural: whether JSON is an array, even of one comparison.
  ///   - skipsSame: whether networks in which nothing has changed are only counted, where people read.
  ///   - width: the columns of the text.
  ///   - hasLegend: whether people are told how figures are counted.
  package init(
    format: SummaryFormat, isPlural: Bool, skipsSame: Bool, options: AnalyzedGraph.Options, width: Int,
    hasLegend: Bool = true
  ) {
    self.hasLegend = hasLegend
    (self.format, self.isPlural, self.skipsSame) = (format, isPlural, skipsSame)
    (self.options, self.width) = (options, width)
  }

  /// How many comparisons there are.
  package var count: Int { comparisons.count }

  /// Adds a comparison, and holds it against the conditions.
  package mutating func append(_ comparison: NetworkComparison, limits: [ComparisonLimit]) {
    let failures = limits.flatMap { $0.failures(in: comparison) }
    self.failures += failures
    comparisons.append((comparison, failures))
    if skipsSame, failures.isEmpty, comparison.isUnchanged {
      sameCount += 1
      return
    }
    let separator = shownCount > 0 ? "\n" : ""
    shownCount += 1
    switch format {
    case .text:
      text.append(separator)
      text.append(ComparisonText.render(comparison, width: width, showsConvention: false))
    case .markdown:
      text.append(separator + ComparisonMarkdown.text(comparison, failures: failures, showsConvention: false))
    case .json: break
    }
  }

  private var isTimed: Bool { comparisons.contains { $0.comparison.isTimed } }

  private var same: String? {
    switch sameCount {
    case 0: nil
    case 1: "1 network is unchanged\n"
    case let count: "\(count) networks are unchanged\n"
    }
  }

  /// Adds what stands behind the last comparison.
  package mutating func end() {
    switch format {
    case .text:
      if let same { text.append((shownCount > 0 ? "\n" : "") + same) }
      if shownCount > 0, hasLegend { text.append(ComparisonText.convention(options, isTimed: isTimed, width: width)) }
    case .markdown:
      if let same { text.append((shownCount > 0 ? "\n" : "") + same) }
      if shownCount > 0, hasLegend { text.append(ComparisonMarkdown.convention(options, isTimed: isTimed)) }
    case .json:
      var json = JSONWriter()
      if isPlural {
        json.array { json in
          for entry in comparisons { ComparisonJSON.write(entry.comparison, failures: entry.failures, to: &json) }
        }
      } else if let entry = comparisons.first {
        ComparisonJSON.write(entry.comparison, failures: entry.failures, to: &json)
      }
      if isPlural || count > 0 {
        json.end()
        text.append(String(decoding: json.bytes, as: UTF8.self))
      }
    }
  }
}
