/// Every operator of the language, as one closed enumeration.
///
/// A new operator adds a case here, a case of `Kind`, and a line in each of the two switches. All questions reach an
/// operator through them, without a box.
public enum Operation: Hashable, Sendable {
  case input(Input)
  case conv(Conv)
  case convTranspose(ConvTranspose)
  case linear(Linear)
  case attention(Attention)
  case classToken(ClassToken)
  case positionEmbedding(PositionEmbedding)
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
  case hardtanh(Hardtanh)
  case mish(Mish)
  case softplus(Softplus)
  case glu(GLU)
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
  case slice(Slice)
  case select(Select)
  case roll(Roll)
  case add(Add)
  case multiply(Multiply)
  case concat(Concat)
  case parameter(Parameter)
  case opaque(Opaque)

  /// Shows the operator itself to a visitor.
  func accept<V: OperatorVisitor>(_ visitor: V) throws(V.Failure) -> V.Result {
    switch self {
    case .input(let base): try visitor.visit(base)
    case .conv(let base): try visitor.visit(base)
    case .convTranspose(let base): try visitor.visit(base)
    case .linear(let base): try visitor.visit(base)
    case .attention(let base): try visitor.visit(base)
    case .classToken(let base): try visitor.visit(base)
    case .positionEmbedding(let base): try visitor.visit(base)
    case .maxPool(let base): try visitor.visit(base)
    case .avgPool(let base): try visitor.visit(base)
    case .adaptiveAvgPool(let base): try visitor.visit(base)
    case .adaptiveMaxPool(let base): try visitor.visit(base)
    case .globalAvgPool(let base): try visitor.visit(base)
    case .globalMaxPool(let base): try visitor.visit(base)
    case .batchNorm(let base): try visitor.visit(base)
    case .layerNorm(let base): try visitor.visit(base)
    case .groupNorm(let base): try visitor.visit(base)
    case .instanceNorm(let base): try visitor.visit(base)
    case .localResponseNorm(let base): try visitor.visit(base)
    case .relu(let base): try visitor.visit(base)
    case .relu6(let base): try visitor.visit(base)
    case .leakyRelu(let base): try visitor.visit(base)
    case .prelu(let base): try visitor.visit(base)
    case .elu(let base): try visitor.visit(base)
    case .gelu(let base): try visitor.visit(base)
    case .silu(let base): try visitor.visit(base)
    case .hardswish(let base): try visitor.visit(base)
    case .hardsigmoid(let base): try visitor.visit(base)
    case .sigmoid(let base): try visitor.visit(base)
    case .tanh(let base): try visitor.visit(base)
    case .hardtanh(let base): try visitor.visit(base)
    case .mish(let base): try visitor.visit(base)
    case .softplus(let base): try visitor.visit(base)
    case .glu(let base): try visitor.visit(base)
    case .softmax(let base): try visitor.visit(base)
    case .dropout(let base): try visitor.visit(base)
    case .stochasticDepth(let base): try visitor.visit(base)
    case .layerScale(let base): try visitor.visit(base)
    case .identity(let base): try visitor.visit(base)
    case .flatten(let base): try visitor.visit(base)
    case .reshape(let base): try visitor.visit(base)
    case .permute(let base): try visitor.visit(base)
    case .pad(let base): try visitor.visit(base)
    case .crop(let base): try visitor.visit(base)
    case .upsample(let base): try visitor.visit(base)
    case .pixelShuffle(let base): try visitor.visit(base)
    case .pixelUnshuffle(let base): try visitor.visit(base)
    case .channelShuffle(let base): try visitor.visit(base)
    case .sliceChannels(let base): try visitor.visit(base)
    case .slice(let base): try visitor.visit(base)
    case .select(let base): try visitor.visit(base)
    case .roll(let base): try visitor.visit(base)
    case .add(let base): try visitor.visit(base)
    case .multiply(let base): try visitor.visit(base)
    case .concat(let base): try visitor.visit(base)
    case .parameter(let base): try visitor.visit(base)
    case .opaque(let base): try visitor.visit(base)
    }
  }

