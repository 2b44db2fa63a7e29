import ArgumentParser
import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaNumerics
import FoveaReport
import FoveaText

/// `fovea measure`.
struct Measure: FormattedCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Measure the time of each layer on this machine.",
    usage: "fovea measure <spec> ... [--variant <name>] [options]",
    discussion: """
      Weights and inputs are random. The first run warms up and does not count.

      Examples:
        fovea measure net.yaml
        fovea measure net.yaml --repetitions 50 --algorithm direct --format json
        fovea measure a.yaml b.yaml --format markdown

      Exit status: 0; 1 when a description has errors or cannot be executed; 2 for bad usage or input that cannot be read.
      """)

  static let standardFormat = SummaryFormat.text

  @OptionGroup var selection: Selection
  @OptionGroup var execution: ExecutionSettings

  @OptionGroup var repetitions: RepetitionsOption

  @OptionGroup var format: FormatOption<Measure>

  @OptionGroup var legend: LegendOption

  @OptionGroup var output: OutputOption

  @OptionGroup var colour: ColourOption

  func run() throws {
    let (networks, isComplete) = try selection.networks()
    try output.check()
    var status: ExitCode? = isComplete ? nil : .badUsage
    var reports: [MeasurementReport] = []
    for network in networks {
      let made = network.made()
      made.writeFindings(colour: colour.when)
      guard let graph = made.analysis?.graph, !made.hasErrors else {
        status = status ?? .findings
        continue
      }
      do {
        reports.append(try report(of: graph))
      } catch {
        status = status ?? failure("\(network.specification.source.path): \(error)", .findings)
      }
    }
    if !reports.isEmpty || selection.isPlural { try write(reports) }
    if let status { throw status }
  }

  private func report(of graph: Graph) throws -> MeasurementReport {
    let timing = NetworkTiming(
      repetitions: repetitions.count, batch: execution.batch.images, algorithm: execution.algorithm,
      seed: execution.seed.value, initialization: execution.initialization)
    let measurements: [NetworkMeasurement]
    switch execution.type.chosen {
    case .float32: measurements = try timing.measured([timing.prepared(graph, as: Float.self)])
    case .float64: measurements = try timing.measured([timing.prepared(graph, as: Double.self)])
    }
    let threads = ThreadPool.shared.threads
    return MeasurementReport(
      title: graph.variant.map { "\(graph.name) · \($0)" } ?? graph.name,
      machine: "\(execution.type.chosen.rawValue), \(try InstructionSet.current().rawValue), "
        + "\(threads) thread\(threads == 1 ? "" : "s")", measurements[0])
  }

  private func write(_ reports: [MeasurementReport]) throws(FileError) {
    switch format.value {
    case .text:
      var text = StyledText()
      for (index, report) in reports.enumerated() {
        if index > 0 { text.append("\n") }
        text.append(legend.wanted(report.text(width: Terminal.size.columns)))
      }
      try output.write(text, colour: colour.when)
    case .markdown:
      try output.write(reports.map { $0.markdown(hasLegend: legend.isShown) }.joined(separator: "\n"))
    case .json:
      var json = JSONWriter()
      if selection.isPlural {
        json.array { json in
          for report in reports { report.write(to: &json) }
        }
      } else if let report = reports.first {
        report.write(to: &json)
      }
      json.end()
      try output.write(String(decoding: json.bytes, as: UTF8.self))
    }
  }
}
