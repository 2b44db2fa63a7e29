extension Cost {
  /// The cost of a normalisation with one scale and shift for each channel: batch and instance normalisation.
  ///
  /// The running mean and variance are two numbers a channel; the counter of batches is one more.
  static func normalization(of shape: Shape, affine: Bool, track: Bool) -> Cost {
    let channels = Figure(shape.channels)
    var cost = normalization(
      of: shape, parameters: affine ? 2 * channels : 0, isFolded: track)
    if track { cost.buffers = 2 * channels + 1 }
    return cost
  }

  /// The cost of a normalisation with some trained numbers.
  ///
  /// With stored statistics scale and shift remain, two operations a value. Else the mean takes one a value, the
  /// variance three (subtract, square, add), and the normalisation three (subtract, divide, and its share of the root).
  static func normalization(of shape: Shape, parameters: Figure, isFolded: Bool = false) -> Cost {
    let perValue = isFolded ? 2 : parameters == 0 ? 7 : 9
    var cost = Cost(operations: perValue, perValueOf: shape, saved: .inputs)
    cost.parameters = parameters
    return cost
  }
}
