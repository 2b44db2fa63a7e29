/// The multiply-accumulates of a node for one image.
enum NodeWork {
  /// Those of convolutions and matrix products; zero for other operators, nil where they are not known.
  static func macs(_ view: NodeView, batch: Dim) -> Int? {
    guard let all = allMacs(view) else { return nil }
    if view.isConstant { return all.value }
    let images = batch.value ?? 1
    guard let macs = all.value, macs % images == 0 else { return nil }
    return macs / images
  }

  /// Those for all images; an extent that only has a name is one image.
  private static func allMacs(_ view: NodeView) -> Dim? {
    func size(_ dims: some Sequence<Dim>) -> Dim {
      dims.reduce(1) { if case .named = $1 { $0 } else { $0 * $1 } }
    }
    let (first, second) = (view[0].dims, view[1].dims)
    switch view.node.type {
    case "Conv", "FusedConv", "ConvInteger":
      guard let output = (try? Inference.infer(view))?.first?.dims, let second else { return .unknown }
      return size(output) * size(second.dropFirst())
    case "ConvTranspose":
      guard let first, let second else { return .unknown }
      return size(first) * size(second.dropFirst())
    case "MatMul", "FusedMatMul", "MatMulInteger", "Gemm":
      guard let output = (try? Inference.infer(view))?.first?.dims, let first else { return .unknown }
      let isTransposed = view.node.type == "Gemm" && view.integer("transA") == 1
      return size(output) * (isTransposed ? first.first ?? 1 : first.last ?? 1)
    case "Einsum":
      guard let sum = Einsum(view.text("equation") ?? ""), let extents = (try? sum.extents(view)) ?? nil else {
        return .unknown
      }
      // One operand is only rearranged or summed.
      return sum.operands.count < 2 ? 0 : size(extents.values)
    case "LSTM", "GRU", "RNN":
      guard let first, first.count == 3, let second, second.count == 3, let size = view.integer("hidden_size") else {
        return .unknown
      }
      // Each step multiplies the input and the state by the matrices of all gates of both directions.
      return first[0] * first[1] * second[0] * second[1] * (second[2] + .known(size))
    case "Loop", "Scan", "If", "QLinearConv", "QLinearMatMul", "Attention", "MultiHeadAttention": return .unknown
    default: return view.node.domain.isEmpty || view.node.domain == "com.microsoft" ? 0 : .unknown
    }
  }
}
