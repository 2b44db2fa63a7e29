import FoveaFilters
package import FoveaGraph
package import FoveaLanguage
import FoveaNumerics
package import FoveaText

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
  /// - Parameters:
  ///   - analysis: the network without errors that `options` make of the description.
  ///   - weights: the weights of the layers; without them forms are chosen by sizes alone.
  package init(
    _ specification: Specification, _ options: Specification.Options, analysis: AnalyzedGraph,
    rewriting choice: RewriteOptions, weights: RewriteWeights = .none
  ) throws(Rewriter.Failure) {
    let survey = RewriteSurvey(analysis, choice, weights: weights)
    // Where nothing pays, the other variants need not be looked at.
    let outcome =
      survey.proposals.isEmpty
      ? Rewriter.Outcome(source: specification.source, proposals: [], refusals: [])
      : try Rewriter(specification, options).rewritten(survey.proposals, in: analysis.graph)
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

extension NetworkRewrite {
  /// The weights of the new network: those of the stacks, and of all other layers their own.
  ///
  /// - Throws: where a stack has none, because an activation stands between its layers or they were not asked for.
  package func weights(from old: NetworkWeights<Double>) throws(ExecutionError) -> NetworkWeights<Double> {
    var arrays = old.arrays
    for proposal in proposals {
      guard !proposal.kernels.isEmpty else {
        throw .weights("the stack at `\(proposal.path)` has no weights that come from those of the layer")
      }
      arrays["\(proposal.path).weight"] = nil
      arrays["\(proposal.path).bias"] = nil
      for (index, kernel) in proposal.kernels.enumerated() {
        let path = proposal.path + (index == 0 ? ".conv" : ".conv_\(index + 1)")
        do throws(NumericsError) {
          arrays["\(path).weight"] = try kernel.weightTensor()
          arrays["\(path).bias"] = try kernel.biasTensor()
        } catch {
          throw .weights("`\(path)`: \(error)")
        }
      }
    }
    let entries = arrays.map { NPZArchive.Entry(name: $0.key, array: .float64($0.value)) }
    return try NetworkWeights(NPZArchive(entries: entries), for: after.graph)
  }
}
