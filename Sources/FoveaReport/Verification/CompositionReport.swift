package import Fovea
import FoveaFilters
package import FoveaGraph
import FoveaNumerics
package import FoveaText

/// The kernels that the chains of a network compute, for people and programs.
package struct CompositionReport {
  private let graph: Graph
  private let chains: [ChainComposition]

  package init(_ graph: Graph, _ chains: [ChainComposition]) {
    self.graph = graph
    self.chains = chains
  }

  private static let headings = [
    "layers", "kernel", "stride", "padding", "dilation", "groups", "bias", "channels", "holes", "equal",
  ]

  private func paths(_ chain: ChainComposition) -> String {
    "\(graph.path(of: chain.chain.layers[0]))..\(graph.path(of: chain.chain.layers[chain.chain.layers.count - 1]))"
  }

  private func cells(_ found: ChainComposition) -> [String] {
    let windows = found.windows.map(\.window)
    let holes = found.windows.map(\.holes.count)
    return [
      paths(found), StackGeometry.text(windows.map(\.kernel)), StackGeometry.text(windows.map(\.stride)),
      StackGeometry.text(windows.map(\.padding)), StackGeometry.text(windows.map(\.dilation)), "\(found.groups)",
      found.hasBias ? "yes" : "no", "\(found.inputs)→\(found.outputs)",
      holes.allSatisfy { $0 == 0 } ? "none" : StackGeometry.text(holes),
      found.band.affected == 0 ? "everywhere" : "inside",
    ]
  }

  /// One sentence for each chain about where its kernel holds, and about its holes.
  private func sentences(_ found: ChainComposition) -> [String] {
    var sentences: [String] = []
    if found.band.affected == 0 {
      sentences.append("equal everywhere, borders included")
    } else {
      let widths = found.band.widths.enumerated().map { axis, rows in
        "\(rows.before) at the start and \(rows.after) at the end of the "
          + AxisRole.spatial(axis, of: found.windows.count).name
      }
      sentences.append(
        "equal but for a border band, since the layers pad on their own: \(widths.joined(separator: ", ")), in pixels of "
          + "the output; \(Quantity.exact(found.band.affected)) of \(Quantity.exact(found.band.outputs)) outputs "
          + "(\(Quantity.percent(found.band.share)))")
    }
    for (axis, window) in found.windows.enumerated() where !window.holes.isEmpty {
      sentences.append(
        "no layer reaches the taps \(LintText.list(window.holes, atMost: 12)) of the "
          + AxisRole.spatial(axis, of: found.windows.count).name)
    }
    let parameters = (found.parameters.chain.value, found.parameters.kernel.value)
    let macs = (found.macs.chain.value, found.macs.kernel.value)
    if let chain = parameters.0, let kernel = parameters.1, let before = macs.0, let after = macs.1 {
      sentences.append(
        "as one kernel \(Quantity.short(kernel)) parameters in place of \(Quantity.short(chain)), "
          + "\(Quantity.short(after)) macs in place of \(Quantity.short(before))")
    }
    return sentences
  }

  private var nothing: String {
    "no two convolutions follow each other without something that is not linear between them\n"
  }

  /// Tables for a terminal of `width` columns.
  package func text(width: Int) -> StyledText {
    var text = StyledText(VisibleText.escape(graph.variant.map { "\(graph.name) · \($0)" } ?? graph.name), .strong)
    text.append("\n\n")
    guard !chains.isEmpty else {
      text.append(ColumnText.wrapped(words: nothing, width: width) + "\n")
      return text
    }
    let rows = chains.map { cells($0).map(VisibleText.escape) }
    text.append(
      TextTable.text(
        Self.headings.enumerated().map { index, title in
          TextTable.Column(
            title: title, isRight: (1...7).contains(index), role: .plain, cells: rows.map { $0[index] },
            floor: index == 0 ? 16 : 0, priority: [Int.max, .max, 5, 6, 1, 2, 0, 3, 4, .max][index])
        }, width: width))
    for found in chains {
      text.append("\n" + VisibleText.escape(paths(found)) + "\n", .strong)
      for sentence in sentences(found) {
        text.append("  " + ColumnText.wrapped(words: sentence, indent: 2, width: width - 2) + "\n")
      }
    }
    return text
  }

  /// A section of GitHub Markdown.
  package var markdown: String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    var text = "## \(AnalysisMarkdown.escape(graph.variant.map { "\(graph.name) · \($0)" } ?? graph.name))\n\n"
    guard !chains.isEmpty else { return text + "N" + nothing.dropFirst() }
    text += line(Self.headings) + line(Self.headings.indices.map { (1...7).contains($0) ? "--:" : ":--" })
    for found in chains { text += line(cells(found).map(AnalysisMarkdown.escape)) }
    for found in chains {
      text +=
        "\n\(AnalysisMarkdown.escape(paths(found))): "
        + AnalysisMarkdown.escape(sentences(found).joined(separator: "; ")) + ".\n"
    }
    return text
  }

  /// Writes an object.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("schema", 1)
      json.member("network", graph.name)
      json.member("variant", graph.variant)
      json.member("chains") { json in
        json.array { json in
          for found in chains { write(found, to: &json) }
        }
      }
    }
  }

  private func write(_ found: ChainComposition, to json: inout JSONWriter) {
    let windows = found.windows.map(\.window)
    json.object(.inline) {
      $0.member("layers") { json in
        json.row(found.chain.layers) { $0.string(graph.path(of: $1)) }
      }
      $0.member("in", found.inputs)
      $0.member("out", found.outputs)
      $0.member("kernel") { $0.row(windows.map(\.kernel)) { $0.number($1) } }
      $0.member("stride") { $0.row(windows.map(\.stride)) { $0.number($1) } }
      $0.member("dilation") { $0.row(windows.map(\.dilation)) { $0.number($1) } }
      $0.member("padding") { VerificationJSON.write(windows.map(\.padding), to: &$0) }
      $0.member("groups", found.groups)
      $0.member("bias", found.hasBias)
      $0.member("holes") { $0.row(found.windows) { $0.row($1.holes) { $0.number($1) } } }
      $0.member("band") { VerificationJSON.write(found.band.widths, to: &$0) }
      $0.member("band_outputs", found.band.affected)
      $0.member("outputs", found.band.outputs)
      $0.member("parameters", found.parameters.chain.value)
      $0.member("kernel_parameters", found.parameters.kernel.value)
      $0.member("macs", found.macs.chain.value)
      $0.member("kernel_macs", found.macs.kernel.value)
    }
  }
}
