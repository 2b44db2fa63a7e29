import FoveaGraph

/// Puts the layers of a file into a graph, under the names of the modules that they are part of.
struct LayerNaming {
  private let recognition: Recognition
  private var builder: GraphBuilder
  private let paths: [[String]]
  /// How many layers are in a module or below it.
  private var counts: [[String]: Int] = [:]
  private var open: [(name: String, id: ScopeID)] = []
  private var taken: [Taken: Int] = [:]
  /// The positions of the layers in the order of the graph.
  private(set) var order: [Int] = []
  private var ids: [LayerID?]

  private struct Taken: Hashable {
    let scope: ScopeID
    let name: String
  }

  init(_ recognition: Recognition, name: String) {
    self.recognition = recognition
    builder = GraphBuilder(name: name)
    let layers = recognition.layers
    paths = layers.map { layer in
      guard let node = layer.node else { return [] }
      return LayerPath.modules(
        recognition.index.nodes[node], weight: layer.weights.first { $0.array == "weight" }?.value)
    }
    for path in paths {
      for length in 0...path.count { counts[Array(path[..<length]), default: 0] += 1 }
    }
    ids = Array(repeating: nil, count: layers.count)
    builder.reserveCapacity(layers.count)
  }

  /// Adds a layer behind those before it.
  mutating func add(_ position: Int) {
    let layer = recognition.layers[position]
    order.append(position)
    if case .input(let input) = layer.operation {
      ids[position] = builder.addInput(layer.name, shape: input.stated)
      return
    }
    var path = paths[position]
    var name = layer.operation.name
    // A module of one layer is that layer.
    if let last = path.last, counts[path] == 1 {
      name = last
      path.removeLast()
    }
    let scope = enter(path)
    let ordinal = (taken[Taken(scope: scope, name: name)] ?? 0) + 1
    taken[Taken(scope: scope, name: name)] = ordinal
    let inputs = layer.inputs.compactMap { ids[$0] }
    let (id, _) = builder.add(
      Layer(layer.operation, inputs: LayerInputs(inputs), scope: scope, name: LayerName(name, ordinal: ordinal)))
    ids[position] = id
  }

  /// Closes the scopes that a path is not in, and opens those that it is in.
  private mutating func enter(_ path: [String]) -> ScopeID {
    let common = zip(open, path).prefix { $0.name == $1 }.count
    close(to: common)
    for name in path[common...] {
      let parent = open.last?.id ?? .root
      let ordinal = (taken[Taken(scope: parent, name: name)] ?? 0) + 1
      taken[Taken(scope: parent, name: name)] = ordinal
      let id = builder.open(ordinal > 1 ? "\(name)_\(ordinal)" : name, .block(name), in: parent)
      open.append((name, id))
    }
    return open.last?.id ?? .root
  }

  private mutating func close(to depth: Int) {
    while open.count > depth { builder.close(open.removeLast().id) }
  }

  /// The graph with its outputs.
  mutating func finish(_ outputs: [String]) throws(ONNXError) -> Graph {
    close(to: 0)
    var results: [Graph.Output] = []
    for name in outputs {
      guard let source = recognition.sources[name], let id = ids[source] else { continue }
      results.append(Graph.Output(name: name, layer: id))
    }
    guard !results.isEmpty else { throw ONNXError("no output of the graph depends on its inputs") }
    return builder.finish(outputs: results)
  }
}
