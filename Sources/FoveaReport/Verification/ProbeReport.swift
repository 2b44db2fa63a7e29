package import Fovea
import FoveaGraph
package import FoveaText

/// Receptive fields as the analysis tells them beside what units really depend on.
package struct ProbeReport {
  let probe: ReceptiveFieldProbe

  package init(_ probe: ReceptiveFieldProbe) { self.probe = probe }

  private var counts: (known: Int, unknown: Int, inside: Int, units: Int) {
    var result = (known: 0, unknown: 0, inside: 0, units: 0)
    for layer in probe.layers {
      if layer.isUnknown { result.unknown += 1 } else { result.known += 1 }
      for axis in layer.axes ?? [] {
        result.inside += axis.interior
        result.units += axis.units
      }
    }
    return result
  }

  /// A report for a terminal of `width` columns.
  package func text(width: Int) -> StyledText {
    let graph = probe.analysis.graph
    var text = StyledText(VisibleText.escape(graph.variant.map { "\(graph.name) · \($0)" } ?? graph.name), .strong)
    text.append("\n\n")
    let rows = probe.layers.map { row($0) }
    let titles = ["layer", "analysis", "observed", "rows", "units", "inside", ""]
    text.append(
      TextTable.text(
        titles.enumerated().map { index, title in
          TextTable.Column(
            title: title, isRight: (1...5).contains(index), role: .plain, cells: rows.map { $0[index] },
            floor: index == 0 ? 12 : 0, priority: [Int.max, .max, .max, 0, 1, 2, .max][index])
        }, width: width))
    let counts = counts
    text.append("\n")
    text.append(
      VerdictText.line(
        "same receptive field", probe.passed ? .yes : .no,
        "\(counts.known) layers, \(Quantity.exact(counts.units)) rows of units, \(Quantity.exact(counts.inside)) of them inside",
        width))
    for layer in probe.layers where !layer.agrees { text.append(complaint(layer, width), .error) }
    if counts.unknown > 0 { text.append("\(counts.unknown) layers have a field that is not known\n") }
    let convention =
      "fields are size/stride in input rows; rows of the input were put in, in groups that name each of them, with weights "
      + "of 1 and nothing that could cancel, and what became of them followed through the layers; rows are those that take part in a window; units are counted "
      + "along each axis; those inside see no padding, neither themselves nor through another layer, and have to depend on exactly the "
      + "rows of their window, the others on no row outside of theirs, unless padding repeats rows; paths that gather the whole map count apart"
    text.append(ColumnText.wrapped(words: convention, width: width) + "\n", .legend)
    return text
  }

  private func row(_ layer: ReceptiveFieldProbe.Layer) -> [String] {
    let path = VisibleText.escape(probe.analysis.graph.path(of: layer.id))
    let field = probe.analysis.receptiveFields[layer.id]
    func text<Value>(_ values: [Value?], _ none: String = "?") -> String
    where Value: CustomStringConvertible & Equatable {
      guard let first = values.first else { return "" }
      let texts = values.map { $0.map(\.description) ?? none }
      return values.allSatisfy { $0 == first } ? texts[0] : texts.joined(separator: "x")
    }
    guard let axes = layer.axes, let told = field?.axes else {
      let global = field?.isGlobal == true ? "global" : field?.seesNothing == true ? "none" : "?"
      return [path, global, layer.complaint == nil ? (layer.isUnknown ? "" : global) : "", "", "", "", mark(layer)]
    }
    let hasInside = axes.contains { $0.size != nil }
    return [
      path, "\(text(told.map { Optional($0.size) }))/\(text(told.map(\.stride), "~"))",
      hasInside ? "\(text(axes.map(\.size)))/\(text(axes.map(\.stride), "~"))" : "",
      hasInside ? text(axes.map(\.distinct)) : "", text(axes.map { Optional($0.units) }),
      text(axes.map { Optional($0.interior) }), mark(layer),
    ]
  }

  private func mark(_ layer: ReceptiveFieldProbe.Layer) -> String {
    layer.isUnknown ? "not known" : layer.agrees ? "" : "differs"
  }

  private func complaint(_ layer: ReceptiveFieldProbe.Layer, _ width: Int) -> String {
    let path = VisibleText.escape(probe.analysis.graph.path(of: layer.id))
    if let complaint = layer.complaint {
      return ColumnText.wrapped(words: "`\(path)`: \(complaint)", width: width) + "\n"
    }
    return (layer.axes ?? []).enumerated().compactMap { index, axis in
      axis.disagreement.map { found in
        ColumnText.wrapped(
          words: "`\(path)`: unit \(found.unit) of axis \(index) depends on the rows \(Self.rows(found.observed)), the "
            + "analysis tells \(Self.rows(found.expected))", indent: 2, width: width) + "\n"
      }
    }.joined()
  }

  private static func rows(_ rows: [Int]) -> String {
    rows.isEmpty ? "none" : rows.prefix(8).map(String.init).joined(separator: ", ") + (rows.count > 8 ? ", …" : "")
  }

  /// Writes an object.
  package func write(to json: inout JSONWriter) {
    let graph = probe.analysis.graph
    json.object { json in
      json.member("schema", 1)
      json.member("kind", "receptive_field")
      json.member("network", graph.name)
      json.member("variant", graph.variant)
      json.member("passed", probe.passed)
      json.member("layers") { json in
        json.array { json in
          for layer in probe.layers { write(layer, to: &json) }
        }
      }
    }
  }

  private func write(_ layer: ReceptiveFieldProbe.Layer, to json: inout JSONWriter) {
    json.object(.inline) { json in
      json.member("path", probe.analysis.graph.path(of: layer.id))
      json.member("known", !layer.isUnknown)
      json.member("agrees", layer.agrees)
      json.member("complaint", layer.complaint)
      json.member("axes") { json in
        guard let axes = layer.axes else { return json.null() }
        json.array(.inline) { json in
          for axis in axes {
            json.object(.inline) { json in
              json.member("units", axis.units)
              json.member("inside", axis.interior)
              json.member("whole_at_border", axis.wholeAtBorder)
              json.member("size", axis.size)
              json.member("stride", axis.stride)
              json.member("distinct", axis.distinct)
              json.member("disagreement") { json in
                guard let found = axis.disagreement else { return json.null() }
                json.object(.inline) {
                  $0.member("unit", found.unit)
                  $0.member("observed") { $0.row(found.observed) { $0.number($1) } }
                  $0.member("expected") { $0.row(found.expected) { $0.number($1) } }
                }
              }
            }
          }
        }
      }
    }
  }
}
