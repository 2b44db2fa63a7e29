extension Graph {
  /// The same layers with inputs of other shapes, in their order; every shape is inferred anew.
  ///
  /// - Throws: where a layer cannot be applied any more.
  package func resized(to inputs: [Shape]) throws(ShapeError) -> Graph {
    var graph = self
    for (index, shape) in inputs.enumerated() {
      graph.layers[index] = layers[index].asInput(of: shape)
      graph.shapes[index] = shape
      if shape.elements.isTooLarge { throw .tooLarge(shape) }
    }
    for index in inputs.count..<layers.count {
      let shape = try layers[index].operation.shape(of: graph.operands(ofLayerAt: index))
      if shape.elements.isTooLarge { throw .tooLarge(shape) }
      graph.shapes[index] = shape
    }
    return graph
  }
}
