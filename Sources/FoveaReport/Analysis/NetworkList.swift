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
      TextTable.Column(title: "input", isRight: true, role: .plain, cells: entries.map(\.input), priority: 2),
      TextTable.Column(title: "params", isRight: true, role: .plain, cells: entries.map(\.parameters)),
      TextTable.Column(title: "macs", isRight: true, role: .plain, cells: entries.map(\.macs)),
      TextTable.Column(
        title: "field", isRight: true, role: .plain, cells: entries.map(\.field), floor: 16, priority: 1),
    ]
    var text = TextTable.text(columns, width: width)
    text.append("\n" + ColumnText.wrapped(words: legend, width: width) + "\n", .legend)
    return text
  }

  /// The list as a Markdown table.
  ///
  /// - Parameter hasLegend: whether it is told how fields are meant.
  package static func markdown(_ networks: [Network], hasLegend: Bool = true) -> String {
    let rows = networks.compactMap(Entry.init).map {
      "| \($0.name) | \($0.input) | \($0.parameters) | \($0.macs) | \($0.field) |\n"
    }
    return "| network | input | params | macs | field |\n|---|--:|--:|--:|--:|\n" + rows.joined()
      + (hasLegend ? "\n\(legend)\n" : "")
  }

  /// The list as JSON, a line each.
  package static func json(_ networks: [Network]) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", 1)
      json.member("networks") { json in
        json.array { json in
          for network in networks { write(network, to: &json) }
        }
      }
    }
    json.end()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func write(_ network: Network, to json: inout JSONWriter) {
    guard let entry = Entry(network), let analyzed = network.analysis else { return }
    json.object(.inline) { json in
      json.member("name", entry.name)
      json.member("family", network.name)
      json.member("inputs") { json in
        json.row(analyzed.graph.inputs) { $0.string(analyzed.graph.shape(of: $1).description) }
      }
      json.member("parameters", analyzed.totals.parameters.bound)
      json.member("macs", analyzed.totals.macs.bound)
      json.member("receptive_fields") { json in
        json.row(analyzed.graph.outputs) { $0.string(FieldText.short(analyzed, of: $1.layer)) }
      }
    }
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
