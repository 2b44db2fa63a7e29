import ArgumentParser
import FoveaGraph
import FoveaLanguage

/// `fovea new`.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a description.",
    usage: "fovea new <name> [--from <network>] [--force]",
    discussion: """
      Without --from it is a small network with comments that tell what is what. With it, it is one of `fovea zoo`; of a \
      family the file has every variant, with the one that is named first.

      Examples:
        fovea new mine && fovea analyze mine.yaml
        fovea new my.yaml --from resnet50
        fovea new my.yaml --from resnet:resnet50
      """)

  @Argument(
    help: "The file to write; without --from it gets .yaml where it has no ending.",
    completion: .file(extensions: ["yaml", "yml"]))
  var name: String

  @Option(
    help: ArgumentHelp("The network to begin from, such as resnet50.", valueName: "network"),
    completion: Completions.networks)
  var from: String?

  @Flag(help: "Replace the file if it exists.")
  var force = false

  @OptionGroup var quiet: QuietOption

  func run() throws {
    let (directory, last) = Destination.split(name)
    guard !last.isEmpty else { throw ValidationError("\(directory) is a directory, and the file needs a name") }
    let isThere = Files.exists(name) && !Files.isDirectory(name)
    let hasEnding = from != nil || isThere || last.dropFirst().contains(".")
    let file = hasEnding ? name : name + ".yaml"
    let stem = String(last.prefix(upTo: last.dropFirst().lastIndex(of: ".") ?? last.endIndex))
    let text = try from.map { try ShippedSpecifications.text(of: $0) } ?? SkeletonText.text(name: stem)
    guard force || !Files.exists(file) else {
      throw ValidationError("\(file) exists; --force replaces it")
    }
    try Files.write(text, to: file)
    if !hasEnding { quiet.tell("\(file) written") }
  }
}
