import ArgumentParser
import Fovea
import FoveaFilters
import FoveaGraph
import FoveaNumerics
import FoveaReport
import FoveaText

/// `fovea compose`.
struct Compose: FormattedCommand {
  static let configuration = CommandConfiguration(
    commandName: "compose",
    abstract: "Tell the one kernel that a stack computes.",
    usage: "fovea compose <spec> [--layers <first>..<last>] [options]",
    discussion: """
      Convolutions that follow each other without an activation compute one kernel; its size, stride, padding, dilation, \
      groups and bias are told, the taps that no layer reaches, and where it equals the stack: everywhere when all padding \
      is in the first layer, otherwise but for a border band, which is told exactly. Batch normalisation with running \
      statistics is folded in. Without --layers every maximal chain of at least two convolutions is shown, and every \
      linear part in which branches join, or pixels become channels.

      Examples:
        fovea compose net.yaml
        fovea compose net.yaml --layers stem.conv..stem.conv_3 --format json
        fovea compose net.yaml --layers stem.conv..stem.conv_3 --weights net.npz -o kernel.npz

      Exit status: 0; 1 when a description has errors, or layers compute no one kernel; 2 for bad usage or input that \
      cannot be read.
      """)

  static let standardFormat = SummaryFormat.text

  @OptionGroup var selection: Selection

  @Option(help: ArgumentHelp("The chain, from its first layer to its last.", valueName: "first..last"))
  var layers: String?

  @OptionGroup var weights: WeightsOption

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write the weights and the bias of the kernels to a .npz or .safetensors file; needs --weights.",
      valueName: "file"), completion: .file())
  var output: String?

  @OptionGroup var format: FormatOption<Compose>

  @OptionGroup var colour: ColourOption

  func validate() throws {
    guard let output else {
      if weights.file != nil { throw ValidationError("--weights needs --output, the file for the composed kernels") }
      return
    }
    if weights.file == nil { throw ValidationError("--output needs --weights: a kernel is composed of weights") }
    try ArrayFiles.checkName(output, of: "--output")
  }

  func run() throws {
    let (_, graph) = try selection.network("compose reads one network", colour: colour.when)
    weights.note()
    try Files.check(output.map { [$0] } ?? [])
    do {
      let (chains, pieces) = try parts(of: graph.graph)
      let (found, parts) = try watched("composing") {
        (
          try chains.map { try ChainComposition($0, in: graph) }, try pieces.map { try PieceComposition($0, in: graph) }
        )
      }
      if let output, let named = try weights.read(for: graph.graph) {
        let arrays = try NetworkWeights<Double>(named, for: graph.graph)
        let kernels = try watched("composing") { try archive(found, parts, graph.graph, arrays) }
        try ArrayFiles.write(kernels, to: output)
      }
      try OutputOption.write(
        CompositionReport(graph.graph, found, parts), as: format.value, colour: colour.when, to: nil)
    } catch let error as LinearChain.Refusal {
      throw failure(error.reason, .findings)
    } catch let error as FileError {
      throw failure(error)
    } catch let error as ExecutionError {
      throw failure("\(error)", .badUsage)
    }
  }

  /// The chains of convolutions, and the linear parts that are no chains.
  private func parts(of graph: Graph) throws -> (chains: [LinearChain], pieces: [LinearPiece]) {
    guard let layers else {
      let pieces = LinearPiece.all(in: graph)
      let inside = Set(pieces.flatMap(\.layers))
      return (LinearChain.all(in: graph).filter { !inside.isSuperset(of: $0.layers) }, pieces)
    }
    guard let dots = layers.firstRange(of: "..") else {
      throw ValidationError("--layers needs the paths of two layers, first..last, found \(layers)")
    }
    let first = try layer(String(layers[..<dots.lowerBound]), of: graph)
    let last = try layer(String(layers[dots.upperBound...]), of: graph)
    do throws(LinearChain.Refusal) {
      return ([try LinearChain(in: graph, from: first, to: last)], [])
    } catch {
      // What is no chain may be a part that reads what the first layer reads.
      guard let source = graph[first].inputs.first,
        let piece = try? LinearPiece(in: graph, from: source, to: last), piece.layers.contains(first)
      else { throw error }
      return ([], [piece])
    }
  }

  private func layer(_ path: String, of graph: Graph) throws -> LayerID {
    if let id = graph.ids.first(where: { graph.path(of: $0) == path }) { return id }
    let nearest = Spelling.nearest(to: path, among: graph.ids.map { graph.path(of: $0) })
    throw ValidationError(
      "the network has no layer `\(path)`" + (nearest.map { "; did you mean `\($0)`?" } ?? ""))
  }

  /// `weight` and `bias` of the only kernel, or those of each behind the paths of its layers.
  private func archive(
    _ found: [ChainComposition], _ pieces: [PieceComposition], _ graph: Graph, _ weights: NetworkWeights<Double>
  ) throws -> NPZArchive {
    var archive = NPZArchive()
    func prefix(_ layers: [LayerID]) -> String {
      found.count + pieces.count == 1
        ? "" : "\(graph.path(of: layers[0]))..\(graph.path(of: layers[layers.count - 1]))."
    }
    for composition in pieces {
      let kernel = try composition.kernel(graph, weights: weights)
      let prefix = prefix(composition.piece.layers)
      archive.entries.append(.init(name: prefix + "weight", array: .float64(try kernel.weightTensor())))
      if composition.hasBias, let bias: Tensor<Double> = try kernel.biasTensor() {
        archive.entries.append(.init(name: prefix + "bias", array: .float64(bias)))
      }
    }
    for composition in found {
      let kernel = try composition.kernel(graph, weights: weights)
      let prefix = prefix(composition.chain.layers)
      archive.entries.append(.init(name: prefix + "weight", array: .float64(try kernel.weightTensor())))
      if let bias: Tensor<Double> = try kernel.biasTensor() {
        archive.entries.append(.init(name: prefix + "bias", array: .float64(bias)))
      }
    }
    return archive
  }
}
