/// The axes in another order.
public struct Permute: Operator {
  public static let name = "permute"
  public static let summary = "Puts the axes into another order: `[1, 2, 0]` moves the channels of an image to the end."
  public static let counting = ""
  public static let attributes: [Attribute<Permute>] = [
    .required("order", \.order, "The axes of the input, counted from 0 without the batch, in their new order.")
  ]
  public static let arity = Arity.one

  /// The axes of the input in their new order.
  public var order = [0]

  public init() {}

  public var operation: Operation { .permute(self) }

  public var facts: Facts { Facts(.arrangement, .relabelling, isLinear: true, bounds: .kept) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    let extents = inputs.first.extents
    guard order.count == extents.count else { throw .wrongAxes(order.count, input: inputs.first) }
    guard Set(order) == Set(extents.indices) else { throw .noPermutation(order) }
    let layout: Shape.Layout
    if order.first == inputs.first.channelAxis {
      layout = .channelsFirst
    } else if order.last == inputs.first.channelAxis {
      layout = .channelsLast
    } else {
      throw .channelsBetween(inputs.first, order: order)
    }
    return Shape(
      channels: inputs.first.channels, spatial: Extents(spatialOrder(of: inputs.first).lazy.map { extents[$0] }),
      layout: layout)
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    let axes = spatialOrder(of: inputs.first)
    let sorted = axes.sorted()
    if axes == sorted { return .pointwise }
    return .whole(.rearranged(AxisMap(order: axes.compactMap { sorted.firstIndex(of: $0) })), of: inputs.first)
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost { .view }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }

  private func spatialOrder(of input: Shape) -> [Int] {
    order.filter { $0 != input.channelAxis }
  }
}

extension ShapeError {
  fileprivate static func wrongAxes(_ count: Int, input: Shape) -> ShapeError {
    ShapeError(
      rule: "wrong-rank", "`order` names \(count) axes, but \(input) has \(input.extents.count)", attribute: "order",
      help: "the batch is not counted; the axes are 0 to \(input.extents.count - 1)")
  }

  fileprivate static func noPermutation(_ order: [Int]) -> ShapeError {
    invalidAttributes(
      "`order` must name each of the axes 0 to \(order.count - 1) once, found \(Value.list(order.map(Value.integer)))",
      attribute: "order")
  }

  fileprivate static func channelsBetween(_ input: Shape, order: [Int]) -> ShapeError {
    ShapeError(
      rule: "wrong-layout", "`order` puts the channels of \(input) between spatial axes", attribute: "order",
      help: "the channels can stand first or last")
  }
}
