import ArgumentParser
import Fovea
import FoveaGraph
import FoveaNumerics
import FoveaText

/// `--weights`, for the weights of one network.
struct WeightsOption: ParsableArguments {
  @Option(
    name: .customLong("weights"),
    help: ArgumentHelp("The weights, a .npz or .safetensors file.", valueName: "file"), completion: .file())
  var file: String?

  @OptionGroup var names: WeightMapOption

  func validate() throws {
    if file == nil, names.file != nil { throw ValidationError("--map needs --weights, whose names it changes") }
  }

  /// The weights of a network under its names; nil without a file.
  func read(for graph: Graph) throws -> NPZArchive? {
    try file.map { try names.read($0, for: graph) }
  }

  /// Remembers that the files are read.
  func note() {
    for file in [file, names.file].compactMap(\.self) { ReadFiles.add(file) }
  }
}

/// `--map`.
struct WeightMapOption: ParsableArguments {
  @Option(
    name: .customLong("map"),
    help: ArgumentHelp(
      "Names of the weights in their file with those of the network, a mapping in YAML or JSON.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var file: String?

  /// The weights of a network under its names; it is told how those were matched that have others.
  func read(_ weights: String, for graph: Graph) throws -> NPZArchive {
    try Self.read(weights, map: try map(), for: graph)
  }

  /// The same with a map that was read.
  static func read(_ weights: String, map: WeightMap = WeightMap(), for graph: Graph) throws -> NPZArchive {
    let match = try WeightMatch(try ArrayFiles.archive(weights), for: graph, map: map)
    if let note = match.note { Terminal.tell("\(weights): \(note)") }
    return match.archive
  }

  /// The map; that of names which stay as they are without a file.
  private func map() throws(FileError) -> WeightMap {
    guard let file else { return WeightMap() }
    let source = try Files.read(file)
    do throws(WeightMap.Mistake) {
      return try WeightMap(reading: source)
    } catch {
      let (line, column) = source.position(of: error.span.start)
      throw FileError("\(file):\(line):\(column)", error.message)
    }
  }
}
