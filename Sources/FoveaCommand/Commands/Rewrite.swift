import ArgumentParser
import Fovea
import FoveaFilters
import FoveaGraph
import FoveaLanguage
import FoveaNumerics
import FoveaReport
import FoveaText

/// `fovea rewrite`.
struct Rewrite: FormattedCommand {
  static let configuration = CommandConfiguration(
    commandName: "rewrite",
    abstract: "Write large kernels as stacks of small ones.",
    usage: "fovea rewrite <spec> [-o <file>] [options]",
    discussion: """
      The description is written anew with stacks in the place of large kernels, comments and formatting kept. What is \
      proposed and what is refused, with the numbers, goes to the standard error. Without a choice of layers a \
      layer is rewritten only where that takes fewer parameters and multiply-accumulates.

      A stack sees what the kernel saw: shape, receptive field, stride and padding are the same. It computes the \
      same only with weights that make it so; three verdicts tell geometry, function and cost apart.

      Examples:
        fovea rewrite net.yaml -o small.yaml
        fovea rewrite net.yaml --diff
        fovea rewrite net.yaml --layer 'stage1.*' --width 48 --between relu
        fovea rewrite net.yaml --kernel 7 --form strided --width 16 -o net.yaml
        fovea rewrite net.yaml --dry-run --format markdown

      Exit status: 0; 1 when the description has errors; 2 for bad usage, for input that cannot be read, and where the \
      text cannot be changed.
      """)

  static let standardFormat = SummaryFormat.text
  static let formatHelp = "The format of what is told."

  @OptionGroup var selection: Selection

  @OptionGroup var output: OutputOption

  @Option(help: "The form of the stacks.")
  var form: RewriteForm?

  @Option(
    help: ArgumentHelp(
      "Choose layers by path; * and ? stand for parts of a name; may be repeated.", valueName: "pattern"))
  var layer: [String] = []

  @Option(help: ArgumentHelp("Choose layers by kernel, such as 7 or 1x7; may be repeated.", valueName: "size"))
  var kernel: [String] = []

  @Option(
    help: ArgumentHelp("The channels between the layers: one number, or one for each map.", valueName: "channels"))
  var width: String?

  @Option(help: "What stands between the layers: nothing or relu.")
  var between = BetweenOption.nothing

  @Option(help: "Where padding goes: front, or layers with half a kernel each.")
  var padding: RewritePadding?

  @Option(
    help: ArgumentHelp(
      "Find the best approximation with at most this share of a layer's macs and parameters, such as 0.6.",
      valueName: "share"))
  var budget: Double?

  @OptionGroup var weights: WeightsOption

  @Option(help: ArgumentHelp("Write the weights of the new network.", valueName: "file"), completion: .file())
  var weightsOut: String?

  @OptionGroup var timeLimit: TimeLimitOption

  @OptionGroup var seed: SeedOption

  @Flag(help: "Print the difference instead of the description.")
  var diff = false

  @Flag(help: "Print what would be done, and write no description.")
  var dryRun = false

  @OptionGroup var format: FormatOption<Rewrite>

  @OptionGroup var quiet: QuietOption

  @OptionGroup var colour: ColourOption

  func validate() throws {
    _ = try choice()
    if dryRun, diff || output.file != nil {
      throw ValidationError("--dry-run writes nothing, found \(diff ? "--diff" : "-o")")
    }
    if let budget {
      guard budget > 0, budget <= 1 else {
        throw ValidationError("--budget must be above 0 and at most 1, found \(budget)")
      }
      if width != nil { throw ValidationError("--budget finds the widths, found --width too") }
      if form?.needsWeights == true { throw ValidationError("--budget approximates, found an exact form too") }
    }
    if let weightsOut { try ArrayFiles.checkName(weightsOut, of: "--weights-out") }
    if dryRun, weightsOut != nil { throw ValidationError("--dry-run writes nothing, found --weights-out") }
    if diff, output.file != nil { throw ValidationError("--diff prints the difference, found -o too") }
  }

  func run() throws {
    let network = try selection.choice.only("rewrite changes one network")
    weights.note()
    try Files.check([output.file, weightsOut].compactMap(\.self), replacing: network.specification.source)
    let (made, graph) = try network.analyzed(colour: colour.when)
    do {
      try run(made, graph.graph, in: network.session)
    } catch let error as Rewriter.Failure {
      throw failure("\(made.source?.path ?? made.name): \(error)", .badUsage)
    } catch let error as ExecutionError {
      throw failure("\(error)", .badUsage)
    } catch let error as NumericsError {
      throw failure("\(error)", .badUsage)
    }
  }

