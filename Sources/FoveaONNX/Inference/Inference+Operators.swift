/// The operators, and how what they give follows from what they read.
extension Inference {
  /// What is known of the outputs of a node; an operator that is not known gives nothing that is.
  static func infer(_ view: NodeView) throws(ONNXError) -> [InferredValue] {
    let domain = view.node.domain
    guard domain.isEmpty || domain == "com.microsoft" else { return [InferredValue(isConstant: view.isConstant)] }
    switch view.node.type {
    case "Constant": return [try constant(view)]
    case "Shape": return [try shape(view)]
    case "Size":
      return [InferredValue(.int64, [], .integers([view[0].dims?.reduce(1, *) ?? .unknown]), isConstant: true)]
    case "Cast", "CastLike": return [cast(view)]
    case "Clip": return [clip(view)]
    case "Where": return [try choice(view)]
    case "Add", "Sub", "Mul", "Div", "Mod", "Pow", "Min", "Max", "Sum", "Mean", "Equal", "Less", "Greater",
      "LessOrEqual", "GreaterOrEqual", "And", "Or", "Xor", "PRelu", "BitShift", "BiasGelu":
      return [try combination(view)]
    default: break
    }
    if let results = try arrangement(view) { return results }
    if let results = try computation(view) { return results }
    return keepsExtents.contains(view.node.type) ? [unary(view)] : [InferredValue(isConstant: view.isConstant)]
  }

  private static func arrangement(_ view: NodeView) throws(ONNXError) -> [InferredValue]? {
    switch view.node.type {
    case "Reshape": [try reshape(view)]
    case "Transpose": [try transpose(view)]
    case "Flatten": [try flatten(view)]
    case "Squeeze": [try squeeze(view)]
    case "Unsqueeze": [try unsqueeze(view)]
    case "Concat": [try concat(view)]
    case "Split": try split(view)
    case "Expand": [try expand(view)]
    case "Tile": [try tile(view)]
    case "Slice": [try slice(view)]
    case "Gather": [try gather(view)]
    case "GatherElements": [InferredValue(view[0].type, view[1].dims, isConstant: view.isConstant)]
    case "GatherND": [gatherND(view)]
    case "ScatterND": [scatterND(view)]
    case "Pad": [try pad(view)]
    case "ConstantOfShape": [try constantOfShape(view)]
    case "Range": [try range(view)]
    case "NonZero": [nonZero(view)]
    case "OneHot": [try oneHot(view)]
    case "NonMaxSuppression": [InferredValue(.int64, [.unknown, 3])]
    case "TopK": try topK(view)
    default: nil
    }
  }

  private static func computation(_ view: NodeView) throws(ONNXError) -> [InferredValue]? {
    switch view.node.type {
    case "Conv", "FusedConv", "ConvInteger": [try convolution(view)]
    case "QLinearConv": [try convolution(view, weight: 3)]
    case "ConvTranspose": [try transposedConvolution(view)]
    case "MaxPool", "AveragePool", "LpPool": try pooling(view)
    case "GlobalAveragePool", "GlobalMaxPool", "GlobalLpPool": [globalPooling(view)]
    case "Resize", "Upsample": [try resize(view)]
    case "DepthToSpace", "SpaceToDepth": [try depthToSpace(view)]
    case "Gemm", "FusedGemm": [try gemm(view)]
    case "MatMul", "FusedMatMul", "MatMulInteger": [try matmul(view)]
    case "Einsum": [try einsum(view)]
    case "LSTM", "GRU", "RNN": recurrent(view)
    case "ArgMax", "ArgMin": [try position(view)]
    // In training it gives its statistics, too.
    case "BatchNormalization": [unary(view)] + Array(repeating: InferredValue(view[3].type, view[3].dims), count: 4)
    default: view.node.type.hasPrefix("Reduce") ? [try reduction(view)] : nil
    }
  }

  /// The operators whose first output has the extents of their first input.
  private static let keepsExtents: Set = [
    "Identity", "Relu", "LeakyRelu", "ThresholdedRelu", "Elu", "Selu", "Celu", "Sigmoid", "Tanh", "HardSigmoid",
    "HardSwish", "Softplus", "Softsign", "Erf", "Gelu", "FastGelu", "QuickGelu", "Mish", "Swish", "Shrink", "Sin",
    "Cos",
    "Tan", "Asin", "Acos", "Atan", "Sinh", "Cosh", "Asinh", "Acosh", "Atanh", "Exp", "Log", "Sqrt", "Reciprocal", "Abs",
    "Neg", "Sign", "Floor", "Ceil", "Round", "Not", "IsNaN", "IsInf", "LayerNormalization",
    "InstanceNormalization", "GroupNormalization", "RMSNormalization", "SimplifiedLayerNormalization",
    "SkipLayerNormalization", "LRN", "LpNormalization", "MeanVarianceNormalization", "Softmax", "LogSoftmax",
    "Hardmax", "Dropout", "CumSum", "Trilu", "ScatterElements", "Scatter", "QuantizeLinear", "DequantizeLinear",
    "ReverseSequence", "EyeLike", "RandomNormalLike", "RandomUniformLike", "Bernoulli",
  ]
}
