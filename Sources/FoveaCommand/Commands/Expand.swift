import ArgumentParser
import Fovea
import FoveaGraph
import FoveaLanguage

/// `fovea expand`.
struct Expand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expand",
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

  @OptionGroup var output: OutputOption

  @OptionGroup var colour: ColourOption

  func run() throws {
    let network = try selection.choice.only("expand prints one network")
    try output.check()
    try output.write(
      try watched("expanding") { ExpandedSpecification.text(try network.analyzed(colour: colour.when).analysis) })
  }
}
