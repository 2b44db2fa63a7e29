package import Fovea
import FoveaFilters
package import FoveaGraph
import FoveaNumerics
package import FoveaText

/// The kernels that the chains of a network compute, for people and programs.
package struct CompositionReport: SummaryReport {
  private let graph: Graph
  private let chains: [ChainComposition]
  private let pieces: [PieceComposition]

  package init(_ graph: Graph, _ chains: [ChainComposition], _ pieces: [PieceComposition] = []) {
    self.graph = graph
    self.chains = chains
    self.pieces = pieces
  }

  private static let headings = [
    "layers", "kernel", "stride", "padding", "dilation", "groups", "bias", "channels", "holes", "equal",
  ]

  private func paths(_ layers: [LayerID]) -> String {
    "\(graph.path(of: layers[0]))..\(graph.path(of: layers[layers.count - 1]))"
  }

  /// What is told of one chain, or of one part: its layers, its row of the table and its sentences.
  private var entries: [(paths: String, cells: [String], sentences: [String])] {
    chains.map { (paths($0.chain.layers), cells($0), sentences($0)) }
      + pieces.map { (paths($0.piece.layers), cells($0), sentences($0)) }
  }

  private func cells(_ found: PieceComposition) -> [String] {
    [
      paths(found.piece.layers), StackGeometry.text(found.axes.map(\.kernel)),
      StackGeometry.text(found.axes.map(\.stride)), StackGeometry.text(found.axes.map(\.padding)),
      StackGeometry.text(found.axes.map { _ in 1 }), "–", found.hasBias ? "yes" : "no",
      "\(found.inputs)→\(found.outputs)", "–", found.affected == 0 ? "everywhere" : "inside",
    ]
  }

  private func sentences(_ found: PieceComposition) -> [String] {
    var sentences = [
      "the \(found.piece.layers.count) layers behind `\(graph.path(of: found.piece.source))` are one kernel together"
    ]
    if found.affected == 0 {
      sentences.append("equal everywhere, borders included")
    } else {
      sentences.append(
        "equal but for at most a border band, \(Self.reason(found.differsByBias)): "
          + Self.text(found.axes.map(\.band)) + ", in pixels of the output")
    }
    return sentences + cost(found.parameters.piece, found.parameters.kernel, found.macs.piece, found.macs.kernel)
  }

  private static func reason(_ isBias: Bool) -> String {
    isBias
      ? "because of the bias: the zeros that a layer pads with stand where the bias before it would be"
      : "since the layers pad on their own"
  }

  private static func text(_ band: [AxisPadding]) -> String {
    band.enumerated().map { axis, rows in
      "\(rows.before) at the start and \(rows.after) at the end of the "
        + AxisRole.spatial(axis, of: band.count).name
    }.joined(separator: ", ")
  }

  private func cost(_ chain: Figure, _ kernel: Figure, _ before: Figure, _ after: Figure) -> [String] {
    guard let chain = chain.value, let kernel = kernel.value, let before = before.value, let after = after.value else {
      return []
    }
    return [
      "as one kernel \(Quantity.short(kernel)) parameters in place of \(Quantity.short(chain)), "
        + "\(Quantity.short(after)) macs in place of \(Quantity.short(before))"
    ]
  }

  private func cells(_ found: ChainComposition) -> [String] {
    let windows = found.windows.map(\.window)
    let holes = found.windows.map(\.holes.count)
    return [
      paths(found.chain.layers), StackGeometry.text(windows.map(\.kernel)), StackGeometry.text(windows.map(\.stride)),
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
      sentences.append(
        "equal but for a border band, \(Self.reason(found.differsByBias)): \(Self.text(found.band.widths)), in pixels of "
          + "the output; \(Quantity.exact(found.band.affected)) of \(Quantity.exact(found.band.outputs)) outputs "
          + "(\(Quantity.percent(found.band.share)))")
    }
    for (axis, window) in found.windows.enumerated() where !window.holes.isEmpty {
      sentences.append(
        "no layer reaches the taps \(LintText.list(window.holes, atMost: 12)) of the "
          + AxisRole.spatial(axis, of: found.windows.count).name)
    }
    return sentences
      + cost(found.parameters.chain, found.parameters.kernel, found.macs.chain, found.macs.kernel)
  }

  private var nothing: String {
    "no two convolutions follow each other without something that is not linear between them\n"
  }

  /// Tables for a terminal of `width` columns.
  package func text(width: Int) -> StyledText {
    var text = StyledText(VisibleText.escape(graph.variant.map { "\(graph.name) · \($0)" } ?? graph.name), .strong)
    text.append("\n\n")
    let entries = entries
    guard !entries.isEmpty else {
      text.append(ColumnText.wrapped(words: nothing, width: width) + "\n")
      return text
    }
    let rows = entries.map { $0.cells.map(VisibleText.escape) }
    text.append(
      TextTable.text(
        Self.headings.enumerated().map { index, title in
          TextTable.Column(
            title: title, isRight: (1...7).contains(index), role: .plain, cells: rows.map { $0[index] },
            floor: index == 0 ? 16 : 0, priority: [Int.max, .max, 5, 6, 1, 2, 0, 3, 4, .max][index])
        }, width: width))
    for found in entries {
      text.append("\n" + VisibleText.escape(found.paths) + "\n", .strong)
      for sentence in found.sentences {
        text.append("  " + ColumnText.wrapped(words: VisibleText.escape(sentence), indent: 2, width: width - 2) + "\n")
      }
    }
    return text
  }

  /// A section of GitHub Markdown.
  package var markdown: String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    var text = "## \(AnalysisMarkdown.escape(graph.variant.map { "\(graph.name) · \($0)" } ?? graph.name))\n\n"
    let entries = entries
    guard !entries.isEmpty else { return text + "N" + nothing.dropFirst() }
    text += line(Self.headings) + line(Self.headings.indices.map { (1...7).contains($0) ? "--:" : ":--" })
    for found in entries { text += line(found.cells.map(AnalysisMarkdown.escape)) }
    for found in entries {
      text +=
        "\n\(AnalysisMarkdown.escape(found.paths)): "
        + AnalysisMarkdown.escape(found.sentences.joined(separator: "; ")) + ".\n"
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
      json.member("pieces") { json in
        json.array { json in
          for found in pieces { write(found, to: &json) }
        }
      }
    }
  }

  private func write(_ found: PieceComposition, to json: inout JSONWriter) {
    json.object(.inline) {
      $0.member("reads", graph.path(of: found.piece.source))
      $0.member("layers") { json in
        json.row(found.piece.layers) { $0.string(graph.path(of: $1)) }
      }
      $0.member("in", found.inputs)
      $0.member("out", found.outputs)
      $0.member("kernel") { $0.row(found.axes) { $0.number($1.kernel) } }
      $0.member("stride") { $0.row(found.axes) { $0.number($1.stride) } }
      $0.member("padding") { VerificationJSON.write(found.axes.map(\.padding), to: &$0) }
      $0.member("bias", found.hasBias)
      $0.member("band") { VerificationJSON.write(found.axes.map(\.band), to: &$0) }
      $0.member("band_outputs_at_most", found.affected.value)
      $0.member("band_of_bias", found.differsByBias)
      $0.member("parameters", found.parameters.piece.value)
      $0.member("kernel_parameters", found.parameters.kernel.value)
      $0.member("macs", found.macs.piece.value)
      $0.member("kernel_macs", found.macs.kernel.value)
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
      $0.member("band_of_bias", found.differsByBias)
      $0.member("outputs", found.band.outputs)
      $0.member("parameters", found.parameters.chain.value)
      $0.member("kernel_parameters", found.parameters.kernel.value)
      $0.member("macs", found.macs.chain.value)
      $0.member("kernel_macs", found.macs.kernel.value)
    }
  }
}
