package import FoveaGraph

extension Layer {
  /// The window that slides over the input, of a convolution or pooling.
  package var slidingWindow: SlidingWindow? {
    switch operation {
    case .conv(let conv): conv.window
    case .maxPool(let pool): pool.window
    case .avgPool(let pool): pool.window
    case .input, .convTranspose, .linear, .adaptiveAvgPool, .adaptiveMaxPool, .globalAvgPool, .globalMaxPool,
      .batchNorm, .layerNorm, .groupNorm, .instanceNorm, .localResponseNorm, .relu, .relu6, .leakyRelu, .prelu, .elu,
      .gelu, .silu, .hardswish, .hardsigmoid, .sigmoid, .tanh, .softmax, .dropout, .stochasticDepth, .layerScale,
      .identity, .flatten, .reshape, .permute, .pad, .crop, .upsample, .pixelShuffle, .pixelUnshuffle,
      .channelShuffle, .sliceChannels, .add, .multiply, .concat, .opaque:
      nil
    }
  }

  /// Whether the layer works on each value, or each channel, at its own place, so that the map keeps its size.
  package var isElementwise: Bool {
    switch operation {
    case .batchNorm, .relu, .relu6, .leakyRelu, .prelu, .elu, .gelu, .silu, .hardswish, .hardsigmoid, .sigmoid, .tanh,
      .dropout, .stochasticDepth, .layerScale, .identity:
      true
    case .input, .conv, .convTranspose, .linear, .maxPool, .avgPool, .adaptiveAvgPool, .adaptiveMaxPool, .globalAvgPool,
      .globalMaxPool, .layerNorm, .groupNorm, .instanceNorm, .localResponseNorm, .softmax, .flatten, .reshape, .permute,
      .pad, .crop, .upsample, .pixelShuffle, .pixelUnshuffle, .channelShuffle, .sliceChannels, .add, .multiply,
      .concat, .opaque:
      false
    }
  }
}
