package import Fovea
import FoveaGraph
package import FoveaText

/// Networks as a list, a line each: input, parameters, macs and the receptive field at the outputs.
package enum NetworkList {
  /// The list as a table for a terminal.
  package static func text(_ networks: [Network], width: Int) -> StyledText {
    let entries = networks.compactMap(Entry.init)
    let columns = [
      TextTable.Column(title: "network", isRight: false, role: .strong, cells: entries.map(\.name), floor: 12),
      TextTable.Column(title: "input", isRight: true, role: .plain, cells: entries.map(\.input)),
      TextTable.Column(title: "params", isRight: true, role: .plain, cells: entries.map(\.parameters)),
      TextTable.Column(title: "macs", isRight: true, role: .plain, cells: entries.map(\.macs)),
      TextTable.Column(title: "field", isRight: true, role: .plain, cells: entries.map(\.field)),
    ]
    var text = TextTable.text(columns, width: width)
    text.append("\n" + ColumnText.wrapped(words: legend, width: width) + "\n", .dim)
    return text
  }

  /// The list as a Markdown table.
  package static func markdown(_ networks: [Network]) -> String {
    let rows = networks.compactMap(Entry.init).map {
      "| \($0.name) | \($0.input) | \($0.parameters) | \($0.macs) | \($0.field) |\n"
    }
    return "| network | input | params | macs | field |\n|---|--:|--:|--:|--:|\n" + rows.joined() + "\n\(legend)\n"
  }

  private static let legend =
    "field: rows and effective stride at each output; where an output sees everything, in parentheses the field of the "
    + "map that is gathered"

  private struct Entry {
    let name: String
    let input: String
    let parameters: String
    let macs: String
    let field: String

    init?(_ network: Network) {
      guard let analyzed = network.analysis else { return nil }
      let graph = analyzed.graph
      name = network.variant ?? graph.name
      input = graph.inputs.map { graph.shape(of: $0).description }.joined(separator: ", ")
      parameters = Self.short(analyzed.totals.parameters)
      macs = Self.short(analyzed.totals.macs)
      field = graph.outputs.map { FieldText.short(analyzed, of: $0.layer) }.joined(separator: ", ")
    }

    private static func short(_ total: Total) -> String {
      switch total {
      case .known(let value): Quantity.short(value)
      case .atLeast(let value, _): "≥ " + Quantity.short(value)
      case .unknown: "unknown"
      }
    }
  }
}
