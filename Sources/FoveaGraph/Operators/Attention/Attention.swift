/// Attention of the positions of a map, or of a sequence of tokens, to one another.
public struct Attention: Operator {
  public static let name = "attention"
  public static let summary =
    "Gives each position a mean of the values of all positions, or of those of its window, weighted by how alike query and key are, in several heads (Vaswani et al. 2017)."
  public static let counting =
    "one for each bias of the projections, one for each query value that is scaled, five for each entry of the attention matrices (softmax) and one more with a relative bias; with `scale: cosine` also three for each query and key value"
  public static let attributes: [Attribute<Attention>] = [
    .required("heads", \.sizes.heads, "The number of heads."),
    .optional(
      "head_channels", \.sizes.headChannels,
      "The channels of a head's queries and keys; `channels / heads` unless given."),
    .optional(
      "value_channels", \.sizes.valueChannels,
      "The channels of a head's values; as many as `head_channels` unless given."),
    .optional(
      "key_heads", \.sizes.keyHeads,
      "The number of heads of the keys and values, each shared by as many heads of queries."),
    .optional("out", \.sizes.out, "The number of output channels; that of the input unless given."),
    .optional("bias", \.sizes.bias, "Whether a number is added to every channel of the projections."),
    .optional("scale", \.sizes.scale, "What the products of queries and keys are divided by, or scaled with."),
    .optional(
      "window", \.positions.window, "The size of the windows within which positions see one another (Liu et al. 2021)."),
    .optional(
      "shift", \.positions.shift, "The rows by which the borders of the windows are moved.",
      form: .axes(0...AttributeForm.largestStep)),
    .optional("grid", \.positions.grid, "The number of evenly spaced rows that see one another (Tu et al. 2022)."),
    .optional(
      "relative_bias", \.relativeBias,
      "Whether a number is added to each product that depends on how far key and query are apart."),
    .optional(
      "reduction", \.reduction,
      "The stride of the convolution, and layer normalisation, from which keys and values come (Wang et al. 2021).",
      form: .factor),
    .optional("causal", \.isCausal, "Whether a position sees only those before it, and itself."),
  ]
  public static let arity = Arity.one

  /// The sizes of the heads, and the projections.
  public var sizes = HeadSizes()
  /// Which positions see one another.
  public var positions = AttentionPositions()
  /// What is added to the products.
  public var relativeBias = RelativeBias.none
  /// The stride of the convolution before keys and values.
  public var reduction = 1
  /// Whether a position sees only those before it.
  public var isCausal = false

  /// What is added to the product of a query and a key.
  public enum RelativeBias: String, AttributeWord {
    /// Nothing.
    case none
    /// A trained number for each head and distance.
    case table
    /// A small trained network of the distance, `16 σ(mlp(log Δ))` (Liu et al. 2022).
    case continuous
  }

  public init() {}

  public var operation: Operation { .attention(self) }

  public var facts: Facts { Facts(.attention, .aggregation) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    let input = inputs.first
    guard input.rank > 0 else { throw .noPositions(Self.name, input) }
    try positions.check(on: input)
    try checkAttributes(input)
    return try sizes.output(of: input, name: Self.name)
  }

  private func checkAttributes(_ input: Shape) throws(ShapeError) {
    if reduction > 1 {
      if positions.isLocal {
        throw .invalidAttributes(
          "`reduction` and `\(positions.window == nil ? "grid" : "window")` contradict each other",
          attribute: "reduction", help: "keys from a convolution are those of the whole map")
      }
      if relativeBias != .none || isCausal {
        throw .invalidAttributes(
          "`\(isCausal ? "causal" : "relative_bias")` needs a key for each position, which `reduction` has not",
          attribute: isCausal ? "causal" : "relative_bias")
      }
      for axis in 0..<input.rank {
        guard let rows = input.spatial[axis].value, rows < reduction else { continue }
        throw .emptyOutput(
          window: reduction, kernel: reduction, attribute: "reduction", rows: rows, padded: rows, axis: axis,
          rank: input.rank)
      }
    }
    if isCausal, input.rank != 1 || positions.isLocal {
      throw .invalidAttributes(
        "`causal` needs a sequence, whose positions all see one another, found "
          + (input.rank == 1 ? "windows" : "the map \(input)"), attribute: "causal")
    }
    if relativeBias == .continuous, let window = positions.window {
      for axis in 0..<input.rank where window[axis] == 1 {
        throw .invalidAttributes(
          "`relative_bias: continuous` needs windows of two rows or more", attribute: "window")
      }
    }
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    positions.view(of: inputs.first)
  }

  /// As torchvision and timm compute it: the projections on the map that is padded to whole windows.
  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    let input = inputs.first
    let (groups, size) = positions.groups(of: input)
    let tokens = groups * size
    let keys = reduction > 1 ? keyPositions(of: input) : size
    let matrix = groups * Figure(sizes.heads) * size * keys
    let widths = sizes.widths(of: input)
    let channels = Figure(input.channels)
    let weights = weightArrays(of: input, giving: output)

