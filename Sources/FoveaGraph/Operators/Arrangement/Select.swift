/// One position of an axis.
public struct Select: Operator {
  public static let name = "select"
  public static let summary = "Keeps one position of a spatial axis, which is then no axis any more."
  public static let counting = ""
  public static let attributes: [Attribute<Select>] = [
    .required("index", \.index, "The position, counted from 0.", form: .integer(0...Extent.limit)),
    .optional("axis", \.axis, "The axis; that of a sequence unless given."),
  ]
  public static let arity = Arity.one

  /// The position.
  public var index = 0
  /// The axis.
  public var axis = AxisName.length

  public init() {}

  public var operation: Operation { .select(self) }

  public var facts: Facts { Facts(.arrangement, .movement, isLinear: true, bounds: .kept) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    let input = inputs.first
    let place = try input.spatialAxis(axis, of: Self.name)
    var spatial = Extents()
    for other in 0..<input.rank where other != place { spatial.append(input.spatial[other]) }
    let output = Shape(channels: input.channels, spatial: spatial, layout: input.layout)
    if let rows = input.spatial[place].value, index >= rows {
      throw ShapeError(
        rule: "slice-out-of-range", "position \(index) is beyond the input's \(axis.rawValue) \(rows)",
        attribute: "index", label: "\(index) ≥ \(rows)", help: "the last position is \(rows - 1)", remains: output)
    }
    return output
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    let input = inputs.first
    guard let place = input.axis(of: axis.role).map({ $0 - 1 }) else { return .unknown }
    return .rearranged(AxisMap(selecting: index, of: place, rank: input.rank))
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost { .view }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}

extension Shape {
  /// The spatial axis with a name, 0 being the first.
  ///
  /// - Throws: `wrong-rank`.
  func spatialAxis(_ axis: AxisName, of name: String) throws(ShapeError) -> Int {
    if axis != .channels, let place = self.axis(of: axis.role) { return place - 1 }
    let names = (0..<rank).map { "`\(self.name(ofAxis: $0 + 1))`" }
    throw ShapeError(
      rule: "wrong-rank",
      axis == .channels
        ? "`\(name)` takes a spatial axis, found the channels" : "\(self) has no \(axis.rawValue) for `\(name)`",
      attribute: "axis",
      help: names.isEmpty
        ? "it is a vector, without spatial axes"
        : (names.count == 1 ? "its axis is " : "its axes are ") + names.joined(separator: ", "))
  }
}
