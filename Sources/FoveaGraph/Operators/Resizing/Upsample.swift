/// A map in another size.
public struct Upsample: Operator {
  public static let name = "upsample"
  public static let summary =
    "Resizes a map, by one of a factor, a size, and a layer of that size; `bilinear` is linear on every spatial axis."
  public static let counting =
    "none for `nearest`; for `bilinear` three for each linear interpolation, of which a value takes 1, 3 or 7 on 1, 2 or 3 axes"
  public static let attributes: [Attribute<Upsample>] = [
    .optional("scale", \.scale, "The factor by which the map grows."),
    .optional("size", \.size, "The size of the output."),
    .optional("to", \.target, "The layer whose size the output has."),
    .optional("mode", \.mode, "How the values between are found."),
    .optional(
      "align_corners", \.alignCorners, "Whether the first and last rows of both maps coincide; for `bilinear`."),
  ]
  public static let arity = Arity.one

  /// The factor by which the map grows.
  public var scale: AxisValues?
  /// The size of the output.
  public var size: AxisValues?
  /// The layer whose size the output has.
  public var target: LayerID?
  /// How the values between are found.
  public var mode = Mode.nearest
  /// Whether the first and last rows of both maps coincide.
  public var alignCorners = false

  public init() {}

  public var operation: Operation { .upsample(self) }

  public var facts: Facts {
    Facts(
      .resizing, .movement, isLinear: true, bounds: .kept,
      idleness: scale?.uniform == 1 ? Facts.Idleness("scale", "the scale is 1") : nil)
  }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    guard [scale != nil, size != nil, target != nil].count(where: \.self) == 1 else {
      throw .invalidAttributes("`upsample` needs exactly one of `scale`, `size` and `to`")
    }
    if alignCorners && mode == .nearest {
      throw .invalidAttributes("`align_corners` has no meaning with `mode: nearest`", attribute: "align_corners")
    }
    let map = try inputs.map(Self.name)
    if let scale { try map.check(scale, is: "scale") }
    if let size { try map.check(size, is: "size") }
    let reference = try inputs.reference(for: map)
    var output = map
    for axis in 0..<map.rank {
      if let scale {
        output.spatial[axis] = try Extent(given: Figure(map.spatial[axis]) * Figure(scale[axis]))
      } else {
        output.spatial[axis] = size.map { Extent($0[axis]) } ?? reference.spatial[axis]
      }
    }
    return output
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    View.windows(rank: output.rank) { axis in
      if let scale, !alignCorners {
        switch mode {
        case .nearest: return PeriodicWindow.nearest(scale: scale[axis])
        case .bilinear: return PeriodicWindow.linear(scale: scale[axis])
        }
      }
      guard let rows = inputs.first.spatial[axis].value, let target = output.spatial[axis].value else { return nil }
      switch mode {
      case .nearest: return PeriodicWindow.nearest(input: rows, output: target)
      case .bilinear: return PeriodicWindow.linear(input: rows, output: target, alignCorners: alignCorners)
      }
    }
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    switch mode {
    case .nearest: Cost()
    // 2^r − 1 interpolations of a subtraction, a product and an addition.
    case .bilinear: Cost(operations: 3 * ((1 << output.rank) - 1), perValueOf: output, saved: .nothing)
    }
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }

  /// How the values between are found.
  public enum Mode: String, AttributeWord {
    /// The nearest row before.
    case nearest
    /// Linear interpolation on every spatial axis.
    case bilinear
  }
}