    var cost = Cost()
    cost.parameters = weights.reduce(0) { $0 + $1 }
    if relativeBias != .none { cost.buffers = indices(of: input, size: size) }
    let keyTokens = reduction > 1 ? keys : tokens
    cost.macs = tokens * channels * widths.queries + keyTokens * channels * (widths.keys + widths.values)
    cost.macs = cost.macs + groups * size * keys * (widths.queries + Figure(sizes.heads) * widths.value)
    cost.macs = cost.macs + tokens * widths.joined * Figure(output.channels)
    if reduction > 1 {
      let taps = (0..<input.rank).reduce(Figure(1)) { product, _ in product * Figure(reduction) }
      cost.macs = cost.macs + keys * taps * channels * channels
      cost.operations = keys * channels * 10
    }
    if relativeBias == .continuous {
      let entries = tableEntries(of: input)
      cost.macs = cost.macs + entries * Figure(Self.hidden * (input.rank + sizes.heads))
      cost.operations = cost.operations + entries * Figure(2 * Self.hidden + 5 * sizes.heads)
    }
    if sizes.bias {
      cost.operations = cost.operations + tokens * widths.queries + keyTokens * (widths.keys + widths.values)
      cost.operations = cost.operations + tokens * Figure(output.channels)
    }
    cost.operations = cost.operations + sizes.scaling(queries: tokens * widths.queries, keys: keyTokens * widths.keys)
    cost.operations = cost.operations + Figure(relativeBias == .none ? 5 : 6) * matrix
    cost.saved = .inputs
    cost.projected = tokens * (widths.queries + widths.joined) + keyTokens * (widths.keys + widths.values)
    cost.matrix = matrix
    return cost
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] {
    let (input, widths) = (inputs.first, sizes.widths(of: inputs.first))
    let channels = input.channels.orZero
    let (queries, pairs) = (widths.queries.value ?? 0, (widths.keys + widths.values).value ?? 0)
    var arrays: [StoredArray] = []
    if reduction > 1 {
      arrays += .projection("q", queries, channels, bias: sizes.bias)
      arrays += .projection("kv", pairs, channels, bias: sizes.bias)
      let kernel = Array(repeating: reduction, count: input.rank)
      arrays.append(
        StoredArray("sr.weight", [channels, channels] + kernel, .kernel(terms: channels * kernel.reduce(1, *))))
      arrays.append(StoredArray("sr.bias", [channels], .shift))
      arrays.append(StoredArray("norm.weight", [channels], .scale(1)))
      arrays.append(StoredArray("norm.bias", [channels], .shift))
    } else {
      arrays += .projection("qkv", queries + pairs, channels, bias: sizes.bias)
    }
    arrays += .projection("proj", output.channels.orZero, widths.joined.value ?? 0, bias: sizes.bias)
    if sizes.scale == .cosine { arrays.append(StoredArray("logit_scale", [sizes.heads, 1, 1], .scale(2.302585))) }
    switch relativeBias {
    case .none: break
    case .table:
      arrays.append(
        StoredArray("relative_position_bias_table", [tableEntries(of: input).value ?? 0, sizes.heads], .shift))
    case .continuous:
      let hidden = Self.hidden
      arrays.append(StoredArray("cpb_mlp.0.weight", [hidden, input.rank], .kernel(terms: input.rank)))
      arrays.append(StoredArray("cpb_mlp.0.bias", [hidden], .shift))
      arrays.append(StoredArray("cpb_mlp.2.weight", [sizes.heads, hidden], .kernel(terms: hidden)))
    }
    return arrays
  }

  /// The hidden values of the network of distances (Liu et al. 2022).
  package static let hidden = 512

  /// The trained numbers, array by array, where an extent may not be known.
  private func weightArrays(of input: Shape, giving output: Shape) -> [Figure] {
    let (widths, channels) = (sizes.widths(of: input), Figure(input.channels))
    let inner = widths.queries + widths.keys + widths.values
    var figures = [inner * channels, widths.joined * Figure(output.channels)]
    if sizes.bias { figures += [inner, Figure(output.channels)] }
    if sizes.scale == .cosine { figures.append(Figure(sizes.heads)) }
    if reduction > 1 {
      let taps = (0..<input.rank).reduce(Figure(1)) { product, _ in product * Figure(reduction) }
      figures += [channels * channels * taps, 3 * channels]
    }
    switch relativeBias {
    case .none: break
    case .table: figures.append(tableEntries(of: input) * Figure(sizes.heads))
    case .continuous: figures.append(Figure(Self.hidden * (input.rank + 1 + sizes.heads)))
    }
    return figures
  }

  /// The distances between two positions that see each other: `2w − 1` on each axis.
  private func tableEntries(of input: Shape) -> Figure {
    (0..<input.rank).reduce(1) { $0 * (2 * positions.size(of: input, axis: $1) - 1) }
  }

  /// The index of a distance for each pair of positions, and the distances of the continuous form, which are stored.
  private func indices(of input: Shape, size: Figure) -> Figure {
    let pairs = size * size
    return relativeBias == .continuous ? pairs + tableEntries(of: input) * Figure(input.rank) : pairs
  }

  /// The positions of the map that a strided convolution gives.
  private func keyPositions(of input: Shape) -> Figure {
    input.spatial.reduce(1) { $0 * ($1.value.map { Figure($0 / reduction) } ?? .unknown) }
  }
}
