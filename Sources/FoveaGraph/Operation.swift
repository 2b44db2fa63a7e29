/// Every operator of the language, as one closed enumeration.
///
/// A new operator adds a case here, a case of `Kind`, and a line in each of the two switches.
public enum Operation: Hashable, Sendable {
  case input(Input)
  case conv(Conv)
  case convTranspose(ConvTranspose)
  case linear(Linear)
  case maxPool(MaxPool)
  case avgPool(AvgPool)
  case adaptiveAvgPool(AdaptiveAvgPool)
  case adaptiveMaxPool(AdaptiveMaxPool)
  case globalAvgPool(GlobalAvgPool)
  case globalMaxPool(GlobalMaxPool)
  case batchNorm(BatchNorm)
  case layerNorm(LayerNorm)
  case groupNorm(GroupNorm)
  case instanceNorm(InstanceNorm)
  case localResponseNorm(LocalResponseNorm)
  case relu(ReLU)
  case relu6(ReLU6)
  case leakyRelu(LeakyReLU)
  case prelu(PReLU)
  case elu(ELU)
  case gelu(GELU)
  case silu(SiLU)
  case hardswish(Hardswish)
  case hardsigmoid(Hardsigmoid)
  case sigmoid(Sigmoid)
  case tanh(Tanh)
  case softmax(Softmax)
  case dropout(Dropout)
  case stochasticDepth(StochasticDepth)
  case layerScale(LayerScale)
  case identity(Identity)
  case flatten(Flatten)
  case reshape(Reshape)
  case permute(Permute)
  case pad(Pad)
  case crop(Crop)
  case upsample(Upsample)
  case pixelShuffle(PixelShuffle)
  case pixelUnshuffle(PixelUnshuffle)
  case channelShuffle(ChannelShuffle)
  case sliceChannels(SliceChannels)
  case add(Add)
  case multiply(Multiply)
  case concat(Concat)
  case opaque(Opaque)

  /// The operator itself.
  public var base: any Operator {
    switch self {
    case .input(let base): base
    case .conv(let base): base
    case .convTranspose(let base): base
    case .linear(let base): base
    case .maxPool(let base): base
    case .avgPool(let base): base
    case .adaptiveAvgPool(let base): base
    case .adaptiveMaxPool(let base): base
    case .globalAvgPool(let base): base
    case .globalMaxPool(let base): base
    case .batchNorm(let base): base
    case .layerNorm(let base): base
    case .groupNorm(let base): base
    case .instanceNorm(let base): base
    case .localResponseNorm(let base): base
    case .relu(let base): base
    case .relu6(let base): base
    case .leakyRelu(let base): base
    case .prelu(let base): base
    case .elu(let base): base
    case .gelu(let base): base
    case .silu(let base): base
    case .hardswish(let base): base
    case .hardsigmoid(let base): base
    case .sigmoid(let base): base
    case .tanh(let base): base
    case .softmax(let base): base
    case .dropout(let base): base
    case .stochasticDepth(let base): base
    case .layerScale(let base): base
    case .identity(let base): base
    case .flatten(let base): base
    case .reshape(let base): base
    case .permute(let base): base
    case .pad(let base): base
    case .crop(let base): base
    case .upsample(let base): base
    case .pixelShuffle(let base): base
    case .pixelUnshuffle(let base): base
    case .channelShuffle(let base): base
    case .sliceChannels(let base): base
    case .add(let base): base
    case .multiply(let base): base
    case .concat(let base): base
    case .opaque(let base): base
    }
  }

  /// The operators that a description can name, in the order of the documentation.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case conv
    case convTranspose = "conv_transpose"
    case linear
    case maxPool = "max_pool"
    case avgPool = "avg_pool"
    case adaptiveAvgPool = "adaptive_avg_pool"
    case adaptiveMaxPool = "adaptive_max_pool"
    case globalAvgPool = "global_avg_pool"
    case globalMaxPool = "global_max_pool"
    case batchNorm = "batch_norm"
    case layerNorm = "layer_norm"
    case groupNorm = "group_norm"
    case instanceNorm = "instance_norm"
    case localResponseNorm = "local_response_norm"
    case relu
    case relu6
    case leakyRelu = "leaky_relu"
    case prelu
    case elu
    case gelu
    case silu
    case hardswish
    case hardsigmoid
    case sigmoid
    case tanh
    case softmax
    case dropout
    case stochasticDepth = "stochastic_depth"
    case layerScale = "layer_scale"
    case identity
    case flatten
    case reshape
    case permute
    case pad
    case crop
    case upsample
    case pixelShuffle = "pixel_shuffle"
    case pixelUnshuffle = "pixel_unshuffle"
    case channelShuffle = "channel_shuffle"
    case sliceChannels = "slice_channels"
    case add
    case multiply
    case concat
    case opaque

    /// The type that defines the operator.
    public var type: any Operator.Type {
      switch self {
      case .conv: Conv.self
      case .convTranspose: ConvTranspose.self
      case .linear: Linear.self
      case .maxPool: MaxPool.self
      case .avgPool: AvgPool.self
      case .adaptiveAvgPool: AdaptiveAvgPool.self
      case .adaptiveMaxPool: AdaptiveMaxPool.self
      case .globalAvgPool: GlobalAvgPool.self
      case .globalMaxPool: GlobalMaxPool.self
      case .batchNorm: BatchNorm.self
      case .layerNorm: LayerNorm.self
      case .groupNorm: GroupNorm.self
      case .instanceNorm: InstanceNorm.self
      case .localResponseNorm: LocalResponseNorm.self
      case .relu: ReLU.self
      case .relu6: ReLU6.self
      case .leakyRelu: LeakyReLU.self
      case .prelu: PReLU.self
      case .elu: ELU.self
      case .gelu: GELU.self
      case .silu: SiLU.self
      case .hardswish: Hardswish.self
      case .hardsigmoid: Hardsigmoid.self
      case .sigmoid: Sigmoid.self
      case .tanh: Tanh.self
      case .softmax: Softmax.self
      case .dropout: Dropout.self
      case .stochasticDepth: StochasticDepth.self
      case .layerScale: LayerScale.self
      case .identity: Identity.self
      case .flatten: Flatten.self
      case .reshape: Reshape.self
      case .permute: Permute.self
      case .pad: Pad.self
      case .crop: Crop.self
      case .upsample: Upsample.self
      case .pixelShuffle: PixelShuffle.self
      case .pixelUnshuffle: PixelUnshuffle.self
      case .channelShuffle: ChannelShuffle.self
      case .sliceChannels: SliceChannels.self
      case .add: Add.self
      case .multiply: Multiply.self
      case .concat: Concat.self
      case .opaque: Opaque.self
      }
    }
  }
}
