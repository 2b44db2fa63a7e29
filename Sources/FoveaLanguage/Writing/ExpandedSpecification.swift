package import FoveaGraph
import FoveaText

/// A network written flat: every block unrolled, every default written out, each layer named by its path.
///
/// The text is a description of the same network: read again, it has the same paths, figures and receptive fields. A
/// path that is longer than a name may be keeps its end, behind the layer's number. It fits one variant and the sizes
/// of the inputs that it was made for. The layer that a block stands for is told in a comment, since there is no block
/// any more.
package enum ExpandedSpecification {
  /// Comments stand behind this column at the latest; a longer line has its own further on.
  private static let widestLine = 140

  /// The text of a network.
  package static func text(_ analyzed: AnalyzedGraph) -> String {
    let graph = analyzed.graph
    let paths = LayerNames(graph)
    let inputs = graph.inputs
    var text = "fovea: 1\nname: \(YAMLText.name(graph.name))\n" + line(of: inputs, in: graph)
    if let variant = graph.variant { text += "variants: {\(YAMLText.name(variant)): {}}\n" }
    text += "\nlayers:\n"
    let layers = graph.ids.filter { !graph.isInput($0) }
    let lines = layers.map { "  - " + line(of: $0, inputs: inputs.count, in: graph, paths) }
    let widths = lines.map(ColumnText.width)
    let column = 2 + (widths.filter { $0 <= widestLine }.max() ?? 0)
    for (position, line) in lines.enumerated() {
      text += line + String(repeating: " ", count: max(2, column - widths[position]))
      text += "# " + comment(layers[position], analyzed, paths) + "\n"
    }
    let outputs = graph.outputs.map { (key: $0.name, value: YAMLText.name(paths[$0.layer])) }
    return text + "\noutputs: \(YAMLText.mapping(outputs))\n"
  }

  /// Each layer's operator with all its attributes and what it reads, `conv: {out: 64, kernel: 7, …}`.
  package static func operations(in graph: Graph, of ids: some Sequence<LayerID>) -> [String] {
    let paths = LayerNames(graph)
    return ids.map { id in
      let body = graph.isInput(id) ? "\"\(graph.shape(of: id))\"" : body(of: id, in: graph, paths)
      let name = graph.isInput(id) ? "input" : graph[id].operation.name
      return body == "{}" ? name : "\(name): \(body)"
    }
  }

  private static func line(of inputs: [LayerID], in graph: Graph) -> String {
    if inputs.count == 1, graph[inputs[0]].name == "input" { return "input: \(graph.shape(of: inputs[0]))\n" }
    return "inputs: "
      + YAMLText.mapping(inputs.map { (graph[$0].name, "\"\(graph.shape(of: $0))\"") }) + "\n"
  }

  private static func line(of id: LayerID, inputs: Int, in graph: Graph, _ paths: LayerNames) -> String {
    let layer = graph[id]
    var keys = [(key: "name", value: YAMLText.name(paths[id]))]
    keys.append((layer.operation.name, body(of: id, in: graph, paths)))
    if !layer.arity.hasNames, let input = layer.inputs.first, !isAbove(input, id, inputs: inputs, in: graph) {
      keys.append(("from", YAMLText.name(paths[input])))
    }
    if let weights = layer.weights { keys.append(("weights", YAMLText.name(paths[weights]))) }
    return YAMLText.mapping(keys)
  }

  /// Whether a layer's input is what enters without a `from`.
  private static func isAbove(_ input: LayerID, _ id: LayerID, inputs: Int, in graph: Graph) -> Bool {
    if input.position < inputs { return id.position == inputs && inputs == 1 }
    return input.position == id.position - 1 && !graph[input].inputs.isEmpty
  }

  private static func body(of id: LayerID, in graph: Graph, _ paths: LayerNames) -> String {
    let layer = graph[id]
    func attributes<Root: Operator>(of root: Root) -> [(key: String, value: String)] {
      Root.attributes.compactMap { attribute in
        attribute.value(in: root).map { (attribute.name, YAMLText.value($0) { paths[$0] }) }
      }
    }
    return YAMLText.mapping(attributes(of: layer.operation.base) + operands(of: layer, paths))
  }

  /// The operands of a layer that names them; branches have numbers in a network that was not read from a description.
  private static func operands(of layer: Layer, _ paths: LayerNames) -> [(key: String, value: String)] {
    let names: [String]
    switch layer.arity {
    case .none, .one: names = []
    case .branches where layer.branches.count == layer.inputs.count: names = layer.branches
    case .branches: names = layer.inputs.indices.map { "branch_\($0 + 1)" }
    case .operands(let stated): names = stated
    }
    return zip(names, layer.inputs).map { (key: $0, value: YAMLText.name(paths[$1])) }
  }

  private static func comment(_ id: LayerID, _ analyzed: AnalyzedGraph, _ paths: LayerNames) -> String {
    let field = analyzed.receptiveFields[id]
    let gate = analyzed.receptiveFields.lastGatheringLayer(of: field)
    return "\(analyzed.graph.shape(of: id)), \(FieldText.short(field))"
      + (gate.map { " through " + VisibleText.escape(paths[$0]) } ?? "")
      + (replaced(by: id, in: analyzed.graph).map { ", in place of " + VisibleText.escape($0) } ?? "")
  }

  /// The layer that the innermost block around a layer stands for.
  private static func replaced(by id: LayerID, in graph: Graph) -> String? {
    var scope = graph[id].scope
    while scope != .root {
      if let path = graph[scope].replaces { return path }
      scope = graph[scope].parent
    }
    return nil
  }
}

/// The paths of layers as names that can be read again.
private struct LayerNames {
  private let paths: LayerPaths

  init(_ graph: Graph) { paths = LayerPaths(graph) }

  subscript(id: LayerID) -> String {
    let path = paths[id]
    guard path.utf8.count > LayerReading.nameLimit else { return path }
    let number = "layer\(id.index)."
    var end = path.unicodeScalars.suffix(LayerReading.nameLimit - number.utf8.count)
    while end.reduce(number.utf8.count, { $0 + String($1).utf8.count }) > LayerReading.nameLimit { end.removeFirst() }
    return number + String(end)
  }
}
