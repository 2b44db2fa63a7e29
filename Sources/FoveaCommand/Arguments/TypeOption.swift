import ArgumentParser

/// The types of numbers that a command can work with.
protocol NumberType: ExpressibleByArgument, SendableMetatype {
  static var float32: Self { get }
}

/// `--dtype`.
struct TypeOption<Choice: NumberType>: ParsableArguments {
  @Option(name: .customLong("dtype"), help: ArgumentHelp("The type of weights and activations.", valueName: "type"))
  var chosen = Choice.float32
}
