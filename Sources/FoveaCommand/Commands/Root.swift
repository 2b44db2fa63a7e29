import ArgumentParser
import FoveaGraph
import FoveaText

/// The command `fovea`.
@main
struct Root: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fovea",
    abstract: "Understand a convolutional network from its description, before anyone trains it.",
    discussion: """
      fovea reads a YAML description of a network, builds its layer graph, and tells what it costs and what it sees: \
      shapes, receptive fields, parameters, multiply-accumulates and memory.

      Examples:
        fovea analyze net.yaml
        fovea analyze specs/zoo/resnet.yaml --variant resnet18 --format markdown
        fovea sizes net.yaml
        fovea expand net.yaml
        fovea run net.yaml --output out.npy
        fovea measure net.yaml
        fovea compare before.yaml after.yaml
        fovea sweep net.yaml --set width=32..128:16
        fovea zoo
        fovea new net.yaml --from resnet50

      Completions for a shell: fovea --generate-completion-script bash|zsh|fish
      """,
    version: version,
    subcommands: [
      Analyze.self, Sizes.self, Lint.self, Explain.self, Rules.self, Schema.self, Expand.self, Compose.self,
      Rewrite.self,
      Verify.self, Run.self, Measure.self, Compare.self, Sweep.self, ReportCommand.self, ZooCommand.self, New.self,
    ])

  static let version = "0.1.0"

  /// The words that begin every message about an error.
  static let _errorPrefix = "fovea: error: "

  /// Runs the command that the arguments name.
  ///
  /// The exit status is 0, 1 when a description has errors, 2 for bad usage or input that cannot be read, and 3 for a
  /// mistake of the program itself.
  static func main() {
    catchFaults()
    Descriptor.openStandardFiles()
    if let number = CommandLine.firstUnreadable {
      fail("argument \(number) is not UTF-8: \(CommandLine.arguments[number])")
    }
    if let complaint = Environment.complaint { fail(complaint) }
    do {
      if let name = CommandLine.arguments.dropFirst().first { try checkSubcommand(name) }
      var command = try parseAsRoot()
      do {
        try command.run()
      } catch let error as ValidationError {
        fail(error.message, usageOf: type(of: command))
      }
    } catch let error as FileError {
      Terminal.tell(error)
      ExitCode.badUsage.end()
    } catch {
      switch exitCode(for: error) {
      case .validationFailure:
        Terminal.write(visible(fullMessage(for: error)) + "\n", to: .error)
        ExitCode.badUsage.end()
      case .failure where !(error is ExitCode):
        Terminal.tell("internal error: \(error)")
        ExitCode(faultStatus).end()
      // Help, the version and a script of completions.
      case .success where !(error is ExitCode):
        Terminal.write(fullMessage(for: error) + "\n")
        ExitCode.success.end()
      case let status: status.end()
      }
    }
  }

  /// Suggests the subcommand that a misspelt name is meant to be.
  private static func checkSubcommand(_ name: String) throws {
    let names = configuration.subcommands.map { $0._commandName } + ["help"]
    guard !name.hasPrefix("-"), !names.contains(name) else { return }
    let nearest = Spelling.nearest(to: name, among: names).map { "did you mean `\($0)`?" }
    throw ValidationError(
      "there is no command `\(name)`; " + (nearest ?? "the commands are \(names.joined(separator: ", "))"))
  }

  private static func fail(_ message: String, usageOf command: (any ParsableCommand.Type)? = nil) -> Never {
    var text = _errorPrefix + VisibleText.escape(message) + "\n"
    if let command {
      text += "Usage: \(usageString(for: command))\n"
      text += "  See 'fovea \(command._commandName) --help' for more information.\n"
    }
    Terminal.write(text, to: .error)
    ExitCode.badUsage.end()
  }

  /// A message of the parser, which has several lines, with the line breaks of arguments made visible.
  private static func visible(_ message: String) -> String {
    var message = message
    for argument in CommandLine.arguments where argument.unicodeScalars.contains("\n") {
      let value = argument.firstIndex(of: "=").map { String(argument[argument.index(after: $0)...]) }
      for part in [argument] + (value.map { [$0] } ?? []) where !part.allSatisfy(\.isNewline) {
        message = message.replacing(part, with: VisibleText.escape(part))
      }
    }
    return message
  }
}
