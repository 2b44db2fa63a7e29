import ArgumentParser

/// What the options that choose a network mean to a command, in the words of its help.
protocol NetworkWords: SendableMetatype {
  static var variant: ArgumentHelp { get }
  static var settings: ArgumentHelp { get }
  static var input: ArgumentHelp { get }
}

extension NetworkWords {
  static var variant: ArgumentHelp {
    ArgumentHelp(
      "The variant, or all, where none is behind a colon. A description with variants stands for its first one.",
      valueName: "name")
  }

  static var settings: ArgumentHelp {
    ArgumentHelp("A value for a parameter of the description; may be repeated.", valueName: "name=value")
  }

  static var input: ArgumentHelp {
    ArgumentHelp("The shape of an input, such as 3x320x320 or left=3x320x320; may be repeated.", valueName: "shape")
  }
}

/// The words of most commands.
enum CommonNetworkWords: NetworkWords {}

/// The options that choose networks of descriptions: a variant, and values for parameters and inputs.
struct NetworkOptions<Words: NetworkWords>: ParsableArguments {
  @Option(help: Words.variant, completion: Completions.variants)
  var variant: String?

  @Option(name: .customLong("set"), help: Words.settings, completion: Completions.parameters)
  var settings: [String] = []

  @Option(help: Words.input)
  var input: [String] = []
}

/// How a network is named: `net.yaml`, or with a variant behind a colon, `net.yaml:large`.
struct NetworkName {
  let path: String
  let variant: String?

  /// The path and the variant of an argument; a file whose name has a colon is a file.
  ///
  /// - Parameter variant: the variant where the argument has none.
  init(_ spec: String, variant: String?) {
    guard let colon = spec.lastIndex(of: ":"), colon != spec.startIndex, !Files.exists(spec),
      case let own = spec[spec.index(after: colon)...], !own.isEmpty
    else {
      (path, self.variant) = (spec, variant)
      return
    }
    (path, self.variant) = (String(spec[..<colon]), String(own))
  }
}
