import ArgumentParser
import FoveaFilters
import FoveaGraph
import FoveaLanguage
import FoveaText

/// The arguments that choose networks to compare.
struct ComparedSelection: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Descriptions, with a variant behind a colon: net.yaml:large. The first is what the others are compared with.",
      valueName: "spec"),
    completion: .file(extensions: ["yaml", "yml"]))
  var specs: [String]

  @Option(help: ArgumentHelp("The variant of every description that has it not behind a colon.", valueName: "name"))
  var variant: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("A value for a parameter of the descriptions; may be repeated.", valueName: "name=value"))
  var settings: [String] = []

  @Option(
    help: ArgumentHelp(
      "The shape of an input, such as 3x320x320 or left=3x320x320; may be repeated.", valueName: "shape"))
  var input: [String] = []

  /// The networks in the order of the arguments.
  ///
  /// - Parameter allowingDirectories: whether a directory may stand for all descriptions below it; else it is an error.
  func networks(allowingDirectories: Bool) throws -> [Selection.Network] {
    try specs.flatMap { try networks($0, allowingDirectories: allowingDirectories) }
  }

  private func networks(_ spec: String, allowingDirectories: Bool) throws -> [Selection.Network] {
    var selection = Selection()
    let (path, variant) = Self.parts(of: spec)
    if allowingDirectories, path == "-" {
      throw ValidationError("--base needs files, and - is the standard input")
    }
    if !allowingDirectories, Files.isDirectory(path) {
      throw ValidationError("compare weighs networks, and \(path) is a directory; with --base it may be one")
    }
    selection.specs = [path]
    selection.variant = variant ?? self.variant
    selection.settings = settings
    selection.input = input
    let (networks, isComplete) = try selection.networks()
    if !isComplete { throw ExitCode.badUsage }
    return networks
  }

  /// The path and the variant of an argument; a file whose name has a colon is a file.
  static func parts(of spec: String) -> (path: String, variant: String?) {
    guard let colon = spec.lastIndex(of: ":"), !Files.exists(spec) else { return (spec, nil) }
    let variant = spec[spec.index(after: colon)...]
    return variant.isEmpty || colon == spec.startIndex ? (spec, nil) : (String(spec[..<colon]), String(variant))
  }

  /// A name for each network: its variant, its own name, or its file, the first by which all are told apart.
  static func labels(of networks: [Selection.Network]) -> [String] {
    func variant(_ network: Selection.Network) -> String? {
      network.options.variant ?? network.specification.variants.first
    }
    func file(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
    let choices: [(Selection.Network) -> String] = [
      { variant($0) ?? $0.specification.name ?? $0.specification.source.path },
      { ($0.specification.name ?? "network") + (variant($0).map { " · \($0)" } ?? "") },
      { file($0.specification.source.path) + (variant($0).map { ":\($0)" } ?? "") },
      { $0.specification.source.path + (variant($0).map { ":\($0)" } ?? "") },
    ]
    for choice in choices {
      let labels = networks.map(choice)
      if Set(labels).count == labels.count { return labels }
    }
    return networks.map(choices[3]).enumerated().map { "\($0.offset + 1) \($0.element)" }
  }
}
