import ArgumentParser
import FoveaGraph

/// `fovea new`.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a description from one that ships with fovea.",
    usage: "fovea new <file> --from <network> [--force]",
    discussion: """
      The networks are those of `fovea zoo`; of a family the file has every variant, with the one that is named first.

      Examples:
        fovea new my.yaml --from resnet50
        fovea new my.yaml --from unet && fovea analyze my.yaml
      """)

  @Argument(help: "The file to write.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(
    help: ArgumentHelp("The network to begin from, such as resnet50.", valueName: "network"),
    completion: .list(ShippedSpecifications.names))
  var from: String

  @Flag(help: "Replace the file if it exists.")
  var force = false

  func run() throws {
    let text = try ShippedSpecifications.text(of: from)
    guard force || !Files.exists(file) else {
      throw ValidationError("\(file) exists; --force replaces it")
    }
    try Files.write(text, to: file)
  }
}
