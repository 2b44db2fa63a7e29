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

  static let standardFormat = SummaryFormat.text

  @Argument(help: "The rule's name.", completion: Completions.rules)
  var rule: String

  @OptionGroup var format: FormatOption<Explain>

  @OptionGroup var output: OutputOption

  func run() throws {
    guard let description = RuleCatalog.descriptions.first(where: { $0.name == rule }) else {
      let nearest = Spelling.nearest(to: rule, among: RuleCatalog.descriptions.map(\.name))
      throw ValidationError(
        "there is no rule `\(rule)`; " + (nearest.map { "did you mean `\($0)`?" } ?? "`fovea rules` lists them all"))
    }
    switch format.value {
    case .text: try output.write(RuleText.plain(description, width: output.file == nil ? Terminal.foldingWidth : nil))
    case .markdown: try output.write(RuleText.markdown(description))
    case .json: try output.write(RuleJSON.object(description))
    }
  }
}
