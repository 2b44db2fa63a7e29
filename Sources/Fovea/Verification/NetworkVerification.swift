import FoveaFilters
package import FoveaGraph
import FoveaNumerics
import FoveaText

/// A network beside its rewrite: every stack for itself, and both whole networks run.
package struct NetworkVerification: Sendable {
  /// A stack of the rewrite.
  package struct Stack: Sendable {
    package let path: String
    package let result: Result<StackVerification, Failure>
  }

  /// Why a stack was not compared with its layer.
  package struct Failure: Error, Hashable, Sendable {
    package let reason: String
  }

  package let original: AnalyzedGraph
  package let rewritten: AnalyzedGraph
  /// How the layers outside of the stacks differ from those of the original, one phrase each.
  package let differences: [String]
  /// Layers that see something else than in the original, by path.
  package let otherFields: [String]
  package let stacks: [Stack]
  /// Both networks run; nil where that would tell nothing, since stacks or layers already differ.
  package let run: RewriteRun?
  /// The outputs alone, where the second network is no rewrite of the first.
  package let outputs: OutputComparison?
  /// Which weights the networks have.
  package let weights: StackVerification.Weights

  /// How a verification is made.
  package struct Options: Hashable, Sendable {
    /// Whether activations inside stacks are what was asked for.
    package var expectsActivation = false
    /// The relative error of weights up to which an approximation passes; nil for none.
    package var acceptable: Double?
    package var seed: UInt64 = 0

    package init() {}
  }

  private let options: Options

  /// Verifies a rewrite; without weights every stack has random ones, and the layer that it stands for their
  /// composition.
  package init(
    of original: AnalyzedGraph, and rewritten: AnalyzedGraph,
    weights given: (original: NetworkWeights<Double>, rewritten: NetworkWeights<Double>)? = nil,
    options: Options = Options()
  ) throws(ExecutionError) {
    self.original = original
    self.rewritten = rewritten
    self.options = options
    let (one, two) = (original.graph, rewritten.graph)
    let pairing = NetworkPairing(one, two)
    differences = pairing.differences
    weights = given == nil ? .random : .given
    guard pairing.isRewrite || differences.isEmpty else {
      (otherFields, stacks, run) = ([], [], nil)
      outputs = try OutputComparison(of: original, and: rewritten, weights: given, seed: options.seed)
      return
    }
    outputs = nil
    otherFields = Self.otherFields(original, rewritten, pairing)
    var weights =
      if let given { given } else {
        (
          original: try NetworkWeights<Double>(random: one, seed: options.seed),
          rewritten: try NetworkWeights<Double>(random: two, seed: options.seed)
        )
      }
    var stacks: [Stack] = []
    for pair in pairing.pairs {
      if given == nil { try Self.randomize(pair, two, &weights.rewritten, seed: options.seed) }
      stacks.append(
        Stack(
          path: pair.path,
          result: Self.verify(pair, one, two, &weights, isGiven: given != nil, options)))
    }
    self.stacks = stacks
    let comparable = differences.isEmpty && stacks.allSatisfy(\.isLinear)
    run =
      comparable
      ? try RewriteRun(
        of: one, weights: weights.original, and: two, weights: weights.rewritten, pairing: pairing, seed: options.seed)
      : nil
  }

  /// Whether everything that is claimed holds.
  package var passed: Bool {
    if let outputs { return outputs.passed }
    return differences.isEmpty && otherFields.isEmpty
      && stacks.allSatisfy { stack in
        switch stack.result {
        case .success(let found): found.passes(expectingActivation: options.expectsActivation)
        case .failure: false
        }
      } && runPasses
  }

  /// The outputs of a rewrite that is an approximation, or has activations in its stacks, differ by more than rounding.
  private var runPasses: Bool { run.map { $0.passed || stacks.contains(where: \.isApproximation) } ?? hasActivations }

  private var hasActivations: Bool { stacks.contains { !$0.isLinear } }

  /// Random weights and biases for the layers of a stack that own them.
  private static func randomize(
    _ pair: NetworkPairing.Pair, _ graph: Graph, _ weights: inout NetworkWeights<Double>, seed: UInt64
  ) throws(ExecutionError) {
    for layer in pair.layers where graph[layer].weights == nil {
      guard let kernel = Kernel(graph, layer, weights: weights) else { continue }
      let path = graph.path(of: layer)
      var generator = SplitMix64(seed: seed, name: path)
      try weights.set(kernel.randomized(using: &generator), ofLayerAt: path)
    }
  }

  private static func verify(
    _ pair: NetworkPairing.Pair, _ one: Graph, _ two: Graph,
    _ weights: inout (original: NetworkWeights<Double>, rewritten: NetworkWeights<Double>), isGiven: Bool,
    _ options: Options
  ) -> Result<StackVerification, Failure> {
    Watch.tell("verifying \(pair.path)")
    let stack = pair.layers.compactMap { Kernel(two, $0, weights: weights.rewritten) }
    guard var direct = Kernel(one, pair.original, weights: weights.original), stack.count == pair.layers.count,
      let input = one[pair.original].inputs.first
    else { return .failure(Failure(reason: "its sizes are not known")) }
    let between: Between
    switch pair.activation {
    case .none: between = .nothing
    case .rectifiers: between = .rectifier
    case .other(let path):
      return .failure(Failure(reason: "`\(path)` is an activation, with which it is another function"))
    }
    do {
      if !isGiven {
        guard let composition = Composition(stack) else {
          return .failure(Failure(reason: "its layers do not fit each other, or are too large to be composed"))
        }
        do throws(Kernel.Misfit) {
          direct = try direct.holding(composition.kernel)
        } catch .taps {
          // The geometry says which taps differ.
        } catch .groups {
          return .failure(Failure(reason: "it connects channels that the groups of the layer keep apart"))
        } catch .bias {
          return .failure(Failure(reason: "it has a bias, and the layer has none"))
        }
        try weights.original.set(direct, ofLayerAt: one.path(of: one.weightOwner(of: pair.original)))
      }
      let size = one.shape(of: input).spatial.map { $0.value ?? 0 }
      return .success(
        try StackVerification(
          of: direct, and: stack, between: between, input: size, weights: isGiven ? .given : .random,
          storedIn: weights.rewritten.precision(of: pair.layers, in: two),
          acceptable: options.acceptable, seed: options.seed))
    } catch {
      return .failure(Failure(reason: "\(error)"))
    }
  }

  private static func otherFields(
    _ original: AnalyzedGraph, _ rewritten: AnalyzedGraph, _ pairing: NetworkPairing
  ) -> [String] {
    original.graph.ids.filter { id in
      guard let other = pairing.counterparts[id.position] else { return false }
      let (one, two) = (original.receptiveFields[id], rewritten.receptiveFields[other])
      return !(one?.hasSameWindows(as: two) ?? (two == nil))
        || original.graph.shape(of: id) != rewritten.graph.shape(of: other)
    }.map { original.graph.path(of: $0) }
  }
}

extension NetworkVerification.Stack {
  fileprivate var isApproximation: Bool {
    if case .success(let found) = result, case .approximation = found.function { true } else { false }
  }

  /// Whether it computes one kernel of the size of the layer's, the same or another.
  fileprivate var isLinear: Bool {
    switch result {
    case .failure: false
    case .success(let found):
      switch found.function {
      case .same, .approximation, .interior: true
      case .different(.run): true
      case .different, .rectified: false
      }
    }
  }
}
