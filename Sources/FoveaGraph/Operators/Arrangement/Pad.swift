/// Rows added around a map.
///
/// With a mode other than `zeros` the units in the border repeat other rows of the map; their unclipped windows lie
/// beyond it all the same, as those of a padded convolution do.
public struct Pad: Operator {
  public static let name = "pad"
  public static let summary = "Adds rows around the map; those of a mode other than `zeros` repeat rows of the map."
  public static let counting = ""
  public static let attributes: [Attribute<Pad>] = [
    .required("padding", \.padding, "The rows to add.", form: .rows),
    .optional("mode", \.mode, "What the added rows hold."),
  ]
  public static let arity = Arity.one

  /// The rows to add.
  public var padding = Padding(0)
  /// What the added rows hold.
  public var mode = Mode.zeros

  public init() {}

  public var operation: Operation { .pad(self) }

  public var facts: Facts {
    Facts(
      .arrangement, .movement, isLinear: true, bounds: .kept,
      idleness: padding == Padding(0) ? Facts.Idleness("padding", "it adds no row") : nil)
  }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    let map = try inputs.map(Self.name)
    try map.check(padding, is: "padding")
    var output = map
    for axis in 0..<map.rank {
      let (before, after) = rows(axis)
      guard let extent = map.spatial[axis].value else { continue }
      if let limit = mode.limit(of: extent), max(before, after) > limit {
        throw .repeatedTooOften(max(before, after), mode: mode, limit: limit, axis: axis, rank: map.rank)
      }
      output.spatial[axis] = try Extent(given: Figure(extent + before + after))
    }
    return output
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    View.windows(rank: output.rank) { .shifted(by: -rows($0).before) }
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost { Cost() }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }

  /// The rows added on one axis. The form of the attribute admits numbers only.
  private func rows(_ axis: Int) -> (before: Int, after: Int) {
    guard case .rows(let before, let after) = padding else { return (0, 0) }
    return (before[axis], after[axis])
  }

  /// What the added rows hold.
  public enum Mode: String, AttributeWord {
    /// Zeros.
    case zeros
    /// The map mirrored at its first and last row.
    case reflect
    /// The first and the last row.
    case replicate
    /// The map from its other end.
    case circular

    /// The most rows that can be added on one side.
    fileprivate func limit(of extent: Int) -> Int? {
      switch self {
      case .zeros, .replicate: nil
      case .reflect: extent - 1
      case .circular: extent
      }
    }
  }
}

extension ShapeError {
  fileprivate static func repeatedTooOften(
    _ rows: Int, mode: Pad.Mode, limit: Int, axis: Int, rank: Int
  ) -> ShapeError {
    invalidAttributes(
      "a `\(mode.rawValue)` padding of \(rows) needs more rows than the input's \(AxisRole.spatial(axis, of: rank).name) gives",
      attribute: "padding", help: "the padding can be at most \(limit)")
  }
}
