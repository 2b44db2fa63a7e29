import ArgumentParser

/// The one description of a command that takes no directories.
struct SpecArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A description, with a variant behind a colon: net.yaml:large; - is the standard input.", valueName: "spec"),
    completion: .file(extensions: ["yaml", "yml"]))
  var text: String
}
