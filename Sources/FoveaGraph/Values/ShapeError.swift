/// Why an operator cannot be applied to its inputs: the numbers that contradict each other, and where they stand.
public struct ShapeError: Error, Hashable, Sendable {
  /// The name of the rule that is broken.
  public var rule: String
  /// One phrase with the numbers.
  public var message: String
  /// The attribute to mark; the operator's own name where nil.
  public var attribute: String?
  /// A few words beside the mark.
  public var label: String?
  /// The remedy.
  public var help: String?
  /// The inputs that disagree, by their position.
  public var operands: [Int]
  /// The extent in which the inputs disagree: 0 for the channels, then the spatial axes.
  public var axis: Int?
  /// The shape that later layers may rely on: what holds in spite of the error.
  public var remains: Shape?

  /// Creates an error.
  public init(
    rule: String, _ message: String, attribute: String? = nil, label: String? = nil, help: String? = nil,
    operands: [Int] = [], axis: Int? = nil, remains: Shape? = nil
  ) {
    self.rule = rule
    self.message = message
    self.attribute = attribute
    self.label = label
    self.help = help
    self.operands = operands
    self.axis = axis
    self.remains = remains
  }
}

extension ShapeError {
  static func emptyOutput(
    window: Int, kernel: Int, attribute: String = "kernel", rows: Int, padded: Int, axis: Int, rank: Int
  ) -> ShapeError {
    let name = AxisRole.spatial(axis, of: rank).name
    let what = window == kernel ? "kernel \(kernel)" : "kernel \(kernel), dilated to \(window),"
    let of = padded == rows ? "the input's \(name) \(rows)" : "the padded input's \(name) \(padded)"
    return ShapeError(
      rule: "empty-output", "\(what) is larger than \(of)", attribute: attribute, label: "\(window) > \(padded)",
      help: "its input needs a \(name) of at least \(rows + window - padded)"
        + ", or \(window - padded) more \(window - padded == 1 ? "row" : "rows") of padding in all")
  }

  static func wrongRank(attribute: String, count: Int, rank: Int) -> ShapeError {
    ShapeError(
      rule: "wrong-rank",
      "`\(attribute)` has \(count) \(count == 1 ? "entry" : "entries"), but the input has \(rank) spatial "
        + (rank == 1 ? "axis" : "axes"),
      attribute: attribute, help: "give one value for all axes, or \(rank)")
  }

  static let tooLarge = ShapeError(
    rule: "too-large", "the output has an axis of more than \(Extent.largest) entries")

  /// Attributes that contradict one another.
  static func invalidAttributes(_ message: String, attribute: String? = nil, help: String? = nil) -> ShapeError {
    ShapeError(rule: "invalid-attributes", message, attribute: attribute, help: help)
  }

  static func noMap(_ name: String, _ input: Shape) -> ShapeError {
    ShapeError(
      rule: "wrong-rank", "`\(name)` needs a map with spatial axes, found the vector \(input)",
      help: "a flattened map cannot be put together again: remove the `flatten` before it, or use `reshape`")
  }

  static func channelsLast(_ name: String, _ input: Shape) -> ShapeError {
    ShapeError(
      rule: "wrong-layout",
      "`\(name)` needs the channels before the spatial axes, found \(input) with the channels last",
      help: "permute the map back first")
  }

  static func indivisibleGroups(
    _ what: String, count: Int, groups: Int, attribute: String = "groups", remains: Shape?
  ) -> ShapeError {
    let below = count / groups * groups
    let nearest = [below, below + groups].filter { $0 > 0 }.map(String.init).joined(separator: " or ")
    return ShapeError(
      rule: "indivisible-groups", "\(count) \(what) cannot be divided into \(groups) groups", attribute: attribute,
      label: "\(count) % \(groups) = \(count % groups)",
      help: groups > count
        ? "there are at most \(count) groups, one for each channel" : "\(groups) groups divide \(nearest)",
      remains: remains)
  }

  static func wrongInputChannels(
    stated: Int, found: Int, help: String? = nil, remains: Shape?
  ) -> ShapeError {
    ShapeError(
      rule: "wrong-input-channels",
      "`in` states \(stated) \(stated == 1 ? "channel" : "channels"), but the input has \(found)", attribute: "in",
      label: "found \(found)", help: help ?? "remove `in`, which is inferred, or set it to \(found)", remains: remains)
  }
}
