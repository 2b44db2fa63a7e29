import ArgumentParser
import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaReport
import FoveaText

/// `fovea compare`.
struct Compare: FormattedCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Weigh networks against each other.",
    usage: """
      fovea compare <spec>[:<variant>] <spec>[:<variant>] ... [options]
      fovea compare --base <revision> <spec> ... [options]
      fovea compare --rewrite <kernel> <spec>[:<variant>] [options]
      """,
    discussion: """
      Parameters, work, memory and receptive fields beside each other, then the layers that are added, removed and \
      changed. Layers are matched by what they are and by their paths, so that one that is renamed or shifted is not \
      shown as two.

      Examples:
        fovea compare resnet.yaml:resnet18 resnet.yaml:resnet34
        fovea compare before.yaml after.yaml --input 3x320x320 --measure
        fovea compare --base main net.yaml --format markdown
        fovea compare --rewrite 7x7 net.yaml
        fovea compare --base origin/main specs/ --fail-if 'macs>+5%' --fail-if 'params>30M'

      A condition is a figure (\(ComparisonMetric.allCases.map(\.rawValue).joined(separator: ", "))), one of > >= < <= ==, \
      and a number with its unit; with a sign it is a change against the first network, with % a share of it.

      Exit status: 0; 1 when a description has errors or a condition of --fail-if holds or cannot be decided; 2 for bad \
      usage or input that cannot be read.
      """)

  static let standardFormat = SummaryFormat.text

  @OptionGroup var selection: ComparedSelection
  @OptionGroup var counting: Counting

  @Option(
    help: ArgumentHelp(
      "Compare each description with itself in a revision of git.", valueName: "revision"))
  var base: String?

  @Option(
    help: ArgumentHelp(
      "Compare a description with itself, kernels of this size rewritten as stacks of small ones.",
      valueName: "kernel"))
  var rewrite: String?

  @Option(
    name: .customLong("fail-if"),
    help: ArgumentHelp("End with status 1 if this holds, such as 'macs>+5%'; may be repeated.", valueName: "condition"))
  var failIf: [String] = []

  @Flag(help: "Measure the time of a run on this machine too.")
  var measure = false

  @OptionGroup var repetitions: RepetitionsOption

  @OptionGroup var format: FormatOption<Compare>

  @OptionGroup var legend: LegendOption

  @OptionGroup var output: OutputOption

  @OptionGroup var colour: ColourOption

  func validate() throws {
    if base != nil, rewrite != nil { throw ValidationError("--base and --rewrite each say what is compared: give one") }
  }

  func run() throws {
    let limits = try failIf.map(limit)
    if !measure, let limit = limits.first(where: { $0.metric == .time }) {
      throw ValidationError("--fail-if \(limit.text) needs --measure")
    }
    let comparisons =
      if let base {
        try pending(at: try GitRevision(base))
      } else if let rewrite {
        [try pending(rewriting: rewrite)]
      } else {
        [try pending()]
      }
    var output = ComparisonOutput(
      format: format.value, isPlural: base != nil, skipsSame: comparisons.count > 1, options: counting.options,
      width: Terminal.size.columns, hasLegend: legend.isShown)
    var hasErrors = false
    for pending in comparisons {
      var networks: [ComparedNetwork] = []
      for entry in pending.networks {
        guard let network = try compared(entry) else {
          hasErrors = true
          break
        }
        networks.append(network)
      }
      guard networks.count == pending.networks.count else { continue }
      if measure {
        guard let times = try times(of: networks) else {
          hasErrors = true
          continue
        }
        for (index, times) in zip(networks.indices, times) { networks[index].times = times }
      }
      let comparison = watched("comparing \(networks.count) networks", isQuiet: legend.quiet.isOn) {
        NetworkComparison(title: pending.title, networks, options: counting.options)
      }
      output.append(comparison, limits: limits)
    }
    output.end()
    if self.output.file != nil {
      if output.count > 0 { try self.output.write(output.text.plain) }
    } else {
      Terminal.write(output.text, colour: colour.when)
    }
    for failure in output.failures { Terminal.tell(failure.message) }
    if hasErrors || !output.failures.isEmpty { throw ExitCode.findings }
  }

  private func limit(_ text: String) throws -> ComparisonLimit {
    do throws(ComparisonLimit.Mistake) {
      return try ComparisonLimit(text)
    } catch {
      throw ValidationError(error.message)
    }
  }

  /// Networks that are to be compared with each other.
  struct Pending {
    let title: String?
    let networks: [Entry]

    struct Entry {
      let label: String
      /// The network; nil where it is not there in the revision.
      let network: ChosenNetwork?
      let path: String
    }
  }

  /// The networks that the arguments name, none of which the output is.
  private func chosen(allowingDirectories: Bool) throws -> [ChosenNetwork] {
    let networks = try selection.networks(allowingDirectories: allowingDirectories)
    try output.check()
    return networks
  }

  private func pending() throws -> Pending {
    let chosen = try chosen(allowingDirectories: false)
    guard chosen.count > 1 else {
      throw ValidationError("compare needs two networks or more, found \(chosen.count)")
    }
    let labels = ComparedSelection.labels(of: chosen)
    return Pending(
      title: nil,
      networks: zip(chosen, labels).map {
        Pending.Entry(label: $1, network: $0, path: $0.specification.source.path)
      })
  }

  /// A network beside itself with its large kernels rewritten.
  private func pending(rewriting text: String) throws -> Pending {
    let chosen = try chosen(allowingDirectories: false)
    guard chosen.count == 1, let network = chosen.first else {
      throw ValidationError("--rewrite compares one network with its own rewrite, found \(chosen.count)")
    }
    var choice = RewriteOptions()
    choice.kernels = [try Rewrite.kernel(text, of: "--rewrite")]
    let path = network.specification.source.path
    let original = network.made(counting: counting.options)
    guard original.analysis != nil, !original.hasErrors else {
      original.writeFindings(colour: colour.when)
      throw ExitCode.findings
    }
    let rewritten: NetworkRewrite
    do throws(Rewriter.Failure) {
      rewritten = try NetworkRewrite(original, in: network.session, rewriting: choice)
    } catch {
      throw FileError(path, "\(error)")
    }
    guard !rewritten.proposals.isEmpty else {
      let reasons = rewritten.refusals.prefix(3).map { "\($0.path): \($0.reason)" }.joined(separator: "; ")
      throw FileError(
        path, reasons.isEmpty ? "it has no convolution with a kernel of \(text)" : "nothing is rewritten: \(reasons)")
    }
    let label = ComparedSelection.labels(of: chosen)[0]
    let other = ChosenNetwork(session: rewritten.session, options: network.options)
    return Pending(
      title: nil,
      networks: [
        Pending.Entry(label: label, network: network, path: path),
        Pending.Entry(label: "rewritten", network: other, path: path),
      ])
  }

  /// Each network beside what its description was in a revision.
  private func pending(at revision: GitRevision) throws -> [Pending] {
    var earlier: [PathKey: Specification?] = [:]
    return try chosen(allowingDirectories: true).map { network in
      let path = network.specification.source.path
      let variant = network.options.variant ?? network.specification.variants.first
      let known = try earlier[PathKey(path)] ?? revision.source(of: path).map { Specification($0) }
      earlier[PathKey(path)] = .some(known)
      // A variant that is new is not there, and neither is a network that had no variants yet.
      let old = known.flatMap { old in
        !old.isReadable || variant.map { old.variants.contains($0) } ?? old.variants.isEmpty ? old : nil
      }
      return Pending(
        title: path + (variant.map { ":\($0)" } ?? ""),
        networks: [
          Pending.Entry(
            label: revision.name,
            network: old.map { ChosenNetwork(session: Session($0), options: network.options) }, path: path),
          Pending.Entry(label: "now", network: network, path: path),
        ])
    }
  }

  /// A network with its figures; nil after reporting its errors.
  private func compared(_ entry: Pending.Entry) throws -> ComparedNetwork? {
    guard let chosen = entry.network else { return ComparedNetwork(label: entry.label, path: entry.path, nil) }
    let network = chosen.made(counting: counting.options)
    let errors = network.diagnostics.filter { $0.severity == .error }
    Terminal.tell(errors, in: network.source, colour: colour.when)
    guard network.analysis != nil, errors.isEmpty else { return nil }
    return ComparedNetwork(label: entry.label, network)
  }

  /// The times of networks that run in turns, nil for one that is not there; nil after reporting which cannot be run.
  private func times(of networks: [ComparedNetwork]) throws -> [Times?]? {
    let timing = NetworkTiming(repetitions: repetitions.count, batch: counting.batch.images)
    var runs: [NetworkMeasurement.Run<Float>] = []
    for network in networks {
      guard let graph = network.analyzed?.graph else { continue }
      do {
        runs.append(try timing.prepared(graph, as: Float.self))
      } catch {
        Terminal.tell("\(network.label): \(error)")
        return nil
      }
    }
    var measured = try timing.measured(runs).map(\.total)[...]
    return networks.map { $0.analyzed == nil ? nil : measured.popFirst() }
  }
}
