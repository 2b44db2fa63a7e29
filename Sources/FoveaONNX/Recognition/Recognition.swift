import FoveaGraph
import FoveaText

/// Makes the layers of a network of the nodes of a file.
///
/// Each layer is checked against the extents that follow from the file: where the operator would give others, or where
/// there is no operator, the layer is `opaque`, with its shape, what it stores, and the multiply-accumulates that its
/// node makes. Nothing is left out.
struct Recognition {
  let index: NodeIndex
  let patterns: Patterns
  /// The layers so far.
  private(set) var layers: [RecognizedLayer] = []
  /// The layer that gives each value that depends on the input.
  var sources: [String: Int] = [:]
  /// How many images the file is written for.
  private(set) var batch: Dim = 1
  /// The stored tensors that a layer has already counted as its own.
  private var counted: Set<String> = []
  /// The names under which constants are handed on.
  private var aliases: [String: String] = [:]
  let stored: [String: StoredTensor]

  init(_ file: ModelFile, _ inference: Inference) throws(ONNXError) {
    index = NodeIndex(inference, outputs: file.graph.outputs.map(\.name))
    patterns = Patterns(index)
    stored = Dictionary(file.graph.initializers.map { ($0.name, $0) }) { first, _ in first }
    for info in file.graph.inputs where stored[info.name] == nil { try addInput(info.name) }
    guard !layers.isEmpty else { throw ONNXError("the graph has no input beside its weights") }
    for node in index.nodes.indices where !patterns.absorbed.contains(node) { add(node) }
  }

  private mutating func addInput(_ name: String) throws(ONNXError) {
    let value = index.value(name)
    let title = "the input `\(VisibleText.escape(name).excerpt)`"
    guard let dims = value.dims else { throw ONNXError("\(title) has no stated shape") }
    guard (2...5).contains(dims.count) else {
      throw ONNXError("\(title) is \(dims.text), expected a batch of vectors or of maps with one to three spatial axes")
    }
    if layers.isEmpty { batch = dims[0] }
    let extents = dims.dropFirst().map { Extent($0.value ?? 0) }
    // What is transposed at once to have its channels first has them last.
    let order = index.reader(name, "Transpose").flatMap { index.inference.view(of: index.nodes[$0]).integers("perm") }
    let isLast = dims.count > 2 && order == [0, dims.count - 1] + Array(1..<dims.count - 1)
    let shape =
      isLast
      ? Shape(channels: extents[extents.count - 1], spatial: Extents(extents.dropLast()), layout: .channelsLast)
      : Shape(channels: extents[0], spatial: Extents(extents.dropFirst()))
    sources[name] = layers.count
    layers.append(RecognizedLayer(operation: .input(Input(shape)), inputs: [], shape: shape, node: nil, name: name))
  }

  private mutating func add(_ node: Int) {
    guard let pattern = patterns.found[node] else {
      addAlone(node)
      return
    }
    if append(pattern.operation, [pattern.input], node, index.output(node), weights: pattern.weights) { return }
    // What is no layer together is one by one.
    for part in pattern.nodes.sorted() { addAlone(part) }
  }

  private mutating func addAlone(_ node: Int) {
    let view = index.inference.view(of: index.nodes[node])
    guard let output = view.node.outputs.first(where: { !$0.isEmpty }) else { return }
    if index.value(output).isConstant {
      if view.node.type == "Identity", let name = view.node.inputs.first { aliases[output] = aliases[name] ?? name }
      countWork(node, view)
      return
    }
    if (view.node.type == "Identity" || view.node.type == "Cast"), let source = sources[view.node.inputs[0]] {
      sources[output] = source
      return
    }
    if recognize(node, view) { return }
    appendOpaque(node, view)
  }

  /// Adds a layer that gives a value; false where its operator would not give the extents that the value has.
  mutating func append(
    _ operation: Operation, _ inputs: [String], _ node: Int, _ output: String,
    weights: [(array: String, value: String)] = []
  ) -> Bool {
    let operands = inputs.compactMap { sources[$0] }
    guard operands.count == inputs.count, let dims = index.value(output).dims else { return false }
    return append(operation, operands, node, output, dims, weights)
  }

  /// The same for layers as operands.
  mutating func append(
    _ operation: Operation, _ operands: [Int], _ node: Int, _ output: String, _ dims: [Dim],
    _ weights: [(array: String, value: String)] = []
  ) -> Bool {
    guard fits(operation, operands, dims) else { return false }
    let shape = shape(of: operation, operands)
    var layer = RecognizedLayer(operation: operation, inputs: operands, shape: shape, node: node)
    layer.weights = weights.map { ($0.array, aliases[$0.value] ?? $0.value) }
    for weight in layer.weights { counted.insert(weight.value) }
    sources[output] = layers.count
    layers.append(layer)
    return true
  }

  private func fits(_ operation: Operation, _ operands: [Int], _ dims: [Dim]) -> Bool {
    guard dims.count >= 2, dims[0] == batch, operands.allSatisfy({ layers[$0].isTrue }) else { return false }
    do throws(ShapeError) {
      let shape = try operation.shape(of: self.operands(operands))
      return shape.extents.count == dims.count - 1
        && zip(shape.extents, dims.dropFirst()).allSatisfy { $0.value == $1.value }
    } catch {
      return false
    }
  }

  private func shape(of operation: Operation, _ operands: [Int]) -> Shape {
    (try? operation.shape(of: self.operands(operands))) ?? Shape(channels: .unknown)
  }

  private func operands(_ operands: [Int]) -> Operands {
    let shapes = operands.map { layers[$0].shape }
    return Operands(shapes.first ?? Shape(channels: .unknown), others: Array(shapes.dropFirst()))
  }

  /// The shape of the layer that gives a value; nil where it does not have the extents of the value.
  func shape(_ name: String) -> Shape? {
    guard let source = sources[name], layers[source].isTrue else { return nil }
    return layers[source].shape
  }

  /// Whether a constant is a stored tensor of real numbers.
  func isTrained(_ name: String) -> Bool { stored[aliases[name] ?? name]?.type.isReal == true }

  /// A weight of a layer, by the name of its array.
  func weight(_ array: String, _ view: NodeView, _ input: Int) -> [(array: String, value: String)] {
    view.has(input) ? [(array, view.node.inputs[input])] : []
  }

  /// The numbers of the stored tensors that a node reads, which no layer before has counted.
  mutating func countParameters(_ node: Node) -> (parameters: Int, weights: [(array: String, value: String)]) {
    var parameters = 0
    var weights: [(array: String, value: String)] = []
    for input in node.inputs {
      let name = aliases[input] ?? input
      guard let tensor = stored[name], tensor.type.isReal, !tensor.dims.isEmpty, counted.insert(name).inserted else {
        continue
      }
      parameters += tensor.count
      weights.append(("", name))
    }
    return (parameters, weights)
  }

  /// Multiply-accumulates on constants are made each time, too: a layer that reads nothing stands for them.
  private mutating func countWork(_ node: Int, _ view: NodeView) {
    guard let macs = NodeWork.macs(view, batch: batch), macs > 0 else { return }
    appendOpaque(node, view)
  }

  mutating func appendRaw(_ layer: RecognizedLayer, output: String, others: [String]) {
    sources[output] = layers.count
    for other in others where !other.isEmpty { sources[other] = layers.count }
    layers.append(layer)
  }
}
