import ArgumentParser
import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaNumerics
import FoveaReport
import FoveaText

/// `fovea sweep`.
struct Sweep: FormattedCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Tell the figures over a grid of parameters.",
    usage: "fovea sweep <spec> [--set <name>=<values>] ... [--input <shapes>] [options]",
    discussion: """
      Values are a list, a range with its step, or both: 16,24,32..128:16. Every --set and every --input is one axis of \
      the grid, the last one fastest. A size of an input may be values too; where only one size is given it is that of \
      all axes, and 3x224..448:32x320 changes the height alone.

      Examples:
        fovea sweep net.yaml --set width=32..128:16 --input 3x224..448:32
        fovea sweep net.yaml --set depth=2,3,4 --set width=0.5..2:0.25 --format csv > grid.csv
        fovea sweep resnet.yaml --variant all --input 3x224,320 --chart macs.svg
        fovea sweep net.yaml --set width=1..512 --format jsonl --shard 2/8 > part2.jsonl

      The parts of --shard 1/8 to 8/8, one behind the other, are what one run writes; only the first has the header.

      Exit status: 0; 1 when some point has an error, which stands in its row; 2 for bad usage or input that cannot be read.
      """)

  static let standardFormat = RowFormat.text

  @OptionGroup var spec: SpecArgument

  @OptionGroup var options: NetworkOptions<Words>

  @OptionGroup var counting: Counting

  @OptionGroup var format: FormatOption<Sweep>

  @OptionGroup var quiet: QuietOption

  @OptionGroup var output: OutputOption

  @Option(help: ArgumentHelp("Only one of several equal parts of the grid, such as 2/8.", valueName: "part/parts"))
  var shard: Shard?

  @Option(
    help: ArgumentHelp("Draw the figure over the last axis of numbers into an SVG file.", valueName: "file"),
    completion: .file(extensions: ["svg"]))
  var chart: String?

  @Option(help: "The figure of the chart.")
  var figure = SweepChart.Figure.macs

  @OptionGroup var colour: ColourOption

  /// How many points one task computes: enough that starting it costs nothing, few enough to come out soon.
  private static let chunk = 32

  func run() throws {
    let name = NetworkName(spec.text, variant: options.variant)
    let (network, grid) = try SweepArguments(
      path: name.path, variant: name.variant, settings: options.settings, input: options.input
    ).read(counting: counting.options)
    let evaluator = SweepEvaluator(network, grid: grid)
    try Files.check([output.file, chart].compactMap(\.self))
    if chart != nil, shard != nil { throw ValidationError("--chart needs the whole grid, found --shard") }
    var drawing = try chart.map { _ in try self.chart(of: grid, name: network.name) }
    let range = grid.part(shard?.part ?? 1, of: shard?.parts ?? 1)
    let writer = SweepOutput(
      format: format.value, evaluator: evaluator, outputs: network.description?.specification.outputs ?? [],
      width: Terminal.size.columns)
    var file = output.file == nil ? nil : StyledText()
    func write(_ text: StyledText) {
      if file == nil { Terminal.write(text, colour: colour.when) } else { file?.append(text) }
    }
    if range.lowerBound == 0 { write(writer.header) }

    var failures = 0
    var progress = Progress(
      of: range.count, "points", isAlone: !quiet.isOn && (file != nil || !Terminal.isTerminal(.output)))
    let keepsPoints = drawing != nil
    let chunks = range.count / Self.chunk + (range.count % Self.chunk == 0 ? 0 : 1)
    Parallel.forEach(below: chunks) { chunk in
      let start = range.lowerBound + chunk * Self.chunk
      let points = evaluator.points(start..<min(start + Self.chunk, range.upperBound))
      return (
        text: writer.rows(points, from: start), count: points.count, failures: points.count { $0.isFailure },
        points: keepsPoints ? points : []
      )
    } use: { piece in
      write(piece.text)
      failures += piece.failures
      for point in piece.points { drawing?.append(point) }
      progress.advance(by: piece.count)
    }
    progress.end()
    if range.upperBound == grid.count { write(writer.footer) }
    var files: [(path: String, bytes: [UInt8])] = []
    if let path = output.file, let file { files.append((path, Array(file.plain.utf8))) }
    if let chart, let drawing { files.append((chart, Array(drawing.svg.utf8))) }
    try Files.write(files)
    if failures > 0 {
      Terminal.tell("\(failures) of \(range.count) points have errors")
      throw ExitCode.findings
    }
  }

  private func chart(of grid: SweepGrid, name: String) throws -> SweepChart {
    do throws(SweepChart.Mistake) {
      return try SweepChart(grid, figure: figure, name: name)
    } catch {
      throw ValidationError("--chart \(error.message)")
    }
  }

  /// What the options of a network mean where they span a grid.
  enum Words: NetworkWords {
    static var variant: ArgumentHelp {
      ArgumentHelp(
        "The variant, or all for an axis of all of them. A description with variants stands for its first one.",
        valueName: "name")
    }

    static var settings: ArgumentHelp {
      ArgumentHelp("Values for a parameter of the description; may be repeated.", valueName: "name=values")
    }

    static var input: ArgumentHelp {
      ArgumentHelp("Shapes of an input, such as 3x224..448:32 or left=3x64,128; may be repeated.", valueName: "shapes")
    }
  }

  /// One of several parts of the grid: `2/8`.
  struct Shard: ExpressibleByArgument {
    let part: Int
    let parts: Int

    init?(argument: String) {
      let numbers = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
      guard numbers.count == 2, let part = numbers[0], let parts = numbers[1], parts >= 1, (1...parts).contains(part)
      else { return nil }
      (self.part, self.parts) = (part, parts)
    }
  }
}

extension SweepPoint {
  /// Whether its network has errors.
  fileprivate var isFailure: Bool {
    switch result {
    case .success: false
    case .failure: true
    }
  }
}

extension SweepChart.Figure: ExpressibleByArgument {}
