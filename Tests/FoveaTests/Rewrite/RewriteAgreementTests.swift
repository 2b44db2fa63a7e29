import FoveaGraph
import FoveaNumerics
import Testing

@testable import Fovea
@testable import FoveaFilters
@testable import FoveaLanguage
@testable import FoveaText

/// A layer with random weights, which is rewritten, written and verified.
struct RewrittenLayer {
  let form: RewriteForm
  let precision: StoredPrecision
  let weights: NetworkWeights<Double>
  let rewrite: NetworkRewrite

  /// Sizes that the seed chooses; groups and strides are among them.
  init(_ form: RewriteForm, _ seed: UInt64) throws {
    var generator = SplitMix64(seed: seed, name: "\(form)")
    let inputs = generator.integer(1...2)
    let outputs = generator.integer(1...3)
    let kernel = form == .minimal ? 5 : [5, 7][generator.integer(0...1)]
    let isFlat = generator.integer(0...3) == 0 && form != .separable
    let isStrided = form == .strided || form != .stack && form != .minimal && generator.integer(0...3) == 0
    let bias = generator.integer(0...1) == 0
    let layer =
      "{out: \(outputs), kernel: \(isFlat ? "[1, \(kernel)]" : "\(kernel)"), "
      + "padding: half, stride: \(isStrided ? (isFlat ? "[1, 2]" : "2") : "1"), bias: \(bias)}"
    let text = "fovea: 1\ninput: \(inputs)x17x19\nlayers: [{conv: \(layer), name: c}, relu]\n"
    let network = Network(Specification(SourceText(path: "net.yaml", text: text)))
    let graph = try #require(network.graph)
    self.form = form
    precision = seed % 2 == 0 ? .float32 : .float64
    weights =
      try precision == .float32
      ? NetworkWeights<Double>(NetworkWeights<Float>(random: graph, seed: seed))
      : NetworkWeights<Double>(random: graph, seed: seed)
    var options = RewriteOptions()
    options.form = form
    options.layers = ["c"]
    options.seed = seed
    options.precision = precision
    if form == .bottleneck { options.widths = [1] }
    rewrite = try NetworkRewrite(network, rewriting: options, weights: .given(weights))
  }

  var proposal: RewriteProposal? { rewrite.proposals.first }

  /// What a file with the weights of a graph gives.
  private func stored(_ weights: NetworkWeights<Double>, for graph: Graph) throws -> NetworkWeights<Double> {
    let archive = try weights.archive { tensor throws(NumericsError) in
      switch precision {
      case .float32: .float32(try Tensor<Float>(tensor))
      case .float64: .float64(tensor)
      }
    }
    return try NetworkWeights(NPZArchive(bytes: archive.bytes()), for: graph)
  }

  /// - Parameter change: of the layer's own weights before they are compared.
  func verified(changing change: (inout Kernel) -> Void = { _ in }) throws -> NetworkVerification {
    var original = weights
    var kernel = try #require(Kernel(rewrite.before.graph, LayerID(1), weights: weights))
    change(&kernel)
    try original.set(kernel, ofLayerAt: "c")
    let new = try stored(rewrite.weights(from: weights), for: rewrite.after.graph)
    return try NetworkVerification(of: rewrite.before, and: rewrite.after, weights: (original, new))
  }
}

/// `rewrite` and `verify` say the same of what is written.
@Suite struct RewriteAgreementTests {
  private static let seeds: Range<UInt64> = 0..<10

  @Test(arguments: RewriteForm.allCases)
  func `what is called the same is verified, and what is off is off by as much`(form: RewriteForm) throws {
    var compared = 0
    for seed in Self.seeds {
      let layer = try RewrittenLayer(form, seed)
      guard let proposal = layer.proposal else { continue }
      compared += 1
      let verification = try layer.verified()
      let stack = try verification.stacks[0].result.get()
      switch (proposal.function.interior, stack.function) {
      case (.sameWeights, .same): #expect(verification.passed, "\(seed)")
      case (.sameUpToRounding(let error, let cancellation), .same):
        #expect(verification.passed, "\(seed)")
        #expect(layer.precision == .float64 ? error < 1e-11 : error > 1e-9 && error < 2e-7 * cancellation)
      case (.approximation(let error, _, _), .approximation(_, let measured, _)):
        #expect(abs(error - measured) <= 1e-6 * error + 1e-14, "\(seed): \(error), \(measured)")
      default: Issue.record("\(seed): \(proposal.function.interior), \(stack.function)")
      }
    }
    #expect(compared > 5)
  }

  @Test(arguments: [RewriteForm.shift, .linear, .minimal])
  func `an exact form is exact`(form: RewriteForm) throws {
    for seed in Self.seeds {
      guard let proposal = try RewrittenLayer(form, seed).proposal else { continue }
      switch proposal.function.interior {
      case .sameWeights, .sameUpToRounding: break
      case .approximation, .kernel, .another: Issue.record("\(seed): \(proposal.function.interior)")
      }
    }
  }

  @Test(arguments: [RewriteForm.shift, .linear, .minimal])
  func `a weight that is off by a few tolerances is found`(form: RewriteForm) throws {
    for seed in Self.seeds.prefix(4) {
      let layer = try RewrittenLayer(form, seed)
      guard let proposal = layer.proposal else { continue }
      let magnitudes = try #require(Composition(proposal.kernels.map(\.magnitudes))).kernel
      let verification = try layer.verified { kernel in
        let tolerance = StackTolerance(of: proposal.kernels, for: kernel, storedIn: layer.precision)
        let index = Int(seed) * 7 % kernel.weights.count
        kernel.weights[index] += 8 * tolerance.share() * (magnitudes.weights[index] + abs(kernel.weights[index]))
      }
      #expect(!verification.passed, "\(seed)")
    }
  }
}
