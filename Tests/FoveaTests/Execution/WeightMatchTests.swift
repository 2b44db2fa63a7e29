import Fovea
import FoveaGraph
import FoveaNumerics
import FoveaText
import Testing

/// Weights of files whose names are not the network's own.
@Suite struct WeightMatchTests {
  private static let residual = """
    input: 3x8x8
    layers:
      - {conv: {out: 8, kernel: 3, padding: 1, bias: false}, name: stem}
      - add:
          main:
            - {conv: {out: 8, kernel: 1, bias: false}, name: one}
            - batch_norm
            - {conv: {out: 8, kernel: 3, padding: 1, bias: false}, name: two}
            - batch_norm
          shortcut:
            - {conv: {out: 8, kernel: 1, bias: false}, name: one}
            - batch_norm
      - global_avg_pool
      - flatten
      - linear: {out: 4}
    """
  /// The names that PyTorch has for the layers, in the order of its modules.
  private static let modules = [
    "main.one": "layer1.conv1", "main.batch_norm": "layer1.bn1", "main.two": "layer1.conv2",
    "main.batch_norm_2": "layer1.bn2", "shortcut.one": "layer1.downsample.0",
    "shortcut.batch_norm": "layer1.downsample.1",
    "stem": "conv1", "linear": "fc",
  ]

  /// The weights of a network under other names, in the order of its layers or of the new names.
  private func archive(
    _ graph: Graph, _ modules: [String: String], isSorted: Bool = false
  ) throws -> (own: NPZArchive, file: NPZArchive) {
    let own = try NetworkWeights<Float>(random: graph, seed: 3).archive { .float32($0) }
    var entries = own.entries.map { entry in
      let dot = entry.name.lastIndex(of: ".") ?? entry.name.endIndex
      let path = String(entry.name[..<dot])
      return NPZArchive.Entry(name: (modules[path] ?? path) + entry.name[dot...], array: entry.array)
    }
    entries.append(NPZArchive.Entry(name: "x.num_batches_tracked", array: own.entries[0].array))
    if isSorted { entries.sort { $0.name < $1.name } }
    return (own, NPZArchive(entries: entries))
  }

  private func message(_ file: NPZArchive, _ graph: Graph, _ map: String = "{}") throws -> String {
    let map = try WeightMap(reading: SourceText(path: "map.yaml", text: map))
    return try #require(#expect(throws: ExecutionError.self) { _ = try WeightMatch(file, for: graph, map: map) })
      .description
  }

  private func sorted(_ archive: NPZArchive) -> [NPZArchive.Entry] { archive.entries.sorted { $0.name < $1.name } }

