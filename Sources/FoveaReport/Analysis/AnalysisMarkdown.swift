package import Fovea
package import FoveaGraph
import FoveaText

/// An analysis as GitHub Markdown.
package enum AnalysisMarkdown {
  /// One analysis as a section.
  ///
  /// - Parameter showsConvention: whether the section says how its figures are counted.
  package static func text(
    _ network: Network, depth: AnalysisTable.Depth, showsConvention: Bool = true
  ) -> String {
    var text = "## \(escape(network.title))\n"
    if let analyzed = network.analysis {
      let summary = AnalysisSummary(analyzed)
      text += "\nInput: \(escape(summary.inputs))\n\n"
      text += rows(AnalysisTable(analyzed, depth: depth), analyzed)
      text += "\n" + summary.outputs.map { "- output **\(escape($0.name))**: \(escape($0.value))\n" }.joined()
      text += summary.totals.map { "- **\($0.name)**: \(escape($0.value))\n" }.joined()
      if showsConvention { text += convention(network.counting) }
    }
    if !network.diagnostics.isEmpty {
      text += "\n### Findings: \(DiagnosticText.summary(network.diagnostics))\n\n"
      text += network.diagnostics.map { finding($0, in: network) }.joined()
    }
    return text
  }

  /// How figures are counted, as a paragraph below an empty line.
  package static func convention(_ options: AnalyzedGraph.Options) -> String {
    "\n_\(escape(Convention.text(options)))_\n"
  }

  private static func rows(_ table: AnalysisTable, _ analyzed: AnalyzedGraph) -> String {
    let paths = LayerPaths(analyzed.graph)
    let hasGates = table.rows.contains { $0.gate != nil }
    var text = row(
      ["Layer", "Operator", "Output", "Receptive field"] + (hasGates ? ["Global through"] : [])
        + ["Parameters", "MACs", "Share"])
    text += row([":--", ":--", "--:", "--:"] + (hasGates ? [":--"] : []) + ["--:", "--:", "--:"])
    for entry in table.rows {
      text += row(
        [escape(entry.path), escape(entry.label), entry.output.description, escape(FieldText.short(entry.field))]
          + (hasGates ? [entry.gate.map { escape(paths[$0]) } ?? ""] : [])
          + [entry.parameters.text(Quantity.exact), entry.macs.text(Quantity.exact), entry.share.text])
    }
    let totals = analyzed.totals
    text += row(
      ["**total**", "", "", ""] + (hasGates ? [""] : [])
        + [Amount(totals.parameters).text(Quantity.exact), Amount(totals.macs).text(Quantity.exact), ""])
    return text
  }

  private static func row(_ cells: [String]) -> String {
    "|" + cells.map { $0.isEmpty ? " |" : " \($0) |" }.joined() + "\n"
  }

  private static func finding(_ diagnostic: Diagnostic, in network: Network) -> String {
    let place = escape(place(of: diagnostic, in: network))
    let help = diagnostic.help.map { "; help: " + escape($0) } ?? ""
    let notes = diagnostic.notes.map { "; note: " + escape($0.message) }.joined()
    return "- \(place): **\(diagnostic.severity.rawValue)**: \(escape(diagnostic.message))\(notes)\(help)"
      + " (\(escape(diagnostic.rule)))\n"
  }

  /// The place in the text; where there is none the layer, or the network.
  private static func place(of diagnostic: Diagnostic, in network: Network) -> String {
    guard let source = network.source else {
      return diagnostic.layer.flatMap { network.graph?.path(of: $0) } ?? network.title
    }
    let (line, column) = source.position(of: diagnostic.span.start)
    return "\(source.path):\(line):\(column)"
  }

  /// Whether a text ends with the `www` of an address.
  private static func isWeb(_ text: ArraySlice<Character>) -> Bool {
    text.suffix(3).allSatisfy { $0 == "w" || $0 == "W" } && text.count >= 3
  }

  /// A text that Markdown shows as it is. Characters that a terminal would obey are made visible too.
  package static func escape(_ text: String) -> String {
    var result = ""
    let characters = Array(VisibleText.escape(text))
    func isWord(_ index: Int) -> Bool {
      characters.indices.contains(index) && (characters[index].isLetter || characters[index].isNumber)
    }
    for (index, character) in characters.enumerated() {
      switch character {
      // Inside a word it marks nothing.
      case "_" where isWord(index - 1) && isWord(index + 1): result.append(character)
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      // Before a pipe it would take away what keeps a cell whole.
      case "\\": result += "&#92;"
      case "|", "`", "*", "_", "[", "]", "~", "#", "$": result += "\\\(character)"
      // An address or a user's name would become a link; a comment keeps its parts apart.
      case "@": result += "@<!-- -->"
      case ":" where characters[(index + 1)...].starts(with: "//"): result += "&#58;"
      case "." where Self.isWeb(characters[..<index]): result += "&#46;"
      default: result.append(character)
      }
    }
    return result
  }
}
