package import Fovea
package import FoveaGraph
package import FoveaText

/// The sizes that a network takes, for people and programs.
package struct SizesReport: SummaryReport {
  private let graph: Graph
  private let sizes: NetworkSizes
  /// A size for each axis, or one for all; nil where the nearest are not asked for.
  private let near: [Int]?

  package init(_ graph: Graph, _ sizes: NetworkSizes, near: [Int]?) {
    (self.graph, self.sizes, self.near) = (graph, sizes, near)
  }

  private static let headings = ["axis", "least", "divisor", "fits", "leaves out no row"]

  /// The axes that are told: those that do not depend on each other.
  private var axes: [NetworkSizes.Axis] { sizes.together.map { [$0] } ?? sizes.axes }

  private func name(_ axis: NetworkSizes.Axis) -> String { axis.role?.name ?? "all axes" }

  private var rows: [[String]] {
    axes.map { axis in
      [
        name(axis), axis.fitting.least.map(String.init) ?? "–", axis.fitting.divisor.map(String.init) ?? "–",
        axis.fitting.text, axis.whole.text,
      ]
    }
      + sizes.outputs.filter { $0.axes != axes.map(\.fitting) }.flatMap { output in
        zip(axes, output.axes).map { axis, fitting in
          [
            "\(name(axis)) of \(output.name)", fitting.least.map(String.init) ?? "–",
            fitting.divisor.map(String.init) ?? "–", fitting.text, "",
          ]
        }
      }
  }

  /// The nearest sizes that fit, one phrase for each axis; whether the size itself does is told.
  private var nearest: [String] {
    guard let near else { return [] }
    return axes.enumerated().compactMap { index, axis in
      let size = near.count == 1 ? near[0] : near[index]
      // Of axes that are bound to each other the sizes have to be the same.
      if axis.role == nil, near.contains(where: { $0 != size }) { return nil }
      let (below, above) = axis.fitting.nearest(to: size)
      let others = [below, above].compactMap { $0.map(String.init) }
      let rest = others.isEmpty ? "no other size does" : "the nearest others are \(others.joined(separator: " and "))"
      if axis.fitting.contains(size) { return "\(name(axis)): \(size) fits, and \(rest)" }
      return others.isEmpty
        ? "\(name(axis)): \(size) does not fit, and no size does"
        : "\(name(axis)): \(size) does not fit; the nearest that do are \(others.joined(separator: " and "))"
    }
  }

  private var notes: [String] {
    var notes: [String] = []
    if graph.inputs.count > 1 { notes.append("all inputs have the same size") }
    if sizes.together != nil {
      notes.append("not every size of one axis fits every one of another: the sizes are the same on all axes")
    }
    return notes
  }

  private var title: String { graph.variant.map { "\(graph.name) · \($0)" } ?? graph.name }

  /// A table for a terminal of `width` columns.
  package func text(width: Int) -> StyledText {
    var text = StyledText(VisibleText.escape(title), .strong)
    text.append("\n\n")
    let rows = rows.map { $0.map(VisibleText.escape) }
    text.append(
      TextTable.text(
        Self.headings.prefix(3).enumerated().map { index, title in
          TextTable.Column(title: title, isRight: index > 0, role: .plain, cells: rows.map { $0[index] })
        }, width: width))
    for row in rows {
      text.append("\n" + row[0] + "\n", .strong)
      for (title, sizes) in zip(Self.headings, row).dropFirst(3) where !sizes.isEmpty {
        text.append("  " + ColumnText.wrapped(words: "\(title): \(sizes)", indent: 2, width: width - 2) + "\n")
      }
    }
    for line in nearest + notes {
      text.append("\n" + ColumnText.wrapped(words: VisibleText.escape(line), width: width))
    }
    if !(nearest + notes).isEmpty { text.append("\n") }
    return text
  }

  /// A section of GitHub Markdown.
  package var markdown: String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    var text = "## \(AnalysisMarkdown.escape(title))\n\n"
    text += line(Self.headings) + "| :-- | --: | --: | :-- | :-- |\n"
    for row in rows { text += line(row.map(AnalysisMarkdown.escape)) }
    for sentence in nearest + notes { text += "\n\(AnalysisMarkdown.escape(sentence)).\n" }
    return text
  }

  /// Writes an object.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("schema", 1)
      json.member("network", graph.name)
      json.member("variant", graph.variant)
      json.member("same_on_all_axes", sizes.together != nil)
      json.member("axes") { json in
        json.array { json in
          for (index, axis) in axes.enumerated() { write(axis, at: index, to: &json) }
        }
      }
      json.member("outputs") { json in
        json.array { json in
          for output in sizes.outputs {
            json.object { json in
              json.member("name", output.name)
              json.member("axes") { json in
                json.array { json in
                  for (axis, fitting) in zip(axes, output.axes) {
                    json.object(.inline) { json in
                      json.member("axis", axis.role?.name)
                      json.member("fits") { Self.write(fitting, to: &$0) }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private func write(_ axis: NetworkSizes.Axis, at index: Int, to json: inout JSONWriter) {
    json.object { json in
      json.member("axis", axis.role?.name)
      json.member("fits") { Self.write(axis.fitting, to: &$0) }
      json.member("leaves_out_no_row") { Self.write(axis.whole, to: &$0) }
      guard let near else { return }
      let size = near.count == 1 ? near[0] : near[index]
      let nearest = axis.fitting.nearest(to: size)
      json.member("near") { json in
        json.object(.inline) { json in
          json.member("size", size)
          json.member("fits", axis.fitting.contains(size))
          json.member("below", nearest.below)
          json.member("above", nearest.above)
        }
      }
    }
  }

  private static func write(_ sizes: AxisSizes, to json: inout JSONWriter) {
    let (modulus, fitting) = sizes.remainders
    json.object(.inline) { json in
      json.member("least", sizes.least)
      json.member("divisor", sizes.divisor)
      json.member("small") { $0.row(sizes.small) { $0.number($1) } }
      json.member("from", sizes.threshold)
      json.member("modulus", modulus)
      json.member("remainders") { $0.row(fitting) { $0.number($1) } }
    }
  }
}
