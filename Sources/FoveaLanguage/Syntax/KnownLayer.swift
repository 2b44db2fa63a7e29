import FoveaText

/// A layer that people know by a name which is no operator.
enum KnownLayer {
  /// An operator has another name here.
  case called(String)
  /// There is no such operator, and something can be done instead.
  case missing(instead: String)

  /// Nil for a name that is not known.
  init?(_ name: String) {
    let plain = name.excerpt.lowercased().filter { $0 != "_" && $0 != "-" }
    let isOfAxes = plain.hasSuffix("d") && plain.dropLast().last.map { "123".contains($0) } == true
    for form in isOfAxes ? [plain, String(plain.dropLast(2))] : [plain] {
      if let name = Self.names[form] {
        self = .called(name)
        return
      }
      if let instead = Self.missing[form] {
        self = .missing(instead: instead)
        return
      }
    }
    return nil
  }

  /// The operator, if there is one.
  var name: String? {
    switch self {
    case .called(let name): name
    case .missing: nil
    }
  }

  /// What is said about the name.
  var advice: String {
    switch self {
    case .called(let name): "it is called `\(name)` here"
    case .missing(let instead): instead
    }
  }

  /// What an operator is called here, by its name in other libraries, in lower case without `_`, `1d`, `2d` and `3d`.
  private static let names: [String: String] = [
    "conv": "conv", "convolution": "conv", "convtranspose": "conv_transpose", "deconv": "conv_transpose",
    "deconvolution": "conv_transpose", "bn": "batch_norm", "batchnorm": "batch_norm",
    "batchnormalization": "batch_norm",
    "layernorm": "layer_norm", "groupnorm": "group_norm", "instancenorm": "instance_norm",
    "lrn": "local_response_norm", "maxpool": "max_pool", "maxpooling": "max_pool", "avgpool": "avg_pool",
    "averagepool": "avg_pool", "averagepooling": "avg_pool", "gap": "global_avg_pool",
    "globalaveragepool": "global_avg_pool", "globalaveragepooling": "global_avg_pool",
    "globalmaxpooling": "global_max_pool", "adaptiveavgpool": "adaptive_avg_pool",
    "adaptivemaxpool": "adaptive_max_pool",
    "dense": "linear", "fc": "linear", "fullyconnected": "linear", "gemm": "linear", "swish": "silu",
    "interpolate": "upsample", "resize": "upsample", "cat": "concat", "concatenate": "concat", "sum": "add",
    "mul": "multiply", "droppath": "stochastic_depth", "depthtospace": "pixel_shuffle",
    "spacetodepth": "pixel_unshuffle", "transpose": "permute", "view": "reshape", "zeropad": "pad",
    "zeropadding": "pad",
  ]

  /// What can be done where there is no such operator.
  private static let missing: [String: String] = {
    let recurrent = "a recurrent layer has no operator; `opaque` states its shape, its parameters and its macs"
    let regions =
      "regions are no part of a network's input here; `opaque` states the shape of one, and the head behind it can be "
      + "a description of its own"
    let places =
      "the places that it reads are computed, so that no window says them; `opaque` states its shape and costs with "
      + "`receptive_field: unknown`"
    let normalizedWeights = "it changes weights while they are trained, not the layer: write the layer alone"
    return [
      "lstm": recurrent, "gru": recurrent, "rnn": recurrent, "convlstm": recurrent, "convgru": recurrent,
      "roialign": regions, "roipool": regions, "roipooling": regions, "psroipool": regions,
      "nms": "boxes are chosen after the network; end the description with what it predicts",
      "nonmaxsuppression": "boxes are chosen after the network; end the description with what it predicts",
      "deformconv": places, "deformableconv": places, "gridsample": places, "spatialtransformer": places,
      "deformableattention": places, "weightnorm": normalizedWeights, "spectralnorm": normalizedWeights,
      "maxunpool":
        "`upsample: {scale: 2}` or `conv_transpose` make the map as large; where the maxima stood is known to "
        + "`max_pool` alone, and `opaque` states a layer that asks for it",
      "lpunpool": "`upsample: {scale: 2}` makes the map as large",
      "depthwiseconv": "it is `conv: {groups: in.channels}`",
      "depthwiseconvolution": "it is `conv: {groups: in.channels}`",
      "pointwiseconv": "it is `conv: {kernel: 1}`", "groupconv": "it is `conv` with `groups`",
      "dilatedconv": "it is `conv` with `dilation`", "atrousconv": "it is `conv` with `dilation`",
      "separableconv":
        "it is two layers: `conv: {kernel: 3, groups: in.channels, out: in.channels}` and `conv: {kernel: 1}`",
      "sequential": "a block has the layers, under `blocks:`, and its name is the layer",
      "residual": "it is `add: {main: [...], shortcut: []}`", "shortcut": "it is `add: {main: [...], shortcut: []}`",
      "embedding": "tokens are no input here; the input can have the embedded values, one channel for each feature",
      "maxout": "it has no operator; `opaque` states its shape and costs",
      "logsoftmax": "it is `softmax` for costs and fields; a loss belongs to the training",
      "crossentropy": "a loss belongs to the training; end the description with the logits",
      "crossentropyloss": "a loss belongs to the training; end the description with the logits",
      "dropblock": "it is `dropout` for shapes, costs and fields: it does nothing at inference",
      "einsum": "it has no operator; `opaque` states its shape and costs, or `linear` is the product that it computes",
      "matmul": "it has no operator of its own; `linear` multiplies by trained weights, and `opaque` states any other",
      "fft": "it has no operator; `opaque` states its shape and costs",
    ]
  }()
}
