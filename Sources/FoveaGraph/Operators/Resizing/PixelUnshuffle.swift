/// Blocks of pixels as channels of a smaller map.
public struct PixelUnshuffle: Operator {
  public static let name = "pixel_unshuffle"
  public static let summary = "Turns each block of `factor` by `factor` pixels of an image into channels."
  public static let counting = ""
  public static let attributes: [Attribute<PixelUnshuffle>] = [
    .required("factor", \.factor, "The factor by which every spatial axis shrinks.", form: .factor)
  ]
  public static let arity = Arity.one

  /// The factor by which every spatial axis shrinks.
  public var factor = 1

  public init() {}

  public var operation: Operation { .pixelUnshuffle(self) }

  public var facts: Facts {
    Facts(
      .resizing, .movement, isLinear: true, bounds: .kept,
      idleness: factor == 1 ? Facts.Idleness("factor", "the factor is 1") : nil)
  }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    let map = try inputs.map(Self.name)
    var output = map
    output.channels = try Extent(
      given: (0..<map.rank).reduce(Figure(map.channels)) { product, _ in product * Figure(factor) })
    for axis in 0..<map.rank {
      guard let rows = map.spatial[axis].value else { continue }
      guard rows % factor == 0 else { throw .indivisibleRows(rows, factor: factor, axis: axis, rank: map.rank) }
      output.spatial[axis] = Extent(rows / factor)
    }
    return output
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    View.windows(rank: output.rank) { _ in PeriodicWindow.pixelUnshuffle(factor) }
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost { Cost() }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}

extension ShapeError {
  fileprivate static func indivisibleRows(_ rows: Int, factor: Int, axis: Int, rank: Int) -> ShapeError {
    ShapeError(
      rule: "input-not-multiple",
      "the input's \(AxisRole.spatial(axis, of: rank).name) \(rows) is not a multiple of the factor \(factor)",
      attribute: "factor", label: "\(rows) % \(factor) = \(rows % factor)",
      help: "the nearest multiples are "
        + [rows / factor, rows / factor + 1].filter { $0 > 0 }.map { String($0 * factor) }.joined(separator: " and "))
  }
}
