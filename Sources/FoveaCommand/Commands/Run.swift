import ArgumentParser
import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaNumerics
import FoveaReport

/// `fovea run`.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
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

  @OptionGroup var spec: SpecArgument

  @OptionGroup var options: NetworkOptions<Words>

  @OptionGroup var weights: WeightsOption

  @Option(
    help: ArgumentHelp("Write the weights to a .npz or .safetensors file.", valueName: "file"), completion: .file())
  var saveWeights: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the output to a .npy file, or all outputs to a .npz archive.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var execution: ExecutionSettings

  @OptionGroup var colour: ColourOption

  func validate() throws {
    if let output, !output.hasSuffix(".npy"), !output.hasSuffix(".npz") {
      throw ValidationError("--output needs a file that ends with .npy or .npz, found \(output)")
    }
    if let saveWeights { try ArrayFiles.checkName(saveWeights, of: "--save-weights") }
  }

  func run() throws {
    do {
      let inputs = try RunInputs(options.input)
      switch execution.type.chosen {
      case .float32: try run(inputs) { (tensor: Tensor<Float>) in .float32(tensor) }
      case .float64: try run(inputs) { (tensor: Tensor<Double>) in .float64(tensor) }
      }
    } catch let error as FileError {
      throw failure(error)
    } catch let error as NumericsError {
      throw failure("\(error)", .badUsage)
    } catch let error as ExecutionError {
      throw failure(error)
    }
  }

  private func run<Element: TensorElement>(
    _ inputs: RunInputs, _ array: (Tensor<Element>) -> NPYArray
  ) throws {
    let network = try NetworkChoice(
      [spec.text], variant: options.variant, settings: options.settings, input: inputs.shapes
    ).only("run executes one network")
    var graph = try network.analyzed(colour: colour.when).analysis.graph
    let (tensors, batch) = try inputs.tensors(of: graph, as: Element.self)
    if !tensors.isEmpty {
      // The network takes the sizes of the arrays.
      var options = network.options
      for (name, tensor) in tensors {
        let sizes = tensor.shape.dropFirst().map { Extent($0) }
        options.inputs.append((name, Shape(channels: sizes[0], spatial: Extents(sizes.dropFirst()))))
      }
      graph = try ChosenNetwork(session: network.session, options: options)
        .analyzed(colour: colour.when).analysis.graph
    }
    if let output, output.hasSuffix(".npy"), graph.outputs.count > 1 {
      let names = graph.outputs.map(\.name).joined(separator: ", ")
      throw ValidationError("--output needs a .npz archive for the outputs \(names)")
    }
    let weights: NetworkWeights<Element>
    if let archive = try self.weights.read(for: graph) {
      weights = try NetworkWeights(archive, for: graph)
    } else {
      weights = try NetworkWeights(random: graph, seed: execution.seed.value, initialization: execution.initialization)
    }
    try Files.check([saveWeights, output].compactMap(\.self))
    if let saveWeights { try ArrayFiles.write(try weights.archive(array), to: saveWeights) }
    let outputs = try watched("preparing the layers") {
      let prepared = try GraphExecution(
        graph, weights: weights, algorithm: execution.algorithm, batch: batch ?? execution.batch.images)
      let random = try prepared.randomInputs(seed: execution.seed.value, initialization: execution.initialization)
      return try prepared(random.merging(tensors) { $1 })
    }
    if let output {
      try Files.write([(output, try file(outputs, isArchive: output.hasSuffix(".npz"), array))])
    }
    Terminal.write(ExecutionText.text(outputs.map { ($0.name, TensorSummary($0.tensor)) }))
  }

  private func file<Element: TensorElement>(
    _ outputs: [(name: String, tensor: Tensor<Element>)], isArchive: Bool, _ array: (Tensor<Element>) -> NPYArray
  ) throws(NumericsError) -> [UInt8] {
    if !isArchive, let first = outputs.first { return array(first.tensor).bytes }
    return try NPZArchive(entries: outputs.map { NPZArchive.Entry(name: $0.name, array: array($0.tensor)) }).bytes()
  }

  /// What the options of a network mean where it is run.
  enum Words: NetworkWords {
    static var input: ArgumentHelp {
      ArgumentHelp(
        "An input: image.npy, random, or the shape of a random one, such as 3x64x64; left=image.npy where there are "
          + "several; may be repeated.", valueName: "input")
    }
  }
}
