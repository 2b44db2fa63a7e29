import ArgumentParser
import Fovea
import FoveaGraph

/// `fovea new`.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Begin a description from a network that ships with fovea.",
    discussion: """
      Examples:
        fovea new my.yaml --from resnet50
        fovea new my.yaml --from unet && fovea analyze my.yaml
      """)

  @Argument(help: "The file to write.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(help: "The network to begin from: a name of `fovea zoo`.", completion: .list(ShippedSpecifications.names))
  var from: String

  @Flag(help: "Replace the file if it exists.")
  var force = false

  func run() throws {
    let text = try ShippedSpecifications.text(of: from)
    guard force || !Files.exists(file) else {
      throw ValidationError("\(file) exists; --force replaces it")
    }
    do {
      try Files.write(text, to: file)
    } catch {
      Terminal.write("fovea: error: \(error)\n", to: .error)
      throw ExitCode.badUsage
    }
  }
}
