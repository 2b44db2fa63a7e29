import Fovea
import FoveaGraph
import FoveaReport
import FoveaText

/// How analyses are written in one of the formats: each on its own, with what stands around and between them.
struct AnalysisOutput: Sendable {
  let format: Analyze.Format
  /// Whether they are written as several, even if there is only one.
  let isPlural: Bool
  let depth: AnalysisTable.Depth?
  let options: AnalyzedGraph.Options
  let size = Terminal.size

  /// What stands before the first analysis.
  var opening: StyledText {
    switch format {
    case .json: StyledText(isPlural ? AnalysisJSON.opening : "")
    case .csv: StyledText(AnalysisCSV.header)
    case .markdown, .text: StyledText()
    }
  }

  /// What stands between two analyses.
  var separator: StyledText {
    switch format {
    case .json: StyledText(AnalysisJSON.separator)
    case .csv: StyledText()
    case .markdown, .text: StyledText("\n")
    }
  }

  /// What is written of one analysis, and what is kept of it.
  struct Piece: Sendable {
    let text: StyledText
    /// The findings, where the format has no place for them.
    let findings: StyledText
    let hasErrors: Bool
    let hasFigures: Bool
  }

  func piece(of network: Network) -> Piece {
    Piece(
      text: text(of: network),
      findings: format == .csv ? DiagnosticText.text(network.diagnostics, in: network.source) : StyledText(),
      hasErrors: network.hasErrors, hasFigures: network.analysis != nil)
  }

  private func text(of network: Network) -> StyledText {
    switch format {
    case .json:
      StyledText(
        String(
          decoding: isPlural ? AnalysisJSON.element(network) : AnalysisJSON.bytes([network]), as: UTF8.self))
    case .csv: StyledText(AnalysisCSV.rows(network))
    case .markdown:
      StyledText(AnalysisMarkdown.text(network, depth: depth ?? .levels(1), showsConvention: !isPlural))
    case .text:
      AnalysisText.render(
        network, depth: depth, width: size.columns, height: size.rows ?? 40, showsConvention: !isPlural)
    }
  }

  /// What stands behind the last analysis.
  ///
  /// - Parameter hasFigures: whether there was a network that could be built.
  func closing(hasFigures: Bool) -> StyledText {
    switch format {
    case .json: StyledText(isPlural ? AnalysisJSON.closing : "")
    case .csv: StyledText()
    case .markdown: StyledText(isPlural && hasFigures ? AnalysisMarkdown.convention(options) : "")
    case .text: isPlural && hasFigures ? AnalysisText.convention(options, width: size.columns) : StyledText()
    }
  }
}

extension Network {
  /// Writes the findings to the standard error, for a command that has no other place for them.
  func writeFindings(colour: Terminal.Colour) {
    Terminal.write(DiagnosticText.text(diagnostics, in: source), colour: colour, to: .error)
  }
}
