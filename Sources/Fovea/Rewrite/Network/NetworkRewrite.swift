package import FoveaGraph

/// A network, what was proposed for it, and the network that came of it.
package struct NetworkRewrite: Sendable {
  package let source: SourceText
  /// The name of the network and of its variant.
  package let title: String
  /// The text with the stacks; the old one where there are none.
  package let rewritten: SourceText
  package let before: AnalyzedGraph
  package let after: AnalyzedGraph
  /// What was done, in the order of the network.
  package let proposals: [RewriteProposal]
  /// What was left as it is, in the order of the network.
  package let refusals: [RewriteRefusal]

  /// Rewrites one network of a description.
  ///
  /// - Parameter analysis: the network without errors that `options` make of the description.
  package init(
    _ specification: Specification, _ options: Specification.Options, analysis: AnalyzedGraph,
    rewriting choice: RewriteOptions
  ) throws(Rewriter.Failure) {
    let survey = RewriteSurvey(analysis, choice)
    let outcome = try Rewriter(specification, options).rewritten(survey.proposals, in: analysis.graph)
    source = specification.source
    title = (specification.name ?? Analysis.unnamed) + (analysis.graph.variant.map { " · \($0)" } ?? "")
    rewritten = outcome.source
    before = analysis
    proposals = outcome.proposals
    refusals = (survey.refusals + outcome.refusals).sorted { $0.layer.position < $1.layer.position }
    if proposals.isEmpty {
      after = analysis
    } else {
      var options = options
      options.variant = analysis.graph.variant
      guard let graph = Specification(outcome.source).elaborate(options).graph else {
        throw Rewriter.Failure(description: "the new text has no network")
      }
      after = AnalyzedGraph(graph, options: analysis.options)
    }
  }
}
