package import Fovea
package import FoveaGraph
package import FoveaText

/// How analyses are written in one of the formats: each on its own, with what stands around and between them.
package struct AnalysisOutput: Sendable {
  private let format: AnalysisFormat
  /// Whether they are written as several, even if there is only one.
  private let isPlural: Bool
  private let depth: AnalysisTable.Depth?
  private let options: AnalyzedGraph.Options
  /// The columns of the text, and the rows of a screen.
  private let size: (columns: Int, rows: Int)
  /// Whether it is told how figures are counted.
  private let hasLegend: Bool

  /// Creates the output.
  ///
  /// - Parameters:
  ///   - isPlural: whether analyses are written as several, even if there is only one.
  ///   - hasLegend: whether people are told how figures are counted.
  package init(
    format: AnalysisFormat, isPlural: Bool, depth: AnalysisTable.Depth?, options: AnalyzedGraph.Options,
    size: (columns: Int, rows: Int), hasLegend: Bool = true
  ) {
    self.hasLegend = hasLegend
    (self.format, self.isPlural, self.depth, self.options, self.size) = (format, isPlural, depth, options, size)
  }

  /// What stands before the first analysis.
  package var opening: StyledText {
    switch format {
    case .json: StyledText(isPlural ? AnalysisJSON.opening : "")
    case .csv: StyledText(AnalysisCSV.header)
    case .markdown, .text: StyledText()
    }
  }

  /// What stands between two analyses.
  package var separator: StyledText {
    switch format {
    case .json: StyledText(AnalysisJSON.separator)
    case .csv: StyledText()
    case .markdown, .text: StyledText("\n")
    }
  }

  /// What is written of one analysis, and what is kept of it.
  package struct Piece: Sendable {
    package let text: StyledText
    /// The findings, where the format has no place for them.
    package let findings: StyledText
    package let hasErrors: Bool
    package let hasFigures: Bool
  }

  package func piece(of network: Network) -> Piece {
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
      StyledText(AnalysisMarkdown.text(network, depth: depth ?? .levels(1), showsConvention: hasLegend && !isPlural))
    case .text:
      AnalysisText.render(
        network, depth: depth, width: size.columns, height: size.rows, showsConvention: hasLegend && !isPlural)
    }
  }

  /// What stands behind the last analysis.
  ///
  /// - Parameter hasFigures: whether there was a network that could be built.
  package func closing(hasFigures: Bool) -> StyledText {
    switch format {
    case .json: StyledText(isPlural ? AnalysisJSON.closing : "")
    case .csv: StyledText()
    case .markdown: StyledText(isPlural && hasFigures && hasLegend ? AnalysisMarkdown.convention(options) : "")
    case .text:
      isPlural && hasFigures && hasLegend ? AnalysisText.convention(options, width: size.columns) : StyledText()
    }
  }
}
