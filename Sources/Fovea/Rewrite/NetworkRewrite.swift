import FoveaFilters
package import FoveaGraph
import FoveaLanguage
import FoveaNumerics
package import FoveaText

/// A network, what was proposed for it, and the network that came of it.
package struct NetworkRewrite: Sendable {
  package let source: SourceText
  /// The name of the network and of its variant.
  package let title: String
  /// Where the layers are written.
  private let places: Places
  /// The new text with the networks that were made of it; the old one where there are no stacks.
  package let session: Session
  package let before: AnalyzedGraph
  package let after: AnalyzedGraph
  /// What was done, in the order of the network.
  package let proposals: [RewriteProposal]
  /// What was left as it is, in the order of the network.
  package let refusals: [RewriteRefusal]

  /// Rewrites one network of a description.
  ///
  /// - Parameters:
  ///   - session: where the network comes from, if somebody knows it.
  ///   - weights: the weights of the layers; without them forms are chosen by sizes alone.
  /// - Throws: where there is no text to rewrite, or more of it would have to change.
  package init(
    _ network: Network, in session: Session? = nil, rewriting choice: RewriteOptions, weights: RewriteWeights = .none
  ) throws(Rewriter.Failure) {
    guard let analysis = network.analysis else { throw Rewriter.Failure(description: "the network has errors") }
    guard let description = network.description, let written = network.written else {
      throw Rewriter.Failure(description: "the network has no text that could be changed")
    }
    let session = session ?? Session(description.specification)
    let survey = RewriteSurvey(analysis, choice, weights: weights)
    // Where nothing pays, the other variants need not be looked at.
    let outcome =
      survey.proposals.isEmpty
      ? Rewriter.Outcome(session: session, proposals: [], refusals: [])
      : try Rewriter(session, description.options, counting: network.counting)
        .rewritten(survey.proposals, in: written)
    source = session.source
    self.session = outcome.session
    title = network.title
    places = network.places
    before = analysis
    proposals = outcome.proposals
    refusals = (survey.refusals + outcome.refusals).sorted { $0.layer.position < $1.layer.position }
    if proposals.isEmpty {
      after = analysis
    } else {
      var options = description.options
      options.variant = analysis.graph.variant
      guard let analysis = outcome.session.network(options, counting: network.counting).analysis else {
        throw Rewriter.Failure(description: "the new text has no network")
      }
      after = analysis
    }
  }
}

extension NetworkRewrite {
  /// The text with the stacks; the old one where there are none.
  package var rewritten: SourceText { session.source }

  /// Whether a search ended at the time limit.
  package var isStopped: Bool { proposals.contains(where: \.isStopped) || refusals.contains(where: \.isStopped) }

  /// The line of the text on which a layer of the network is written.
  package func line(of layer: LayerID) -> Int? { places.span(of: layer).map { source.position(of: $0.start).line } }

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
