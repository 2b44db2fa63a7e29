import ArgumentParser
import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaReport
import FoveaText

/// Networks as arguments name them: descriptions with variants, and values for parameters and inputs.
struct NetworkChoice {
  let names: [NetworkName]
  let settings: [String]
  let input: [String]

  init<Words>(_ specs: [String], _ options: NetworkOptions<Words>) {
    self.init(specs, variant: options.variant, settings: options.settings, input: options.input)
  }

  init(_ specs: [String], variant: String?, settings: [String], input: [String]) {
    names = specs.map { NetworkName($0, variant: variant) }
    (self.settings, self.input) = (settings, input)
  }

  /// Whether the arguments can stand for several networks, whatever their number turns out to be.
  var isPlural: Bool {
    names.count != 1 || names.contains { $0.variant == "all" || Files.isDirectory($0.path) }
  }

  /// The networks in the order of the arguments.
  ///
  /// What cannot be read is reported on the standard error, and left out.
  ///
  /// - Throws: where an option fits none of a description.
  func networks() throws -> (networks: [ChosenNetwork], isComplete: Bool) {
    var networks: [ChosenNetwork] = []
    var isComplete = true
    for name in names {
      do {
        if let found = try Files.descriptions(below: name.path) {
          found.problems.forEach { Terminal.tell($0) }
          isComplete = isComplete && found.problems.isEmpty
          networks += try selected(found.paths, below: name.path, name.variant, isComplete: &isComplete)
        } else {
          networks += try selected(Specification(try Files.read(name.path)), name.variant, isInDirectory: false)
        }
      } catch let error as FileError {
        Terminal.tell(error)
        isComplete = false
      }
    }
    return (networks, isComplete)
  }

  /// The only network, without errors; its findings are written.
  ///
  /// - Parameter role: what the command does with one network, for the message about several.
  func network(_ role: String, colour: Terminal.Colour) throws -> (network: Network, analysis: AnalyzedGraph) {
    try only(role).analyzed(colour: colour)
  }

  /// The only network.
  func only(_ role: String) throws -> ChosenNetwork {
    let (networks, isComplete) = try networks()
    guard isComplete, let network = networks.first else { throw ExitCode.badUsage }
    guard networks.count == 1 else {
      throw ValidationError("\(role), found \(networks.count); choose one with --variant")
    }
    return network
  }

  /// The networks of the descriptions below a directory; YAML about other things is passed over.
  private func selected(
    _ paths: [String], below directory: String, _ variant: String?, isComplete: inout Bool
  ) throws -> [ChosenNetwork] {
    var specifications: [Specification] = []
    for result in Parallel.map(paths, Self.specification) {
      switch result {
      case .success(let specification) where specification.isOther: break
      case .success(let specification): specifications.append(specification)
      case .failure(let error):
        Terminal.tell(error)
        isComplete = false
      }
    }
    if let variant, variant != "all" {
      let known = specifications.flatMap(\.variants)
      guard known.contains(variant) else {
        throw ValidationError(
          "no description below \(directory) has a variant `\(variant)`"
            + remedy(variant, among: known, otherwise: nil))
      }
      specifications.removeAll { $0.isReadable && !$0.variants.contains(variant) }
    }
    return try specifications.flatMap { try selected($0, variant, isInDirectory: true) }
  }

  @Sendable private static func specification(_ path: String) -> Result<Specification, FileError> {
    do throws(FileError) {
      return .success(Specification(try Files.read(path)))
    } catch {
      return .failure(error)
    }
  }

  /// The networks of one description.
  private func selected(
    _ specification: Specification, _ variant: String?, isInDirectory: Bool
  ) throws -> [ChosenNetwork] {
    var options = Specification.Options()
    options.settings = try settings.map { try setting($0, of: specification) }
    options.inputs = try input.map { try shape($0, of: specification) }
    let names = specification.variants
    guard specification.isReadable, !names.isEmpty else {
      if let variant, variant != "all", !isInDirectory, specification.isReadable {
        throw ValidationError("\(specification.source.path) has no variants, found --variant \(variant)")
      }
      return [ChosenNetwork(session: Session(specification), options: options)]
    }
    let chosen: [String]
    switch variant {
    case nil: chosen = isInDirectory ? names : [names[0]]
    case "all": chosen = names
    case let name?:
      guard names.contains(name) || isInDirectory else {
        throw ValidationError(
          "\(specification.source.path) has no variant `\(name)`"
            + remedy(name, among: names, otherwise: "the variants are \(names.joined(separator: ", "))"))
      }
      chosen = names.filter { $0 == name }
    }
    let session = Session(specification)
    return chosen.map { name in
      var network = options
      network.variant = name
      return ChosenNetwork(session: session, options: network)
    }
  }

  private func setting(_ text: String, of specification: Specification) throws -> (name: String, value: Value) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { throw ValidationError("--set needs name=value, found \(text)") }
    if specification.isReadable, !specification.parameters.contains(parts[0]) {
      throw ValidationError(
        "\(specification.source.path) has no parameter `\(parts[0])`"
          + remedy(
            parts[0], among: specification.parameters,
            otherwise: specification.parameters.isEmpty
              ? nil : "the parameters are \(specification.parameters.joined(separator: ", "))"))
    }
    guard let value = Specification.Options.value(of: parts[1]) else {
      throw ValidationError(
        "--set \(parts[0]) needs an integer, a decimal number, true, false, a word of the language or a list of them, "
          + "found `\(parts[1])`")
    }
    return (parts[0], value)
  }

  private func shape(_ text: String, of specification: Specification) throws -> (name: String?, shape: Shape) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = parts.count == 2 ? parts[0] : nil
    if let name, specification.isReadable, !specification.inputs.contains(name) {
      throw ValidationError(
        "\(specification.source.path) has no input `\(name)`; the inputs are "
          + specification.inputs.joined(separator: ", "))
    }
    switch ShapeText.shape(of: parts[parts.count - 1]) {
    case .success(let shape): return (name, shape)
    case .failure(let failure):
      throw ValidationError(
        failure.message.map { "--input: \($0)" }
          ?? "--input needs channels and sizes such as 3x320x320, with ? for a size that is not known, found \(text)")
    }
  }

  private func remedy(_ name: String, among known: [String], otherwise: String?) -> String {
    let nearest = Spelling.nearest(to: name, among: known).map { "did you mean `\($0)`?" }
    return (nearest ?? otherwise).map { "; \($0)" } ?? ""
  }
}
