import Fovea
import FoveaFilters
import FoveaGraph
import FoveaNumerics
import FoveaReport
import FoveaText
import KernelSamples
import Testing

/// Searches that a watch ends: what they found is used, and nothing is called impossible.
@Suite struct TimeLimitTests {
  private static func stopped<Result>(_ body: () throws -> Result) rethrows -> Result {
    try Watch.$current.withValue(Watch(limit: .zero), operation: body)
  }

  @Test(arguments: KernelFamily.allCases) func `a search that is ended tells so, with the error of what it has`(
    family: KernelFamily
  ) {
    let plan = StackPlan(kernels: [3, 3, 3], widths: [2, 3, 3, 2])
    let target = family.bank(size: 7, outputs: 2, inputs: 2, seed: 4)
    let found = Self.stopped { ApproximateStack(of: target, as: plan, seed: 1) }
    #expect(found.isStopped && abs(found.stack.error(to: target) - found.error) < 1e-9)
    #expect(found.lowerBound <= found.error)
    let whole = ApproximateStack(of: target, as: plan, seed: 1)
    #expect(!whole.isStopped && whole.error <= found.error)
    let watched = Watch.$current.withValue(Watch(limit: .seconds(1000))) {
      ApproximateStack(of: target, as: plan, seed: 1)
    }
    #expect(watched.stack == whole.stack)
  }

  @Test(arguments: [1, 0]) func `an exact stack that is not searched to the end is not called impossible`(
    narrower: Int
  ) throws {
    let target = KernelFamily.allCases[0].bank(size: 5, outputs: 3, inputs: 3, seed: 4)
    let plan = try #require(StackPlan(kernels: [3, 3], widths: [3, 1, 3]).narrowest)
    let own = plan.with(hidden: plan.layers.dropLast().map { $0.outputs - narrower })
    let found = Self.stopped { MinimalStack(of: target, as: own, seed: 1) }
    #expect(found.outcome == .stopped && found.starts == 1)
  }

  private static func rewrite(_ change: (inout RewriteOptions) -> Void) throws -> NetworkRewrite {
    let text = "fovea: 1\ninput: 3x12x12\nlayers:\n  - conv: {out: 3, kernel: 7, padding: 3}\n    name: wide\n"
    var options = RewriteOptions()
    options.layers = ["wide"]
    change(&options)
    let network = try #require(Session(SourceText(path: "net.yaml", bytes: Array(text.utf8))).networks.first)
    return try NetworkRewrite(network, rewriting: options, weights: .random(seed: 1))
  }

  @Test func `what a budget allows is given as far as it was found, and the report says so`() throws {
    let whole = try Self.rewrite { $0.budget = 0.6 }
    let found = try Self.stopped { try Self.rewrite { $0.budget = 0.6 } }
    #expect(!whole.isStopped && found.isStopped && found.proposals.count == 1)
    #expect(found.proposals[0].candidates.count < whole.proposals[0].candidates.count)
    let words = "searches were stopped at the time limit"
    #expect(
      RewriteReport(found).text(width: 200).plain.contains(words) && RewriteReport(found).markdown.contains(words))
    #expect(!RewriteReport(whole).text(width: 200).plain.contains(words))
    #expect(String(decoding: RewriteJSON.bytes(found), as: UTF8.self).contains("\"stopped\": true"))
  }

  @Test func `an exact form that was not found in time is left out, with that reason`() throws {
    let found = try Self.stopped { try Self.rewrite { $0.form = .minimal } }
    let refusal = try #require(found.refusals.first)
    #expect(found.isStopped && refusal.isStopped && found.proposals.isEmpty)
    #expect(refusal.reason.contains("was stopped at the time limit") && !refusal.reason.contains("no exact stack"))
    // Forms without a search take no time that a limit could end.
    let linear = try Self.stopped { try Self.rewrite { $0.form = .linear } }
    #expect(!linear.isStopped && linear.proposals.count == 1)
  }

  @Test func `a probe that is ended has no verdict`() throws {
    let analysis = try analyzed("input: 1x64\nlayers:\n  - conv: {out: 1, kernel: 3}\n")
    let error = #expect(throws: ExecutionError.self) { try Self.stopped { try ReceptiveFieldProbe(analysis) } }
    guard case .stopped = error else {
      Issue.record("\(error as Any)")
      return
    }
  }

  @Test func `whoever watches hears how far the work is`() throws {
    let heard = Guarded<[String]>([])
    let watch = Watch { phrase in heard.withLock { $0.append(phrase()) } }
    let analysis = try analyzed("input: 1x64\nlayers:\n  - conv: {out: 1, kernel: 3}\n")
    try Watch.$current.withValue(watch) {
      _ = try ReceptiveFieldProbe(analysis)
      _ = try Self.rewrite { $0.form = .minimal }
      let weights = try NetworkWeights<Float>(random: analysis.graph)
      let execution = try GraphExecution(analysis.graph, weights: weights)
      _ = try execution(execution.randomInputs())
    }
    for words in ["groups of rows", "a stack of 3 layers, step", "layer 2 of 2: conv"] {
      #expect(heard.withLock { $0.contains { $0.contains(words) } }, "\(words)")
    }
  }
}
