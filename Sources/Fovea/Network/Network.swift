public import FoveaGraph
public import FoveaLanguage
public import FoveaText

/// One network with everything that is known of it: its graph, figures, places and findings, each computed once.
///
/// A network is a value. It comes from a description, or a program built its graph; whoever checks, compares, runs or
/// reports it need not know which. Only what changes a text asks for the ``description``.
public struct Network: Sendable {
  /// Where a network comes from.
  public enum Origin: Sendable {
    /// A description in the language.
    case description(Description)
    /// A program, by a `GraphBuilder`.
    case program
  }

  /// The description of a network, and how the network was made of it.
  public struct Description: Sendable {
    /// What was read from the text.
    public let specification: Specification
    /// The variant, and the values of parameters and inputs.
    public let options: Specification.Options
    /// The entries of the text that the layers were made of.
    let map: SourceMap
  }

  /// Its name; `network` where the description gives none.
  public let name: String
  /// The variant that it is, where the description has variants.
  public let variant: String?
  /// Where it comes from.
  public let origin: Origin
  /// How the figures are counted.
  public let counting: AnalyzedGraph.Options
  /// Its layers; with errors, what could be built in spite of them.
  public let graph: Graph?
  /// Its layers with their figures; nil where it has errors.
  public let analysis: AnalyzedGraph?
  /// Where its layers are written.
  public let places: Places
  /// What is wrong with it, in the order of the text.
  public let diagnostics: [Diagnostic]
  /// What is wrong with its description, which is the first part of that.
  let mistakes: [Diagnostic]

  /// A network that a program built.
  ///
  /// - Parameters:
  ///   - graph: its layers.
  ///   - counting: how the figures are counted.
  public init(_ graph: Graph, counting: AnalyzedGraph.Options = .init()) {
    (name, variant, origin, self.counting) = (graph.name, graph.variant, .program, counting)
    (self.graph, places, mistakes) = (graph, Places(), [])
    let analysis = AnalyzedGraph(graph, options: counting)
    self.analysis = analysis
    diagnostics = analysis.diagnostics
  }

  /// Makes a network of a description and analyses it.
  ///
  /// - Parameters:
  ///   - specification: the description.
  ///   - options: the variant, and values of parameters and inputs.
  ///   - counting: how the figures are counted.
  public init(
    _ specification: Specification, _ options: Specification.Options = .init(),
    counting: AnalyzedGraph.Options = .init()
  ) {
    self.init(specification, options, specification.elaborate(options), counting: counting)
  }

  /// Analyses what was made of a description.
  init(
    _ specification: Specification, _ options: Specification.Options, _ elaboration: Specification.Elaboration,
    counting: AnalyzedGraph.Options
  ) {
    name = specification.name ?? "network"
    variant = options.variant ?? specification.variants.first
    origin = .description(Description(specification: specification, options: options, map: elaboration.map))
    self.counting = counting
    graph = elaboration.graph
    analysis = elaboration.hasErrors ? nil : graph.map { AnalyzedGraph($0, options: counting) }
    places = elaboration.places
    let advice = ShapeAdvice(elaboration.diagnostics, elaboration.graph, places: places) { graph in
      Self.openGraph(specification, options, graph)
    }
    mistakes = advice?.completed(elaboration.diagnostics) ?? elaboration.diagnostics
    diagnostics = Self.diagnostics(mistakes, analysis, places)
  }

  private init(_ network: Network, counting: AnalyzedGraph.Options) {
    (name, variant, origin, self.counting) = (network.name, network.variant, network.origin, counting)
    (graph, places, mistakes) = (network.graph, network.places, network.mistakes)
    analysis = network.analysis.map { AnalyzedGraph($0.graph, options: counting) }
    diagnostics = Self.diagnostics(mistakes, analysis, places)
  }

  private static func diagnostics(
    _ mistakes: [Diagnostic], _ analysis: AnalyzedGraph?, _ places: Places
  ) -> [Diagnostic] {
    mistakes + (analysis?.diagnostics.map { $0.placed(by: places) } ?? [])
  }

  /// The same network with its figures counted in another way.
  public func counted(as counting: AnalyzedGraph.Options) -> Network {
    counting == self.counting ? self : Network(self, counting: counting)
  }

  /// Whether there is an error among the findings.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The name of the network and of its variant, `resnet · resnet50`.
  public var title: String { variant.map { "\(name) · \($0)" } ?? name }

  /// The description that it was made of; nil where a program built it.
  public var description: Description? {
    switch origin {
    case .description(let description): description
    case .program: nil
    }
  }

  /// Its layers with sizes that are not known in all inputs; nil where they are others then, or have errors.
  package var openGraph: Graph? {
    guard let graph else { return nil }
    if let description { return Self.openGraph(description.specification, description.options, graph) }
    return try? graph.resized(to: graph.inputs.map { graph.shape(of: $0).withSizesOpen })
  }

  private static func openGraph(
    _ specification: Specification, _ options: Specification.Options, _ graph: Graph
  ) -> Graph? {
    let open = specification.elaborate(options.withSizesOpen(graph))
    guard !open.hasErrors, open.graph?.layers.count == graph.layers.count else { return nil }
    return open.graph
  }

  /// The text that describes it; nil where a program built it.
  public var source: SourceText? { description?.specification.source }

  /// The layers with the entries of the text that they were made of; nil where there is no text, or no graph.
  var written: WrittenGraph? {
    guard let graph, let description else { return nil }
    return WrittenGraph(graph, description.map)
  }
}

extension Specification.Options {
  /// The same with sizes that are not known in all inputs.
  ///
  /// - Parameter graph: the network as it is, for the names and channels of its inputs.
  func withSizesOpen(_ graph: Graph) -> Self {
    var open = self
    open.inputs = graph.inputs.map { (graph[$0].name, graph.shape(of: $0).withSizesOpen) }
    return open
  }
}

extension Shape {
  /// The same channels with spatial extents that are not known.
  fileprivate var withSizesOpen: Shape {
    var shape = self
    for axis in 0..<shape.rank { shape.spatial[axis] = .unknown }
    return shape
  }
}
