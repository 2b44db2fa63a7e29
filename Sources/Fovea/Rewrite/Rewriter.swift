package import FoveaGraph
package import FoveaLanguage
import FoveaText

/// Writes stacks into the text of a description, in place of the layers that they are proposed for.
///
/// A layer becomes a use of a block under the name that the layer had, which says with `replaces` what it stands for:
/// the path of the layer is the path of the stack, and whoever refers to the layer refers to the stack. Where only some
/// uses of a block are to change, they get a copy of it. Everything else keeps its bytes.
package struct Rewriter: Sendable {
  private let session: Session
  private let options: Specification.Options
  private let counting: AnalyzedGraph.Options

  /// Creates a rewriter of the networks that some options make.
  package init(_ session: Session, _ options: Specification.Options, counting: AnalyzedGraph.Options) {
    (self.session, self.options, self.counting) = (session, options, counting)
  }

  /// A text with stacks in it.
  package struct Outcome: Sendable {
    /// The text with its networks.
    package let session: Session
    /// The proposals that it has, in the order of the network.
    package let proposals: [RewriteProposal]
    /// Those that the text does not allow.
    package let refusals: [RewriteRefusal]
  }

  /// Why nothing is written at all.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// Rewrites the text.
  ///
  /// - Parameter network: the network of the description with the options of this rewriter, for which the proposals
  ///   are.
  package func rewritten(_ proposals: [RewriteProposal], in network: WrittenGraph) throws(Failure) -> Outcome {
    guard let (document, syntax) = session.specification.readable else {
      throw Failure(description: "the description is no YAML")
    }
    let origins = Origins(document, syntax)
    let text = EntryText(document)
    var plan = RewritePlan(origins, text)
    let others = try otherVariants(of: network.graph)
    plan.add(proposals, in: network)
    for other in others { plan.check(against: other, of: network.graph.variant ?? network.graph.name) }
    plan.checkNames()
    let versions = plan.versions()
    guard !plan.layers.isEmpty else {
      return Outcome(session: session, proposals: [], refusals: plan.refusals)
    }
    let writer = RewriteWriter(origins, text, blocks: plan.blocks, versions: versions)
    let new = Session(SourceText(path: session.source.path, bytes: try writer.bytes()))
    let done = plan.done
    try check(new, networks: [network] + others, stacks: plan)
    return Outcome(session: new, proposals: done, refusals: plan.refusals)
  }

  /// The networks of the other variants.
  private func otherVariants(of graph: Graph) throws(Failure) -> [WrittenGraph] {
    var networks: [WrittenGraph] = []
    for variant in session.specification.variants where variant != graph.variant {
      networks.append(try network(of: session, variant))
    }
    return networks
  }

  private func network(of session: Session, _ variant: String?) throws(Failure) -> WrittenGraph {
    var options = options
    options.variant = variant
    let network = session.network(options, counting: counting)
    if let error = network.mistakes.first(where: { $0.severity == .error }) {
      throw Failure(
        description: (variant.map { "the variant `\($0)` has an error: " } ?? "") + error.message)
    }
    guard let written = network.written else { throw Failure(description: "the description has no network") }
    return written
  }

  /// Checks that every variant of the new text is the old network with stacks in the place of the layers.
  private func check(
    _ new: Session, networks: [WrittenGraph], stacks: RewritePlan
  ) throws(Failure) {
    for old in networks {
      let changed = try network(of: new, old.graph.variant)
      if let difference = stacks.difference(of: changed.graph, from: old) {
        throw Failure(description: "the text cannot be changed without changing more: \(difference)")
      }
    }
  }
}
