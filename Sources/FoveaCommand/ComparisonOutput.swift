import Fovea
import FoveaGraph

/// Comparisons in one of the formats, one after the other.
struct ComparisonOutput {
  private let format: Compare.Format
  /// Whether JSON is an array, even of one comparison.
  private let isPlural: Bool
  private let options: AnalyzedGraph.Options
  private var comparisons: [(comparison: NetworkComparison, failures: [ComparisonLimit.Failure])] = []

  /// What was written.
  private(set) var text = StyledText()
  /// The conditions that hold, or cannot be decided.
  private(set) var failures: [ComparisonLimit.Failure] = []

  init(format: Compare.Format, isPlural: Bool, options: AnalyzedGraph.Options) {
    (self.format, self.isPlural, self.options) = (format, isPlural, options)
  }

  /// How many comparisons there are.
  var count: Int { comparisons.count }

  /// Adds a comparison, and holds it against the conditions.
  mutating func append(_ comparison: NetworkComparison, limits: [ComparisonLimit]) {
    let failures = limits.flatMap { $0.failures(in: comparison) }
    self.failures += failures
    comparisons.append((comparison, failures))
    let separator = count > 1 ? "\n" : ""
    switch format {
    case .text:
      text.append(separator)
      text.append(ComparisonText.render(comparison, width: Terminal.size.columns, showsConvention: false))
    case .markdown:
      text.append(separator + ComparisonMarkdown.text(comparison, failures: failures, showsConvention: false))
    case .json: break
    }
  }

  /// Adds what stands behind the last comparison.
  mutating func end() {
    switch format {
    case .text:
      if count > 0 { text.append(AnalysisText.convention(options, width: Terminal.size.columns)) }
    case .markdown:
      if count > 0 { text.append(ComparisonMarkdown.convention(options)) }
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
