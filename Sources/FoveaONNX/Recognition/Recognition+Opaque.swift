import FoveaGraph
import FoveaText

extension Recognition {
  /// Adds what stands for a node that no operator of the language is.
  mutating func appendOpaque(_ node: Int, _ view: NodeView) {
    let outputs = view.node.outputs.filter { !$0.isEmpty }
    guard let output = outputs.first else { return }
    let value = index.value(output)
    var inputs: [Int] = []
    for name in view.node.inputs { if let source = sources[name], !inputs.contains(source) { inputs.append(source) } }
    let (parameters, weights) = countParameters(view.node)
    var operation = Opaque()
    operation.parameters = StatedFigure(Figure(parameters))
    operation.macs = StatedFigure(NodeWork.macs(view, batch: batch).map { Figure($0) } ?? .unknown)
    var isTrue = false
    if let dims = value.dims, (2...5).contains(dims.count), dims[0] == batch {
      operation.shape = .extents(dims.dropFirst().map { $0.value.map { Extent($0) } ?? .unknown })
      isTrue = true
    }
    if isTrue, Self.isElementwise(view.node.type), let dims = value.dims,
      inputs.allSatisfy({ layers[$0].isTrue && layers[$0].shape.extents.count == dims.count - 1 }),
      inputs.allSatisfy({ zip(layers[$0].shape.extents, dims.dropFirst()).allSatisfy { $0.value == $1.value } })
    {
      operation.receptiveField = .pointwise
      operation.operations = StatedFigure(
        dims.dropFirst().reduce(Figure(1)) { $0 * ($1.value.map { Figure($0) } ?? .unknown) })
    }
    if NodeWork.isFree(view.node.type) { operation.operations = StatedFigure(0) }
    let shape = (try? operation.shape(of: Operands(Shape(channels: .unknown)))) ?? Shape(channels: .unknown)
    var layer = RecognizedLayer(operation: .opaque(operation), inputs: inputs, shape: shape, node: node)
    layer.weights = weights
    layer.isTrue = isTrue
    layer.reason = reason(view, value)
    appendRaw(layer, output: output, others: Array(outputs.dropFirst()))
  }

  /// Why there is no layer of the language for a node.
  private func reason(_ view: NodeView, _ value: InferredValue) -> String {
    let type = VisibleText.escape(view.node.type).excerpt
    if value.isConstant { return "\(type) of constants, which is computed each time" }
    if let dims = value.dims, dims.first != batch { return "\(type) gives \(dims.text), with images not apart" }
    let shapes = view.all.filter { !$0.isConstant }.compactMap { $0.dims?.text }
    return "\(type) of \(shapes.joined(separator: " and "))"
  }

  /// Whether an operator gives each value from those at its place.
  private static func isElementwise(_ type: String) -> Bool {
    switch type {
    case "Add", "Sub", "Mul", "Div", "Pow", "Min", "Max", "Sqrt", "Exp", "Log", "Erf", "Abs", "Neg", "Reciprocal",
      "Clip", "Where", "Floor", "Ceil", "Round", "Sin", "Cos", "Sign", "Not", "Equal", "Less", "Greater":
      true
    default: false
    }
  }
}

extension NodeWork {
  /// Whether an operator only puts values into other places.
  static func isFree(_ type: String) -> Bool {
    switch type {
    case "Reshape", "Transpose", "Flatten", "Squeeze", "Unsqueeze", "Concat", "Split", "Slice", "Gather", "Expand",
      "Tile", "Pad", "GatherElements", "GatherND", "ScatterND", "Shape", "Size":
      true
    default: false
    }
  }
}
