import FoveaGraph

/// A short network for the page of each operator; the last layer of its kind is the one that is shown.
enum OperatorExamples {
  static func description(of kind: Operation.Kind) -> String {
    let (input, layers) = example(of: kind)
    return "fovea: 1\ninput: \(input)\nlayers:\n" + layers.split(separator: "\n").map { "  \($0)\n" }.joined()
  }

  private static func example(of kind: Operation.Kind) -> (input: String, layers: String) {
    switch kind {
    case .conv: ("3x224x224", "- conv: {out: 64, kernel: 7, stride: 2, padding: half, bias: false}")
    case .convTranspose: ("64x28x28", "- conv_transpose: {out: 32, kernel: 2, stride: 2}")
    case .linear: ("512x7x7", "- global_avg_pool\n- flatten\n- linear: {out: 1000}")
    case .attention: ("96x56x56", "- attention: {heads: 3, window: 7, shift: 3, relative_bias: table}")
    case .classToken: ("768x14x14", "- flatten: {axes: spatial}\n- class_token")
    case .positionEmbedding: ("768x14x14", "- flatten: {axes: spatial}\n- class_token\n- position_embedding")
    case .maxPool: ("64x112x112", "- max_pool: {kernel: 3, stride: 2, padding: 1}")
    case .avgPool: ("64x56x56", "- avg_pool: {kernel: 2}")
    case .adaptiveAvgPool: ("256x13x13", "- adaptive_avg_pool: {size: 6}")
    case .adaptiveMaxPool: ("256x13x13", "- adaptive_max_pool: {size: [1, 13]}")
    case .globalAvgPool: ("512x7x7", "- global_avg_pool")
    case .globalMaxPool: ("512x7x7", "- global_max_pool")
    case .batchNorm: ("64x56x56", "- batch_norm: {momentum: 0.01}")
    case .layerNorm: ("96x56x56", "- layer_norm: {eps: 1e-6}")
    case .groupNorm: ("64x56x56", "- group_norm: {groups: 32}")
    case .instanceNorm: ("64x56x56", "- instance_norm: {affine: true}")
    case .localResponseNorm: ("96x55x55", "- local_response_norm: {size: 5, k: 2}")
    case .relu, .relu6, .silu, .hardswish, .hardsigmoid, .sigmoid, .tanh, .mish: ("64x56x56", "- \(kind.type.name)")
    case .hardtanh: ("64x56x56", "- hardtanh: {min: 0, max: 6}")
    case .softplus: ("64x56x56", "- softplus: {beta: 2}")
    case .glu: ("64x56x56", "- glu")
    case .leakyRelu: ("64x56x56", "- leaky_relu: {slope: 0.1}")
    case .prelu: ("64x56x56", "- prelu: {per_channel: true}")
    case .elu: ("64x56x56", "- elu: {alpha: 1.5}")
    case .gelu: ("64x56x56", "- gelu: {approximate: tanh}")
    case .softmax: ("1000", "- softmax")
    case .dropout: ("4096", "- dropout: {p: 0.2}")
    case .stochasticDepth: ("64x56x56", "- stochastic_depth: {p: 0.1}")
    case .layerScale: ("96x56x56", "- layer_scale: {init: 1e-5}")
    case .identity: ("64x56x56", "- identity")
    case .flatten: ("512x7x7", "- flatten")
    case .reshape: ("64x56x56", "- reshape: {shape: [64, -1]}")
    case .permute: ("96x56x56", "- permute: {order: [1, 2, 0]}")
    case .pad: ("3x224x224", "- pad: {padding: [[3, 2], [3, 2]], mode: reflect}")
    case .crop: ("64x568x568", "- crop: {margin: 88}")
    case .upsample: ("64x28x28", "- upsample: {scale: 2, mode: bilinear}")
    case .pixelShuffle: ("64x28x28", "- pixel_shuffle: {factor: 2}")
    case .pixelUnshuffle: ("16x56x56", "- pixel_unshuffle: {factor: 2}")
    case .channelShuffle: ("116x28x28", "- channel_shuffle: {groups: 2}")
    case .sliceChannels: ("116x28x28", "- slice_channels: {start: 58, count: 58}")
    case .slice: ("96x56x56", "- slice: {axis: height, start: 1, step: 2}")
    case .select: ("768x197", "- select: {index: 0}")
    case .roll: ("96x56x56", "- roll: {axis: height, by: -3}")
    case .add:
      (
        "64x56x56",
        """
        - add:
            main:
              - conv: {out: 64, kernel: 3, padding: 1}
              - relu
              - conv: {out: 64, kernel: 3, padding: 1}
            shortcut: []
        """
      )
    case .multiply:
      (
        "64x56x56",
        """
        - multiply:
            features: []
            gate:
              - global_avg_pool
              - conv: {out: 4, kernel: 1}
              - relu
              - conv: {out: 64, kernel: 1}
              - sigmoid
        """
      )
    case .concat:
      (
        "64x56x56",
        """
        - concat:
            kept: []
            new:
              - conv: {out: 32, kernel: 3, padding: 1}
              - relu
        """
      )
    case .parameter:
      (
        "768x14x14",
        """
        - add:
            patches: []
            positions:
              - parameter: {shape: [768, 14, 14]}
        """
      )
    case .opaque:
      (
        "256x28x28",
        """
        - opaque:
            shape: [256, 28, 28]
            parameters: 590336
            macs: 462422016
            operations: unknown
            receptive_field: {size: 3, padding: 1}
        """
      )
    }
  }
}
