import ArgumentParser
import FoveaReport
import FoveaText

/// `--output`, for what is written as text.
struct OutputOption: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write to a file instead of the standard output.", valueName: "file"), completion: .file())
  var file: String?

  /// Checks that the file can be written, before there is any work for it.
  func check() throws(FileError) { try Files.check(file.map { [$0] } ?? []) }

  /// Writes a text to the file, or to the standard output.
  func write(_ text: String) throws(FileError) { try Self.write(text, to: file) }

  /// Writes a text to the file, or in colours to the standard output.
  func write(_ text: StyledText, colour: Terminal.Colour) throws(FileError) {
    try Self.write(text, colour: colour, to: file)
  }

  /// Writes a report in one of its formats to a file, or to the standard output.
  static func write(
    _ report: some SummaryReport, as format: SummaryFormat, colour: Terminal.Colour, to file: String?
  ) throws(FileError) {
    switch format {
    case .text: try write(report.text(width: Terminal.size.columns), colour: colour, to: file)
    case .markdown: try write(report.markdown, to: file)
    case .json: try write(report.json, to: file)
    }
  }

  private static func write(_ text: String, to file: String?) throws(FileError) {
    guard let file else { return Terminal.write(text) }
    try Files.write(text, to: file)
  }

  private static func write(_ text: StyledText, colour: Terminal.Colour, to file: String?) throws(FileError) {
    guard let file else { return Terminal.write(text, colour: colour) }
    try Files.write(text.plain, to: file)
  }
}

/// `--quiet`.
struct QuietOption: ParsableArguments {
  @Flag(
    name: [.customShort("q"), .customLong("quiet")],
    help: "Write what was asked for alone: no legend, no progress, no notes; errors are still told.")
  var isOn = false

  /// Tells what was done, on a line of its own.
  func tell(_ message: String) {
    if !isOn { Terminal.tell(message) }
  }
}

/// `--no-legend` and `--quiet`.
struct LegendOption: ParsableArguments {
  @Flag(name: .customLong("no-legend"), help: "Leave out how the figures are counted.")
  var isLeftOut = false

  @OptionGroup var quiet: QuietOption

  /// Whether it is told how figures are counted.
  var isShown: Bool { !quiet.isOn && !isLeftOut }

  /// A text as far as it is wanted.
  func wanted(_ text: StyledText) -> StyledText { isShown ? text : text.withoutLegend }
}

/// `--color`.
struct ColourOption: ParsableArguments {
  @Option(name: .customLong("color"), help: ArgumentHelp("When the output is coloured.", valueName: "when"))
  var when = Terminal.Colour.auto
}

/// `--repetitions`.
struct RepetitionsOption: ParsableArguments {
  @Option(name: .customLong("repetitions"), help: "How often each network is run to be measured.")
  var count = 10

  func validate() throws {
    guard (1...1_000_000).contains(count) else {
      throw ValidationError("--repetitions must be from 1 to 1000000, found \(count)")
    }
  }
}

/// `--time-limit`.
struct TimeLimitOption: ParsableArguments {
  @Option(
    name: .customLong("time-limit"),
    help: ArgumentHelp(
      "Seconds after which searches end with what they have found; the report says so.", valueName: "seconds"))
  var seconds = 60.0

  var duration: Duration { .seconds(seconds) }

  func validate() throws {
    guard seconds > 0, seconds <= 1_000_000 else {
      throw ValidationError("--time-limit must be above 0 and at most 1000000 seconds, found \(seconds)")
    }
  }
}

/// `--seed`.
struct SeedOption: ParsableArguments {
  @Option(name: .customLong("seed"), help: "The seed of all that is random.")
  var value: UInt64 = 0
}

/// `--batch`.
struct BatchOption: ParsableArguments {
  @Option(
    name: .customLong("batch"),
    help: ArgumentHelp("The number of images that are computed at once.", valueName: "images"))
  var images = 1

  func check(atMost limit: Int) throws {
    guard (1...limit).contains(images) else {
      throw ValidationError("--batch must be from 1 to \(limit), found \(images)")
    }
  }
}
