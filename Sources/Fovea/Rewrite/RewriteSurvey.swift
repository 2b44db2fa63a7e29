import FoveaFilters
package import FoveaGraph
import FoveaNumerics
import FoveaText

/// What can be rewritten in a network, and what is left as it is.
///
/// Without a choice of layers every convolution with more than three taps along an axis is looked at, and rewritten
/// where it pays; layers that are chosen are rewritten whatever it costs. The time is linear in the layers.
package struct RewriteSurvey: Sendable {
  package private(set) var proposals: [RewriteProposal] = []
  package private(set) var refusals: [RewriteRefusal] = []

  /// - Parameter weights: the weights of the layers, which decide what their stacks are.
  package init(
    _ analysis: AnalyzedGraph, _ options: RewriteOptions = RewriteOptions(), weights: RewriteWeights = .none
  ) {
    let graph = analysis.graph
    var sharing: [LayerID: LayerID] = [:]
    for id in graph.ids {
      if let owner = graph[id].weights { sharing[owner] = id }
    }
    let patterns = options.layers.map(LayerPattern.init)
    for id in graph.ids {
      Watch.tell("layer \(id.position + 1) of \(graph.layers.count)")
      guard let (kernel, outcome) = Self.outcome(of: id, in: graph, options, patterns, sharing, weights) else {
        continue
      }
      switch outcome {
      case .success(let proposal): proposals.append(proposal)
      case .failure(let refusal):
        refusals.append(
          RewriteRefusal(
            layer: id, path: graph.path(of: id), kernel: kernel, reason: refusal.reason,
            help: refusal.help, isStopped: refusal.isStopped))
      }
    }
  }

  private struct Refusal: Error {
    let reason: String
    var help: String?
    var isStopped = false
  }

  /// What becomes of a layer; nil where nobody asks for it.
  private static func outcome(
    of id: LayerID, in graph: Graph, _ options: RewriteOptions, _ patterns: [LayerPattern],
    _ sharing: [LayerID: LayerID], _ weights: RewriteWeights
  ) -> (kernel: String, Result<RewriteProposal, Refusal>)? {
    let layer = graph[id]
    guard let input = layer.inputs.first else { return nil }
    let rank = graph.shape(of: input).rank
    let isNamed = !patterns.isEmpty && patterns.contains { $0.matches(graph.path(of: id)) }
    guard isNamed || patterns.isEmpty else { return nil }
    if case .convTranspose(let conv) = layer.operation, isNamed {
      let kernel = conv.window.kernel.values(rank: rank).map(String.init).joined(separator: "x")
      return (kernel, .failure(Refusal(reason: "it is a transposed convolution, and only `conv` is rewritten")))
    }
    guard case .conv(let conv) = layer.operation else { return nil }
    let kernel = conv.window.kernel.values(rank: rank)
    let isChosen =
      options.kernels.isEmpty
      ? isNamed || kernel.contains { $0 > 3 }
      : options.kernels.contains { $0 == kernel || $0.count == 1 && kernel.allSatisfy([$0[0]].contains) }
    guard isChosen else { return nil }
    let result = Result { () throws(Refusal) in
      try proposal(for: id, conv, in: graph, options, sharing, weights)
    }
    let sizes = try? ConvolutionSizes(conv, reading: graph.shape(of: input))
    return (sizes?.description ?? kernel.map(String.init).joined(separator: "x"), result)
  }

  private static func proposal(
    for id: LayerID, _ conv: Conv, in graph: Graph, _ options: RewriteOptions, _ sharing: [LayerID: LayerID],
    _ weights: RewriteWeights
  ) throws(Refusal) -> RewriteProposal {
    let layer = graph[id]
    if let other = layer.weights ?? sharing[id] {
      throw Refusal(reason: "it has the same weights as `\(graph.path(of: other))`")
    }
    do {
      let direct = try ConvolutionSizes(conv, reading: graph.shape(of: layer.inputs[0]))
      let draft = try Self.draft(of: direct, options)
      if !options.choosesLayers, options.budget == nil, !draft.cost.isCheaper {
        let advice = CostAdvice(direct, draft.form, options)
        throw Refusal(reason: advice.reason(draft.cost, draft.layers), help: advice.help)
      }
      if let kernel = weights.kernel(direct, at: graph.path(of: id)) {
        return try proposal(for: id, in: graph, direct, kernel, draft.form, options)
      }
      let interior: FunctionVerdict.Interior =
        options.between == .nothing ? .init(of: draft.layers, replacing: direct) : .another
      return RewriteProposal(
        layer: id, path: graph.path(of: id), direct: direct, form: draft.form, stack: draft.stack,
        layers: draft.layers, function: FunctionVerdict(interior, border: StackDraft.border(of: draft.layers, direct)),
        cost: draft.cost, kernels: [], candidates: [])
    } catch let error as ConvolutionSizes.Unknown {
      throw Refusal(reason: error.reason)
    } catch let error as StackWindows.Failure {
      throw Refusal(reason: error.reason)
    } catch let error as KernelRewrite.Failure {
      throw Refusal(reason: error.reason, help: error.help, isStopped: error.isStopped)
    } catch let error as Refusal {
      throw error
    } catch {
      throw Refusal(reason: "\(error)")
    }
  }

  private struct Draft {
    var form: RewriteForm
    var stack: RewriteStack
    var layers: [ConvolutionSizes]
    var cost: RewriteCost
  }

  /// What the sizes alone say; for the exact forms a stack of the least widths that may be exact.
  private static func draft(of direct: ConvolutionSizes, _ options: RewriteOptions) throws -> Draft {
    func draft(_ form: RewriteForm) throws(StackWindows.Failure) -> Draft {
      let (stack, layers) = try StackDraft(form, of: direct, options).stack()
      return Draft(form: form, stack: stack, layers: layers, cost: RewriteCost(of: layers, replacing: direct))
    }
    let isStrided = direct.windows.contains { $0.stride > 1 }
    guard let form = options.form else {
      // Within a budget the form is found later; any that there is will do here.
      let first = try draft(.stack)
      if !first.cost.isCheaper, isStrided, let strided = try? draft(.strided), strided.cost.isCheaper { return strided }
      return first
    }
    if form.needsWeights {
      let chain = CostAdvice(direct, form, options).narrowestGeneral(isStrided ? .strided : .stack)
      guard let chain else {
        throw Refusal(reason: "no chain of layers with three taps can be every \(direct.description)")
      }
      return Draft(form: form, stack: chain.stack, layers: chain.layers, cost: chain.cost)
    }
    return try draft(form)
  }

  private static func proposal(
    for id: LayerID, in graph: Graph, _ direct: ConvolutionSizes, _ kernel: Kernel, _ form: RewriteForm,
    _ options: RewriteOptions
  ) throws -> RewriteProposal {
    let rewriter = KernelRewriter(direct: direct, kernel: kernel, options: options)
    var candidates: [RewriteCandidate] = []
    let rewrite: KernelRewrite
    if let budget = options.budget {
      (rewrite, candidates) = try rewriter.best(within: budget, form: options.form)
    } else {
      rewrite = try rewriter.rewritten(form)
    }
    guard let layers = rewrite.stack.sizes(replacing: direct) else {
      throw Refusal(reason: "no chain of this form has the window of a \(direct.description)")
    }
    return RewriteProposal(
      layer: id, path: graph.path(of: id), direct: direct, form: rewrite.form,
      stack: rewrite.stack, layers: layers, function: FunctionVerdict(rewrite.interior, domain: rewrite.domain),
      cost: RewriteCost(of: layers, replacing: direct), kernels: rewrite.kernels, candidates: candidates,
      isStopped: rewrite.isStopped)
  }
}

/// A pattern of the paths of layers.
struct LayerPattern: Sendable {
  private let pattern: PathPattern

  init(_ text: String) { pattern = PathPattern(Self.asPath(text)) }

  func matches(_ path: String) -> Bool { pattern.matches(Self.asPath(path)) }

  private static func asPath(_ text: String) -> String { String(text.map { $0 == "." ? "/" : $0 }) }
}
