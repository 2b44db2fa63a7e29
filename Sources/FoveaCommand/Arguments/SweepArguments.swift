import ArgumentParser
import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaReport
import FoveaText

/// The arguments that span a grid, checked against the description.
struct SweepArguments {
  let path: String
  let variant: String?
  let settings: [String]
  let input: [String]

  /// Reads the description and the axes of the grid.
  func read(counting: AnalyzedGraph.Options) throws -> (network: Network, grid: SweepGrid) {
    if Files.isDirectory(path) { throw ValidationError("sweep takes one description, and \(path) is a directory") }
    let parameters = try settings.map(parameter)
    // The first value of each parameter stands for all of them where names are checked.
    let (networks, isComplete) = try NetworkChoice(
      [path], variant: variant, settings: parameters.map { "\($0.name)=\($0.values.text(0))" }, input: []
    ).networks()
    guard isComplete, let network = networks.first else { throw ExitCode.badUsage }
    let specification = network.specification
    let made = network.made(counting: counting)
    if !specification.isReadable || made.graph == nil, let error = made.diagnostics.first {
      Terminal.tell([error], in: specification.source, colour: .auto)
      throw ExitCode.findings
    }
    var axes: [SweepGrid.Axis] = []
    if variant == "all" {
      if specification.variants.isEmpty { throw ValidationError("\(path) has no variants, found --variant all") }
      axes.append(.variant(specification.variants))
    }
    axes += parameters.map { .parameter($0.name, $0.values) }
    for text in input {
      axes.append(try shapes(text, of: specification, made.graph))
    }
    let names = axes.map(\.name)
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw ValidationError("`\(twice)` is given twice: its values stand in one list, such as \(twice)=1,2,4..8:2")
    }
    guard let grid = SweepGrid(axes) else {
      throw ValidationError("the grid has more points than 64 bits can count")
    }
    return (made, grid)
  }

  private func parameter(_ text: String) throws -> (name: String, values: SweepValues) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { throw ValidationError("--set needs name=values, found \(text)") }
    let values: SweepValues
    do throws(SweepValues.Mistake) {
      values = try SweepValues(parts[1])
    } catch {
      throw ValidationError("--set \(parts[0]) \(error.message)")
    }
    if let wrong = values.corners.first(where: { Specification.Options.value(of: $0) == nil }) {
      throw ValidationError(
        "--set \(parts[0]) needs integers, decimal numbers, true, false, words of the language or lists of them, "
          + "found `\(wrong.excerpt)`")
    }
    return (parts[0], values)
  }

  /// The shapes of an input; a single size stands for all axes that it has in the description.
  private func shapes(
    _ text: String, of specification: Specification, _ graph: Graph?
  ) throws -> SweepGrid.Axis {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = parts.count == 2 ? parts[0] : nil
    if let name, !specification.inputs.contains(name) {
      throw ValidationError(
        "\(specification.source.path) has no input `\(name)`; the inputs are "
          + specification.inputs.joined(separator: ", "))
    }
    let rank = graph.flatMap { graph in
      graph.inputs.first { name == nil || graph[$0].name == name }.map { graph.shape(of: $0).rank }
    }
    do throws(SweepValues.Mistake) {
      return .input(name, try SweepShape(parts[parts.count - 1], rank: rank))
    } catch {
      throw ValidationError("--input \(error.message)")
    }
  }
}