  @Test func `the modules of a state_dict are found by their order and shapes, which is told`() throws {
    let graph = try network(Self.residual)
    let (own, file) = try archive(graph, Self.modules)
    let match = try WeightMatch(file, for: graph)
    #expect(sorted(match.archive) == sorted(own))
    #expect(match.matched.count == 8)
    #expect(
      match.note?.hasPrefix("the weights of 8 of 8 layers have other names and were matched by order and") == true)
    let weights = try NetworkWeights<Float>(match.archive, for: graph)
    #expect(try sorted(weights.archive { .float32($0) }) == sorted(own))
  }

  @Test func `the network's own names are not told, whatever their order`() throws {
    let graph = try network(Self.residual)
    let (own, file) = try archive(graph, [:], isSorted: true)
    let match = try WeightMatch(file, for: graph)
    #expect(match.note == nil && sorted(match.archive) == sorted(own))
  }

  @Test func `names in their own order say nothing of the layers`() throws {
    let graph = try network(Self.residual)
    let (own, file) = try archive(graph, Self.modules, isSorted: true)
    let text = try message(file, graph)
    #expect(text.contains("could change places") && text.contains("`main.one` and `shortcut.one`"), "\(text)")
    #expect(text.hasSuffix("in the order of their names, and not in that of the layers, which a .npz keeps"))
    let map = "layer1.downsample.0: shortcut.one\nlayer1.downsample.1: shortcut.batch_norm\n"
    let match = try WeightMatch(
      file, for: graph, map: WeightMap(reading: SourceText(path: "map.yaml", text: map)))
    #expect(sorted(match.archive) == sorted(own))
    #expect(match.matched.count == 6)
  }

  @Test func `numbers in names tell modules of a chain apart`() throws {
    let layers = (0..<12).map { _ in "  - conv: {out: 3, kernel: 3, padding: 1}\n  - relu\n" }.joined()
    let graph = try network("input: 3x8x8\nlayers:\n" + layers)
    let names = (0..<12).map { ($0 == 0 ? "conv" : "conv_\($0 + 1)", "features.\(2 * $0)") }
    let (own, file) = try archive(graph, Dictionary(uniqueKeysWithValues: names), isSorted: true)
    #expect(file.entries[2].name == "features.10.bias")
    #expect(try sorted(WeightMatch(file, for: graph).archive) == sorted(own))
  }

  static let choices = [
    "input: 3x8x8\nlayers:\n  - add:\n      left: [conv: {out: 3, kernel: 1}]\n      right: [conv: {out: 3, kernel: 1}]\n",
    "input: 3x8x8\nlayers:\n  - concat:\n      a: [conv: {out: 3, kernel: 1}]\n      b: [conv: {out: 3, kernel: 3, padding: 1}]\n"
      + "      c: [conv: {out: 3, kernel: 1}]\n",
    "inputs: {l: 3x8x8, r: 3x8x8}\nlayers:\n  - {conv: {out: 3, kernel: 1}, from: l, name: one}\n"
      + "  - {conv: {out: 3, kernel: 1}, from: r, name: two}\n  - add: {l: one, r: two}\n",
  ]

  @Test(arguments: choices) func `branches that could change places are a choice`(_ text: String) throws {
    let graph = try network(text)
    let own = try NetworkWeights<Float>(random: graph).archive { .float32($0) }
    // The last first, so that they do not stand in the order of their names.
    let entries = own.entries.enumerated().map { index, entry in
      NPZArchive.Entry(
        name: "m\(9 - index / 2)\(entry.name[(entry.name.lastIndex(of: ".") ?? entry.name.startIndex)...])",
        array: entry.array)
    }
    #expect(try message(NPZArchive(entries: entries), graph).contains("by shape alone these could change places"))
  }

  @Test func `what does not fit is listed`() throws {
    let graph = try network(
      "input: 3x4x4\nlayers:\n  - {conv: {out: 2, kernel: 1}, name: a}\n  - {conv: {out: 2, kernel: 1}, name: b}\n")
    let own = try NetworkWeights<Float>(random: graph).archive { .float32($0) }
    func message(_ map: String = "{}", _ change: (inout NPZArchive) -> Void) throws -> String {
      var archive = own
      change(&archive)
      return try self.message(archive, graph, map)
    }
    #expect(try message { $0.entries.removeLast() } == "the weights do not fit the network; missing: `b.bias` [2]")
    #expect(
      try message { $0.entries.append(.init(name: "c.bias", array: own.entries[0].array)) }.hasSuffix(
        "; left over: `c.bias` [2, 3, 1, 1]"))
    #expect(
      try message { $0.entries[2].array = own.entries[0].array }
        == "the weights do not fit the network; of another shape: `b.weight` is [2, 3, 1, 1], the layer's is [2, 2, 1, 1]"
    )
    #expect(try message("{a.bias: a.bais}") { _ in }.contains("no array of the network: `a.bias` as `a.bais`"))
    #expect(try message("{x: a}") { _ in }.hasSuffix("the map has names that are not in the file: `x`"))
    #expect(try message("{a: b}") { _ in }.contains("there twice: `b."))
    #expect(try message("{a.bias: null}") { _ in }.hasSuffix("missing: `a.bias` [2]"))
  }

  @Test(arguments: [
    ("[a, b]", "expected a mapping of names"), ("a: [b]", "expected a name, or null for what is left out"),
    ("a: {b: c}", "expected a name, or null"), ("{a: b", ""), ("a", "expected a mapping"),
  ]) func `a map is a mapping of names`(_ text: String, _ message: String) throws {
    let mistake = #expect(throws: WeightMap.Mistake.self) {
      _ = try WeightMap(reading: SourceText(path: "map.yaml", text: text))
    }
    #expect(mistake?.message.contains(message) == true)
  }

  @Test func `a map is JSON too`() throws {
    let graph = try network("input: 3x4x4\nlayers:\n  - {conv: {out: 2, kernel: 1}, name: a}\n")
    let (own, file) = try archive(graph, ["a": "net.0"])
    let map = try WeightMap(reading: SourceText(path: "map.json", text: "{\"net.0\": \"a\"}"))
    let match = try WeightMatch(file, for: graph, map: map)
    #expect(match.note == nil && sorted(match.archive) == sorted(own))
  }
}
