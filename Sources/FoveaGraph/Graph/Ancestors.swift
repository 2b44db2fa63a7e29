extension Graph {
  /// A layer and all that it depends on, in the order of the layers.
  ///
  /// - Parameters:
  ///   - end: the layer.
  ///   - countsSizes: whether a layer whose size another one takes counts as read by that.
  package func ancestors(of end: LayerID, countsSizes: Bool = false) -> [LayerID] {
    var isSeen = [Bool](repeating: false, count: end.position + 1)
    isSeen[end.position] = true
    for position in isSeen.indices.reversed() where isSeen[position] {
      for input in layers[position].inputs { isSeen[input.position] = true }
      if countsSizes, let reference = layers[position].reference, reference.position < position {
        isSeen[reference.position] = true
      }
    }
    return isSeen.indices.filter { isSeen[$0] }.map { LayerID($0) }
  }
}
