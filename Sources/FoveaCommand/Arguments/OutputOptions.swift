import ArgumentParser
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
  func write(_ text: String) throws(FileError) {
    guard let file else { return Terminal.write(text) }
    try Files.write(text, to: file)
  }
}

/// `--no-legend`.
struct LegendOption: ParsableArguments {
  @Flag(name: .customLong("no-legend"), help: "Leave out how the figures are counted.")
  var isLeftOut = false
}

/// `--color`.
struct ColourOption: ParsableArguments {
  @Option(name: .customLong("color"), help: ArgumentHelp("When the output is coloured.", valueName: "when"))
  var when = Terminal.Colour.auto
}

/// `--weights`, for the weights of one network.
struct WeightsOption: ParsableArguments {
  @Option(
    name: .customLong("weights"),
    help: ArgumentHelp("The weights, a .npz or .safetensors file.", valueName: "file"), completion: .file())
  var file: String?
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
