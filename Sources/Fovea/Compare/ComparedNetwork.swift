package import FoveaGraph
import FoveaLanguage
import FoveaText

/// One of the networks that are compared.
package struct ComparedNetwork: Sendable {
  /// What it is called among the others.
  package let label: String
  /// The path of the text that it was read from, or would be.
  package let path: String?
  /// The network; nil for one that was not there yet.
  package let network: Network?
  /// The time of a run, where it was measured.
  package var times: Times?

  /// Creates one of the networks of a comparison.
  package init(label: String, path: String? = nil, _ network: Network?, times: Times? = nil) {
    (self.label, self.network, self.times) = (label, network, times)
    self.path = path ?? network?.source?.path
  }

  /// The network with its figures.
  package var analyzed: AnalyzedGraph? { network?.analysis }

  /// A figure of the whole network; nil where there is none to tell.
  package func amount(_ metric: ComparisonMetric) -> Amount? {
    guard let totals = analyzed?.totals else { return nil }
    switch metric {
    case .parameters: return Amount(totals.parameters)
    case .macs: return Amount(totals.macs)
    case .flops: return Amount(totals.flops)
    case .activations: return Amount(totals.peakActivationBytes)
    case .weights: return Amount(totals.weightBytes)
    case .time: return times.flatMap { Int(exactly: ($0.median * 1e9).rounded()) }.map { .known($0) }
    case .receptiveField: return nil
    }
  }

  /// What an output sees; nil where there is no such output.
  package func field(_ output: String) -> OutputField? {
    guard let analyzed, let layer = analyzed.graph.outputs.first(where: { $0.name == output })?.layer else {
      return nil
    }
    let field = analyzed.receptiveFields[layer]
    return OutputField(
      text: FieldText.short(analyzed, of: layer),
      sizes: (field?.axes ?? analyzed.gatheredField(of: layer)?.axes)?.map(\.size),
      isUnknown: field == nil)
  }

  /// The receptive field of an output, beside those of other networks.
  package struct OutputField {
    package let text: String
    /// The rows on each axis, over the paths that do not gather the whole map, or else of the map that is gathered.
    let sizes: [Int]?
    /// Whether nothing is known of it.
    let isUnknown: Bool
  }
}

/// What networks are compared by.
package enum ComparisonMetric: String, Hashable, Sendable, CaseIterable {
  case parameters, macs, flops, activations, weights
  case receptiveField = "receptive-field"
  case time

  /// The metric of a name; short names and those of the language's budget are names too.
  init?(name: String) {
    switch name {
    case "params": self = .parameters
    case "receptive_field": self = .receptiveField
    case "weight_bytes": self = .weights
    case "peak_activation_bytes": self = .activations
    default: self.init(rawValue: name)
    }
  }

  /// The units that may follow a number, with what they stand for; times are in nanoseconds.
  var units: [(name: String, factor: Int)] {
    switch self {
    case .parameters, .macs, .flops: Budget.Unit.count.factors
    case .activations, .weights: Budget.Unit.bytes.factors
    case .receptiveField: Budget.Unit.rows.factors
    case .time: [("ns", 1), ("us", 1_000), ("ms", 1_000_000), ("s", 1_000_000_000)]
    }
  }

  /// A figure as people read it.
  func text(_ value: Int) -> String {
    switch self {
    case .parameters, .macs, .flops, .receptiveField: Quantity.exact(value)
    case .activations, .weights: Quantity.bytes(value)
    case .time: DecimalText.fixed(Double(value) / 1e6, digits: 3) + " ms"
    }
  }
}
