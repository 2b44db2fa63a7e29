import FoveaGraph
import FoveaText

/// The names of operators and blocks.
extension Reader {
  /// The operator or block that a key names.
  func head(_ key: NodeID) -> DocumentSyntax.Head? {
    if !hidesOperators {
      if let kind = OperatorSchema.kind(named: key, in: document) { return .operation(kind) }
      if blockIndices.isEmpty { return nil }
    }
    return head(named: document.text(of: key))
  }

  private func head(named name: String) -> DocumentSyntax.Head? {
    blockIndices[name].map { .block($0, name: name) } ?? Operation.Kind(name: name).map { .operation($0) }
  }

  /// Reports a name that no operator and no block has.
  ///
  /// - Returns: the one that is meant, if what is given fits it.
  mutating func unknownHead(_ key: NodeID, body: NodeID?) -> DocumentSyntax.Head {
    let name = document.text(of: key)
    if !document.isAbsent(key), hasUnreadableBlocks { return .unknown(name) }
    let isFull = diagnostics.count >= Self.findingLimit
    let meant = isFull ? nil : Spelling.nearest(to: name, among: OperatorSchema.names + blockNames)
    report(
      name.isEmpty ? "a layer is missing here" : "unknown operator or block `\(name.excerpt)`", at: key,
      help: meant.map { "did you mean `\($0)`?" }
        ?? (name.isEmpty ? "remove the `-`, or write a layer after it" : Self.advice(name)))
    guard let head = meant.flatMap(head(named:)) else { return .unknown(name) }
    return fits(body, head, key: key) ? head : .unknown(name)
  }

  private mutating func fits(_ body: NodeID?, _ head: DocumentSyntax.Head, key: NodeID) -> Bool {
    var given: [String] = []
    if let body, !document.isAbsent(body) {
      guard document.kind(of: body) == .mapping else { return false }
      given = document.entries(of: body).map { document.text(of: $0.key) }
    }
    if case .operation(let kind) = head, schemas[kind].arity.hasNames { return !given.isEmpty }
    let names = parameterNames(of: head)
    let required = missingParameters(of: DocumentSyntax.Layer(head: head, key: key))
    return given.allSatisfy(names.contains) && required.allSatisfy { given.contains(names[$0]) }
  }

  /// What stands here for a name that other libraries have, in lower case without `_`.
  private static let foreign: [String: String] = [
    "conv1d": "conv", "conv2d": "conv", "conv3d": "conv", "convolution": "conv", "convtranspose2d": "conv_transpose",
    "deconv": "conv_transpose", "bn": "batch_norm", "batchnorm1d": "batch_norm", "batchnorm3d": "batch_norm",
    "layernorm": "layer_norm", "groupnorm": "group_norm", "instancenorm2d": "instance_norm",
    "lrn": "local_response_norm", "maxpool2d": "max_pool", "avgpool2d": "avg_pool", "averagepool": "avg_pool",
    "averagepooling2d": "avg_pool", "maxpooling2d": "max_pool", "gap": "global_avg_pool",
    "globalaveragepool": "global_avg_pool", "globalaveragepooling2d": "global_avg_pool",
    "adaptiveavgpool2d": "adaptive_avg_pool", "dense": "linear", "fc": "linear", "fullyconnected": "linear",
    "gemm": "linear", "swish": "silu", "interpolate": "upsample", "resize": "upsample", "cat": "concat",
    "concatenate": "concat", "sum": "add", "mul": "multiply", "droppath": "stochastic_depth",
    "depthtospace": "pixel_shuffle", "spacetodepth": "pixel_unshuffle", "transpose": "permute", "view": "reshape",
    "zeropad2d": "pad", "zeropadding2d": "pad",
  ]

  private static func advice(_ name: String) -> String {
    foreign[name.excerpt.lowercased().filter { $0 != "_" }].map { "it is called `\($0)` here" }
      ?? "a layer that the language has no word for is written `opaque`"
  }

  /// The names of its attributes or parameters.
  mutating func parameterNames(of head: DocumentSyntax.Head) -> [String] {
    switch head {
    case .operation(let kind): schemas[kind].names
    case .block(let index, _): block(index).parameters.map(\.name)
    case .unknown: []
    }
  }
}
