/// Shape inference: one layer after the other, from the shapes before it.
extension Graph {
  /// The shapes of the layers where the inputs, which come first, have others.
  ///
  /// - Parameter remains: what stands for the output of a layer that cannot be applied; it may throw the error instead.
  package func shapes<Failure: Error>(
    from inputs: [Shape], onError remains: (LayerID, ShapeError, Operands) throws(Failure) -> Shape
  ) throws(Failure) -> [Shape] {
    var shapes = inputs
    shapes.reserveCapacity(layers.count)
    for position in inputs.count..<layers.count {
      try shapes.append(shapeOf: layers[position]) { error, operands throws(Failure) in
        try remains(LayerID(position), error, operands)
      }
    }
    return shapes
  }

  /// The same layers with inputs of other shapes, in their order.
  ///
  /// - Throws: where a layer cannot be applied any more.
  package func resized(to inputs: [Shape]) throws(ShapeError) -> Graph {
    if let large = inputs.first(where: \.elements.isTooLarge) { throw .tooLarge(large) }
    var graph = self
    graph.shapes = try shapes(from: inputs) { _, error, _ throws(ShapeError) in throw error }
    for (index, shape) in inputs.enumerated() { graph.layers[index] = layers[index].asInput(of: shape) }
    return graph
  }
}

extension [Shape] {
  /// Infers the shape of the next layer from those before it.
  ///
  /// - Parameter remains: what stands for its output where it cannot be applied; it may throw the error instead.
  /// - Returns: why it cannot be applied.
  @discardableResult
  mutating func append<Failure: Error>(
    shapeOf layer: borrowing Layer, onError remains: (ShapeError, Operands) throws(Failure) -> Shape
  ) throws(Failure) -> ShapeError? {
    let operands = operands(layer.inputs, reference: layer.reference)
    do throws(ShapeError) {
      let shape = try layer.operation.shape(of: operands)
      if shape.elements.isTooLarge { throw .tooLarge(shape) }
      append(shape)
      return nil
    } catch {
      append(try remains(error, operands))
      return error
    }
  }

  /// The shapes that enter a layer.
  func operands(_ inputs: LayerInputs, reference: LayerID?) -> Operands {
    let reference = reference.map { self[$0.position] }
    guard let first = inputs.first else {
      return Operands(Shape(channels: .unknown), reference: reference)
    }
    let others = inputs.count == 1 ? [] : inputs.dropFirst().map { self[$0.position] }
    return Operands(self[first.position], others: others, reference: reference)
  }
}

extension ShapeError {
  fileprivate static func tooLarge(_ shape: Shape) -> ShapeError {
    ShapeError(
      rule: "too-large", "the output \(shape) has more values than 64 bits can count",
      help: "look for a size or a number of channels that is too large", remains: shape.erased)
  }
}
