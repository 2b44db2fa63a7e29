import ArgumentParser
import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaText

/// The arguments that choose networks: descriptions, a variant, and values for parameters and inputs.
struct Selection: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Descriptions, directories of them, or - for the standard input. A directory stands for every variant of every description below it.",
      valueName: "spec"),
    completion: .file(extensions: ["yaml", "yml"]))
  var specs: [String]

  @Option(
    help: ArgumentHelp(
      "The variant, or all. A description with variants stands for its first one.", valueName: "name"))
  var variant: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("A value for a parameter of the description; may be repeated.", valueName: "name=value"))
  var settings: [String] = []

  @Option(
    help: ArgumentHelp(
      "The shape of an input, such as 3x320x320 or left=3x320x320; may be repeated.", valueName: "shape"))
  var input: [String] = []

  /// One network of the selection.
  struct Network: Sendable {
    /// Its description, with those of its networks that were made already.
    let session: Session
    let options: Specification.Options

    var specification: Specification { session.specification }

    /// The network itself, which is kept for the next one who asks.
    func made(counting: AnalyzedGraph.Options = .init()) -> Fovea.Network {
      session.network(options, counting: counting)
    }
  }

  /// Whether the arguments can stand for several networks, whatever their number turns out to be.
  var isPlural: Bool { specs.count != 1 || variant == "all" || specs.contains(where: Files.isDirectory) }

  /// The networks in the order of the arguments.
  ///
  /// What cannot be read is reported on the standard error, and left out.
  ///
  /// - Throws: where an option fits none of a description.
  func networks() throws -> (networks: [Network], isComplete: Bool) {
    var networks: [Network] = []
    var isComplete = true
    for path in specs {
      do {
        if let paths = try Files.descriptions(below: path) {
          networks += try selected(paths, below: path)
        } else {
          networks += try selected(Specification(try Files.read(path)), isInDirectory: false)
        }
      } catch let error as FileError {
        Terminal.write("fovea: error: \(error)\n", to: .error)
        isComplete = false
      }
    }
    return (networks, isComplete)
  }

  /// The networks of the descriptions below a directory.
  private func selected(_ paths: [String], below directory: String) throws -> [Network] {
    var specifications = try Parallel.map(paths, Self.specification).map { try $0.get() }
    if let variant, variant != "all" {
      let known = specifications.flatMap(\.variants)
      guard known.contains(variant) else {
        throw ValidationError(
          "no description below \(directory) has a variant `\(variant)`"
            + remedy(variant, among: known, otherwise: nil))
      }
      specifications.removeAll { $0.isReadable && !$0.variants.contains(variant) }
    }
    return try specifications.flatMap { try selected($0, isInDirectory: true) }
  }

  @Sendable private static func specification(_ path: String) -> Result<Specification, FileError> {
    do throws(FileError) {
      return .success(Specification(try Files.read(path)))
    } catch {
      return .failure(error)
    }
  }

  /// The networks of one description.
  private func selected(_ specification: Specification, isInDirectory: Bool) throws -> [Network] {
    var options = Specification.Options()
    options.settings = try settings.map { try setting($0, of: specification) }
    options.inputs = try input.map { try shape($0, of: specification) }
    let names = specification.variants
    guard specification.isReadable, !names.isEmpty else {
      if let variant, variant != "all", !isInDirectory, specification.isReadable {
        throw ValidationError("\(specification.source.path) has no variants, found --variant \(variant)")
      }
      return [Network(session: Session(specification), options: options)]
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
      return Network(session: session, options: network)
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
