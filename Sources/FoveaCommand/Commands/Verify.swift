import ArgumentParser
import Fovea
import FoveaFilters
import FoveaGraph
import FoveaNumerics
import FoveaReport
import FoveaText

/// `fovea verify`.
struct Verify: FormattedCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Prove what a rewrite keeps, by running it.",
    usage: """
      fovea verify <spec> <rewritten> [options]
      fovea verify --kernel <size> --channels <in:out> --stack <sizes> [options]
      fovea verify --receptive-field <spec> [options]
      """,
    discussion: """
      Three verdicts are given apart. Same geometry: shape, receptive field, effective stride and padding, exactly. Same \
      function: equal for all inputs, in the interior and at the border, up to rounding. Cheaper: parameters, \
      multiply-accumulates and activations, and with --measure the time on this machine.

      Both sides are run: on integers, compared bit by bit; and in float64 and float32 on dense, impulse, zero and border \
      inputs, within running bounds of the rounding errors of both.

      A spec and its rewrite: without weights, every stack has random ones and the layer that it stands for their \
      composition, and both whole networks run. That shows which kernels a stack can be, and nothing of yours: whether it \
      computes what they do is told with --weights and --rewritten-weights alone. A rewritten layer is the use of a block \
      that says with `replaces` which layer it stands for, at the path of that layer; all else has to be equal. Two specs \
      without such a use are compared output by output.

      A layer and a stack: --kernel 7 --channels 64:64 --stack 3,3,3.

      --receptive-field finds what every unit depends on by running the network on masks, and compares that with the analysis.

      Examples:
        fovea verify net.yaml rewritten.yaml
        fovea verify net.yaml rewritten.yaml --weights net.npz --rewritten-weights rewritten.npz
        fovea verify --kernel 7 --channels 64:64 --stack 3,3,3
        fovea verify --kernel 7 --channels 3:64 --stride 2 --stack 3,3 --strides 2,1 --widths 17 --size 224x224
        fovea verify --kernel 7 --channels 64:64 --stack 3,3,3 --padding per-layer
        fovea verify --receptive-field net.yaml

      Exit status: 0 when nothing that was compared differs, so without weights also where "same function" is not shown; \
      1 when something does not, or a description has errors or cannot be executed; \
      2 for bad usage or input that cannot be read.
      """)

  static let standardFormat = VerdictFormat.text

  @Argument(
    help: ArgumentHelp(
      "A description and its rewrite, or two descriptions, with variants behind colons: net.yaml:large.",
      valueName: "spec"),
    completion: .file(extensions: ["yaml", "yml"]))
  var specs: [String] = []

  @OptionGroup var options: NetworkOptions<CommonNetworkWords>

  @Option(
    help: ArgumentHelp("The weights of the first description, a .npz or .safetensors file.", valueName: "file"),
    completion: .file())
  var weights: String?

  @Option(help: ArgumentHelp("The weights of the second description.", valueName: "file"), completion: .file())
  var rewrittenWeights: String?

  @OptionGroup var names: WeightMapOption

  @OptionGroup(title: "A layer and a stack") var stack: StackArguments

  @Flag(help: "Compare what every unit depends on with the analysis.")
  var receptiveField = false

  @Option(help: "The activation that is expected between the layers of a stack, which makes it another function.")
  var between: StackArguments.Activation?

  @Option(
    help: ArgumentHelp(
      "Accept an approximation whose weights are off by at most this relative Frobenius norm.", valueName: "error"))
  var within: Double?

  @Flag(help: "Measure the time on this machine, too.")
  var measure = false

  @OptionGroup var repetitions: RepetitionsOption

  @OptionGroup var timeLimit: TimeLimitOption

  @OptionGroup var seed: SeedOption

  @OptionGroup var format: FormatOption<Verify>

  @OptionGroup var legend: LegendOption

  @OptionGroup var output: OutputOption

  @OptionGroup var colour: ColourOption

  func validate() throws {
    try checkMode()
    if let within, !(within > 0 && within < 1) {
      throw ValidationError("--within must be above 0 and below 1, found \(within)")
    }
    if (weights == nil) != (rewrittenWeights == nil) {
      throw ValidationError("--weights and --rewritten-weights go together: the weights of both descriptions")
    }
    if weights == nil, names.file != nil { throw ValidationError("--map needs --weights, whose names it changes") }
  }

  private func checkMode() throws {
    if stack.isGiven {
      guard specs.isEmpty, !receptiveField else {
        throw ValidationError("--kernel, --channels and --stack describe a layer and a stack without a description")
      }
      if weights != nil { throw ValidationError("--weights belongs to descriptions") }
      _ = try stack.made(between: between)
      return
    }
    if let option = stack.firstOther {
      throw ValidationError("\(option) needs --kernel, --channels and --stack")
    }
    if receptiveField {
      guard specs.count == 1 else {
        throw ValidationError("--receptive-field needs one description, found \(specs.count)")
      }
      return
    }
    guard specs.count == 2 else {
      throw ValidationError(
        "verify needs a description and its rewrite, found \(specs.count); or --kernel, --channels and --stack; "
          + "or --receptive-field")
    }
  }

  func run() throws {
    do {
      if stack.isGiven { return try runStack() }
      if receptiveField { return try runReceptiveField() }
      try runNetworks()
    } catch let error as FileError {
      throw failure(error)
    } catch let error as NumericsError {
      throw failure("\(error)", .findings)
    } catch let error as ExecutionError {
      throw failure(error)
    }
  }

  private func runStack() throws {
    try output.check()
    let pair = try stack.made(between: between)
    var generator = SplitMix64(seed: seed.value)
    let layers = pair.stack.map { $0.randomized(using: &generator) }
    guard let composition = Composition(layers) else {
      throw NumericsError.shape("the layers of the stack do not fit each other, or are too large to be composed")
    }
    let found = try watched("verifying the stack", isQuiet: legend.quiet.isOn) {
      try StackVerification(
        of: (try? pair.direct.holding(composition.kernel)) ?? pair.direct, and: layers,
        between: pair.between, input: pair.size, acceptable: within, seed: seed.value)
    }
    let times =
      measure
      ? try watched("measuring", isQuiet: legend.quiet.isOn) {
        try StackTimes(
          of: found.direct, and: layers, between: pair.between, input: pair.size, repetitions: repetitions.count,
          seed: seed.value)
      }
      : nil
    let report = StackReport(found, expectsActivation: between != nil, times: times, seed: seed.value)
    try write {
      report.text(width: $0)
    } json: {
      report.write(to: &$0)
    }
    if !found.passes(expectingActivation: between != nil) { throw ExitCode.findings }
  }

  private func runNetworks() throws {
    let (one, two) = (try analysis(of: specs[0]), try analysis(of: specs[1]))
    for file in [weights, rewrittenWeights, names.file].compactMap(\.self) { ReadFiles.add(file) }
    try output.check()
    var options = NetworkVerification.Options()
    options.expectsActivation = between != nil
    options.acceptable = within
    options.seed = seed.value
    var given: (original: NetworkWeights<Double>, rewritten: NetworkWeights<Double>)?
    if let weights, let rewrittenWeights {
      given = (
        try NetworkWeights(try names.read(weights, for: one.graph), for: one.graph),
        try NetworkWeights(try WeightMapOption.read(rewrittenWeights, for: two.graph), for: two.graph)
      )
    }
    let found = try watched("verifying", isQuiet: legend.quiet.isOn) {
      try NetworkVerification(of: one, and: two, weights: given, options: options)
    }
    let times =
      measure
      ? try watched("measuring", isQuiet: legend.quiet.isOn) {
        try found.times(repetitions: repetitions.count, seed: seed.value)
      }
      : [:]
    let report = NetworkVerificationReport(
      found, names: (specs[0], specs[1]), expectsActivation: between != nil, times: times, seed: seed.value)
    try write {
      report.text(width: $0)
    } json: {
      report.write(to: &$0)
    }
    if !found.passed { throw ExitCode.findings }
  }

  private func runReceptiveField() throws {
    let analysis = try analysis(of: specs[0])
    try output.check()
    let probe = try watched("probing", limit: timeLimit.duration, isQuiet: legend.quiet.isOn) {
      try ReceptiveFieldProbe(analysis)
    }
    let written = ProbeReport(probe)
    try write {
      written.text(width: $0)
    } json: {
      written.write(to: &$0)
    }
    if !probe.passed { throw ExitCode.findings }
  }

  private func analysis(of spec: String) throws -> AnalyzedGraph {
    try NetworkChoice([spec], options).network("verify takes one network of \(spec)", colour: colour.when).analysis
  }

  private func write(text: (Int) -> StyledText, json: (inout JSONWriter) -> Void) throws(FileError) {
    switch format.value {
    case .text: try output.write(legend.wanted(text(Terminal.size.columns)), colour: colour.when)
    case .json:
      var writer = JSONWriter()
      json(&writer)
      writer.end()
      try output.write(String(decoding: writer.bytes, as: UTF8.self))
    }
  }
}
