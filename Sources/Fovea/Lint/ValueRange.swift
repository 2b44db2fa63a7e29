import FoveaGraph

/// Bounds of the values that a layer can give, as far as its operation and inputs tell.
struct ValueRange: Hashable {
  /// Whether no value is negative.
  var isNonNegative = false
  /// Whether no value is above 6.
  var isAtMostSix = false

  static let any = ValueRange()
  private static let unit = ValueRange(isNonNegative: true, isAtMostSix: true)

  /// The ranges of all layers of a network.
  static func all(_ graph: Graph) -> [ValueRange] {
    var ranges: [ValueRange] = []
    ranges.reserveCapacity(graph.layers.count)
    for layer in graph.layers { ranges.append(range(of: layer.operation, layer.inputs.map { ranges[$0.position] })) }
    return ranges
  }

  private static func range(of operation: Operation, _ inputs: [ValueRange]) -> ValueRange {
    let first = inputs.first ?? .any
    switch operation {
    case .relu: return ValueRange(isNonNegative: true, isAtMostSix: first.isAtMostSix)
    case .relu6, .sigmoid, .hardsigmoid, .softmax: return unit
    case .tanh: return ValueRange(isNonNegative: first.isNonNegative, isAtMostSix: true)
    case .leakyRelu, .elu, .gelu, .silu, .hardswish, .prelu:
      // None is above its argument where that is positive.
      return first.isNonNegative ? first : .any
    case .maxPool, .avgPool, .adaptiveAvgPool, .adaptiveMaxPool, .globalAvgPool, .globalMaxPool, .stochasticDepth,
      .identity,
      .flatten, .reshape, .permute, .pad, .crop, .upsample, .pixelShuffle, .pixelUnshuffle, .channelShuffle,
      .sliceChannels:
      return first
    case .dropout: return ValueRange(isNonNegative: first.isNonNegative)
    case .concat:
      return ValueRange(
        isNonNegative: inputs.allSatisfy(\.isNonNegative), isAtMostSix: inputs.allSatisfy(\.isAtMostSix))
    case .add, .multiply: return ValueRange(isNonNegative: inputs.allSatisfy(\.isNonNegative))
    case .input, .conv, .convTranspose, .linear, .batchNorm, .layerNorm, .groupNorm, .instanceNorm, .localResponseNorm,
      .layerScale, .opaque:
      return .any
    }
  }
}
