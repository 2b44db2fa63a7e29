import ArgumentParser
import FoveaReport
import FoveaText

/// A command that writes in a format that is chosen.
protocol FormattedCommand: ParsableCommand, SendableMetatype {
  /// The formats that it takes.
  associatedtype Format: FormatChoice

  /// The format without the option.
  static var standardFormat: Format { get }

  static var formatHelp: String { get }
}

extension FormattedCommand {
  static var formatHelp: String { "The format of the output." }

  /// The format that a name stands for.
  fileprivate static func format(_ name: String) throws(FormatMistake) -> Format {
    guard let format = Format(rawValue: name) else { throw FormatMistake(name, names: names, command: _commandName) }
    return format
  }

  fileprivate static var names: [String] { Format.allCases.map(\.rawValue) }
}

/// `--format` with the formats of a command.
struct FormatOption<Command: FormattedCommand>: ParsableArguments {
  // The parser has no message for a wrong value of its own type that could name the nearest right one, and does not
  // list the values of a type with a message of ours.
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      Command.formatHelp
        + " (values: \(Command.names.joined(separator: ", ")); default: \(Command.standardFormat.rawValue))"),
    completion: .list(Command.names), transform: { try Command.format($0) })
  var chosen: Command.Format?

  /// The format that was chosen.
  var value: Command.Format { chosen ?? Command.standardFormat }
}

/// A name that is none of a command's formats.
private struct FormatMistake: Error, CustomStringConvertible {
  let description: String

  init(_ name: String, names: [String], command: String) {
    var text = "it must be \(names.dropLast().joined(separator: ", ")) or \(names.last ?? "")"
    if OutputFormat(rawValue: name) != nil {
      text = "`\(command)` does not write it; " + text
    } else if let nearest = Spelling.nearest(to: name, among: names) {
      text += "; did you mean `\(nearest)`?"
    }
    description = text
  }
}

/// Formats, and `auto`, by which the command chooses one.
enum Automatic<Choice: FormatChoice>: FormatChoice {
  case automatic
  case chosen(Choice)

  init?(rawValue: String) {
    if rawValue == "auto" {
      self = .automatic
    } else if let choice = Choice(rawValue: rawValue) {
      self = .chosen(choice)
    } else {
      return nil
    }
  }

  var rawValue: String {
    switch self {
    case .automatic: "auto"
    case .chosen(let choice): choice.rawValue
    }
  }

  static var allCases: [Automatic] { [.automatic] + Choice.allCases.map { .chosen($0) } }
}
