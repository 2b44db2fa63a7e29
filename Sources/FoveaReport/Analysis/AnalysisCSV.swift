package import Fovea
import FoveaGraph
import FoveaText

/// Analyses as comma-separated values after RFC 4180, one row for each layer.
///
/// What is not known is an empty cell. Of several axes the values are joined by `x`, with `?` for one that is not
/// known. Where the field is global, `rf_global_through` names the last layer that gathers the whole map and the other
/// columns describe the remaining paths; they are empty if there are none. A network that could not be built has no
/// rows.
///
/// A name that a spreadsheet would take for a formula, one that begins with `=`, `+`, `-` or `@`, has `'` before it.
package enum AnalysisCSV {
  static let columns = [
    "network", "variant", "path", "operator", "inputs", "shape", "parameters", "buffers", "macs", "flops",
    "activation_bytes", "rf_size", "rf_stride", "rf_padding", "rf_smallest", "rf_distinct", "rf_global_through", "line",
    "column",
  ]

  /// The header and the rows of all networks; lines end with CR LF.
  package static func text(_ networks: [Network]) -> String {
    networks.reduce(header) { $0 + rows($1) }
  }

  /// The names of the columns.
  package static var header: String { row(columns) }

  /// The rows of one analysis.
  package static func rows(_ network: Network) -> String {
    network.analysis.map { rows($0, of: network) } ?? ""
  }

  private static func rows(_ analyzed: AnalyzedGraph, of network: Network) -> String {
    let graph = analyzed.graph
    let paths = LayerPaths(graph)
    let places = network.source.map { SourcePlaces(of: network.places.layers.map(\.start), in: $0) }
    let names = [network.name, network.variant ?? ""].map(name)
    var text = ""
    for id in graph.ids where !graph.isInput(id) {
      let layer = graph[id]
      let cost = analyzed.costs[id.position]
      let field = analyzed.receptiveFields[id]
      let gate = analyzed.receptiveFields.lastGatheringLayer(of: field)
      let place = network.places.span(of: id).flatMap { places?.place(of: $0.start) }
      let figures = [cost.parameters, cost.buffers, cost.macs, cost.flops, analyzed.activationBytes[id.position]]
      var cells = names
      cells += [
        name(paths[id]), layer.operation.name, name(layer.inputs.map { paths[$0] }.joined(separator: ";")),
        graph.shape(of: id).description,
      ]
      cells += figures.map { $0.value.map(String.init) ?? "" }
      cells += [
        axes(field, \.size), axes(field, \.stride), axes(field, \.padding), axes(field, \.smallest),
        axes(field, \.distinct), name(gate.map { paths[$0] } ?? ""),
        place.map { String($0.line) } ?? "", place.map { String($0.column) } ?? "",
      ]
      text += row(cells)
    }
    return text
  }

  private static func axes(_ field: ReceptiveField?, _ value: (AxisField) -> Int?) -> String {
    guard let values = field?.axes?.map(value), values.contains(where: { $0 != nil }) else { return "" }
    return values.map { $0.map(String.init) ?? "?" }.joined(separator: "x")
  }

  static func name(_ text: String) -> String {
    let shown = VisibleText.escapeLines(text)
    guard let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) else { return shown }
    return "'" + shown
  }

  static func row(_ cells: [String]) -> String {
    cells.map(quoted).joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return cell }
    // A mark behind a quote makes it another character, and no other scalar.
    var text = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}
