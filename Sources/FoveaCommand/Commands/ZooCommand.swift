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
      """)

  static let standardFormat = ListFormat.text
  static let formatHelp = "The format of the list."

  @Argument(help: "A family, such as resnet, or a variant, such as resnet50.")
  var network: String?

  @OptionGroup var format: FormatOption<ZooCommand>

  @OptionGroup var colour: ColourOption

  func run() throws {
    if let network {
      return Terminal.write(try ShippedSpecifications.text(of: network))
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
    case .text: Terminal.write(NetworkList.text(made, width: Terminal.size.columns), colour: colour.when)
    case .markdown: Terminal.write(NetworkList.markdown(made))
    }
  }
}
