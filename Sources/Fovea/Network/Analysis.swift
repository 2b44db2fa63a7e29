package import FoveaGraph
package import FoveaLanguage
package import FoveaText

/// One network with everything that a report says about it.
package struct Analysis: Sendable {
  /// The text that describes it.
  package let source: SourceText
  /// Its name; `network` where the description gives none.
  package let name: String
  /// The variant that it is, where the description has variants.
  package let variant: String?
  /// How the figures are counted.
  package let options: AnalyzedGraph.Options
  /// The network with its figures; nil where it could not be built.
  package let graph: AnalyzedGraph?
  /// The findings in the order of the text.
  package let diagnostics: [Diagnostic]

  /// Creates the analysis of a network.
  package init(
    source: SourceText, name: String, variant: String? = nil, options: AnalyzedGraph.Options = .init(),
    graph: AnalyzedGraph?, diagnostics: [Diagnostic] = []
  ) {
    self.source = source
    self.name = name
    self.variant = variant
    self.options = options
    self.graph = graph
    self.diagnostics = diagnostics
  }

  /// Makes a network of a description and analyses it. A network with errors has no figures.
  package init(
    _ specification: Specification, _ options: Specification.Options = .init(),
    counting figures: AnalyzedGraph.Options = .init()
  ) {
    let elaboration = specification.elaborate(options)
    let graph = elaboration.hasErrors ? nil : elaboration.graph.map { AnalyzedGraph($0, options: figures) }
    self.init(
      source: specification.source, name: specification.name ?? Self.unnamed,
      variant: options.variant ?? specification.variants.first, options: figures, graph: graph,
      diagnostics: elaboration.diagnostics + (graph?.diagnostics ?? []))
  }

  /// Whether there is an error among the findings.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The name of a network whose description gives none.
  static let unnamed = "network"

  /// The name of the network and of its variant, `resnet · resnet50`.
  package var title: String { variant.map { "\(name) · \($0)" } ?? name }
}
