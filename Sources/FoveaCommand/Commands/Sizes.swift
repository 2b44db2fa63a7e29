import ArgumentParser
import Fovea
import FoveaGraph
import FoveaReport
import FoveaText

/// `fovea sizes`.
struct Sizes: FormattedCommand {
  static let configuration = CommandConfiguration(
    commandName: "sizes",
    abstract: "Tell which sizes of the input a network takes.",
    usage: "fovea sizes <spec> [--near <size>] [options]",
    discussion: """
      For each axis of the input the least size is told, the least number of which all multiples fit, all sizes that fit, by \
      their remainders, and those at which no window leaves out rows at the end. The sizes that the description states do \
      not matter; the nearest that fit are told for them, or for --near.

      All sizes are tried up to where the answers repeat. Where the axes are bound to each other, as by a linear layer that \
      states its inputs, the sizes are told that are the same on all of them.

      Examples:
        fovea sizes net.yaml
        fovea sizes net.yaml --near 500x700
        fovea sizes net.yaml --format json -o sizes.json

      Exit status: 0; 1 when the description has errors that no size of the input mends, or the sizes cannot be told; 2 \
      for bad usage or input that cannot be read.
      """)

  static let standardFormat = SummaryFormat.text

  @OptionGroup var selection: Selection

  @Option(
    help: ArgumentHelp(
      "Tell the nearest sizes that fit: one number for all axes, or one for each with x between.", valueName: "size"))
  var near: String?

  @OptionGroup var format: FormatOption<Sizes>

  @OptionGroup var output: OutputOption

  @OptionGroup var colour: ColourOption

  func validate() throws { _ = try sizes() }

  func run() throws {
    let network = try selection.choice.only("sizes reads one network").made()
    try output.check()
    guard let graph = network.graph, let open = network.openGraph else {
      network.writeFindings(colour: colour.when)
      if network.hasErrors { throw ExitCode.findings }
      throw failure(
        "the layers depend on the size of the input, by expressions such as in.width, so that its sizes cannot be told",
        .findings)
    }
    do {
      let found = try watched("trying sizes") { try NetworkSizes(open) }
      let near = try sizes()
      if let near, near.count != 1, near.count != found.axes.count {
        throw ValidationError(
          "--near needs one size, or \(found.axes.count) with x between, found \(near.count)")
      }
      let report = SizesReport(graph, found, near: near ?? stated(graph))
      try OutputOption.write(report, as: format.value, colour: colour.when, to: output.file)
    } catch let error as NetworkSizes.Refusal {
      throw failure(error.reason, .findings)
    }
  }

  /// The sizes of the inputs, where all have the same.
  private func stated(_ graph: Graph) -> [Int]? {
    let maps = graph.inputs.map { graph.shape(of: $0).spatial }.filter { !$0.isEmpty }
    guard let first = maps.first, maps.allSatisfy({ $0 == first }) else { return nil }
    let sizes = first.compactMap(\.value)
    return sizes.count == first.count ? sizes : nil
  }

  private func sizes() throws -> [Int]? {
    try near.map { text in
      let sizes = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
      guard (1...3).contains(sizes.count), sizes.allSatisfy({ $0.map { (1...1_000_000).contains($0) } ?? false }) else {
        throw ValidationError("--near needs a size such as 500 or 500x700, from 1 to 1000000, found \(text)")
      }
      return sizes.compactMap(\.self)
    }
  }
}
