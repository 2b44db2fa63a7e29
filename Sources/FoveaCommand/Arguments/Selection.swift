import ArgumentParser
import Fovea
import FoveaGraph

/// The arguments that choose networks: descriptions, a variant, and values for parameters and inputs.
struct Selection: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Descriptions, with a variant behind a colon: net.yaml:large; directories of them, or - for the standard input. "
        + "A directory stands for every variant of every description below it.",
      valueName: "spec"),
    completion: .file(extensions: ["yaml", "yml"]))
  var specs: [String]

  @OptionGroup var options: NetworkOptions<CommonNetworkWords>

  var choice: NetworkChoice { NetworkChoice(specs, options) }

  /// Whether the arguments can stand for several networks, whatever their number turns out to be.
  var isPlural: Bool { choice.isPlural }

  /// The networks in the order of the arguments.
  ///
  /// What cannot be read is reported on the standard error, and left out.
  ///
  /// - Throws: where an option fits none of a description.
  func networks() throws -> (networks: [ChosenNetwork], isComplete: Bool) { try choice.networks() }

  /// The only network, without errors; its findings are written.
  ///
  /// - Parameter role: what the command does with one network, for the message about several.
  func network(_ role: String, colour: Terminal.Colour) throws -> (network: Network, analysis: AnalyzedGraph) {
    try choice.network(role, colour: colour)
  }
}
