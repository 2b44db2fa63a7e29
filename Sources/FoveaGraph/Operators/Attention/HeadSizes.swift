/// The heads of attention, and the projections before and behind them.
public struct HeadSizes: Hashable, Sendable {
  /// The number of heads.
  public var heads = 1
  /// The channels of a head's queries and keys; the input's divided by the heads where nil.
  public var headChannels: Int?
  /// The channels of a head's values; as many as those of the keys where nil.
  public var valueChannels: Int?
  /// The number of heads of the keys and values; one for each head of queries where nil.
  public var keyHeads: Int?
  /// The number of output channels; that of the input where nil.
  public var out: Int?
  /// Whether the projections have a bias.
  public var bias = true
  /// How products of queries and keys are scaled.
  public var scale = Scale.head

  /// How products of queries and keys are scaled.
  public enum Scale: String, AttributeWord {
    /// Divided by the root of a head's channels.
    case head
    /// Divided by the root of all channels of the input (MaxViT of torchvision).
    case channels
    /// Queries and keys are divided by their norms, and each head has a trained factor (Liu et al. 2022).
    case cosine
  }

  /// The channels of all heads together; those of one head of values.
  struct Widths {
    let queries, keys, values, value, joined: Figure
  }

  func widths(of input: Shape) -> Widths {
    let head = headChannels.map { Figure($0) } ?? Figure(input.channels.divided(by: heads))
    let value = valueChannels.map { Figure($0) } ?? head
    let shared = Figure(keyHeads ?? heads)
    return Widths(
      queries: Figure(heads) * head, keys: shared * head, values: shared * value, value: value,
      joined: Figure(heads) * value)
  }

  /// The shape that attention gives for queries from `input`.
  ///
  /// - Throws: `indivisible-groups` where the heads do not divide the channels or the heads of keys those of queries.
  func output(of input: Shape, name: String) throws(ShapeError) -> Shape {
    var output = input
    if let out { output.channels = Extent(out) }
    if headChannels == nil, let channels = input.channels.value, channels % heads != 0 {
      throw .indivisibleHeads(channels, heads: heads, remains: output)
    }
    if let keyHeads, heads % keyHeads != 0 {
      throw .unevenKeyHeads(keyHeads, heads: heads, remains: output)
    }
    return output
  }

  /// The operations that scale queries and keys of so many values: one for each value of a query; for cosines the
  /// square, the sum and the division of each value.
  func scaling(queries: Figure, keys: Figure) -> Figure {
    scale == .cosine ? 4 * queries + 3 * keys : queries
  }
}

extension [StoredArray] {
  /// The weights of a projection from `channels` to `rows`, and its bias.
  static func projection(_ name: String, _ rows: Int, _ channels: Int, bias: Bool) -> [StoredArray] {
    let weight = StoredArray("\(name).weight", [rows, channels], .kernel(terms: channels))
    return bias ? [weight, StoredArray("\(name).bias", [rows], .shift)] : [weight]
  }
}

extension ShapeError {
  static func noPositions(_ name: String, _ input: Shape) -> ShapeError {
    ShapeError(
      rule: "wrong-rank", "`\(name)` needs the positions of a map or of a sequence, found the vector \(input)",
      help: "`flatten: {axes: spatial}` makes a sequence of a map, and keeps its channels")
  }

  fileprivate static func indivisibleHeads(_ channels: Int, heads: Int, remains: Shape) -> ShapeError {
    let divisors = (1...min(channels, 4_096)).filter { channels.isMultiple(of: $0) }
    let below = divisors.last { $0 < heads }
    let above = divisors.first { $0 > heads }
    let nearest = [below, above].compactMap { $0.map(String.init) }.joined(separator: " or ")
    return ShapeError(
      rule: "indivisible-groups", "\(channels) channels cannot be divided into \(heads) heads", attribute: "heads",
      label: "\(channels) % \(heads) = \(channels % heads)",
      help: (nearest.isEmpty ? "" : "\(nearest) heads divide them; ")
        + "`head_channels` states the channels of a head where the two differ", remains: remains)
  }

  fileprivate static func unevenKeyHeads(_ keyHeads: Int, heads: Int, remains: Shape) -> ShapeError {
    ShapeError(
      rule: "indivisible-groups", "\(heads) heads cannot share \(keyHeads) heads of keys evenly",
      attribute: "key_heads", label: "\(heads) % \(keyHeads) = \(heads % keyHeads)",
      help: "each head of keys serves as many heads of queries: a divisor of \(heads)", remains: remains)
  }
}
