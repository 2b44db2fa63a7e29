import ArgumentParser
import FoveaLanguage

/// `fovea schema`.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print a JSON Schema of the language, for editors.",
    discussion: """
      An editor with a YAML language server completes and checks descriptions by it. It is switched on by a first line \
      in a description, `# yaml-language-server: $schema=fovea.schema.json`, or in the editor's settings.

      Examples:
        fovea schema > fovea.schema.json
        fovea schema --output .vscode/fovea.schema.json
      """)

  @OptionGroup var output: OutputOption

  func run() throws { try output.write(LanguageSchema.text) }
}