  private func run(_ network: Network, _ graph: Graph, in session: Session) throws {
    let all = try allWeights(of: graph)
    let source: RewriteWeights =
      if let all { .given(all.weights) } else {
        form?.needsWeights == true || budget != nil ? .random(seed: seed.value) : .none
      }
    var choice = try choice()
    choice.precision = all?.precision ?? .float32
    let rewrite = try watched("rewriting", limit: timeLimit.duration, isQuiet: quiet.isOn) {
      try NetworkRewrite(network, in: session, rewriting: choice, weights: source)
    }
    if !layer.isEmpty, rewrite.proposals.isEmpty, rewrite.refusals.isEmpty {
      throw ValidationError("no convolution has a path that matches \(layer.joined(separator: ", "))")
    }
    // Nothing is written where the weights of the new network cannot be made.
    let new = try weightsOut.map { _ in try all.map { try rewrite.weights(from: $0.weights) } }
    var files: [(path: String, bytes: [UInt8])] = []
    if let path = weightsOut, let new = new ?? nil, let all {
      let archive = try new.archive { (tensor: Tensor<Double>) throws(NumericsError) -> NPYArray in
        switch all.precision {
        case .float64: .float64(tensor)
        case .float32: .float32(try Tensor<Float>(tensor))
        }
      }
      files.append((path, try ArrayFiles.bytes(archive, for: path)))
    }
    try write(rewrite, and: files)
  }

  /// The weights of the network: those of the file, or random ones where the new ones are to be written, and in which
  /// type these are.
  private func allWeights(of graph: Graph) throws -> (weights: NetworkWeights<Double>, precision: StoredPrecision)? {
    guard let archive = try weights.read(for: graph) else {
      return try weightsOut.map { _ in
        (try NetworkWeights<Double>(NetworkWeights<Float>(random: graph, seed: seed.value)), .float32)
      }
    }
    let isDouble = archive.entries.contains { entry in
      if case .float64 = entry.array { true } else { false }
    }
    return (try NetworkWeights(archive, for: graph), isDouble ? .float64 : .float32)
  }

  private func write(_ rewrite: NetworkRewrite, and files: [(path: String, bytes: [UInt8])]) throws {
    if dryRun || !quiet.isOn { tell(rewrite) }
    if dryRun { return }
    let (old, new) = (rewrite.source, rewrite.rewritten)
    let text = String(decoding: new.bytes, as: UTF8.self)
    var files = files
    if let file = output.file { files.append((file, Array(new.bytes))) }
    let isReplaced = output.file.map { Files.isSame($0, as: old) } ?? false
    try Files.write(files, replacing: old)
    if diff {
      let path = VisibleText.escape(old.path)
      Terminal.write(UnifiedDifference.text(String(decoding: old.bytes, as: UTF8.self), text, path: path))
    } else if output.file == nil {
      Terminal.write(text)
    } else if isReplaced {
      quiet.tell("\(old.path) rewritten")
    }
  }

  private func tell(_ rewrite: NetworkRewrite) {
    let stream = dryRun ? Terminal.Stream.output : .error
    switch format.value {
    case .text:
      Terminal.write(RewriteReport(rewrite).text(width: Terminal.size.columns), colour: colour.when, to: stream)
    case .markdown: Terminal.write(RewriteReport(rewrite).markdown, to: stream)
    case .json: Terminal.write(String(decoding: RewriteJSON.bytes(rewrite), as: UTF8.self), to: stream)
    }
  }

  /// The size of a kernel that an option names.
  static func kernel(_ text: String, of option: String) throws -> [Int] {
    let sizes = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...3).contains(sizes.count), sizes.allSatisfy({ $0.map { (1...1_000_000).contains($0) } ?? false }) else {
      throw ValidationError("\(option) needs a size such as 7 or 1x7, found \(text)")
    }
    return sizes.compactMap(\.self)
  }

  /// What the arguments ask for.
  private func choice() throws -> RewriteOptions {
    var choice = RewriteOptions()
    choice.form = form
    choice.between = between.value
    choice.padding = padding
    choice.budget = budget
    choice.seed = seed.value
    choice.layers = layer
    choice.kernels = try kernel.map { try Self.kernel($0, of: "--kernel") }
    if let width {
      choice.widths = try width.split(separator: ",", omittingEmptySubsequences: false).map { part in
        guard let count = Int(part), (1...1_000_000).contains(count) else {
          throw ValidationError(
            "--width needs a number of channels from 1 to 1000000, or several with commas, found \(width)")
        }
        return count
      }
    }
    return choice
  }
}

/// What `--between` accepts.
enum BetweenOption: String, CaseIterable, ExpressibleByArgument {
  case nothing, relu

  var value: Between { self == .relu ? .rectifier : .nothing }
}

extension RewriteForm: ExpressibleByArgument {}
extension RewritePadding: ExpressibleByArgument {}