  /// The operators that a description can name, in the order of the documentation.
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    case conv
    case convTranspose
    case linear
    case attention
    case classToken
    case positionEmbedding
    case maxPool
    case avgPool
    case adaptiveAvgPool
    case adaptiveMaxPool
    case globalAvgPool
    case globalMaxPool
    case batchNorm
    case layerNorm
    case groupNorm
    case instanceNorm
    case localResponseNorm
    case relu
    case relu6
    case leakyRelu
    case prelu
    case elu
    case gelu
    case silu
    case hardswish
    case hardsigmoid
    case sigmoid
    case tanh
    case hardtanh
    case mish
    case softplus
    case glu
    case softmax
    case dropout
    case stochasticDepth
    case layerScale
    case identity
    case flatten
    case reshape
    case permute
    case pad
    case crop
    case upsample
    case pixelShuffle
    case pixelUnshuffle
    case channelShuffle
    case sliceChannels
    case slice
    case select
    case roll
    case add
    case multiply
    case concat
    case parameter
    case opaque

    /// Shows the type that defines the operator to a visitor.
    func accept<V: OperatorTypeVisitor>(_ visitor: V) throws(V.Failure) -> V.Result {
      switch self {
      case .conv: try visitor.visit(Conv.self)
      case .convTranspose: try visitor.visit(ConvTranspose.self)
      case .linear: try visitor.visit(Linear.self)
      case .attention: try visitor.visit(Attention.self)
      case .classToken: try visitor.visit(ClassToken.self)
      case .positionEmbedding: try visitor.visit(PositionEmbedding.self)
      case .maxPool: try visitor.visit(MaxPool.self)
      case .avgPool: try visitor.visit(AvgPool.self)
      case .adaptiveAvgPool: try visitor.visit(AdaptiveAvgPool.self)
      case .adaptiveMaxPool: try visitor.visit(AdaptiveMaxPool.self)
      case .globalAvgPool: try visitor.visit(GlobalAvgPool.self)
      case .globalMaxPool: try visitor.visit(GlobalMaxPool.self)
      case .batchNorm: try visitor.visit(BatchNorm.self)
      case .layerNorm: try visitor.visit(LayerNorm.self)
      case .groupNorm: try visitor.visit(GroupNorm.self)
      case .instanceNorm: try visitor.visit(InstanceNorm.self)
      case .localResponseNorm: try visitor.visit(LocalResponseNorm.self)
      case .relu: try visitor.visit(ReLU.self)
      case .relu6: try visitor.visit(ReLU6.self)
      case .leakyRelu: try visitor.visit(LeakyReLU.self)
      case .prelu: try visitor.visit(PReLU.self)
      case .elu: try visitor.visit(ELU.self)
      case .gelu: try visitor.visit(GELU.self)
      case .silu: try visitor.visit(SiLU.self)
      case .hardswish: try visitor.visit(Hardswish.self)
      case .hardsigmoid: try visitor.visit(Hardsigmoid.self)
      case .sigmoid: try visitor.visit(Sigmoid.self)
      case .tanh: try visitor.visit(Tanh.self)
      case .hardtanh: try visitor.visit(Hardtanh.self)
      case .mish: try visitor.visit(Mish.self)
      case .softplus: try visitor.visit(Softplus.self)
      case .glu: try visitor.visit(GLU.self)
      case .softmax: try visitor.visit(Softmax.self)
      case .dropout: try visitor.visit(Dropout.self)
      case .stochasticDepth: try visitor.visit(StochasticDepth.self)
      case .layerScale: try visitor.visit(LayerScale.self)
      case .identity: try visitor.visit(Identity.self)
      case .flatten: try visitor.visit(Flatten.self)
      case .reshape: try visitor.visit(Reshape.self)
      case .permute: try visitor.visit(Permute.self)
      case .pad: try visitor.visit(Pad.self)
      case .crop: try visitor.visit(Crop.self)
      case .upsample: try visitor.visit(Upsample.self)
      case .pixelShuffle: try visitor.visit(PixelShuffle.self)
      case .pixelUnshuffle: try visitor.visit(PixelUnshuffle.self)
      case .channelShuffle: try visitor.visit(ChannelShuffle.self)
      case .sliceChannels: try visitor.visit(SliceChannels.self)
      case .slice: try visitor.visit(Slice.self)
      case .select: try visitor.visit(Select.self)
      case .roll: try visitor.visit(Roll.self)
      case .add: try visitor.visit(Add.self)
      case .multiply: try visitor.visit(Multiply.self)
      case .concat: try visitor.visit(Concat.self)
      case .parameter: try visitor.visit(Parameter.self)
      case .opaque: try visitor.visit(Opaque.self)
      }
    }
  }
}
