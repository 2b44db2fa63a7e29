package import FoveaGraph
import FoveaText

/// Networks beside each other: their figures, and how the layers of each differ from those of the first.
package struct NetworkComparison: Sendable {
  /// What they are compared as: a file, or nil where the networks' own names say it.
  package let title: String?
  /// The networks; the first is what the others are compared with.
  package let networks: [ComparedNetwork]
  /// How the figures are counted.
  package let options: AnalyzedGraph.Options
  /// How the layers of each further network differ from those of the first; nil where one of them is not there.
  package let differences: [NetworkDifference?]
  /// The figures.
  package let rows: [Row]

  /// One figure of every network.
  package struct Row: Sendable {
    package let metric: ComparisonMetric
    /// The output that it is about.
    package let output: String?
    /// The values; nil where a network has none.
    package let cells: [Cell?]
  }

  /// A figure of one network beside that of the first.
  package struct Cell: Sendable {
    package let text: String
    package let difference: String
    package let ratio: String
    package let amounts: Amounts
  }

  /// The numbers behind a cell, one for each axis of a receptive field.
  package struct Amounts: Sendable {
    package var differences: [ComparedAmount<Int>] = []
    package var ratios: [ComparedAmount<Double>] = []
  }

  /// Compares networks with the first of them.
  package init(title: String? = nil, _ networks: [ComparedNetwork], options: AnalyzedGraph.Options) {
    self.title = title
    self.networks = networks
    self.options = options
    differences = networks.dropFirst().map { network in
      guard let old = networks[0].analyzed?.graph, let new = network.analyzed?.graph else { return nil }
      return NetworkDifference(old, new)
    }
    rows =
      ComparisonMetric.allCases.filter { $0 != .receptiveField && $0 != .time }.map { Self.row($0, networks) }
      + Self.outputs(networks).map { Self.fieldRow($0, networks) }
      + (networks.contains { $0.times != nil } ? [Self.row(.time, networks)] : [])
  }

  /// Whether the networks were measured.
  package var isTimed: Bool { rows.contains { $0.metric == .time } }

  /// Whether every network has the layers and the figures of the first; times do not count.
  package var isUnchanged: Bool {
    differences.allSatisfy { $0?.isEmpty ?? false }
      && rows.allSatisfy { row in row.metric == .time || row.cells.allSatisfy { $0?.text == row.cells[0]?.text } }
  }

  /// The names of all outputs, in the order in which the networks first have them.
  static func outputs(_ networks: [ComparedNetwork]) -> [String] {
    var seen: Set<String> = []
    return networks.flatMap { $0.analyzed?.graph.outputs.map(\.name) ?? [] }.filter { seen.insert($0).inserted }
  }

  private static func row(_ metric: ComparisonMetric, _ networks: [ComparedNetwork]) -> Row {
    let base = networks[0].amount(metric)
    let cells = networks.enumerated().map { index, network -> Cell? in
      guard let amount = network.amount(metric) else { return nil }
      var text = amount.comparedText(metric.text)
      if metric == .time, let times = network.times {
        text += " ± " + DecimalText.fixed(times.spread * 1e3, digits: 3)
      }
      guard index > 0, let base else { return Cell(text: text, difference: "", ratio: "", amounts: Amounts()) }
      let (difference, ratio) = (amount.difference(from: base), amount.ratio(to: base))
      let amounts = Amounts(differences: [difference], ratios: [ratio])
      if metric == .time, let times = network.times, let others = networks[0].times, times.change(from: others) == nil {
        return Cell(text: text, difference: "not told", ratio: "", amounts: amounts)
      }
      return Cell(
        text: text, difference: difference.text { signed($0, metric.text) }, ratio: ratio.text(Self.ratio),
        amounts: amounts)
    }
    return Row(metric: metric, output: nil, cells: cells)
  }

  private static func fieldRow(_ output: String, _ networks: [ComparedNetwork]) -> Row {
    let base = networks[0].field(output)
    let cells = networks.enumerated().map { index, network -> Cell? in
      guard let field = network.field(output) else { return nil }
      guard index > 0, let base else { return Cell(text: field.text, difference: "", ratio: "", amounts: Amounts()) }
      var amounts = Amounts()
      if let sizes = field.sizes, let before = base.sizes, sizes.count == before.count {
        for (size, before) in zip(sizes, before) {
          amounts.differences.append(Amount.known(size).difference(from: .known(before)))
          amounts.ratios.append(Amount.known(size).ratio(to: .known(before)))
        }
      }
      let isUnknown = field.isUnknown || base.isUnknown
      return Cell(
        text: field.text,
        difference: isUnknown
          ? "?" : FieldText.joined(amounts.differences.map { $0.text { signed($0, Quantity.exact) } }),
        ratio: isUnknown ? "?" : FieldText.joined(amounts.ratios.map { $0.text(Self.ratio) }), amounts: amounts)
    }
    return Row(metric: .receptiveField, output: output, cells: cells)
  }

  private static func ratio(_ value: Double) -> String { "×" + DecimalText.fixed(value, digits: 3) }
}

/// A difference with its sign: `+1,024`, `0`.
private func signed(_ value: Int, _ format: (Int) -> String) -> String {
  value == 0 ? "0" : (value > 0 ? "+" : "") + format(value)
}

extension Amount {
  /// The figure in words, where there is room for them.
  func comparedText(_ format: (Int) -> String) -> String {
    switch self {
    case .known(let value): format(value)
    case .atLeast(let bound): "≥ " + format(bound)
    case .unknown: "unknown"
    }
  }
}

extension NetworkComparison.Row {
  /// The name of the figure.
  package var name: String {
    switch metric {
    case .parameters, .macs, .flops, .activations, .weights, .time: metric.rawValue
    case .receptiveField: "field at \(output ?? "")"
    }
  }
}
