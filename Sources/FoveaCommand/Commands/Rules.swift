import ArgumentParser
import FoveaReport
import FoveaText

/// `fovea rules`.
struct Rules: FormattedCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules of lint.",
    discussion: """
      Examples:
        fovea rules
        fovea rules --format json -o rules.json
      """)

  static let standardFormat = SummaryFormat.text
  static let formatHelp = "The format of the list."

  @OptionGroup var format: FormatOption<Rules>

  @OptionGroup var output: OutputOption

  func run() throws {
    switch format.value {
    case .text: try output.write(RuleText.table(width: output.file == nil ? Terminal.foldingWidth : nil))
    case .markdown: try output.write(RuleText.markdownTable)
    case .json: try output.write(RuleJSON.list)
    }
  }
}
