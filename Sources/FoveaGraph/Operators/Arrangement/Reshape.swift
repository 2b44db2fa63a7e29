/// The values in the same order under other extents.
public struct Reshape: Operator {
  public static let name = "reshape"
  public static let summary = "Gives the values, in the same order, other extents."
  public static let counting = ""
  public static let attributes: [Attribute<Reshape>] = [
    .required(
      "shape", \.shape, "One extent of a vector, or the channels and the spatial extents of a map.",
      form: .inferableExtents)
  ]
  public static let arity = Arity.one

  /// The new extents.
  public var shape = StatedShape.extents([nil])

  public init() {}

  public var operation: Operation { .reshape(self) }

  public var facts: Facts { Facts(.arrangement, .relabelling, isLinear: true, bounds: .kept) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    let input = inputs.first
    guard case .extents(let stated) = shape else { return input.erased }
    let product = stated.reduce(Figure(1)) { $0 * ($1.map { Figure($0) } ?? 1) }
    let inferred: Extent
    switch stated.count(where: { $0 == nil }) {
    case 0:
      inferred = .unknown
      if let product = product.value, let elements = input.elements.value, product != elements {
        throw .wrongCount(input, stated: self, product: product)
      }
    case 1:
      if let product = product.value, let elements = input.elements.value {
        guard elements % product == 0 else { throw .wrongCount(input, stated: self, product: product) }
        inferred = try Extent(given: Figure(elements / product))
      } else {
        inferred = .unknown
      }
    case let count:
      throw .invalidAttributes("`shape` can infer one extent, but -1 stands there \(count) times", attribute: "shape")
    }
    guard let output = StatedShape.shape(of: stated.map { $0 ?? inferred }) else {
      throw .invalidAttributes("`shape` must have one to four entries, found \(stated.count)", attribute: "shape")
    }
    return output
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    let first = inputs.first
    if output.isVector { return .whole(.flattened, of: first) }
    if first.isSinglePosition && output.isSinglePosition { return .pointwise }
    // The same number of positions leaves the channels as they were.
    guard first.layout == output.layout else { return .unknown }
    if let map = AxisMap(from: first.spatial, to: output.spatial) {
      return first.spatial == output.spatial ? .pointwise : .rearranged(map)
    }
    // One size that is not known is the same on both sides where all others and the channels are.
    guard first.channels.value != nil, first.channels == output.channels,
      let map = AxisMap(leavingOutOnes: first.spatial, to: output.spatial)
    else { return .unknown }
    return first.spatial == output.spatial ? .pointwise : .rearranged(map)
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost { .view }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}

extension ShapeError {
  fileprivate static func wrongCount(_ input: Shape, stated: Reshape, product: Int) -> ShapeError {
    let shape = stated.shape.value.map(\.description) ?? ""
    return ShapeError(
      rule: "reshape-mismatch", "\(shape) cannot hold the \(input.elements) values of \(input)", attribute: "shape",
      label: "\(product) against \(input.elements)",
      help: "the product of the extents must be \(input.elements); -1 stands for the one that follows")
  }
}
