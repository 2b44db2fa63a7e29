/// The ways to write one convolution as several.
package enum RewriteForm: String, Hashable, Sendable, CaseIterable {
  /// Layers of three taps, the stride on the last: `k = 2·L + 1`.
  case stack
  /// Layers of three taps, the stride on early layers: 7x7/2 is 3x3/2, then 3x3.
  case strided
  /// 1×k, then k×1.
  case separable
  /// Filters of its own for each input channel, then 1×1.
  case depthwise
  /// 1×1 to few channels, then k×k.
  case bottleneck
  /// Copies of the input at a few shifts, then one dense layer: the same weights, bit by bit.
  case shift
  /// Random layers, then one that solves linear equations: exact up to rounding.
  case linear
  /// A search for an exact stack of the least widths that the dimensions allow.
  case minimal

  /// Whether the weights of the layer decide what its layers are.
  package var needsWeights: Bool {
    switch self {
    case .stack, .strided, .separable, .depthwise, .bottleneck: false
    case .shift, .linear, .minimal: true
    }
  }
}

/// Where the padding of a rewritten layer goes.
package enum RewritePadding: String, Hashable, Sendable, CaseIterable {
  /// All of it in front, so that the borders are computed as before.
  case front
  /// Half a kernel in each layer, where that adds up to the padding of the layer that is replaced.
  case layers
}
