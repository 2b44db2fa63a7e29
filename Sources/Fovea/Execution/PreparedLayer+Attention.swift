import FoveaGraph
import FoveaNumerics

extension PreparedLayer {
  /// Attention of the positions of a map.
  func attended(
    _ x: Tensor<Element>, by attention: FoveaGraph.Attention
  ) throws(NumericsError) -> Tensor<Element> {
    let shape = inputs.first ?? output
    let projections = Projections(arrays: arrays, isReference: isReference)
    let tokens = try x.tokens(of: shape)
    let places = AttentionPlaces(attention.positions, of: shape.spatial.map { $0.value ?? 0 })
    let sizes = attention.sizes
    let head = sizes.headChannels ?? (shape.channels.value ?? 0) / sizes.heads
    let (queryWidth, keyWidth) = (sizes.heads * head, (sizes.keyHeads ?? sizes.heads) * head)
    var (queries, keys, values): (Tensor<Element>, Tensor<Element>, Tensor<Element>)
    var groups = places.groups
    if attention.reduction > 1 {
      queries = try projections.projected(tokens, by: "q")
      let reduced = try self.reduced(x, of: shape, by: attention.reduction)
      let pairs = try projections.projected(reduced, by: "kv")
      keys = try pairs.slicing(0..<keyWidth, axis: 2)
      values = try pairs.slicing(keyWidth..<pairs.shape[2], axis: 2)
      groups = [Attention.Group(queries: Array(0..<tokens.shape[1]), keys: Array(0..<reduced.shape[1]))]
    } else {
      // One more token of zeros stands for all padding.
      let padded = places.hasPadding ? try tokens.withToken() : tokens
      let all = try projections.projected(
        padded, by: "qkv", withoutBias: sizes.scale == .cosine ? queryWidth..<queryWidth + keyWidth : nil)
      queries = try all.slicing(0..<queryWidth, axis: 2)
      keys = try all.slicing(queryWidth..<queryWidth + keyWidth, axis: 2)
      values = try all.slicing(queryWidth + keyWidth..<all.shape[2], axis: 2)
    }
    let scales: [Element]
    switch sizes.scale {
    case .head: scales = Array(repeating: 1 / Element(head).squareRoot(), count: sizes.heads)
    case .channels: scales = Array(repeating: 1 / Element(shape.channels.value ?? 1).squareRoot(), count: sizes.heads)
    case .cosine:
      guard let logits = arrays["logit_scale"] else { throw .attribute("it has no scales") }
      scales = logits.elements.map { Element.exponential(min($0, Element(4.605170185988092))) }
      queries = try queries.normalized(by: head)
      keys = try keys.normalized(by: head)
    }
    let numeric = FoveaNumerics.Attention(
      heads: sizes.heads, keyHeads: sizes.keyHeads, groups: groups, isCausal: attention.isCausal)
    let bias = try self.bias(of: attention, places, projections)
    var means =
      isReference
      ? try numeric.reference(queries: queries, keys: keys, values: values, scales: scales, bias: bias)
      : try numeric(queries: queries, keys: keys, values: values, scales: scales, bias: bias)
    if means.shape[1] > tokens.shape[1] { means = try means.slicing(0..<tokens.shape[1], axis: 1) }
    return try projections.projected(means, by: "proj").map(of: output, batch: x.shape[0])
  }

  /// The positions from which keys and values come: a strided convolution, normalised.
  private func reduced(
    _ x: Tensor<Element>, of shape: Shape, by factor: Int
  ) throws(NumericsError) -> Tensor<Element> {
    guard let weight = arrays["sr.weight"] else { throw .attribute("it has no convolution") }
    let first = shape.layout == .channelsFirst ? x : try x.permuted([0, x.rank - 1] + (1..<x.rank - 1))
    let strides = Array(repeating: factor, count: shape.rank)
    let none = Array(repeating: AxisPadding(before: 0, after: 0), count: shape.rank)
    let convolution = Convolution(
      stride: strides, dilation: Array(repeating: 1, count: shape.rank), padding: none, groups: 1)
    let bias = arrays["sr.bias"]
    let map =
      isReference
      ? try convolution.reference(first, weight: weight, bias: bias)
      : try PreparedConvolution(convolution, weight: weight, bias: bias, inputShape: first.shape, algorithm: .direct)(
        first)
    let tokens = try map.flattened(from: 2).permuted([0, 2, 1])
    return try LayerNormalization(shape: [weight.shape[0]])(
      tokens, scale: arrays["norm.weight"], shift: arrays["norm.bias"])
  }

