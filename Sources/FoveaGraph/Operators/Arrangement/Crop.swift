/// The middle of a map.
public struct Crop: Operator {
  public static let name = "crop"
  public static let summary =
    "Keeps the middle of a map, by one of its size, the rows cut off, and a layer of that size."
  public static let counting = ""
  public static let attributes: [Attribute<Crop>] = [
    .optional("size", \.size, "The size of the output; an odd row is cut off at the end."),
    .optional("margin", \.margin, "The rows to cut off.", form: .rows),
    .optional("to", \.target, "The layer whose size the output has."),
  ]
  public static let arity = Arity.one

  /// The size of the output.
  public var size: AxisValues?
  /// The rows to cut off.
  public var margin: Padding?
  /// The layer whose size the output has.
  public var target: LayerID?

  public init() {}

  public var operation: Operation { .crop(self) }

  public var facts: Facts { Facts(.arrangement, .movement, isLinear: true, bounds: .kept) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    guard [size != nil, margin != nil, target != nil].count(where: \.self) == 1 else {
      throw .invalidAttributes("`crop` needs exactly one of `size`, `margin` and `to`")
    }
    let map = try inputs.map(Self.name)
    if let size { try map.check(size, is: "size") }
    if let margin { try map.check(margin, is: "margin") }
    let reference = try inputs.reference(for: map)
    var output = map
    for axis in 0..<map.rank {
      output.spatial[axis] = try extent(of: map, axis: axis, reference: reference)
    }
    return output
  }

  private func extent(of map: Shape, axis: Int, reference: Shape) throws(ShapeError) -> Extent {
    let input = map.spatial[axis]
    if let margin = rows(axis) {
      guard let rows = input.value else { return .unknown }
      guard rows > margin.before + margin.after else {
        throw .cropped(rows, by: margin.before + margin.after, axis: axis, rank: map.rank)
      }
      return Extent(rows - margin.before - margin.after)
    }
    let output = size.map { Extent($0[axis]) } ?? reference.spatial[axis]
    if let rows = input.value, let target = output.value, target > rows {
      throw .grows(rows, to: target, attribute: size == nil ? "to" : "size", axis: axis, rank: map.rank)
    }
    return output
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    View.windows(rank: output.rank) { axis in
      if let margin = rows(axis) { return .shifted(by: margin.before) }
      guard let rows = inputs.first.spatial[axis].value, let kept = output.spatial[axis].value else { return nil }
      return .shifted(by: (rows - kept) / 2)
    }
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost { .view }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }

  /// The rows to cut off on one axis, if they are stated. The form of the attribute admits numbers only.
  private func rows(_ axis: Int) -> (before: Int, after: Int)? {
    guard case .rows(let before, let after) = margin else { return nil }
    return (before[axis], after[axis])
  }
}

extension ShapeError {
  fileprivate static func cropped(_ rows: Int, by margin: Int, axis: Int, rank: Int) -> ShapeError {
    ShapeError(
      rule: "empty-output",
      "a margin of \(margin) in all leaves nothing of the input's \(AxisRole.spatial(axis, of: rank).name) \(rows)",
      attribute: "margin", label: "\(margin) ≥ \(rows)", help: "the margin can be at most \(rows - 1) in all")
  }

  fileprivate static func grows(_ rows: Int, to target: Int, attribute: String, axis: Int, rank: Int) -> ShapeError {
    ShapeError(
      rule: "crop-too-large",
      "a crop to \(target) is larger than the input's \(AxisRole.spatial(axis, of: rank).name) \(rows)",
      attribute: attribute,
      label: "\(target) > \(rows)", help: "`upsample` and `pad` make a map larger")
  }
}
