import ArgumentParser
import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaReport
import FoveaText

/// `fovea zoo`.
struct ZooCommand: FormattedCommand {
  static let configuration = CommandConfiguration(
    commandName: "zoo",
    abstract: "List the networks that ship with fovea.",
    usage: "fovea zoo [<network>] [options]",
    discussion: """
      With a name it prints the description of that network.

      Examples:
        fovea zoo
        fovea zoo resnet50
        fovea zoo efficientnet_b0 | fovea analyze -
        fovea zoo --format json -o zoo.json
      """)

  static let standardFormat = SummaryFormat.text
  static let formatHelp = "The format of the list."

  @Argument(
    help: "A family, such as resnet, or a variant, such as resnet50.", completion: Completions.networks)
  var network: String?

  @OptionGroup var format: FormatOption<ZooCommand>

  @OptionGroup var legend: LegendOption

  @OptionGroup var output: OutputOption

  @OptionGroup var colour: ColourOption

  func run() throws {
    try output.check()
    if let network {
      return try output.write(try ShippedSpecifications.text(of: network))
    }
    let networks = ShippedSpecifications.all.flatMap { specification in
      (specification.variants.isEmpty ? [nil] : specification.variants.map { Optional($0) }).map { variant in
        var options = Specification.Options()
        options.variant = variant
        return (specification, options)
      }
    }
    let made = Parallel.map(networks) { Network($0.0, $0.1) }
    switch format.value {
    case .text:
      try output.write(
        legend.wanted(NetworkList.text(made, width: Terminal.size.columns)), colour: colour.when)
    case .markdown: try output.write(NetworkList.markdown(made, hasLegend: legend.isShown))
    case .json: try output.write(NetworkList.json(made))
    }
  }
}
