import FoveaGraph

/// One array that a layer stores: its name, as PyTorch has it, its shape, and what it holds before training.
struct LayerArray: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    /// Factors of a sum of `terms` products.
    case kernel(terms: Int)
    /// Numbers that are added.
    case shift
    /// Factors of single values.
    case scale(Double)
    /// Running means.
    case mean
    /// Running variances, to which `epsilon` is added.
    case variance(epsilon: Double)
  }

  let name: String
  let shape: [Int]
  let content: Content
}

extension LayerArray {
  /// The arrays of a layer. An extent that is not known counts as 0.
  static func arrays(of operation: Operation, reading input: Shape, giving output: Shape) -> [LayerArray] {
    let channels = input.channels.value ?? 0
    switch operation {
    case .conv(let conv):
      let depth = channels / conv.groups
      let kernel = conv.window.kernel.values(rank: output.rank)
      return weighted(
        [conv.out, depth] + kernel, terms: depth * kernel.reduce(1, *), bias: conv.bias ? conv.out : nil)
    case .convTranspose(let conv):
      let kernel = conv.window.kernel.values(rank: output.rank)
      // So many input values, on average, enter one output value.
      let strides = (0..<output.rank).reduce(1) { $0 * conv.window.stride($1) }
      return weighted(
        [channels, conv.out / conv.groups] + kernel,
        terms: max(1, channels / conv.groups * kernel.reduce(1, *) / strides), bias: conv.bias ? conv.out : nil)
    case .linear(let linear):
      return weighted([linear.out, channels], terms: channels, bias: linear.bias ? linear.out : nil)
    case .batchNorm(let norm):
      return affine(norm.affine, [channels]) + statistics(norm.track, channels, epsilon: norm.epsilon)
    case .instanceNorm(let norm):
      return affine(norm.affine, [channels]) + statistics(norm.track, channels, epsilon: norm.epsilon)
    case .groupNorm(let norm): return affine(norm.affine, [channels])
    case .layerNorm(let norm):
      let entries =
        switch norm.over {
        case .channels: [channels]
        case .all: input.extents.map { $0.value ?? 0 }
        }
      return affine(norm.affine, entries, bias: norm.bias)
    case .prelu(let prelu):
      // The slope that PyTorch begins with.
      return [LayerArray(name: "weight", shape: [prelu.perChannel ? channels : 1], content: .scale(0.25))]
    case .layerScale(let scale):
      return [LayerArray(name: "weight", shape: [channels], content: .scale(scale.initial))]
    case .input, .maxPool, .avgPool, .adaptiveAvgPool, .adaptiveMaxPool, .globalAvgPool, .globalMaxPool,
      .localResponseNorm, .relu, .relu6, .leakyRelu, .elu, .gelu, .silu, .hardswish, .hardsigmoid, .sigmoid, .tanh,
      .softmax, .dropout, .stochasticDepth, .identity, .flatten, .reshape, .permute, .pad, .crop, .upsample,
      .pixelShuffle, .pixelUnshuffle, .channelShuffle, .sliceChannels, .add, .multiply, .concat, .opaque:
      return []
    }
  }

  private static func weighted(_ shape: [Int], terms: Int, bias: Int?) -> [LayerArray] {
    [LayerArray(name: "weight", shape: shape, content: .kernel(terms: terms))]
      + (bias.map { [LayerArray(name: "bias", shape: [$0], content: .shift)] } ?? [])
  }

  private static func affine(_ isAffine: Bool, _ shape: [Int], bias: Bool = true) -> [LayerArray] {
    guard isAffine else { return [] }
    let scale = LayerArray(name: "weight", shape: shape, content: .scale(1))
    return bias ? [scale, LayerArray(name: "bias", shape: shape, content: .shift)] : [scale]
  }

  private static func statistics(_ isTracked: Bool, _ channels: Int, epsilon: Double) -> [LayerArray] {
    guard isTracked else { return [] }
    return [
      LayerArray(name: "running_mean", shape: [channels], content: .mean),
      LayerArray(name: "running_var", shape: [channels], content: .variance(epsilon: epsilon)),
    ]
  }
}

extension Graph {
  /// The arrays of a layer that has weights of its own; none for one that uses another's.
  func arrays(of id: LayerID) -> [LayerArray] {
    guard self[id].weights == nil else { return [] }
    return LayerArray.arrays(of: self[id].operation, reading: operands(of: self[id]).first, giving: shape(of: id))
  }
}
