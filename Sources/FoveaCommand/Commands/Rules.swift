import ArgumentParser
import FoveaReport

/// `fovea rules`.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules of lint.")

  func run() { Terminal.write(RuleText.table()) }
}
