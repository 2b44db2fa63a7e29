import ArgumentParser
import Fovea
import FoveaGraph
import FoveaLanguage

/// `fovea expand`.
struct Expand: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print one network flat, block by block.",
    usage: "fovea expand <spec> [--variant <name>] [options]",
    discussion: """
      Every block is unrolled and every default is written out. Each line has the shape and the receptive field of its layer as a comment. The output is a description itself, \
      with the same analysis.

      Examples:
        fovea expand net.yaml
        fovea expand resnet.yaml --variant resnet18 > flat.yaml

      Exit status: 0; 1 when the description has errors; 2 for bad usage or input that cannot be read.
      """)

  @OptionGroup var selection: Selection

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to a file instead of the standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: ArgumentHelp("When the output is coloured.", valueName: "when"))
  var color = Terminal.Colour.auto

  func run() throws {
    let (networks, isComplete) = try selection.networks()
    guard isComplete, let network = networks.first else { throw ExitCode.badUsage }
    guard networks.count == 1 else {
      throw ValidationError("expand prints one network, found \(networks.count); choose one with --variant")
    }
    let made = network.made()
    made.writeFindings(colour: color)
    guard let graph = made.analysis, !made.hasErrors else { throw ExitCode.findings }
    let text = ExpandedSpecification.text(graph)
    guard let output else { return Terminal.write(text) }
    try Files.write(text, to: output)
  }
}
