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

  func piece(of analysis: Analysis) -> Piece {
    Piece(
      text: text(of: analysis),
      findings: format == .csv ? DiagnosticText.text(analysis.diagnostics, in: analysis.source) : StyledText(),
      hasErrors: analysis.hasErrors, hasFigures: analysis.graph != nil)
  }

  private func text(of analysis: Analysis) -> StyledText {
    switch format {
    case .json:
      StyledText(
        String(
          decoding: isPlural ? AnalysisJSON.element(analysis) : AnalysisJSON.bytes([analysis]), as: UTF8.self))
    case .csv: StyledText(AnalysisCSV.rows(analysis))
    case .markdown:
      StyledText(AnalysisMarkdown.text(analysis, depth: depth ?? .levels(1), showsConvention: !isPlural))
    case .text:
      AnalysisText.render(
        analysis, depth: depth, width: size.columns, height: size.rows ?? 40, showsConvention: !isPlural)
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

extension Analysis {
  /// Writes the findings to the standard error, for a command that has no other place for them.
  func writeFindings(colour: Terminal.Colour) {
    Terminal.write(DiagnosticText.text(diagnostics, in: source), colour: colour, to: .error)
  }
}
