import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaText

/// The rows of the table of layers, inputs included.
struct LayerTable {
  /// The most layers that a page lists.
  static let limit = 10_000

  private let analyzed: AnalyzedGraph
  private let paths: LayerPaths
  /// The line of each layer in the description; empty where there is none.
  private let lines: [Int]

  init(_ network: Network, _ analyzed: AnalyzedGraph, paths: LayerPaths) {
    (self.analyzed, self.paths) = (analyzed, paths)
    lines =
      network.source.map { source in
        network.places.layers.prefix(Self.limit).map { source.position(of: $0.start).line }
      } ?? []
  }

  /// The number of layers that are listed.
  var count: Int { min(analyzed.graph.layers.count, Self.limit) }

  /// The rows, `tr` elements, each with the operator as it could be written, and its line, for whoever chooses it.
  var html: String {
    let ids = analyzed.graph.ids.prefix(count)
    let operations = ExpandedSpecification.operations(in: analyzed.graph, of: ids)
    var text = ""
    for (id, operation) in zip(ids, operations) {
      let cells = cells(of: id)
      let style = analyzed.graph[id].operation.facts.family.style
      let line = id.position < lines.count ? " data-line=\"\(lines[id.position])\"" : ""
      text +=
        "<tr data-text=\"\(Drawing.escape(operation.excerpt(of: 200)))\"\(line)><td>\(id.position)<th scope=\"row\"><i class=\"\(style)\"></i>\(Drawing.escape(paths[id]))"
      for cell in cells { text += "<td>" + Drawing.escape(cell) }
      text += "\n"
    }
    return text
  }

  /// What stands behind the path: operator, output, field, parameters, multiply-accumulates, their share, and memory.
  private func cells(of id: LayerID) -> [String] {
    let graph = analyzed.graph
    let layer = graph[id]
    let cost = analyzed.costs[id.position]
    let input = layer.inputs.first.map { graph.shape(of: $0) } ?? graph.shape(of: id)
    func text(_ figure: Figure) -> Amount { figure.value.map { .known($0) } ?? .unknown }
    return [
      LayerLabel.text(layer.operation, input: input), LayerLabel.text(graph.shape(of: id)),
      graph.isInput(id) ? "–" : FieldText.short(analyzed.receptiveFields[id]),
      text(cost.parameters).text(Quantity.exact), text(cost.macs).text(Quantity.exact),
      Share(text(cost.macs), of: analyzed.totals.macs).text,
      text(analyzed.activationBytes[id.position]).text(Quantity.bytes),
    ]
  }
}
