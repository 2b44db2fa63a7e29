import ArgumentParser
import Fovea
import FoveaReport
import FoveaText

/// `fovea explain`.
struct Explain: FormattedCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule of lint, with examples.",
    discussion: """
      Examples:
        fovea explain skipped-pixels
        fovea explain bias-before-norm --format markdown
      """)

  static let standardFormat = ListFormat.text

  @Argument(help: "The rule's name.")
  var rule: String

  @OptionGroup var format: FormatOption<Explain>

  func run() throws {
    guard let description = RuleCatalog.descriptions.first(where: { $0.name == rule }) else {
      let nearest = Spelling.nearest(to: rule, among: RuleCatalog.descriptions.map(\.name))
      throw ValidationError(
        "there is no rule `\(rule)`; " + (nearest.map { "did you mean `\($0)`?" } ?? "`fovea rules` lists them all"))
    }
    switch format.value {
    case .text: Terminal.write(RuleText.plain(description))
    case .markdown: Terminal.write(RuleText.markdown(description))
    }
  }
}
