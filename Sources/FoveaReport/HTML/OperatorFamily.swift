import FoveaGraph

/// What kind of work an operator does: the colour of its box.
enum OperatorFamily: String, CaseIterable {
  case input, convolution, linear, pooling, normalization, activation, join, resizing, arrangement, unknown

  init(_ operation: Operation) {
    switch operation {
    case .input: self = .input
    case .conv, .convTranspose: self = .convolution
    case .linear: self = .linear
    case .maxPool, .avgPool, .adaptiveAvgPool, .adaptiveMaxPool, .globalAvgPool, .globalMaxPool: self = .pooling
    case .batchNorm, .layerNorm, .groupNorm, .instanceNorm, .localResponseNorm, .layerScale: self = .normalization
    case .relu, .relu6, .leakyRelu, .prelu, .elu, .gelu, .silu, .hardswish, .hardsigmoid, .sigmoid, .tanh, .softmax:
      self = .activation
    case .add, .multiply, .concat: self = .join
    case .upsample, .pixelShuffle, .pixelUnshuffle: self = .resizing
    case .dropout, .stochasticDepth, .identity, .flatten, .reshape, .permute, .pad, .crop, .channelShuffle,
      .sliceChannels:
      self = .arrangement
    case .opaque: self = .unknown
    }
  }

  /// The class of its boxes.
  var style: String {
    switch self {
    case .input: "ki"
    case .convolution: "kc"
    case .linear: "kl"
    case .pooling: "kp"
    case .normalization: "kn"
    case .activation: "ka"
    case .join: "kj"
    case .resizing: "kr"
    case .arrangement: "ks"
    case .unknown: "ku"
    }
  }

  /// Its name in a legend.
  var name: String {
    switch self {
    case .input: "input"
    case .convolution: "convolution"
    case .linear: "linear"
    case .pooling: "pooling"
    case .normalization: "normalisation"
    case .activation: "activation"
    case .join: "join"
    case .resizing: "resizing"
    case .arrangement: "rearrangement"
    case .unknown: "unknown operator"
    }
  }
}