  private func bias(
    of attention: FoveaGraph.Attention, _ places: AttentionPlaces, _ projections: Projections<Element>
  ) throws(NumericsError) -> FoveaNumerics.Attention.Bias<Element>? {
    switch attention.relativeBias {
    case .none: return nil
    case .table:
      guard let table = arrays["relative_position_bias_table"] else { throw .attribute("it has no table") }
      return FoveaNumerics.Attention.Bias(table: try table.permuted([1, 0]), offset: places.offset)
    case .continuous:
      let distances = places.distances()
      let input = try Tensor(
        shape: [distances.count, places.rank], elements: distances.flatMap { $0.map { Element($0) } })
      let hidden = Activation.relu(try projections.projected(input, by: "cpb_mlp.0"))
      let raw = try projections.projected(hidden, by: "cpb_mlp.2")
      let table = Activation.sigmoid(raw).map { 16 * $0 }
      return FoveaNumerics.Attention.Bias(table: try table.permuted([1, 0]), offset: places.offset)
    }
  }
}

/// Linear layers over the last axis, by the names of their arrays.
struct Projections<Element: TensorElement> {
  let arrays: [String: Tensor<Element>]
  let isReference: Bool

  /// A projection, that of the layer itself unless it has a name; the bias of some outputs is left out.
  func projected(
    _ x: Tensor<Element>, by name: String? = nil, withoutBias range: Range<Int>? = nil
  ) throws(NumericsError) -> Tensor<Element> {
    let prefix = name.map { "\($0)." } ?? ""
    guard let weight = arrays[prefix + "weight"] else { throw .attribute("it has no weights") }
    var bias = arrays[prefix + "bias"]
    if let range, let own = bias {
      bias = try Tensor(
        shape: own.shape, elements: own.elements.enumerated().map { range.contains($0.offset) ? 0 : $0.element })
    }
    let linear = FoveaNumerics.Linear()
    return isReference
      ? try linear.reference(x, weight: weight, bias: bias) : try linear(x, weight: weight, bias: bias)
  }
}

extension Tensor {
  /// A map as images, positions in row-major order, channels.
  func tokens(of shape: Shape) throws(NumericsError) -> Tensor {
    let last = shape.layout == .channelsLast ? self : try permuted([0] + (2..<rank) + [1])
    return try last.reshaped([self.shape[0], -1, last.shape[last.rank - 1]])
  }

  /// Images, positions and channels as a map.
  func map(of shape: Shape, batch: Int) throws(NumericsError) -> Tensor {
    let spatial = shape.spatial.map { $0.value ?? 0 }
    let last = try reshaped([batch] + spatial + [self.shape[2]])
    return shape.layout == .channelsLast ? last : try last.permuted([0, last.rank - 1] + (1..<last.rank - 1))
  }

  /// The tokens with one of zeros behind them.
  func withToken() throws(NumericsError) -> Tensor {
    try .concatenating([self, Tensor(shape: [shape[0], 1, shape[2]])], axis: 1)
  }

  /// Each run of `width` numbers divided by its norm, or by 1e-12 where that is larger.
  func normalized(by width: Int) throws(NumericsError) -> Tensor {
    var numbers = elements
    for start in stride(from: 0, to: numbers.count, by: width) {
      let norm = numbers[start..<start + width].reduce(0) { $0 + $1 * $1 }.squareRoot()
      let divisor = max(norm, Element(1e-12))
      for index in start..<start + width { numbers[index] /= divisor }
    }
    return try Tensor(shape: shape, elements: numbers)
  }
}
