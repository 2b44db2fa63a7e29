package import FoveaGraph
import FoveaText

/// What a report says about the whole network, in words.
package struct AnalysisSummary {
  private let analyzed: AnalyzedGraph
  private let paths: LayerPaths

  package init(_ analyzed: AnalyzedGraph) {
    self.analyzed = analyzed
    paths = LayerPaths(analyzed.graph)
  }

  /// The inputs, and what is not as by default.
  package var inputs: String {
    let graph = analyzed.graph
    let shapes = graph.inputs.map { "\(paths[$0]) \(graph.shape(of: $0))" }
    let options = analyzed.options
    return shapes.joined(separator: ", ") + (options.batch == 1 ? "" : ", batch \(options.batch)")
      + (options.elementType == .float32 ? "" : ", \(options.elementType.rawValue)")
  }

  /// Each output with its shape and what it sees.
  package var outputs: [(name: String, value: String)] {
    analyzed.graph.outputs.map { output in
      let field = analyzed.receptiveFields[output.layer]
      let fields = analyzed.receptiveFields
      let seen = FieldText.words(
        field, through: fields.lastGatheringLayer(of: field), of: field.map { fields.gathering.count($0.through) } ?? 0,
        unknown: fields.unknown(output.layer)
      ) { paths[$0] }
      return (output.name, "\(analyzed.graph.shape(of: output.layer)), \(seen)")
    }
  }

  /// The figures of the network by name.
  package var totals: [(name: String, value: String)] {
    let totals = analyzed.totals
    func work(_ total: Total) -> String { words(total, Quantity.exact) }
    func memory(_ total: Total) -> String { words(total, Quantity.bytes) }
    let peak = totals.peakActivationLayer.map { ", at \(paths[$0])" } ?? ""
    return [
      ("parameters", work(totals.parameters) + missing(totals.parameters, \.parameters)),
      ("buffers", work(totals.buffers) + missing(totals.buffers, \.buffers)),
      ("macs", work(totals.macs) + missing(totals.macs, \.macs)),
      ("flops", work(totals.flops) + missing(totals.flops, \.flops)),
      ("weights", memory(totals.weightBytes) + missing(totals.weightBytes) { $0.parameters + $0.buffers }),
      (
        "activations",
        memory(totals.peakActivationBytes) + " live at most" + peak + missing(totals.peakActivationBytes)
      ),
      (
        "training",
        memory(totals.trainingActivationBytes) + " of activations kept" + missing(totals.trainingActivationBytes)
      ),
    ]
  }

  private func words(_ total: Total, _ format: (Int) -> String) -> String {
    switch total {
    case .known(let value): format(value)
    case .atLeast(let bound, _): "at least " + format(bound)
    case .unknown: "unknown"
    }
  }

  /// The layers that a figure of weights or work lacks.
  private func missing(_ total: Total, _ figure: (Cost) -> Figure) -> String {
    switch total {
    case .known: ""
    case .atLeast(_, let layers): missing(layers)
    case .unknown: missing(analyzed.graph.ids.filter { figure(analyzed.costs[$0.position]).value == nil })
    }
  }

  /// The layers that a figure of memory lacks.
  private func missing(_ total: Total) -> String {
    switch total {
    case .known: ""
    case .atLeast(_, let layers): missing(layers)
    case .unknown: missing(analyzed.graph.ids.filter { analyzed.activationBytes[$0.position].value == nil })
    }
  }

  private func missing(_ layers: [LayerID]) -> String {
    guard !layers.isEmpty else { return "" }
    let names = layers.prefix(3).map { paths[$0] }.joined(separator: ", ")
    let others = layers.count > 3 ? " and \(layers.count - 3) more" : ""
    return "; not known for \(layers.count) \(layers.count == 1 ? "layer" : "layers"): \(names)\(others)"
  }
}
