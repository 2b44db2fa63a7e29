import FoveaGraph
import FoveaNumerics

extension PreparedLayer {
  /// The output of a layer without packed weights; `tensors` are all inputs, of which `x` is the first.
  func apply(to x: Tensor<Element>, _ tensors: [Tensor<Element>]) throws(NumericsError) -> Tensor<Element> {
    let shape = inputs.first ?? output
    switch operation {
    case .input, .identity, .dropout, .stochasticDepth: return x
    case .conv, .convTranspose, .parameter, .opaque: throw .attribute("nothing was prepared for it")
    case .linear:
      let projections = Projections(arrays: arrays, isReference: isReference)
      if shape.rank == 0 || shape.layout == .channelsLast { return try projections.projected(x) }
      return try projections.projected(x.tokens(of: shape)).map(of: output, batch: x.shape[0])
    case .attention(let attention): return try attended(x, by: attention)
    case .classToken:
      guard let token = arrays["class_token"] else { throw .attribute("it has no token") }
      let image = try token.permuted([1, 0]).reshaped([1, token.shape[1], token.shape[0]])
      let tokens = try Tensor.concatenating(Array(repeating: image, count: x.shape[0]), axis: 0)
      return shape.layout == .channelsFirst
        ? try .concatenating([tokens, x], axis: 2) : try .concatenating([tokens.permuted([0, 2, 1]), x], axis: 1)
    case .positionEmbedding:
      guard let embedding = arrays["pos_embedding"] else { throw .attribute("it has no embedding") }
      return try x + embedding.reshaped([1] + embedding.shape)
    case .maxPool(let pool): return try pooling(pool)(x)
    case .avgPool(let pool):
      return try AveragePooling(
        kernel: pool.window.kernel.values(rank: shape.rank), stride: pool.window.strides(on: shape),
        padding: pool.window.paddings(on: shape), ceiling: pool.ceil, countsPadding: pool.countsPadding)(x)
    case .adaptiveAvgPool(let pool):
      return try FoveaNumerics.AdaptivePooling(.average, size: pool.size.values(rank: shape.rank))(x)
    case .adaptiveMaxPool(let pool):
      return try FoveaNumerics.AdaptivePooling(.maximum, size: pool.size.values(rank: shape.rank))(x)
    case .globalAvgPool: return try GlobalPooling(.average)(x)
    case .globalMaxPool: return try GlobalPooling(.maximum)(x)
    case .batchNorm(let norm): return try normalized(x, by: norm)
    case .instanceNorm(let norm): return try normalized(x, by: norm)
    case .layerNorm(let norm): return try normalized(x, by: norm, channelAxis: shape.batchedChannelAxis)
    case .groupNorm(let norm):
      return try GroupNormalization(groups: norm.groups, epsilon: norm.epsilon)(
        x, scale: arrays["weight"], shift: arrays["bias"])
    case .localResponseNorm(let norm):
      return try LocalResponseNormalization(
        size: norm.size, alpha: norm.alpha, beta: norm.beta, k: norm.constant)(x)
    case .relu: return Activation.relu(x)
    case .relu6: return Activation.relu6(x)
    case .leakyRelu(let leaky): return Activation.leakyRelu(slope: leaky.slope)(x)
    case .elu(let elu): return Activation.elu(alpha: elu.alpha)(x)
    case .gelu(let gelu):
      switch gelu.approximate {
      case .none: return Activation.gelu(x)
      case .tanh: return Activation.geluTanh(x)
      }
    case .silu: return Activation.silu(x)
    case .hardswish: return Activation.hardswish(x)
    case .hardsigmoid: return Activation.hardsigmoid(x)
    case .sigmoid: return Activation.sigmoid(x)
    case .tanh: return Activation.tanh(x)
    case .hardtanh(let bounds): return Activation.hardtanh(least: bounds.least, greatest: bounds.greatest)(x)
    case .mish: return Activation.mish(x)
    case .softplus(let softplus):
      return Activation.softplus(beta: softplus.beta, threshold: softplus.threshold)(x)
    case .glu:
      let (axis, half) = (shape.batchedChannelAxis, x.shape[shape.batchedChannelAxis] / 2)
      let gate = Activation.sigmoid(try x.slicing(half..<2 * half, axis: axis))
      return try x.slicing(0..<half, axis: axis) * gate
    case .prelu:
      guard let slope = arrays["weight"] else { throw .attribute("it has no slope") }
      return try FoveaNumerics.PReLU()(x, slope: slope)
    case .softmax: return try FoveaNumerics.Softmax(axis: shape.batchedChannelAxis)(x)
    case .layerScale:
      guard let factors = arrays["weight"] else { throw .attribute("it has no factors") }
      var sizes = Array(repeating: 1, count: x.rank)
      sizes[shape.batchedChannelAxis] = factors.count
      return try x * factors.reshaped(sizes)
    case .flatten, .reshape: return try x.reshaped(output.sizes(batch: x.shape[0]))
    case .permute(let permute): return try x.permuted([0] + permute.order.map { $0 + 1 })
    case .pad(let pad): return try padded(x, by: pad)
    case .crop(let crop): return try cropped(x, by: crop)
    case .upsample(let upsample):
      let size = Array(output.sizes(batch: 1).dropFirst(2))
      switch upsample.mode {
      case .nearest: return try FoveaNumerics.Upsample(size: size)(x)
      case .bilinear:
        return try FoveaNumerics.Upsample(size: size, mode: .linear(alignCorners: upsample.alignCorners))(x)
      }
    case .pixelShuffle(let shuffle): return try x.pixelShuffled(shuffle.factor)
    case .pixelUnshuffle(let shuffle): return try x.pixelUnshuffled(shuffle.factor)
    case .channelShuffle(let shuffle): return try x.channelShuffled(groups: shuffle.groups)
    case .sliceChannels(let slice):
      let range = slice.start..<slice.start + slice.count
      switch shape.layout {
      case .channelsFirst: return try x.slicingChannels(range)
      case .channelsLast: return try x.channelsMoved { map throws(NumericsError) in try map.slicingChannels(range) }
      }
    case .slice(let slice):
      let axis = try position(of: slice.axis, in: shape)
      return try x.selecting(
        Array(stride(from: slice.start, to: slice.end ?? x.shape[axis], by: slice.step)), axis: axis)
    case .select(let select):
      return try x.slicing(select.index..<select.index + 1, axis: position(of: select.axis, in: shape))
        .reshaped(output.sizes(batch: x.shape[0]))
    case .roll(let roll):
      let axis = try position(of: roll.axis, in: shape)
      let rows = x.shape[axis]
      return try x.selecting((0..<rows).map { (($0 - roll.rows) % rows + rows) % rows }, axis: axis)
    case .add: return try joined(tensors) { left, right throws(NumericsError) in try left + right }
    case .multiply: return try joined(tensors) { left, right throws(NumericsError) in try left * right }
    case .concat(let concat):
      return try Tensor.concatenating(tensors, axis: position(of: concat.axis, in: shape))
    }
  }

  /// The axis with a name in a tensor with a batch.
  private func position(of axis: AxisName, in shape: Shape) throws(NumericsError) -> Int {
    guard let axis = shape.position(of: axis.role) else { throw .attribute("there is no such axis") }
    return axis + 1
  }

  func pooling(_ pool: MaxPool) -> MaxPooling {
    let (window, shape) = (pool.window, inputs.first ?? output)
    return MaxPooling(
      kernel: window.kernel.values(rank: shape.rank), stride: window.strides(on: shape),
      dilation: window.dilation.values(rank: shape.rank), padding: window.paddings(on: shape), ceiling: pool.ceil)
  }

  private func joined(
    _ tensors: [Tensor<Element>],
    _ join: (Tensor<Element>, Tensor<Element>) throws(NumericsError) -> Tensor<Element>
  ) throws(NumericsError) -> Tensor<Element> {
    guard var result = tensors.first else { throw .shape("there is nothing to join") }
    for tensor in tensors.dropFirst() { result = try join(result, tensor) }
    return result
  }
}
