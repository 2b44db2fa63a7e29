import ArgumentParser
import Fovea
import FoveaGraph

/// `fovea analyze`.
struct Analyze: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell the shapes, receptive fields and costs of networks.",
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

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, csv, json
  }

  @OptionGroup var selection: Selection
  @OptionGroup var counting: Counting

  @Option(help: "The format of the output.")
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "How many levels of blocks are shown: a number, or all. By default what fits a screen.", valueName: "levels"))
  var depth: AnalysisTable.Depth?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to a file instead of the standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: "Colour: auto, always or never.")
  var color = Terminal.Colour.auto

  func run() throws {
    let (networks, isComplete) = try selection.networks()
    let analyses = networks.map { Analysis($0.specification, $0.options, counting: counting.options) }
    if !analyses.isEmpty { try write(analyses) }
    if !isComplete { throw ExitCode.badUsage }
    if analyses.contains(where: { $0.hasErrors }) { throw ExitCode.findings }
  }

  private func write(_ analyses: [Analysis]) throws {
    var text = StyledText()
    switch format {
    case .json:
      let bytes = AnalysisJSON.bytes(analyses, isArray: selection.isPlural)
      text.append(String(decoding: bytes, as: UTF8.self))
    case .csv:
      text.append(AnalysisCSV.text(analyses))
      for analysis in analyses { analysis.writeFindings(colour: color) }
    case .markdown: text.append(AnalysisMarkdown.text(analyses, depth: depth ?? .levels(1)))
    case .text:
      let size = Terminal.size
      for (index, analysis) in analyses.enumerated() {
        if index > 0 { text.append("\n") }
        text.append(AnalysisText.render(analysis, depth: depth, width: size.columns, height: size.rows ?? 40))
      }
    }
    guard let output else { return Terminal.write(text, colour: color) }
    do {
      try Files.write(text.plain, to: output)
    } catch {
      Terminal.write("fovea: error: \(error)\n", to: .error)
      throw ExitCode.badUsage
    }
  }
}

extension Analysis {
  /// Writes the findings to the standard error, for a format that has no place for them.
  func writeFindings(colour: Terminal.Colour) {
    guard !diagnostics.isEmpty else { return }
    Terminal.write(DiagnosticText.text(diagnostics, in: source), colour: colour, to: .error)
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
