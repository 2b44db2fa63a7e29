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

  @OptionGroup var options: NetworkOptions<CommonNetworkWords>

  /// The networks in the order of the arguments.
  ///
  /// - Parameter allowingDirectories: whether a directory may stand for all descriptions below it; else it is an error.
  func networks(allowingDirectories: Bool) throws -> [ChosenNetwork] {
    try specs.flatMap { try networks($0, allowingDirectories: allowingDirectories) }
  }

  private func networks(_ spec: String, allowingDirectories: Bool) throws -> [ChosenNetwork] {
    let path = NetworkName(spec, variant: nil).path
    if allowingDirectories, path == "-" {
      throw ValidationError("--base needs files, and - is the standard input")
    }
    if !allowingDirectories, Files.isDirectory(path) {
      throw ValidationError("compare weighs networks, and \(path) is a directory; with --base it may be one")
    }
    let (networks, isComplete) = try NetworkChoice([spec], options).networks()
    if !isComplete { throw ExitCode.badUsage }
    return networks
  }

  /// A name for each network: its variant, its own name, or its file, the first by which all are told apart.
  static func labels(of networks: [ChosenNetwork]) -> [String] {
    func variant(_ network: ChosenNetwork) -> String? {
      network.options.variant ?? network.specification.variants.first
    }
    func file(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
    let choices: [(ChosenNetwork) -> String] = [
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
