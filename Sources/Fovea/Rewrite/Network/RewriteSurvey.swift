package import FoveaGraph
import FoveaNumerics

/// What can be rewritten in a network, and what is left as it is.
///
/// Without a choice of layers every convolution with more than three taps along an axis is looked at, and rewritten where
/// it pays; layers that are chosen are rewritten whatever it costs. The time is linear in the layers.
package struct RewriteSurvey: Sendable {
  package private(set) var proposals: [RewriteProposal] = []
  package private(set) var refusals: [RewriteRefusal] = []
  /// How many convolutions were looked at.
  package var considered: Int { proposals.count + refusals.count }

  package init(_ analysis: AnalyzedGraph, _ options: RewriteOptions = RewriteOptions()) {
    let graph = analysis.graph
    var sharing: [LayerID: LayerID] = [:]
    for id in graph.ids {
      if let owner = graph[id].weights { sharing[owner] = id }
    }
    let patterns = options.layers.map(LayerPattern.init)
    for id in graph.ids {
      guard let (kernel, outcome) = Self.outcome(of: id, in: graph, options, patterns, sharing) else { continue }
      switch outcome {
      case .success(let proposal): proposals.append(proposal)
      case .failure(let refusal):
        refusals.append(
          RewriteRefusal(
            layer: id, path: graph.path(of: id), span: graph[id].span, kernel: kernel, reason: refusal.reason,
            help: refusal.help))
      }
    }
  }

  private struct Refusal: Error {
    let reason: String
    var help: String?
  }

  /// What becomes of a layer; nil where nobody asks for it.
  private static func outcome(
    of id: LayerID, in graph: Graph, _ options: RewriteOptions, _ patterns: [LayerPattern],
    _ sharing: [LayerID: LayerID]
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
      try proposal(for: id, conv, in: graph, options, sharing)
    }
    let sizes = try? ConvolutionSizes(conv, reading: graph.shape(of: input))
    return (sizes?.description ?? kernel.map(String.init).joined(separator: "x"), result)
  }

  private static func proposal(
    for id: LayerID, _ conv: Conv, in graph: Graph, _ options: RewriteOptions, _ sharing: [LayerID: LayerID]
  ) throws(Refusal) -> RewriteProposal {
    let layer = graph[id]
    if let other = layer.weights ?? sharing[id] {
      throw Refusal(reason: "it has the same weights as `\(graph.path(of: other))`")
    }
    do {
      let direct = try ConvolutionSizes(conv, reading: graph.shape(of: layer.inputs[0]))
      var form = options.form ?? .stack
      var (stack, layers) = try StackDraft(form, of: direct, options).stack()
      var cost = RewriteCost(of: layers, replacing: direct)
      if options.form == nil, !cost.isCheaper, direct.windows.contains(where: { $0.stride > 1 }),
        let strided = try? StackDraft(.strided, of: direct, options).stack()
      {
        let other = RewriteCost(of: strided.1, replacing: direct)
        if other.isCheaper { (form, stack, layers, cost) = (.strided, strided.0, strided.1, other) }
      }
      if !options.choosesLayers, !cost.isCheaper {
        let advice = CostAdvice(direct, form, options)
        throw Refusal(reason: advice.reason(cost, layers), help: advice.help)
      }
      let interior: FunctionVerdict.Interior =
        options.between == .nothing ? .init(of: layers, replacing: direct) : .another
      return RewriteProposal(
        layer: id, path: graph.path(of: id), span: layer.span, direct: direct, form: form, stack: stack,
        layers: layers, function: FunctionVerdict(interior, border: StackDraft.border(of: layers, direct)), cost: cost)
    } catch let error as ConvolutionSizes.Unknown {
      throw Refusal(reason: error.reason)
    } catch let error as StackWindows.Failure {
      throw Refusal(reason: error.reason)
    } catch let error as Refusal {
      throw error
    } catch {
      throw Refusal(reason: "\(error)")
    }
  }
}

/// A pattern of the paths of layers.
struct LayerPattern: Sendable {
  private let pattern: PathPattern

  init(_ text: String) { pattern = PathPattern(Self.asPath(text)) }

  func matches(_ path: String) -> Bool { pattern.matches(Self.asPath(path)) }

  private static func asPath(_ text: String) -> String { String(text.map { $0 == "." ? "/" : $0 }) }
}
