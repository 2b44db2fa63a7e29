import ArgumentParser
import Fovea
import FoveaGraph
import FoveaNumerics
import FoveaReport
import FoveaText

/// `fovea analyze`.
struct Analyze: FormattedCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Tell shapes, receptive fields and costs.",
    usage: "fovea analyze <spec> ... [--variant <name>] [options]",
    discussion: """
      Examples:
        fovea analyze net.yaml
        fovea analyze net.yaml --depth all
        fovea analyze resnet.yaml --variant resnet152 --format json
        fovea analyze net.yaml --input 3x320x320 --batch 8 --dtype float16
        fovea analyze specs/ --format json > figures.json

      Multiply-accumulates (macs) are those of convolutions, transposed convolutions, linear layers and matrix products. \
      One multiply-accumulate is two floating-point operations (flops); flops also count every other arithmetic operation.

      Exit status: 0; 1 when a description has errors; 2 for bad usage or input that cannot be read.
      """)

  static let standardFormat = AnalysisFormat.text

  @OptionGroup var selection: Selection
  @OptionGroup var counting: Counting

  @OptionGroup var format: FormatOption<Analyze>

  @Option(
    help: ArgumentHelp(
      "How many levels of blocks are unfolded: a number, or all (default: what fits a screen).", valueName: "levels"))
  var depth: AnalysisTable.Depth?

  @OptionGroup var legend: LegendOption

  @OptionGroup var output: OutputOption

  @OptionGroup var colour: ColourOption

  func run() throws {
    let (networks, isComplete) = try selection.networks()
    try output.check()
    // Only in JSON one network of a directory differs from one that is named.
    let isPlural = format.value == .json ? selection.isPlural : networks.count > 1
    let options = counting.options
    let size = Terminal.size
    let report = AnalysisOutput(
      format: format.value, isPlural: isPlural, depth: depth, options: options,
      size: (size.columns, size.rows ?? 40), hasLegend: legend.isShown)
    var file = output.file == nil ? nil : StyledText()
    func write(_ text: StyledText) {
      if file == nil { Terminal.write(text, colour: colour.when) } else { file?.append(text) }
    }
    var (count, hasErrors, hasFigures) = (0, false, false)
    var progress = Progress(
      of: networks.count, isAlone: !legend.quiet.isOn && (file != nil || !Terminal.isTerminal(.output)))
    Parallel.forEach(networks) { network in
      // Each is asked for once, and not kept.
      report.piece(of: Network(network.specification, network.options, counting: options))
    } use: { piece in
      write(count == 0 ? report.opening : report.separator)
      write(piece.text)
      Terminal.write(piece.findings, colour: colour.when, to: .error)
      count += 1
      hasErrors = hasErrors || piece.hasErrors
      hasFigures = hasFigures || piece.hasFigures
      progress.advance()
    }
    progress.end()
    if count > 0 { write(report.closing(hasFigures: hasFigures)) }
    if let file, count > 0 { try output.write(file.plain) }
    if !isComplete { throw ExitCode.badUsage }
    if hasErrors { throw ExitCode.findings }
  }
}

extension AnalysisTable.Depth: ExpressibleByArgument {
  init?(argument: String) {
    if argument == "all" {
      self = .all
    } else if let levels = Int(argument), levels >= 1 {
      self = .levels(levels)
    } else {
      return nil
    }
  }
}
