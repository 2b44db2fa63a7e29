import ArgumentParser
import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaNumerics
import FoveaReport

/// `fovea run`.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Execute a network and tell what comes out.",
    usage: "fovea run <spec> [--input <input> ...] [options]",
    discussion: """
      Weights are random, or those of a .npz or .safetensors file with an array for each of a layer's, such as `block.0.conv_1.weight`, \
      with the names and shapes that PyTorch has. Running statistics are mean 0 and variance 1 unless the file has others. \
      Tensors are batch, channels, then the spatial axes.

      Examples:
        fovea run net.yaml
        fovea run net.yaml --input image.npy --weights net.npz --output out.npy
        fovea run net.yaml --input 3x64x64 --init integers --seed 7 --algorithm winograd
        fovea run net.yaml --save-weights net.npz --output out.npz

      Exit status: 0; 1 when a description has errors or cannot be executed; 2 for bad usage or input that cannot be read.
      """)

  @Argument(
    help: ArgumentHelp("A description; - is the standard input.", valueName: "spec"),
    completion: .file(extensions: ["yaml", "yml"]))
  var spec: String

  @Option(help: "The variant. A description with variants stands for its first one.")
  var variant: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("A value for a parameter of the description; may be repeated.", valueName: "name=value"))
  var settings: [String] = []

  @Option(
    help: ArgumentHelp(
      "An input: image.npy, random, or the shape of a random one, such as 3x64x64; left=image.npy where there are several; may be repeated.",
      valueName: "input"))
  var input: [String] = []

  @Option(
    help: ArgumentHelp("The weights, a .npz or .safetensors file.", valueName: "file"), completion: .file())
  var weights: String?

  @Option(
    help: ArgumentHelp("Write the weights to a .npz or .safetensors file.", valueName: "file"), completion: .file())
  var saveWeights: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the output to a .npy file, or all outputs to a .npz archive.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var execution: ExecutionSettings

  @Option(help: ArgumentHelp("When the output is coloured.", valueName: "when"))
  var color = Terminal.Colour.auto

  func validate() throws {
    if let output, !output.hasSuffix(".npy"), !output.hasSuffix(".npz") {
      throw ValidationError("--output needs a file that ends with .npy or .npz, found \(output)")
    }
    if let saveWeights { try ArrayFiles.checkName(saveWeights, of: "--save-weights") }
  }

  func run() throws {
    do {
      let inputs = try RunInputs(input)
      switch execution.precision {
      case .float32: try run(inputs) { (tensor: Tensor<Float>) in .float32(tensor) }
      case .float64: try run(inputs) { (tensor: Tensor<Double>) in .float64(tensor) }
      }
    } catch let error as FileError {
      throw failure("\(error)", .badUsage)
    } catch let error as NumericsError {
      throw failure("\(error)", .badUsage)
    } catch let error as ExecutionError {
      switch error {
      case .input, .weights: throw failure("\(error)", .badUsage)
      case .opaque, .unknownSize, .memory, .layer: throw failure("\(error)", .findings)
      }
    }
  }

  private func run<Element: TensorElement>(
    _ inputs: RunInputs, _ array: (Tensor<Element>) -> NPYArray
  ) throws {
    var selection = Selection()
    (selection.specs, selection.variant, selection.settings, selection.input) = (
      [spec], variant, settings, inputs.shapes
    )
    let (networks, isComplete) = try selection.networks()
    guard isComplete, let network = networks.first else { throw ExitCode.badUsage }
    guard networks.count == 1 else {
      throw ValidationError("run executes one network, found \(networks.count); choose one with --variant")
    }
    var graph = try graph(of: network.session, network.options)
    let (tensors, batch) = try inputs.tensors(of: graph, as: Element.self)
    if !tensors.isEmpty {
      // The network takes the sizes of the arrays.
      var options = network.options
      for (name, tensor) in tensors {
        let sizes = tensor.shape.dropFirst().map { Extent($0) }
        options.inputs.append((name, Shape(channels: sizes[0], spatial: Spatial(sizes.dropFirst()))))
      }
      graph = try self.graph(of: network.session, options)
    }
    if let output, output.hasSuffix(".npy"), graph.outputs.count > 1 {
      let names = graph.outputs.map(\.name).joined(separator: ", ")
      throw ValidationError("--output needs a .npz archive for the outputs \(names)")
    }
    let weights: NetworkWeights<Element>
    if let path = self.weights {
      weights = try NetworkWeights(try ArrayFiles.archive(path), for: graph)
    } else {
      weights = try NetworkWeights(random: graph, seed: execution.seed, initialization: execution.initialization)
    }
    if let saveWeights { try ArrayFiles.write(try weights.archive(array), to: saveWeights) }
    let prepared = try GraphExecution(
      graph, weights: weights, algorithm: execution.algorithm, batch: batch ?? execution.batch)
    let random = try prepared.randomInputs(seed: execution.seed, initialization: execution.initialization)
    let outputs = try prepared(random.merging(tensors) { $1 })
    if let output { try ArrayFiles.write(try file(outputs, isArchive: output.hasSuffix(".npz"), array), to: output) }
    Terminal.write(ExecutionText.text(outputs.map { ($0.name, TensorSummary($0.tensor)) }))
  }

  private func graph(of session: Session, _ options: Specification.Options) throws -> Graph {
    let made = session.network(options)
    made.writeFindings(colour: color)
    guard let graph = made.analysis, !made.hasErrors else { throw ExitCode.findings }
    return graph.graph
  }

  private func file<Element: TensorElement>(
    _ outputs: [(name: String, tensor: Tensor<Element>)], isArchive: Bool, _ array: (Tensor<Element>) -> NPYArray
  ) throws(NumericsError) -> [UInt8] {
    if !isArchive, let first = outputs.first { return array(first.tensor).bytes }
    return try NPZArchive(entries: outputs.map { NPZArchive.Entry(name: $0.name, array: array($0.tensor)) }).bytes()
  }
}

/// Writes an error and gives the exit status.
func failure(_ message: String, _ status: ExitCode) -> ExitCode {
  Terminal.write("fovea: error: \(message)\n", to: .error)
  return status
}
